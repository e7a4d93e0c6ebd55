//! Initials and the name that they stand for.

use super::*;

/// A feed in which nothing but initials and a name are in common, and that in two pairs.
fn shown(initials: &str, name: &str) -> Vec<Article> {
    vec![
        article(
            "Talks resume",
            &format!("Envoys meet those of {initials} again"),
        ),
        article("Rain in June", "More than in any June before"),
        article("A launch", &format!("It was seen from {name} on Monday")),
        article("Swimmers win", "Two medals on one day"),
        article(
            "Another view",
            &format!("Few tourists visit {initials} now"),
        ),
    ]
}

#[test]
fn initials_are_the_name_that_they_stand_for() {
    for (initials, name) in [
        ("DPRK", "the Democratic People’s Republic of Korea"),
        ("DPRK", "the Democratic People's Republic of Korea"),
        ("WTO", "World Trade Organization"),
        ("RSPB", "the Royal Society for Protection of Birds"),
        ("GWB", "George W Bush"),
        ("SPD", "Sozialdemokratische Partei Deutschlands"),
        ("OTAN", "Organización del Tratado del Atlántico Norte"),
        ("США", "Соединённых Штатах Америки"),
    ] {
        let index = index(&shown(initials, name));
        assert!(like(&index, Query::Known(2)).contains(&0), "{name}");
        assert!(like(&index, Query::Known(0)).contains(&2), "{name}");
        // And of an article that is in no feed.
        let other = article("", &format!("A visit to {name} ends"));
        assert!(like(&index, Query::Other(&other)).contains(&4), "{name}");
    }
}

/// A sentence may begin with an article.
#[test]
fn the_first_word_may_be_none_of_the_name() {
    let index = index(&shown("FBI", "there. The Federal Bureau of Investigation"));
    assert!(like(&index, Query::Known(2)).contains(&0));
}

#[test]
fn what_only_looks_like_initials() {
    for (initials, name, why) in [
        ("a boy", "the Bank of Yorkshire", "is written small"),
        ("DPRK", "Democratic, People’s, Republican Kin", "is a list"),
        (
            "DPRK",
            "Democratic. People’s Republic. Korea",
            "is three sentences",
        ),
        ("TB", "Tony Blair", "are those of most people"),
        (
            "ABCDEFG",
            "Ann Bob Cid Dan Eve Fay Gus",
            "is a row of names",
        ),
    ] {
        let index = index(&shown(initials, name));
        assert!(!like(&index, Query::Known(2)).contains(&0), "{name} {why}");
    }
    // In such a headline a capital says nothing.
    let mut articles = shown("DPRK", "nowhere");
    articles[2].title = "Dogs Play Roles as Kings".into();
    assert!(!like(&index(&articles), Query::Known(2)).contains(&0));
}

/// Two names of the same initials, which no article writes, are no more alike.
#[test]
fn initials_that_no_article_writes_are_none() {
    let mut articles = shown("Rotterdam", "the Royal Bank of Scotland");
    articles[3].summary = "Two for the Republic of British Samoa".into();
    assert!(!like(&index(&articles), Query::Known(2)).contains(&3));
    articles[0].summary = "Envoys meet those of RBS again".into();
    articles[4].summary = "Few tourists visit RBS now".into();
    assert!(like(&index(&articles), Query::Known(2)).contains(&3));
}

/// Capitals of which there are other small letters than one, or none, or no others.
#[test]
fn odd_capitals() {
    let loud = "DEMOCRATIC PEOPLE ".repeat(400);
    let index = index(&[
        article(&loud, &loud),
        article("Ⓐ Ǆ Ǆ ßẞ İ I", "A B C D. A I X İstanbul Ǆungla ẞein Ⓐnders"),
        article("DPRK", "DPRK"),
        article("D P R K", "Democratic  People’s\u{a0}Republic—Korea"),
    ]);
    for at in 0..4 {
        like(&index, Query::Known(at));
    }
}

#[test]
fn a_search_for_initials_finds_the_name() {
    let index = index(&shown("DPRK", "the Democratic People’s Republic of Korea"));
    let found = |words: &str| -> Vec<usize> {
        let hits = index.search(words, 9, &|_| true);
        hits.iter().map(|hit| hit.article).collect()
    };
    let mut all = found("dprk");
    all.sort_unstable();
    assert_eq!(all, [0, 2, 4]);
    // They are one of the words that are searched for.
    assert_eq!(found("DPRK envoys meet")[0], 0);
    assert!(!found("DPRK envoys meet").contains(&2));
}

/// The article says the name, and is listed for its initials.
#[test]
fn a_reason_is_the_initials() {
    let articles = shown("DPRK", "the Democratic People’s Republic of Korea");
    let index = index(&articles);
    let term = index.dictionary.find(key("dprk", 0)).expect("a word");
    let found = names(&index, &articles[2], &[term]);
    let [name] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!((name.text.as_str(), name.capital), ("DPRK", true));
}
