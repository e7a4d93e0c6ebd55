//! The page's own pictures and newsrail on one line: what the reader is
//! waiting for comes first.

use crate::lab::{BOTH_LISTS, SOON, partner, snippets, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Reply, Routes};
use crate::support::project;
use std::time::Duration;

/// Whether the lists were asked for when a page's picture was there, if that
/// stands so far down and comes so; the gate is opened with the lists' feed.
async fn waits_for(
    browser: &Browser,
    down: &str,
    comes: impl FnOnce(Reply, &Gate) -> Reply,
) -> bool {
    let (widget, asked) = (widget(), Gate::closed());
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'/>";
    let picture = comes(Reply::new("image/svg+xml", svg), &asked);
    let pictures = Routes::default().reply("/lead.svg", picture).serve();
    let samples = project().join("samples");
    let feed = std::fs::read(samples.join("feed.json")).expect("the samples are there");
    let paper = Routes::default()
        .cors(true)
        .answer("/feed.json", move |_| {
            asked.open();
            Reply::file("feed.json", feed.clone())
        })
        .folder("/", samples)
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

/// Takes the end from a page's long timers, so that none ends a wait for a picture.
const ENDLESS: &str = "const set = setTimeout;
    window.setTimeout = (act, time, ...rest) => time >= 1000 ? 0 : set(act, time, ...rest);";

/// The picture takes longer than the lists would wait for it.
#[tokio::test]
async fn a_picture_in_view_comes_before_the_lists() {
    let browser = Browser::start(1280, 900).await;
    browser.before_each_page(ENDLESS).await;
    let late = |reply: Reply, _: &Gate| reply.after(Duration::from_millis(2500));
    assert!(waits_for(&browser, "0", late).await);
}

/// Neither picture comes before the lists are asked for; the first is not waited
/// for at all, the second not for ever.
#[tokio::test]
async fn a_picture_out_of_view_and_one_that_does_not_come_keep_no_list_waiting() {
    let browser = Browser::start(1280, 900).await;
    assert!(!waits_for(&browser, "0", Reply::held_by).await);
    browser.before_each_page(ENDLESS).await;
    assert!(!waits_for(&browser, "2000px", Reply::held_by).await);
}
