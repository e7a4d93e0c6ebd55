//! Words: languages, names, and a reader's search for them.

use super::*;

#[test]
fn languages_without_spaces_and_with_endings() {
    let index_in = |language, articles: &[Article]| {
        let mut index = Index::new(language);
        index.extend(articles);
        index
    };
    let japanese = [
        article("東京都知事選挙の投票始まる", ""),
        article("横浜で花火大会", ""),
        article("知事選挙、開票へ", ""),
        article("花火大会は延期", ""),
    ];
    assert_eq!(
        like(&index_in(Language::OTHER, &japanese), Query::Known(0))[0],
        2
    );
    let thai = [
        article("ข่าวการเลือกตั้ง", ""),
        article("ฟุตบอลโลก", ""),
        article("ผลการเลือกตั้ง", ""),
    ];
    assert_eq!(
        like(&index_in(Language::OTHER, &thai), Query::Known(0))[0],
        2
    );
    let german = [
        article("Brücke gesperrt", "Die Brücken der Stadt"),
        article("Haushalt beschlossen", "Der Rat tagt"),
        article("Sperrung der Brücken", ""),
        article("Sport am Sonntag", ""),
    ];
    assert_eq!(
        like(&index_in(Language::of("de"), &german), Query::Known(0))[0],
        2
    );
    let hebrew = [
        article("הגשר נסגר", ""),
        article("תקציב העיר", ""),
        article("הַגֶּשֶׁר ייפתח", ""),
    ];
    assert_eq!(
        like(&index_in(Language::OTHER, &hebrew), Query::Known(0)),
        [2]
    );
    let mixed = [
        article("Bridge 閉鎖 Мост", ""),
        article("cafe\u{301} Sport", ""),
        article("мосты и bridge", ""),
        article("Caf\u{e9}", ""),
    ];
    let mixed = index_in(Language::ENGLISH, &mixed);
    assert_eq!(like(&mixed, Query::Known(0))[0], 2);
    assert_eq!(like(&mixed, Query::Known(1))[0], 3);
}

#[test]
fn names_in_one_piece() {
    let named = |title: &str, other: &str| -> Vec<String> {
        let articles = [article("", title), article("", other), article("Zoo", "")];
        let index = index(&articles);
        let every: Vec<u32> = (0..index.dictionary.len).collect();
        let found = names(&index, &articles[0], &every);
        found.into_iter().map(|name| name.text).collect()
    };
    let found = named(
        "The cables of Chandlers’ Bridge, Eastbank, and a Bank of England",
        "Chandlers’ Bridge, Eastbank and the Bank of England",
    );
    for name in ["Chandlers’ Bridge", "Bank of England", "Eastbank"] {
        assert!(found.iter().any(|other| other == name), "{name}: {found:?}");
    }
    assert!(!found.iter().any(|name| name.contains(',')), "{found:?}");
    // Pairs of characters overlap.
    let found = named("東京都知事選挙。 查看更多请返回", "東京都知事 查看更多");
    assert!(found.iter().any(|name| name == "東京都"), "{found:?}");
}

#[test]
fn a_search_finds_words_and_names() {
    let mut articles = feed();
    articles[4].authors.push(crate::article::Author {
        name: "Ana María Pike".into(),
        ..crate::article::Author::default()
    });
    articles[1].section = "Town Hall".into();
    let index = index(&articles);
    let find = |text: &str| -> Vec<usize> {
        let hits = index.search(text, 10, &|_| true);
        hits.iter().map(|hit| hit.article).collect()
    };
    // A word of one article alone, in any form of it.
    assert_eq!(find("keepers"), [4]);
    // Where a word is in the headline it counts for more.
    assert_eq!(find("bridge"), [0, 2]);
    // Most of the words, not all; and not fewer than half of them.
    assert_eq!(find("The cup of the Rovers"), [3, 4]);
    assert_eq!(find("harbor ferry cup keeper xyzzy"), [0_usize; 0]);
    assert_eq!(find("ana maria pike"), [4]);
    assert_eq!(find("town hall"), [1]);
    assert_eq!(find("the of"), [0_usize; 0]);
    assert_eq!(find(""), [0_usize; 0]);
    assert_eq!(index.search("rovers", 1, &|at| at != 3)[0].article, 4);
}
