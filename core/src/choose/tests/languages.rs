//! Which language a list beside an article is in.

use super::*;
use crate::choose::list;

/// Names are written alike in many languages: what is most like an article may be what few
/// of its readers can read.
#[test]
fn a_list_is_in_the_language_of_the_article_where_there_are_enough() {
    let mut feed = newspaper();
    for at in [2, 6] {
        feed.articles[at].language = "fr".into();
    }
    let index = index(&feed);
    let first = |number: usize, count: &str| {
        let config = config(Kind::MoreLikeThis, &[("count", count)]);
        let mut given = given(&feed);
        given.index = Some(&index);
        numbers(&shown(list(
            &beside(number, Kind::MoreLikeThis, &config),
            &given,
        )))
    };
    assert_eq!(first(1, "1"), ["5"]);
    // Five others are in English, and no list is shorter for that.
    let mut english = first(1, "5");
    english.sort();
    assert_eq!(english.concat(), "24568");
    assert_eq!(first(1, "6").len(), 6);
    assert_eq!(first(1, "6")[0], "3");
    // In French there is one other.
    assert_eq!(first(7, "1"), ["3"]);
    assert_eq!(first(7, "2")[0], "2");
}

/// The page says it where its article is in no feed.
#[test]
fn an_article_of_no_feed_is_in_its_own_language_or_the_pages() {
    let mut feed = newspaper();
    for at in [0, 4] {
        feed.articles[at].language = "fr".into();
    }
    let index = index(&feed);
    let config = config(Kind::MoreLikeThis, &[("count", "1")]);
    let choice = beside(99, Kind::MoreLikeThis, &config);
    let found = |page: &str, said: &str| {
        let said = Article {
            title: "Harbor bridge and cable".into(),
            language: said.into(),
            ..Article::default()
        };
        let mut given = given(&feed);
        given.index = Some(&index);
        given.page_article = Supply::Here(&said);
        given.page_language = page;
        numbers(&shown(list(&choice, &given))).concat()
    };
    assert_eq!([found("en-GB", ""), found("fr", "en")], ["3", "3"]);
    assert!(["1", "5"].contains(&&*found("fr", "")));
    assert!(["1", "5"].contains(&&*found("en", "fr-CA")));
}
