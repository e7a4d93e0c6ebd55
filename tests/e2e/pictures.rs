//! The page's own pictures and newsrail on one line: what the reader is
//! waiting for comes first.

use crate::lab::{BOTH_LISTS, SOON, paper, partner, snippets, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use std::time::Duration;

/// Whether the lists were asked for when a page's picture was there, if that
/// stands so far down and takes so long.
async fn waits_for(browser: &Browser, down: &str, takes: Duration) -> bool {
    let (widget, paper) = (widget(), paper());
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'/>";
    let pictures = Routes::default()
        .reply("/lead.svg", Reply::new("image/svg+xml", svg).after(takes))
        .serve();
    let page = partner(&format!(
        "<img src='{}' width=300 height=200 alt='' style='position: absolute; top: {down}'>{}",
        pictures.url("/lead.svg"),
        snippets(&widget, &paper)[0]
    ));
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let ended = "performance.getEntriesByType('resource').find(({ name }) => name.endsWith('lead.svg'))?.responseEnd";
    browser.wait_until(ended, SOON).await;
    let order = "const loads = performance.getEntriesByType('resource');
        const of = (ending) => loads.find(({ name }) => name.endsWith(ending));
        return of('.wasm').startTime >= of('lead.svg').responseEnd && of('feed.json').startTime >= of('lead.svg').responseEnd;";
    browser.run(order, &[]).await.as_bool().expect("an order")
}

#[tokio::test]
async fn a_picture_in_view_comes_before_the_lists() {
    let browser = Browser::start(1280, 900).await;
    assert!(waits_for(&browser, "0", Duration::from_millis(800)).await);
}

#[tokio::test]
async fn a_picture_out_of_view_and_one_that_does_not_come_keep_no_list_waiting() {
    let browser = Browser::start(1280, 900).await;
    assert!(!waits_for(&browser, "2000px", Duration::from_secs(2)).await);
    assert!(!waits_for(&browser, "0", Duration::from_secs(6)).await);
}
