//! Several feeds as one, counts of readers, and lists from a search engine.

mod described;
mod further_pages;

use serde_json::{Value, json};

use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Origin, Reply, Routes};

/// An article of the number's own day: a higher number is younger.
fn item(number: usize) -> Value {
    json!({ "id": format!("{number}"), "url": format!("https://p.example/{number}"), "title": format!("Story {number}"),
        "date_published": format!("2026-10-{:02}T10:00:00Z", number) })
}

fn feed(numbers: impl Iterator<Item = usize>, next: Option<&str>) -> Reply {
    let items: Vec<_> = numbers.map(item).collect();
    Reply::json(
        &json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "next_url": next, "items": items }),
    )
}

fn tag(widget: &Origin) -> String {
    format!(
        "<script async src='{}'></script>",
        widget.url("/newsrail.js")
    )
}

/// The latest of a feed, as many as a list can have.
fn latest(feeds: &str, attributes: &str) -> String {
    format!("<newsrail-popular id=e count=20 feed='{feeds}' {attributes}></newsrail-popular>")
}

async fn until_shown(browser: &Browser, count: usize) {
    let shown = format!("e.shadowRoot?.querySelectorAll('h3 a').length === {count}");
    browser.wait_until(&shown, SOON).await;
}

#[tokio::test]
async fn two_feeds_are_one_without_doubles() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let mut other = item(3);
    other["url"] = "http://www.p.example/3/?utm_source=feed#top".into();
    let second = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [other, item(4), item(5)] });
    let gate = Gate::closed();
    let feeds = Routes::default()
        .cors(true)
        .reply("/one.json", feed([1, 2, 3].into_iter(), None))
        .reply("/two.json", Reply::json(&second).held_by(&gate))
        .serve();
    let both = format!("{} \n {}", feeds.url("/one.json"), feeds.url("/two.json"));
    let page = partner(&format!(
        "<style>newsrail-popular, newsrail-more-like-this {{ display: flow-root; min-height: 17em }}</style>
         {}<newsrail-more-like-this feed='{both}' article='https://p.example/1' count=2></newsrail-more-like-this>{}",
        latest(&both, "count=3").replacen("count=20", "", 1),
        tag(&widget)
    ));
    browser.goto(&page.url("/")).await;
    let first = "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('/one.json') && responseEnd)";
    browser.wait_until(first, SOON).await;
    gate.open();
    browser.wait_until(BOTH_LISTS, SOON).await;
    let latest = headlines(&browser, "#e").await;
    assert_eq!(latest, ["Story 5", "Story 4", "Story 3"]);
    let others = headlines(&browser, "newsrail-more-like-this").await;
    assert_eq!(
        others,
        ["Story 2"],
        "neither the article nor what stands above"
    );
    assert_eq!(feeds.requests().len(), 2, "each once for both lists");
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score == 0.0, "{shifts:#?}");
    assert_calm(&browser).await;
}

#[tokio::test]
async fn one_feed_that_fails_is_named_and_the_others_are_shown() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    browser.expects(&["/two.json - Failed"]);
    let feeds = Routes::default()
        .cors(true)
        .reply("/one.json", feed(1..=2, None))
        .reply("/two.json", Reply::json(&json!({})).status(503))
        .serve();
    let set = format!(
        "{} {} javascript:void",
        feeds.url("/one.json"),
        feeds.url("/two.json")
    );
    let page = partner(&(latest(&set, "") + &*tag(&widget)));
    browser.goto(&page.url("/")).await;
    until_shown(&browser, 2).await;
    let lines = browser.console().await;
    let ours: Vec<_> = lines
        .iter()
        .filter(|line| line.contains("newsrail: "))
        .collect();
    assert_eq!(ours.len(), 2, "{lines:#?}");
    assert!(
        ours[0].contains("/two.json: the server answered 503"),
        "{ours:?}"
    );
    assert!(
        ours[1].contains("javascript:void: not an http or https address"),
        "{ours:?}"
    );
}

#[tokio::test]
async fn counts_from_an_export_make_a_feed_popular() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let by_path = json!({ "results": [{ "page": "/", "visitors": 900 }, { "page": "/2", "visitors": 3 }, { "page": "/gone", "visitors": 500 }, { "page": "/4/", "visitors": 80 }] });
    let by_address = json!([{ "label": "https://www.p.example/4?utm_source=x", "nb_hits": 80 }, { "label": "https://other.example/1", "nb_hits": 90 }, { "label": "p.example/2", "nb_hits": 3 }]);
    let ranks = json!(["https://p.example/4", "/2", "/nowhere"]);
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed.json", feed(1..=5, None))
        .reply("/path.json", Reply::json(&by_path))
        .reply("/address.json", Reply::json(&by_address))
        .reply("/ranks.json", Reply::json(&ranks))
        .reply("/none.json", Reply::json(&json!({ "/elsewhere": 5 })))
        .serve();
    for path in ["/path.json", "/address.json", "/ranks.json"] {
        let counts = format!("popular='{}'", feeds.url(path));
        let page = partner(&(latest(&feeds.url("/feed.json"), &counts) + &*tag(&widget)));
        browser.goto(&page.url("/")).await;
        until_shown(&browser, 2).await;
        assert_eq!(
            headlines(&browser, "#e").await,
            ["Story 4", "Story 2"],
            "{path}"
        );
        let heading = "return e.shadowRoot.querySelector('h2').textContent";
        assert_eq!(browser.run(heading, &[]).await, "Popular", "{path}");
        assert_calm(&browser).await;
    }
    let counts = format!("popular='{}'", feeds.url("/none.json"));
    let page = partner(&(latest(&feeds.url("/feed.json"), &counts) + &*tag(&widget)));
    browser.goto(&page.url("/")).await;
    until_shown(&browser, 5).await;
    let heading = "return e.shadowRoot.querySelector('h2').textContent";
    assert_eq!(browser.run(heading, &[]).await, "Latest");
    let lines = browser.problems().await;
    assert!(
        lines.len() == 1 && lines[0].contains("names no article"),
        "{lines:#?}"
    );
}

#[tokio::test]
async fn a_search_engines_answer_is_the_list_it_gives() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let hit = |number: usize| json!({ "_index": "articles", "_id": number.to_string(), "_score": 2.5, "_source": item(number) });
    let answer = json!({ "took": 2, "timed_out": false, "hits": { "total": { "value": 2, "relation": "eq" }, "hits": [hit(2), hit(1), hit(4)] } });
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed.json", feed(1..=5, None))
        .reply("/like/1", Reply::json(&answer))
        .serve();
    let page = partner(&format!(
        "<newsrail-more-like-this id=e feed='{0}' article=1 related='{1}/{{id}}'></newsrail-more-like-this>{2}",
        feeds.url("/feed.json"),
        feeds.url("/like"),
        tag(&widget)
    ));
    browser.goto(&page.url("/")).await;
    until_shown(&browser, 2).await;
    assert_eq!(
        headlines(&browser, "#e").await,
        ["Story 2", "Story 4"],
        "without the article itself"
    );
    assert_calm(&browser).await;
}
