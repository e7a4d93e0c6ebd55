//! Programs that do with an element what they should not.

use serde_json::json;

use super::{LIST, asked, items, site, until_first};
use crate::lab::{SOON, assert_calm, headlines, widget};
use crate::support::browser::Browser;

const LINE: &str = "articles is no list of JSON Feed items";

async fn lines(browser: &Browser, words: &str) -> usize {
    let console = browser.console().await;
    console.iter().filter(|line| line.contains(words)).count()
}

const NONSENSE: [&str; 8] = [
    "5",
    "'articles'",
    "{}",
    "{ items: [] }",
    "[1]",
    "[null]",
    "(() => { const round = {}; round.round = round; return [round]; })()",
    "[{ id: 1n }]",
];

/// The page's own links stay, or what was shown before.
#[tokio::test]
async fn articles_that_are_none_cost_a_line() {
    let widget = widget();
    let browser = Browser::start(1000, 900).await;
    browser.expects(&[LINE]);
    for nonsense in NONSENSE {
        let site = site(
            &widget,
            &format!(
                "<{LIST} id=e><a href=/ id=ours>Ours</a></{LIST}><script>e.articles = {nonsense};</script>"
            ),
        );
        browser.goto(&site.url("/")).await;
        browser.run_async("await e.ready", &[]).await;
        assert_eq!(lines(&browser, LINE).await, 1, "{nonsense}");
        let is_seen = "return ours.checkVisibility()";
        assert_eq!(browser.run(is_seen, &[]).await, true, "{nonsense}");
        browser
            .run("e.articles = arguments[0]", &[items(&["One"])])
            .await;
        until_first(&browser, "One").await;
        browser.run(&format!("e.articles = {nonsense}"), &[]).await;
        browser.quiet(SOON).await;
        assert_eq!(lines(&browser, LINE).await, 2, "{nonsense}");
        assert_eq!(headlines(&browser, LIST).await, ["One"], "{nonsense}");
        assert_eq!(asked(&site), 0);
    }
}

/// Its style sheets stayed behind: a list stood there without any.
#[tokio::test]
async fn an_element_in_another_document_says_so_and_works_again_when_it_is_back() {
    let widget = widget();
    let browser = Browser::start(1000, 900).await;
    let line = "is in another document than newsrail.js";
    browser.expects(&[line]);
    let site = site(
        &widget,
        &format!("<{LIST} id=e><a href=/ id=ours>Ours</a></{LIST}><iframe id=frame></iframe>"),
    );
    browser.goto(&site.url("/")).await;
    until_first(&browser, "Of the feed").await;
    let take = "self.e = e; frame.contentDocument.body.append(e);";
    browser.run(take, &[]).await;
    let shows_ours = "e.shadowRoot.querySelector('slot') && !e.shadowRoot.querySelector('h3 a')";
    browser.wait_until(shows_ours, SOON).await;
    browser.quiet(SOON).await;
    assert_eq!(lines(&browser, line).await, 1);
    browser.run("e.count = 3; e.reload()", &[]).await;
    browser.quiet(SOON).await;
    assert_eq!(asked(&site), 1, "nothing is asked for there");
    browser.run("document.body.append(e)", &[]).await;
    until_first(&browser, "Of the feed").await;
    let is_styled = "return e.shadowRoot.adoptedStyleSheets.length";
    assert_eq!(browser.run(is_styled, &[]).await, 2);
}

/// A router that is out of its mind: the lists follow, and nothing is asked for twice.
#[tokio::test]
async fn twenty_addresses_a_second_ask_for_nothing() {
    let widget = widget();
    let browser = Browser::start(1000, 900).await;
    let titles = ["Harbour bridge", "Rovers win", "Harbour closes", "Rain"];
    let site = site(
        &widget,
        &format!(
            "<{LIST} id=e count=2 impressions></{LIST}><newsrail-more-like-this id=other count=1></newsrail-more-like-this>
             <script>e.articles = other.articles = {}; window.loads = 0; addEventListener('newsrail-load', () => loads++);</script>",
            items(&titles)
        ),
    );
    browser.goto(&site.url("/")).await;
    until_first(&browser, "Harbour bridge").await;
    let route = "for (let at = 0; at < 40; at++) {
            history.pushState(null, '', '/route/' + at);
            document.title = 'Route ' + at;
            other.article = e.article = 'https://paper.example/' + at % 4;
            await new Promise((go) => setTimeout(go, 50));
        }";
    browser.run_async(route, &[]).await;
    browser.quiet(SOON).await;
    // The last is the fourth.
    let shown = headlines(&browser, LIST).await;
    assert!(!shown.contains(&"Rain".to_owned()), "{shown:?}");
    assert_eq!(shown.len(), 2);
    let loads = browser.run("return loads", &[]).await;
    assert!(loads.as_u64().is_some_and(|loads| loads > 2), "{loads}");
    assert_eq!(asked(&site), 0);
    let sent = browser.network().await;
    let routes = sent.iter().filter(|sent| sent.url.contains("/route/"));
    assert_eq!(routes.count(), 0);
    assert_eq!(json!(lines(&browser, "newsrail").await), 0);
    assert_calm(&browser).await;
}
