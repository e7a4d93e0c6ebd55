//! Every element on one page, at two widths, light and dark.

use crate::lab::{SOON, assert_calm, paper, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use serde_json::json;
use thirtyfour::Key;

/// Each has mounted and shows what it is for.
const ALL: &str = "['article h1', 'share li', 'author .author', 'reply textarea', 'subscribe input', 'slot slot', 'popular h3', 'more-like-this h3']
    .every((one) => { const [name, inside] = one.split(' '); return document.querySelector('newsrail-' + name).shadowRoot?.querySelector(inside) })";

#[tokio::test]
async fn all_of_them_stand_still_and_fit() {
    let (widget, paper) = (widget(), paper());
    let site = Routes::default()
        .cors(true)
        .reply(
            "/replies",
            Reply::json(&json!([
                { "id": 1, "name": "Ana", "date": "2026-11-20T09:00:00Z", "content": "<p>I crossed it on the first day.</p>" },
                { "id": 2, "parent": 1, "name": "Bo", "date": "2026-11-20T10:00:00Z", "content": "<p>So did I, on foot.</p>" },
            ])),
        )
        .serve();
    let page = partner(&format!(
        "<style>article, newsrail-article {{ display: block; min-height: 100vh }}</style>
         <newsrail-article></newsrail-article><newsrail-share networks='copy email facebook x whatsapp mastodon'></newsrail-share>
         <newsrail-slot sizes='300x100 600:300x250'></newsrail-slot><newsrail-author count=2></newsrail-author>
         <newsrail-popular></newsrail-popular><newsrail-more-like-this></newsrail-more-like-this>
         <newsrail-subscribe subscribe='/s' names consent='One letter a day.' privacy='/p'></newsrail-subscribe>
         <newsrail-reply comments='{}'></newsrail-reply>
         <script async data-feed='{}' data-article=chandlers-bridge-reopens src='{}'></script>",
        site.url("/replies"),
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(1280, 900).await;
    for (scheme, width) in [("light", 1280), ("dark", 360)] {
        browser.media(&[("prefers-color-scheme", scheme)]).await;
        browser.resize(width, 800).await;
        browser.goto(&page.url("/")).await;
        if scheme == "dark" {
            browser
                .run(
                    "document.body.style.cssText = 'background: #14161a; color: #e8e6e1'",
                    &[],
                )
                .await;
        }
        // An article's length is known when it is there, before anybody scrolls.
        let article = "document.querySelector('newsrail-article').shadowRoot?.querySelector('h1')";
        browser.wait_until(article, SOON).await;
        // Step by step, as a reader scrolls: each element comes as it nears.
        browser
            .run_async(
                "for (let y = 0; y < 12000; y += 400) { scrollTo(0, y); await new Promise((done) => setTimeout(done, 60)) }",
                &[],
            )
            .await;
        browser.wait_until(ALL, SOON).await;
        for name in ["share", "slot", "author", "subscribe", "reply"] {
            browser
                .run(
                    &format!("document.querySelector('newsrail-{name}').scrollIntoView()"),
                    &[],
                )
                .await;
            browser
                .screenshot(&format!("page-{scheme}-{width}-{name}"))
                .await;
        }
        let wide = "const e = document.documentElement; return e.scrollWidth - e.clientWidth";
        assert_eq!(
            browser.run(wide, &[]).await,
            0,
            "nothing stands out to the side"
        );
        for name in ["slot", "author", "subscribe"] {
            let script = "const e = document.querySelector(arguments[0]);
                return e.getBoundingClientRect().height - parseFloat(getComputedStyle(e).minHeight)";
            let more = browser
                .run(script, &[format!("newsrail-{name}").into()])
                .await;
            assert!(
                more.as_f64().is_some_and(|more| more.abs() < 0.1),
                "{name} takes {more} more than is held"
            );
        }
        let shifts = browser.layout_shifts().await;
        assert!(shifts.score < 0.001, "{shifts:?}");
        assert_calm(&browser).await;
    }
}

#[tokio::test]
async fn sharing_by_keyboard_loads_nothing_before_a_click() {
    let widget = widget();
    let page = partner(&format!(
        "<newsrail-share id=e networks='mastodon reddit facebook'></newsrail-share><script async src='{}'></script>",
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(360, 740).await;
    browser.goto(&page.url("/")).await;
    browser.run("e.scrollIntoView()", &[]).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('li a')", SOON)
        .await;
    let outside = browser.network().await;
    assert!(
        outside
            .iter()
            .all(|sent| sent.url.starts_with("http://127.0.0.1")),
        "{outside:?}"
    );
    browser.keys(Key::Tab).await;
    browser.keys(Key::Enter).await;
    browser
        .wait_until("e.shadowRoot.activeElement?.id === 'server'", SOON)
        .await;
    browser.keys("nowhere").await;
    browser.keys(Key::Enter).await;
    browser
        .wait_until("e.shadowRoot.querySelector('[aria-invalid]')", SOON)
        .await;
    browser.screenshot("share-server").await;
    assert_calm(&browser).await;
}
