//! Feeds and attributes that are wrong: an error state or the items that are
//! right, one line in the console, and never an empty box.

use serde_json::json;

use crate::lab::{SOON, assert_calm, headlines, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};

const SHOWN: &str = "e.shadowRoot?.querySelector('h3 a, .notice')";

/// A page with one list of the feed at `feed`, an author's link inside.
fn page(widget: &Origin, feed: &str) -> Origin {
    partner(&format!(
        "<newsrail-popular id=e feed='{feed}'><a href=/own>Own link</a></newsrail-popular><script async src='{}'></script>",
        widget.url("/newsrail.js")
    ))
}

#[tokio::test]
async fn a_feed_that_cannot_be_used_is_an_error_state() {
    let widget = widget();
    let large = format!("{{\"items\":[],\"x\":\"{}\"}}", "x".repeat(6 << 20));
    let feeds = Routes::default()
        .cors(true)
        .cors_at("/guarded.json", false)
        .reply("/guarded.json", Reply::json(&json!({ "items": [] })))
        .reply(
            "/broken.json",
            Reply::new("application/json", "{\"items\": ["),
        )
        .reply(
            "/page.json",
            Reply::html("<!doctype html><title>Not found</title>"),
        )
        .reply("/empty.json", Reply::new("application/json", ""))
        .reply("/other.json", Reply::json(&json!({ "hello": "world" })))
        .reply("/fault.json", Reply::json(&json!({})).status(503))
        .reply("/large.json", Reply::new("application/json", large))
        .reply(
            "/deep.json",
            Reply::new("application/json", "[".repeat(100_000)),
        )
        .serve();
    let browser = Browser::start(800, 900).await;
    browser.expects(&[".json - Failed to load", "guarded.json", "newsrail: "]);
    for (path, reason) in [
        ("/absent.json", "the server answered 404"),
        ("/guarded.json", "no answer that this page may read"),
        (
            "/broken.json",
            "the feed cannot be read: ends too early, at byte 11",
        ),
        ("/page.json", "this is an HTML page, not a feed"),
        ("/empty.json", "the response is empty"),
        (
            "/other.json",
            "this JSON is no list of articles in a known format",
        ),
        ("/fault.json", "the server answered 503"),
        ("/large.json", "larger than 5 MB"),
        ("/deep.json", "nested deeper than 64 levels"),
    ] {
        let url = feeds.url(path);
        let page = page(&widget, &url);
        browser.goto(&page.url("/")).await;
        browser.wait_until(SHOWN, SOON).await;
        let notice = browser
            .run(
                "return e.shadowRoot.querySelector('.notice').textContent",
                &[],
            )
            .await;
        assert_eq!(notice, "The stories could not be loaded.", "{path}");
        let own = browser
            .run("return e.querySelector('a').checkVisibility()", &[])
            .await;
        assert_eq!(own, true, "{path}: the author's link stays");
        assert_eq!(
            browser
                .run(
                    "return e.shadowRoot.querySelector('button').textContent",
                    &[]
                )
                .await,
            "Try again"
        );
        let lines: Vec<_> = browser
            .console()
            .await
            .into_iter()
            .filter(|line| line.contains("newsrail: "))
            .collect();
        assert_eq!(lines.len(), 1, "{path}: {lines:#?}");
        assert!(
            lines[0].contains("newsrail-popular id=")
                && lines[0].contains(&url)
                && lines[0].contains(reason),
            "{lines:?}"
        );
    }
    browser.screenshot("error-state").await;
}

#[tokio::test]
async fn a_second_try_fetches_again() {
    let widget = widget();
    let tries = std::sync::atomic::AtomicUsize::new(0);
    let feeds = Routes::default()
        .cors(true)
        .answer("/feed.json", move |_| {
            if tries.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0 {
                return Reply::json(&json!({})).status(500);
            }
            Reply::json(&json!({ "version": "https://jsonfeed.org/version/1.1", "items": [{ "id": "1", "url": "https://p.example/1", "title": "Back again" }] }))
        })
        .serve();
    let page = page(&widget, &feeds.url("/feed.json"));
    let browser = Browser::start(800, 900).await;
    browser.expects(&["status of 500", "the server answered 500"]);
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    browser.click("e.shadowRoot.querySelector('button')").await;
    browser
        .wait_until("e.shadowRoot.querySelector('h3 a')", SOON)
        .await;
    assert_eq!(headlines(&browser, "#e").await, ["Back again"]);
    assert_eq!(feeds.requests_to("/feed.json").len(), 2);
}

#[tokio::test]
async fn what_is_right_in_a_feed_is_shown() {
    let widget = widget();
    let feeds = Routes::default()
        .cors(true)
        .reply(
            "/feed.json",
            Reply::json(&json!({ "version": "https://jsonfeed.org/version/1.1", "title": 7, "items": [
                null, 5, [], {}, { "id": "1" }, { "title": ["no"], "url": "https://p.example/none" },
                { "title": "No link, so in no list" },
                { "title": "A script", "url": "javascript:alert(1)" },
                { "id": {}, "title": "Right <img src=x onerror=alert(1)>&amp; good", "url": "https://p.example/a", "summary": 3, "image": [], "date_published": "soon", "tags": {} },
                { "title": "The same again", "url": "https://www.p.example/a/?utm_source=x" },
            ] })),
        )
        .serve();
    let page = page(&widget, &feeds.url("/feed.json"));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    // A link without a headline is an article all the same.
    assert_eq!(
        headlines(&browser, "#e").await,
        ["p.example/none", "Right & good"]
    );
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_wrong_attribute_is_the_default_and_a_line() {
    let (widget, paper) = (widget(), crate::lab::paper());
    let page = partner(&format!(
        "<newsrail-popular id=e feed='{}' count=five layout=grid theme=sepia></newsrail-popular><script async src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    assert_eq!(headlines(&browser, "#e").await.len(), 5);
    let lines = browser.problems().await;
    assert_eq!(lines.len(), 3, "{lines:#?}");
    for said in ["layout=", "count=", "theme="] {
        assert!(
            lines
                .iter()
                .any(|line| line.contains(said) && line.contains("newsrail-popular")),
            "{said}: {lines:#?}"
        );
    }
}

/// A partner's own page is a WordPress post with a number, and so is another
/// article in the feed that it shows: that was left out of every list.
#[tokio::test]
async fn the_number_of_a_post_is_of_its_own_site() {
    let widget = widget();
    let item = |number: usize, site: &str| json!({ "id": number.to_string(), "url": format!("{site}/{number}"), "title": format!("Story {number}") });
    let site = "https://p.example";
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item(1, site), item(2, site), item(3, site)] });
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed))
        .serve();
    let browser = Browser::start(800, 900).await;
    for (of, wanted) in [
        (
            "https://partner.example",
            &["Story 1", "Story 2", "Story 3"][..],
        ),
        (site, &["Story 1", "Story 3"]),
    ] {
        let page = partner(&format!(
            "<script>document.head.append(Object.assign(document.createElement('link'), {{ rel: 'alternate', type: 'application/json', href: '{of}/wp-json/wp/v2/posts/2' }}))</script>
             <newsrail-popular id=e feed='{}'></newsrail-popular><script async src='{}'></script>",
            feeds.url("/feed.json"),
            widget.url("/newsrail.js")
        ));
        browser.goto(&page.url("/")).await;
        browser.wait_until(SHOWN, SOON).await;
        assert_eq!(headlines(&browser, "#e").await, wanted, "{of}");
    }
}
