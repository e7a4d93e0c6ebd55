//! Lists of something else than articles.

use super::{URL, pair, titles};
use crate::feed::discovery::{Head, article, listed};
use crate::feed::read;

const CRUMBS: &str = r#"{"@type":"BreadcrumbList","itemListElement":[
    {"@type":"ListItem","position":1,"item":{"@id":"https://paper.example/","name":"Home"}},
    {"@type":"ListItem","position":2,"name":"Harbour","item":"https://paper.example/harbour/"},
    {"@type":"ListItem","position":3,"item":{"@type":"NewsArticle","@id":"https://paper.example/ferry","name":"Ferry"}}]}"#;

const ARTICLE: &str = r#"{"@type":"NewsArticle","headline":"Ferry runs again","url":"/ferry",
    "description":"After a year.","author":{"name":"Ana"},"datePublished":"2026-11-20T10:00:00Z"}"#;

fn page(scripts: &[&str]) -> Head {
    Head {
        url: "https://paper.example/ferry".into(),
        json_ld: scripts.iter().map(|&script| script.to_owned()).collect(),
        ..Head::default()
    }
}

fn is_feed(json: &str) -> bool {
    read(json.as_bytes(), URL, None).is_ok()
}

/// The page listed "Home" and "Harbour", and its last crumb stood in for its article.
#[test]
fn the_way_to_a_page_is_no_list_of_articles() {
    let graph = format!(r#"{{"@graph":[{CRUMBS},{ARTICLE}]}}"#);
    let page_with = format!(r#"{{"@type":"WebPage","mainEntity":{CRUMBS}}}"#);
    for scripts in [
        &[CRUMBS, ARTICLE][..],
        &[ARTICLE, CRUMBS],
        &[&graph],
        &[&page_with, ARTICLE],
    ] {
        let head = page(scripts);
        assert_eq!(listed(&head), None, "{scripts:?}");
        let article = article(&head).expect("an article");
        assert_eq!(
            (article.title.as_str(), article.summary.as_str()),
            ("Ferry runs again", "After a year.")
        );
        assert_eq!(article.authors[0].name, "Ana");
        assert!(article.published.is_some());
    }
    assert!(!is_feed(CRUMBS));
    assert_eq!(article(&page(&[CRUMBS])), None);
}

#[test]
fn staff_and_steps_are_no_articles() {
    for json in [
        r#"{"@type":"ItemList","itemListElement":[
            {"@type":"ListItem","item":{"@type":"Person","name":"Ana","url":"/ana"}},{"@type":"Person","name":"Bo","url":"/bo"}]}"#,
        r##"{"@graph":[{"@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"/ana","item":{"@id":"#ana"}},{"@id":"#bo"}]},
            {"@id":"#ana","@type":"Person","name":"Ana"},{"@id":"#bo","@type":"Person","name":"Bo"}]}"##,
        r#"{"@type":"AboutPage","mainEntity":{"@type":"ItemList","itemListElement":[{"@type":"ListItem","name":"Ana","url":"/ana"}]}}"#,
        r#"{"@type":"HowTo","itemListElement":[{"@type":"ListItem","name":"Peel","url":"/soup#peel"}]}"#,
        r#"{"@type":["HowToSection","ItemList"],"itemListElement":{"@list":[{"@type":"ListItem","name":"Peel","url":"/soup"}]}}"#,
        r#"{"@type":"ItemList","itemListElement":[{"@type":["HowToStep","ListItem"],"name":"Peel","url":"/soup#peel"}]}"#,
        r##"{"@graph":[{"@type":"BreadcrumbList","itemListElement":[{"@id":"#1"}]},{"@type":"ListItem","@id":"#1","name":"Home","item":"/"}]}"##,
    ] {
        assert!(!is_feed(json), "{json}");
    }
}

/// The name in a list came first, and the article that it names was dropped with its
/// author, date and summary.
#[test]
fn an_article_stands_in_the_list_that_names_it() {
    for json in [
        format!(
            r#"[{{"@type":"ItemList","itemListElement":[{{"@type":"ListItem","url":"/a","name":"A"}},
            {{"@type":"ListItem","url":"/ferry","name":"Ferry"}}]}},{ARTICLE}]"#
        ),
        format!(
            r##"{{"@graph":[{{"@type":"CollectionPage","itemListElement":[{{"@type":"ListItem","@id":"#1","item":"/a","name":"A"}},
            {{"@type":"ListItem","@id":"#2","item":"/ferry"}}]}},{ARTICLE}]}}"##
        ),
        format!(
            r##"{{"@graph":[{{"itemListElement":[{{"@id":"#1"}},{{"@type":"ListItem","item":{{"@id":"#f"}}}}]}},
            {{"@type":"ListItem","@id":"#1","url":"/a","name":"A"}},{}]}}"##,
            ARTICLE.replacen('{', r##"{"@id":"#f","##, 1)
        ),
    ] {
        assert_eq!(
            titles(&json),
            [pair("A", "/a"), pair("Ferry runs again", "/ferry")],
            "{json}"
        );
        let feed = read(json.as_bytes(), URL, None).expect("a feed");
        assert_eq!(feed.articles[1].summary, "After a year.");
        assert_eq!(feed.dropped, 0, "{:?}", feed.notes);
    }
}

/// A page that is only named in a list of its own is no article for that.
#[test]
fn a_front_page_that_lists_itself_is_no_article() {
    let list = r#"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"/ferry","name":"Ferries"}]}"#;
    assert_eq!(article(&page(&[list])), None);
    let other = list.replace("/ferry", "/other");
    assert_eq!(article(&page(&[&other])), None);
    assert!(listed(&page(&[&other])).is_some());
}

/// Things that refer to one another in circles, each many times, end.
#[test]
fn references_in_circles() {
    let entries = r##"{"@type":"ListItem","item":{"@id":"#l"}},{"@id":"#l"},"##.repeat(2_000);
    let json = format!(
        r##"{{"@graph":[{{"@id":"#l","@type":"ItemList","itemListElement":[{entries}{ARTICLE}]}}]}}"##
    );
    assert_eq!(titles(&json).len(), 1);
}
