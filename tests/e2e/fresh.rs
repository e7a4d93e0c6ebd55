//! The second view of a site, the feed that is late, changed or gone by then,
//! and the lists of a page that stays open.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Origin, Reply, Routes};

/// Whether newsrail has kept something on this page's origin.
const KEPT: &str = "(self.kept ??= (caches.open('newsrail').then((cache) => cache.keys()).then((keys) => { self.kept = keys.length || undefined }), 0))";

/// A feed of twelve articles, each named after the edition.
fn edition(name: &str) -> Reply {
    let items: Vec<Value> = (1..=12)
        .map(|number| {
            json!({ "id": format!("{number}"), "url": format!("https://p.example/{number}"),
                "title": format!("{name} {number}"), "summary": "What has happened, and to whom.",
                "_newsrail": { "views": 100 - number } })
        })
        .collect();
    Reply::json(
        &json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": items }),
    )
}

/// A feed that answers each time with the next of these, then with the last.
fn editions(replies: Vec<Reply>) -> Origin {
    let asked = AtomicUsize::new(0);
    Routes::default()
        .cors(true)
        .answer("/feed.json", move |_| {
            let at = asked.fetch_add(1, Ordering::Relaxed);
            replies[at.min(replies.len() - 1)].clone()
        })
        .serve()
}

/// A page with both lists, its events noted in `loads` and `failures`.
fn site(widget: &Origin, feed: &Origin, attributes: &str) -> Origin {
    partner(&format!(
        "<script>
           window.loads = []; window.failures = 0;
           document.addEventListener('newsrail-load', (event) => {{
             loads.push(event.detail.age);
             parent.postMessage('newsrail-load', '*');
           }});
           document.addEventListener('newsrail-error', () => failures++);
         </script>
         <div style='min-height: 61em'><script async src='{}' data-rails='popular more-like-this' data-feed='{}' {attributes}></script></div>",
        widget.url("/newsrail.js"),
        feed.url("/feed.json")
    ))
}

/// The first view of a site, until the feed is kept.
async fn first_view(browser: &Browser, site: &Origin) {
    browser.goto(&site.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    browser.wait_until(KEPT, SOON).await;
    assert_calm(browser).await;
}

async fn assert_still(browser: &Browser, case: &str) {
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score == 0.0, "{case}: {shifts:#?}");
    assert_calm(browser).await;
}

#[tokio::test]
async fn a_second_view_has_its_lists_before_the_feed_answers() {
    let widget = widget();
    let feed = editions(vec![
        edition("First"),
        edition("Second").held_by(&Gate::closed()),
    ]);
    let site = site(&widget, &feed, "");
    let browser = Browser::start(1280, 900).await;
    first_view(&browser, &site).await;
    browser.goto(&site.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    assert_eq!(headlines(&browser, "newsrail-popular").await[0], "First 1");
    assert_eq!(feed.requests().len(), 2, "it is asked all the same");
    assert_still(&browser, "a second view").await;
}

#[tokio::test]
async fn what_comes_after_what_was_kept_moves_nothing() {
    for name in ["First", "Second"] {
        let (widget, late) = (widget(), Gate::closed());
        let feed = editions(vec![edition("First"), edition(name).held_by(&late)]);
        let site = site(&widget, &feed, "data-images");
        let browser = Browser::start(1280, 900).await;
        first_view(&browser, &site).await;
        browser.goto(&site.url("/")).await;
        browser.wait_until(BOTH_LISTS, SOON).await;
        assert_eq!(headlines(&browser, "newsrail-popular").await[0], "First 1");
        let item = "document.querySelector('newsrail-popular').shadowRoot.querySelector('li')";
        browser.run(&format!("window.item = {item}"), &[]).await;
        late.open();
        // Two lists, each told of what was kept and of the answer.
        browser
            .wait_until("loads.length === 4 && loads[3] === 0", SOON)
            .await;
        assert_eq!(
            headlines(&browser, "newsrail-popular").await[0],
            format!("{name} 1")
        );
        assert_eq!(
            browser.run(&format!("return item === {item}"), &[]).await,
            name == "First",
            "what is the same stays as it is"
        );
        assert_still(&browser, name).await;
    }
}

#[tokio::test]
async fn offline_has_the_last_lists_and_says_how_old_they_are() {
    let widget = widget();
    let feed = editions(vec![edition("First")]);
    let site = site(&widget, &feed, "");
    let browser = Browser::start(1280, 900).await;
    first_view(&browser, &site).await;
    drop(feed);
    let later = "const now = Date.now; Date.now = () => now.call(Date) + 20 * 60_000;";
    browser.before_each_page(later).await;
    browser.goto(&site.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    browser.wait_until("loads.length >= 2", SOON).await;
    let said = browser.run(
        "return [failures, loads.every((age) => age >= 20 * 60 && age < 40 * 60)]",
        &[],
    );
    assert_eq!(said.await, json!([0, true]));
    let console = browser.console().await;
    let line = console
        .iter()
        .find(|line| line.contains("showing what was kept"));
    assert!(
        line.is_some_and(|line| line.contains("/feed.json")),
        "{console:#?}"
    );
}

#[tokio::test]
async fn a_feed_that_says_no_store_is_waited_for() {
    let widget = widget();
    let first = edition("First").header("Cache-Control", "no-store");
    let late = Gate::closed();
    let feed = editions(vec![first, edition("Second").held_by(&late)]);
    let site = site(&widget, &feed, "");
    let browser = Browser::start(1280, 900).await;
    browser.goto(&site.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    browser.goto(&site.url("/")).await;
    until("the feed is asked", async || feed.requests().len() == 2).await;
    browser.quiet_but_for("/feed.json", SOON).await;
    assert_eq!(headlines(&browser, "newsrail-popular").await, [""; 0]);
    late.open();
    browser.wait_until(BOTH_LISTS, SOON).await;
    assert_eq!(headlines(&browser, "newsrail-popular").await[0], "Second 1");
    assert_still(&browser, "no-store").await;
}

#[tokio::test]
async fn a_frame_without_storage_has_its_lists() {
    let (widget, feed) = (widget(), editions(vec![edition("First")]));
    let site = site(&widget, &feed, "");
    let outer = Routes::default()
        .reply(
            "/",
            Reply::html(&format!(
                "<!doctype html><title>A frame</title><script>addEventListener('message', (event) => {{ window.said = event.data }})</script>
                 <iframe sandbox=allow-scripts width=800 height=1200 src='{}'></iframe>",
                site.url("/")
            )),
        )
        .serve();
    let browser = Browser::start(1280, 1300).await;
    browser.goto(&outer.url("/")).await;
    browser.wait_until("said === 'newsrail-load'", SOON).await;
    browser.screenshot("sandboxed-frame").await;
    assert_calm(&browser).await;
}

#[tokio::test]
async fn an_open_page_is_refreshed_while_it_is_seen_and_the_pointer_is_elsewhere() {
    let widget = widget();
    let feed = editions(vec![edition("First"), edition("Second"), edition("Third")]);
    let browser = Browser::start(1280, 900).await;
    // A page whose clock moves when it is told to: timers of a second and more
    // wait for that.
    let clock = "const now = Date.now, set = setTimeout, unset = clearTimeout, held = new Map();
         let ahead = 0, last = 0;
         Date.now = () => now.call(Date) + ahead;
         window.setTimeout = (act, time, ...rest) => {
           if (!(time >= 1000)) return set(act, time, ...rest);
           held.set(--last, [Date.now() + time, act]);
           return last;
         };
         window.clearTimeout = (timer) => held.delete(timer) || unset(timer);
         window.pass = (minutes) => {
           ahead += minutes * 60_000;
           for (const [timer, [end, act]] of [...held]) {
             if (end <= Date.now() && held.delete(timer)) act();
           }
         };";
    let pass = async |minutes: f64| {
        browser.run("pass(arguments[0])", &[minutes.into()]).await;
    };
    let asked = async |times: usize| {
        let what = format!("the feed is asked {times} times");
        until(&what, async || feed.requests().len() >= times).await;
        browser.quiet(SOON).await;
        assert_eq!(feed.requests().len(), times);
    };
    let page = partner(&format!(
        "<script>{{ {clock} }}</script><newsrail-popular style='display: flow-root; min-height: 23em' feed='{}' refresh=1></newsrail-popular><script async src='{}'></script>",
        feed.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    let list = "document.querySelector('newsrail-popular').shadowRoot?.querySelector('h3 a')";
    browser
        .wait_until(&format!("{list}?.textContent === 'First 1'"), SOON)
        .await;
    browser.run(&format!("{list}.focus()"), &[]).await;
    asked(1).await;
    pass(0.9).await;
    asked(1).await;
    for times in [2, 3] {
        pass(1.1).await;
        asked(times).await;
    }
    let first = format!("return {list}.textContent");
    assert_eq!(
        browser.run(&first, &[]).await,
        "First 1",
        "the reader is there"
    );
    browser.run(&format!("{list}.blur()"), &[]).await;
    browser
        .wait_until(&format!("{list}?.textContent === 'Third 1'"), SOON)
        .await;
    browser
        .run(
            "const hidden = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden');
             window.see = (seen) => {
               const unseen = { configurable: true, get: () => true };
               Object.defineProperty(Document.prototype, 'hidden', seen ? hidden : unseen);
               document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
             };
             see(false)",
            &[],
        )
        .await;
    pass(10.0).await;
    // Nobody looks.
    asked(3).await;
    browser.run("see(true)", &[]).await;
    asked(4).await;
    assert_still(&browser, "a refresh").await;
}
