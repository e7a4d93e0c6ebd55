//! Pages that have no feed, or whose article is in none: what they tell search
//! engines and networks is what is known of them.

use super::{tag, until_shown};
use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use serde_json::json;

/// A page that announces no feed, whose head has this in it.
fn bare_page(widget: &Origin, head: &str, lists: &str) -> Origin {
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Front page</title>{head}</head>
         <body><main><article><h1>Harbor bridge shut</h1><p>Cracks were found in the cables of the harbor bridge.</p></article>{lists}</main>{}</body></html>",
        tag(widget)
    );
    Routes::default().reply("/", Reply::html(&page)).serve()
}

#[tokio::test]
async fn a_page_without_a_feed_has_the_lists_of_its_json_ld() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let list = json!({ "@context": "https://schema.org", "@graph": [
        { "@type": "Organization", "name": "Paper" },
        { "@type": "NewsArticle", "headline": "Harbor bridge shut", "url": "/" },
        { "@type": "ItemList", "itemListElement": [
            { "@type": "ListItem", "position": 1, "item": { "@type": "NewsArticle", "headline": "Rovers win the cup", "url": "/cup", "datePublished": "2026-11-20" } },
            { "@type": "ListItem", "position": 2, "url": "/cables", "name": "New cables for the harbor bridge" },
            { "@type": "ListItem", "position": 3, "url": "javascript:alert(1)", "name": "No link" },
            { "@type": "ListItem", "position": 4, "url": "/budget", "name": "Council sets the budget" },
        ] },
    ] });
    let head = format!("<script type='application/ld+json'>{list}</script>");
    let page = bare_page(
        &widget,
        &head,
        "<newsrail-popular id=e count=1></newsrail-popular><newsrail-more-like-this count=1></newsrail-more-like-this>",
    );
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    assert_eq!(headlines(&browser, "#e").await, ["Rovers win the cup"]);
    let related = headlines(&browser, "newsrail-more-like-this").await;
    assert_eq!(related, ["New cables for the harbor bridge"]);
    assert_eq!(
        page.requests().len(),
        1,
        "the page itself: {:?}",
        page.requests()
    );
    browser.screenshot("json-ld-lists").await;
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_page_with_neither_says_so() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    browser.expects(&["no feed: set the attribute feed"]);
    let head = "<script type='application/ld+json'>{\"@type\":\"Organization\",\"name\":\"Paper\"}</script>";
    let page = bare_page(&widget, head, "<newsrail-popular id=e></newsrail-popular>");
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('.notice')", SOON)
        .await;
    let lines = browser.problems().await;
    assert!(
        lines.len() == 1 && lines[0].contains("set the attribute feed"),
        "{lines:#?}"
    );
    let formats = |path: &str| path.starts_with("/newsrail-formats-");
    assert!(
        !widget
            .requests()
            .iter()
            .any(|request| formats(&request.path))
    );
}

/// An article that is in no feed is known by what its page says of it: JSON-LD,
/// else Open Graph, else its text.
#[tokio::test]
async fn more_like_an_article_that_is_in_no_feed() {
    let browser = Browser::start(1280, 900).await;
    let stories = [
        (
            "Lighthouse keeper retires",
            "After forty years at the lamp.",
        ),
        (
            "Harbor bridge closes",
            "Cracks were found in two cables of the harbor bridge.",
        ),
        (
            "Cables are worn",
            "Engineers found cracks in the cables of the bridge.",
        ),
        (
            "Rovers win the cup",
            "A late goal by Okafor decides the final.",
        ),
        (
            "Okafor stays",
            "The Rovers keep their striker after the final.",
        ),
        ("Orchestra opens its season", "Mahler with a new conductor."),
        (
            "Who conducts Mahler",
            "The orchestra has found a conductor.",
        ),
        ("Council sets the budget", "Fees rise for the ferries."),
    ];
    let items: Vec<_> = stories
        .iter()
        .enumerate()
        .map(|(at, (title, summary))| json!({ "id": at.to_string(), "url": format!("https://p.example/{at}"), "title": title, "summary": summary }))
        .collect();
    let paper = Routes::default()
        .cors(true)
        .reply(
            "/feed.json",
            Reply::json(&json!({ "version": "https://jsonfeed.org/version/1.1", "items": items })),
        )
        .serve();
    let json_ld = json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "What we know", "articleBody": "Okafor scored the goal that decided the final for the Rovers.", "keywords": ["Rovers"] });
    for (head, wanted, loads) in [
        (format!("<script type='application/ld+json'>{json_ld}</script>"), ["Rovers win the cup", "Okafor stays"], 2),
        ("<meta property=og:title content='Mahler, and who conducts him'><meta property=og:description content='The orchestra has a new conductor.'><meta property=og:type content=article>".to_owned(), ["Orchestra opens its season", "Who conducts Mahler"], 0),
        (String::new(), ["Harbor bridge closes", "Cables are worn"], 0),
    ] {
        let widget = widget();
        let list = format!("<newsrail-more-like-this id=e count=1 reasons feed='{}'></newsrail-more-like-this>", paper.url("/feed.json"));
        let page = bare_page(&widget, &head, &list);
        browser.goto(&page.url("/")).await;
        until_shown(&browser, 1).await;
        let found = headlines(&browser, "#e").await;
        assert!(wanted.contains(&found[0].as_str()), "{found:?} for {head}");
        let formats = |path: &str| path.starts_with("/newsrail-formats-");
        let loaded = widget.requests().iter().filter(|request| formats(&request.path)).count();
        assert_eq!(loaded, loads, "{head}");
        assert_calm(&browser).await;
    }
}
