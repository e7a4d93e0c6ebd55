//! Feeds that are found, and what is said of those that are not.

use super::{Answer, Problem, Report, handed_over, look, origin};
use std::cell::RefCell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

const FEED: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","items":[
    {"id":"1","url":"/1","title":"One","image":"https://pictures.example/1.jpg"},{"id":"2","title":"Two"}]}"#;

fn no_charset(_: &[u8], _: &str) -> Option<String> {
    None
}

/// Looks for what is written where these servers answer; the report, and what was asked.
fn found(written: &str, served: &[(&str, &str)]) -> (Report, Vec<String>) {
    let asked = RefCell::new(Vec::new());
    let get = async |url: &str| {
        asked.borrow_mut().push(url.to_owned());
        let known = served.iter().find(|(known, _)| *known == url);
        match known {
            Some((_, "forbidden")) => Err(Problem::Forbidden {
                url: url.to_owned(),
                tried: Vec::new(),
            }),
            Some((_, text)) => Ok(Answer {
                url: url.to_owned(),
                status: 200,
                bytes: text.as_bytes().to_vec(),
                ..Answer::default()
            }),
            None => Err(Problem::Status {
                url: url.to_owned(),
                status: 404,
            }),
        }
    };
    let mut context = Context::from_waker(Waker::noop());
    let Poll::Ready(report) = pin!(look(written, true, &no_charset, get)).poll(&mut context) else {
        panic!("nothing here waits");
    };
    (report, asked.into_inner())
}

#[test]
fn a_feed_by_its_own_address() {
    let (report, _) = found(
        "paper.example/feed.json",
        &[("https://paper.example/feed.json", FEED)],
    );
    assert_eq!(report.addresses(), "https://paper.example/feed.json");
    let feed = &report.feeds[0];
    assert_eq!(
        (feed.title.as_str(), feed.format.as_str(), feed.count),
        ("The Paper", "JSON Feed", 2)
    );
    assert_eq!(feed.articles[0].url, "https://paper.example/1");
    assert_eq!(feed.articles.len(), 1, "one has no address");
    assert_eq!(feed.pictures, ["https://pictures.example"]);
    assert!(
        feed.lacks
            .contains(&"1 of 2 articles have no link".to_owned()),
        "{:?}",
        feed.lacks
    );
    assert!(!report.is_handed_over());
}

#[test]
fn a_feed_that_a_page_announces() {
    let page = "<html><link rel=alternate type=application/feed+json href=/f.json></html>";
    let (report, _) = found(
        "https://paper.example",
        &[
            ("https://paper.example/", page),
            ("https://paper.example/f.json", FEED),
        ],
    );
    assert_eq!(report.addresses(), "https://paper.example/f.json");
    assert_eq!(
        report.feeds[0].page.as_deref(),
        Some("https://paper.example/")
    );
}

/// Few sites let others read their pages, and every WordPress its posts.
#[test]
fn a_site_whose_pages_may_not_be_read_is_asked_where_feeds_usually_are() {
    let posts = r#"[{"link":"https://paper.example/a","title":{"rendered":"A"}}]"#;
    let at = [
        "https://paper.example/wp-json/",
        newsrail_core::shared::WORDPRESS_POSTS,
    ]
    .concat();
    let (report, asked) = found(
        "paper.example",
        &[("https://paper.example/", "forbidden"), (&at, posts)],
    );
    assert_eq!((report.addresses(), asked.len()), (at, 2));
    let (report, asked) = found("paper.example", &[("https://paper.example/", "forbidden")]);
    assert_eq!(asked.len(), 7);
    let words = report.problems[0].to_pass_on().expect("words");
    assert!(
        words.contains("Access-Control-Allow-Origin: *")
            && words.contains("https://paper.example/rss.xml"),
        "{words}"
    );
}

#[test]
fn a_list_in_the_page_itself_goes_along() {
    let page = r#"<html><script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"A","url":"https://paper.example/a"}]}</script></html>"#;
    let (report, _) = found(
        "https://paper.example/",
        &[("https://paper.example/", page)],
    );
    assert!(report.is_handed_over(), "{report:?}");
}

#[test]
fn what_stands_in_the_way_is_said_of_each() {
    let served = [
        ("https://paper.example/page", "<html><p>No feed here</html>"),
        ("https://paper.example/json", "{\"a\":"),
    ];
    let (report, _) = found(
        "nonsense http://paper.example/a paper.example/page paper.example/json paper.example/gone ftp://paper.example",
        &served,
    );
    let is = |at: usize| serde_json::to_value(&report.problems[at]).expect("JSON")["is"].clone();
    let all: Vec<_> = (0..report.problems.len()).map(is).collect();
    assert_eq!(
        all,
        [
            "no-address",
            "insecure",
            "no-feed",
            "unreadable",
            "status",
            "no-address"
        ]
    );
    for problem in &report.problems {
        assert!(!problem.what().is_empty() && !problem.advice().is_empty());
        let passed_on = problem.to_pass_on();
        assert_eq!(
            passed_on.is_none(),
            matches!(problem, Problem::NoAddress { .. })
        );
    }
    assert!(
        report.problems[3].what().contains("at byte"),
        "{}",
        report.problems[3].what()
    );
}

#[test]
fn several_addresses_are_several_feeds_each_once() {
    let served = [("https://a.example/f", FEED), ("https://b.example/f", FEED)];
    let (report, _) = found("a.example/f https://b.example/f a.example/f", &served);
    assert_eq!(
        report.addresses(),
        "https://a.example/f https://b.example/f"
    );
    assert_eq!(report.articles().count(), 2);
}

#[test]
fn a_feed_that_is_handed_over() {
    let report = handed_over(FEED.as_bytes(), &no_charset);
    assert!(report.is_handed_over());
    let text = report.feeds[0].text.as_deref().expect("its text");
    assert!(text.contains("https://your-site.example/1"), "{text}");
    for (text, wanted) in [
        ("", "empty"),
        ("<html>", "HTML page"),
        ("{}", "no list of articles"),
        ("[{\"url\":\"a\",\"views\":1}]", "no feed"),
    ] {
        let report = handed_over(text.as_bytes(), &no_charset);
        let what = report
            .problems
            .first()
            .map(Problem::what)
            .unwrap_or_default();
        assert!(
            what.contains(wanted) || what.contains("no article"),
            "{text}: {what}"
        );
    }
}

/// A report is kept and sent as JSON.
#[test]
fn a_report_is_read_as_it_was_written() {
    let (report, _) = found(
        "paper.example/feed.json paper.example/gone",
        &[("https://paper.example/feed.json", FEED)],
    );
    let json = serde_json::to_string(&report).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Report>(&json).expect("a report"),
        report
    );
}

#[test]
fn origins() {
    assert_eq!(
        origin("https://paper.example:8080/a?b"),
        "https://paper.example:8080"
    );
    assert_eq!(origin("https://paper.example"), "https://paper.example");
}
