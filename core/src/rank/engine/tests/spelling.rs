//! One word in several spellings: a reader types it without accents and in small letters,
//! and another article has it in capitals.

use super::*;

/// A word as an article has it, and other spellings of it.
const SPELLINGS: [(&str, &[&str]); 37] = [
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
    (
        "Nguyễn",
        &["nguyễn", "NGUYỄN", "nguyen", "nguye\u{302}\u{303}n"],
    ),
    ("Đà Nẵng", &["đà nẵng", "ĐÀ NẴNG", "da nang"]),
    ("Hà Nội", &["ha noi"]),
    ("Straße", &["STRAẞE", "strasse", "STRASSE"]),
    ("Łódź", &["łódź", "lodz", "ŁÓDŹ"]),
    ("Wałęsa", &["walesa", "WAŁĘSA"]),
    ("Źródło", &["zrodlo", "ŹRÓDŁO"]),
    ("L’hôpital", &["hopital", "l'hôpital", "L’HÔPITAL"]),
    ("Qu’aujourd’hui", &["aujourd'hui", "AUJOURD’HUI"]),
    ("می\u{200c}خواهم", &["میخواهم", "می\u{200c}خواهم"]),
    ("خانه\u{200c}ها", &["خانهها"]),
    // The two letters that Persian keyboards write otherwise than Arabic ones.
    ("کرمانی", &["كرماني"]),
    (
        "Bundes\u{ad}verfassungs\u{ad}gericht",
        &[
            "bundesverfassungsgericht",
            "Bundes\u{200b}verfassungs\u{2060}gericht",
        ],
    ),
    ("ｆｕｌｌｗｉｄｔｈ", &["fullwidth", "FULLWIDTH"]),
    ("ﬁnancial", &["financial", "FINANCIAL"]),
    ("𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴", &["breaking"]),
    ("e\u{feff}conomy", &["economy"]),
    ("ĳsberg", &["ijsberg"]),
    ("Əliyev", &["əliyev"]),
    ("Ἀθῆναι", &["Αθηναι", "αθήναι"]),
    ("ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", &["საქართველო"]),
    (
        "\u{1103}\u{1162}\u{1110}\u{1169}\u{11bc}\u{1105}\u{1167}\u{11bc}",
        &["대통령"],
    ),
    ("ﾊﾞｽ停", &["バス停", "ハ\u{3099}ス停"]),
    ("東京\u{fe00}都", &["東京都"]),
    ("ﺳﻼﻡ", &["سلام"]),
    ("Ǎi Nǚshì", &["ai nushi"]),
    // Hindi's letters of Persian, and Thai's long vowel, in one piece and in two.
    ("\u{95b}मीन", &["\u{91c}\u{93c}मीन"]),
    ("น\u{e33}ตาล", &["น\u{e4d}\u{e32}ตาล"]),
    ("km²", &["km2", "KM²"]),
    ("مد\u{61c}رسة", &["مدرسة"]),
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
