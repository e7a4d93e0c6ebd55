//! One word in several spellings: a reader types it without accents and in small letters,
//! and another article has it in capitals.

use super::*;

/// A word as an article has it, and other spellings of it.
const SPELLINGS: [(&str, &[&str]); 16] = [
    (
        "Crème brûlée",
        &["creme brulee", "CRÈME BRÛLÉE", "cre\u{300}me"],
    ),
    ("Ångström", &["angstrom", "ÅNGSTRÖM"]),
    ("İstanbul", &["istanbul", "ISTANBUL", "İSTANBUL"]),
    ("Diyarbakır", &["diyarbakir", "DİYARBAKIR", "DIYARBAKIR"]),
    ("Iğdır", &["ığdır", "igdir", "IĞDIR"]),
    ("Λόγος", &["λόγος", "ΛΟΓΟΣ", "λογοσ"]),
    ("Οδυσσέας", &["ΟΔΥΣΣΕΑΣ", "οδυσσεας"]),
    ("Nguyễn", &["nguyễn", "NGUYỄN"]),
    ("Đà Nẵng", &["đà nẵng", "ĐÀ NẴNG"]),
    ("Łódź", &["łódź", "lodz", "ŁÓDŹ"]),
    ("Wałęsa", &["walesa", "WAŁĘSA"]),
    ("Źródło", &["zrodlo", "ŹRÓDŁO"]),
    ("L’hôpital", &["hopital", "l'hôpital", "L’HÔPITAL"]),
    ("Qu’aujourd’hui", &["aujourd'hui", "AUJOURD’HUI"]),
    ("می\u{200c}خواهم", &["میخواهم", "می\u{200c}خواهم"]),
    ("خانه\u{200c}ها", &["خانهها"]),
];

#[test]
fn a_search_finds_every_spelling() {
    for (written, others) in SPELLINGS {
        let articles = [
            article("Storm", ""),
            article(written, ""),
            article("Cup", ""),
        ];
        let index = index(&articles);
        for other in others {
            let hits = index.search(other, 10, &|_| true);
            let found: Vec<usize> = hits.iter().map(|hit| hit.article).collect();
            assert_eq!(found, [1], "{written} {other}");
        }
    }
}

#[test]
fn articles_are_alike_in_every_spelling() {
    for (written, others) in SPELLINGS {
        for other in others {
            let articles = [
                article(written, ""),
                article("Storm warning", ""),
                article(other, ""),
                article("Cup final", ""),
            ];
            let found = like(&index(&articles), Query::Known(0));
            assert_eq!(found, [2], "{written} {other}");
        }
    }
}
