//! Nothing on a partner's page moves, whatever comes late.

use super::{DESKTOP, PHONE};
use crate::lab::{BOTH_LISTS, SOON, assert_calm, paper, partner, snippets, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Reply, Routes};
use crate::support::project;

/// Every snippet of docs/publish/embed.md, on desktop and phone, moves nothing,
/// though the script is async and everything comes late.
#[tokio::test]
async fn nothing_on_the_page_moves() {
    let (widget, paper) = (widget(), paper());
    let snippets = snippets(&widget, &paper);
    for (width, height) in [DESKTOP, PHONE] {
        let browser = Browser::start(width, height).await;
        for at in [0, 2] {
            let page = partner(&snippets[at]);
            browser.goto(&page.url("/")).await;
            assert_stillness(&browser, &format!("snippet {at} at {width} pixels")).await;
            browser
                .screenshot(&format!("partner-{width}-snippet-{at}"))
                .await;
        }
    }
}

/// A feed that comes long after the program moves nothing either.
#[tokio::test]
async fn a_late_feed_moves_nothing() {
    let feed = std::fs::read(project().join("samples/feed.json")).expect("the samples are there");
    let gate = Gate::closed();
    let late = Reply::new("application/feed+json", feed).held_by(&gate);
    let (widget, paper) = (
        widget(),
        Routes::default()
            .cors(true)
            .reply("/feed.json", late)
            .folder("/", project().join("samples"))
            .serve(),
    );
    let browser = Browser::start(DESKTOP.0, DESKTOP.1).await;
    for (at, snippet) in snippets(&widget, &paper).into_iter().enumerate() {
        if at == 1 {
            continue; // the bare tag has no feed here
        }
        let page = partner(&snippet);
        gate.close();
        browser.goto(&page.url("/")).await;
        let program = "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('.wasm') && responseEnd)";
        browser.wait_until(program, SOON).await;
        browser
            .screenshot(&format!("partner-late-snippet-{at}"))
            .await;
        gate.open();
        assert_stillness(&browser, &format!("snippet {at} with a late feed")).await;
    }
}

/// Waits for both lists and every picture in them; nothing has moved by then.
async fn assert_stillness(browser: &Browser, case: &str) {
    browser.wait_until(BOTH_LISTS, SOON).await;
    // To the end, so that every picture comes into view and loads.
    browser
        .run("scrollTo(0, document.body.scrollHeight)", &[])
        .await;
    browser
        .wait_until(
            "[...document.querySelectorAll('newsrail-more-like-this')].every((e) =>
               [...e.shadowRoot.querySelectorAll('img')].every((i) => i.complete))",
            SOON,
        )
        .await;
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score == 0.0, "{case}: {shifts:#?}");
    assert_calm(browser).await;
}
