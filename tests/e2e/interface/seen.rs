//! Which items of a list a reader has seen.

use serde_json::{Value, json};

use super::{LIST, items, site, until_first};
use crate::lab::{SOON, assert_calm, widget};
use crate::support::browser::Browser;

const EARS: &str = "window.told = [];
    addEventListener('newsrail-impression', ({ target, detail }) => told.push([target.localName, detail]));";

/// Lets a second pass, over and over, until so many have been told of.
async fn until_told(browser: &Browser, count: usize) -> Vec<Value> {
    let told = format!("(pass(1), told.length >= {count})");
    browser.wait_until(&told, SOON).await;
    let told = browser.run("pass(2); return told.splice(0)", &[]).await;
    let told = told.as_array().cloned().unwrap_or_default();
    assert_eq!(told.len(), count, "{told:#?}");
    told
}

/// The places of what was told of.
fn places(told: &[Value]) -> Vec<u64> {
    let place = |told: &Value| told[1]["place"].as_u64();
    let mut places: Vec<u64> = told.iter().filter_map(place).collect();
    places.sort_unstable();
    places
}

async fn nothing_told(browser: &Browser) {
    browser.quiet(SOON).await;
    browser.run("pass(2)", &[]).await;
    assert_eq!(browser.run("return told", &[]).await, json!([]));
}

#[tokio::test]
async fn half_of_an_item_for_a_second_once_a_page() {
    let widget = widget();
    let browser = Browser::start(800, 600).await;
    browser
        .before_each_page(include_str!("../matrix/clock.js"))
        .await;
    let site = site(
        &widget,
        &format!(
            "<style>{LIST}::part(item) {{ box-sizing: border-box; height: 200px }} body {{ margin: 0 }}</style>
             <script>{EARS}</script><{LIST} id=e heading='' count=4 impressions></{LIST}><p style='height: 2000px'>
             <script>e.articles = {};</script>",
            items(&["One", "Two", "Three", "Four", "Five", "Six"])
        ),
    );
    browser.goto(&site.url("/")).await;
    until_first(&browser, "One").await;
    // The list's part of the viewport has room for three, and the beginning of the fourth.
    browser
        .run("window.top4 = e.shadowRoot.querySelectorAll('li')[3].getBoundingClientRect().top; scrollTo(0, top4 - 540)", &[])
        .await;
    let told = until_told(&browser, 3).await;
    assert_eq!(places(&told), [1, 2, 3]);
    let first = told.iter().find(|told| told[1]["place"] == 1);
    assert_eq!(
        *first.expect("the first"),
        json!([LIST, { "list": "popular", "place": 1, "id": "One", "url": "https://paper.example/0", "reason": "latest" }])
    );
    // Less than half of the fourth is none, and what has been seen is seen.
    nothing_told(&browser).await;
    // Past it before the second is over: nothing. Long enough: once.
    browser.run("scrollTo(0, top4 - 400)", &[]).await;
    browser.run("scrollTo(0, 2000)", &[]).await;
    nothing_told(&browser).await;
    browser.run("scrollTo(0, top4 - 300)", &[]).await;
    assert_eq!(places(&until_told(&browser, 1).await), [4]);
    browser.run("e.reload()", &[]).await;
    nothing_told(&browser).await;
    // On another page of an app all count anew.
    browser.run("scrollTo(0, top4 - 540); history.pushState(null, '', '/another'); document.title = 'Another'", &[]).await;
    assert_eq!(places(&until_told(&browser, 3).await), [1, 2, 3]);
    // Switched off, it tells nothing more.
    browser
        .run("e.impressions = false; scrollTo(0, top4)", &[])
        .await;
    nothing_told(&browser).await;
    assert_calm(&browser).await;
}

/// Without the setting nobody looks, and nothing is loaded for it; the script tag's counts
/// for all elements, on a news site as in lists.
#[tokio::test]
async fn it_is_a_setting_of_any_list() {
    let (widget, paper) = (widget(), crate::lab::paper());
    let browser = Browser::start(800, 900).await;
    browser
        .before_each_page(include_str!("../matrix/clock.js"))
        .await;
    let feed = paper.url("/feed.json");
    let script = widget.url("/newsrail.js");
    let page = crate::lab::partner(&format!(
        "<script>{EARS}</script><newsrail-popular feed='{feed}'></newsrail-popular><script async src='{script}'></script>"
    ));
    browser.goto(&page.url("/")).await;
    until_first(
        &browser,
        "First cars cross Chandlers’ Bridge as the bill goes to arbitration",
    )
    .await;
    nothing_told(&browser).await;
    let sent = browser.network().await;
    assert!(sent.iter().all(|sent| !sent.url.contains("newsrail-seen")));
    for (kind, rest) in [
        ("front", ""),
        ("search", "query=bridge count=2"),
        ("author", "article=chandlers-bridge-reopens"),
    ] {
        let page = crate::lab::partner(&format!(
            "<script>{EARS}</script><newsrail-{kind} id=e feed='{feed}' {rest}></newsrail-{kind}>
             <script async data-impressions src='{script}'></script>"
        ));
        browser.goto(&page.url("/")).await;
        browser.run_async("await e.ready", &[]).await;
        browser
            .run(
                "e.shadowRoot.querySelector('[part~=headline]').scrollIntoView()",
                &[],
            )
            .await;
        browser.wait_until("(pass(1), told.length)", SOON).await;
        let first = browser
            .run(
                "return told.map(([, { list, place }]) => [list, place]).sort()[0]",
                &[],
            )
            .await;
        assert_eq!(first, json!([kind, 1]));
        if kind == "search" {
            // More of them, without an event of having loaded.
            browser
                .click("[...e.shadowRoot.querySelectorAll('button')].at(-1)")
                .await;
            browser
                .wait_until(
                    "(e.shadowRoot.querySelectorAll('[part~=headline]')[2]?.scrollIntoView({ block: 'center' }), pass(1), told.some(([, { place }]) => place > 2))",
                    SOON,
                )
                .await;
        }
        assert_calm(&browser).await;
    }
}
