//! What the browser keeps of feeds, and how what is shown stays fresh.

use crate::fixture::{
    Clock, FEED, Place, THREE, answer, js, place, settled, undo_later, until, with_feeds,
    with_storage, wrap_fetch,
};
use js_sys::Promise;
use serde_json::json;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// The same three articles, one of them under another headline.
fn changed() -> String {
    THREE.replace("Harbor bridge opens", "Harbor bridge is open")
}

/// A feed of one article and so many bytes more.
fn large(bytes: usize) -> String {
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "filler": "x".repeat(bytes),
        "items": [{ "id": "1", "url": "/1", "title": "One" }],
    })
    .to_string()
}

fn never() -> Promise {
    Promise::new(&mut |_, _| {})
}

/// Waits until an expression is true.
async fn until_true(expression: &str) {
    let body = format!("return {expression}");
    until(expression, async || js(&body).await.is_truthy()).await;
}

async fn until_headlines(place: &Place, count: usize) {
    let what = format!("{count} headlines");
    until(&what, async || place.headlines().len() == count).await;
}

/// Shows a feed until it is kept, on a page that has kept nothing before.
async fn keep(body: &str) {
    with_storage(&[(FEED, answer(body))]);
    js("await caches.delete('newsrail')").await;
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    until_true("(await kept()).length === 1").await;
}

/// Puts the functions that the tests ask into the page: `kept`, the addresses
/// of what is kept, oldest first, and `loads`, what the events have said.
fn eyes() {
    js_sys::eval(
        "self.kept = async () => (await (await caches.open('newsrail')).keys()).map((key) => decodeURIComponent(new URL(key.url).search.slice(1)));
         self.loads = [];
         self.hears ??= (document.addEventListener('newsrail-load', (event) => loads.push(event.detail)), true)",
    )
    .expect("eyes");
}

#[wasm_bindgen_test]
async fn what_was_kept_is_there_while_the_network_is_silent() {
    eyes();
    keep(THREE).await;
    js("const cache = await caches.open('newsrail'); const [key] = await cache.keys();
        const body = await (await cache.match(key)).text();
        await cache.put(key, new Response(body, { headers: { 'newsrail-at': Math.floor(Date.now() / 1000) - 90, 'newsrail-size': 1 } }));
        loads.length = 0").await;
    with_storage(&[(FEED, never())]);
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    until_headlines(&place, 3).await;
    let age = js("return loads[0].age").await.as_f64().expect("an age");
    assert!((90.0..100.0).contains(&age), "{age}");
}

#[wasm_bindgen_test]
async fn an_answer_replaces_what_was_kept_only_where_it_differs() {
    eyes();
    keep(THREE).await;
    for (body, first, same) in [
        (THREE.to_owned(), "Harbor bridge opens", true),
        (
            THREE.replace("The Paper", "A Paper"),
            "Harbor bridge opens",
            true,
        ),
        (changed(), "Harbor bridge is open", false),
    ] {
        let mut resolve = None;
        let late = Promise::new(&mut |done, _| resolve = Some(done));
        with_storage(&[(FEED, late)]);
        js_sys::eval("loads.length = 0").expect("forgotten");
        let place = place("popular", &[("feed", FEED)], "");
        let _mounted = place.mount();
        until_headlines(&place, 3).await;
        let item = place.one("li");
        let response = web_sys::Response::new_with_opt_str(Some(&body)).expect("a response");
        let resolve = resolve.expect("a promise");
        resolve.call1(&JsValue::NULL, &response).expect("resolved");
        until_true("loads.length === 2 && loads[1].age === 0").await;
        assert_eq!(place.headlines()[0], first);
        assert_eq!(place.root.contains(Some(&item)), same, "{first}");
    }
}

#[wasm_bindgen_test]
async fn a_failure_shows_what_was_kept_and_nothing_kept_is_an_error() {
    eyes();
    keep(THREE).await;
    let fault = web_sys::Response::error();
    for answer in [
        Promise::reject(&JsValue::NULL),
        Promise::resolve(&JsValue::from(fault)),
        answer("no feed"),
    ] {
        with_storage(&[(FEED, answer)]);
        let place = place("popular", &[("feed", FEED)], "");
        let _mounted = place.mount();
        until_headlines(&place, 3).await;
        assert!(place.find(".notice").is_none());
        assert_eq!(js("return (await kept()).length").await, 1.0);
    }
    js("await caches.delete('newsrail')").await;
    with_storage(&[(FEED, Promise::reject(&JsValue::NULL))]);
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    until("a notice", async || place.find(".notice").is_some()).await;
    assert_eq!(place.text(".notice"), "The stories could not be loaded.");
}

#[wasm_bindgen_test]
async fn what_is_older_than_a_week_is_not_shown() {
    eyes();
    keep(THREE).await;
    for at in [
        "Date.now() / 1000 - 7 * 86400 - 60",
        "Date.now() / 1000 + 3600",
    ] {
        js(&format!(
            "const cache = await caches.open('newsrail'); const [key] = await cache.keys();
             const body = await (await cache.match(key)).text();
             await cache.put(key, new Response(body, {{ headers: {{ 'newsrail-at': Math.floor({at}) }} }}))"
        ))
        .await;
        with_storage(&[(FEED, never())]);
        let place = place("popular", &[("feed", FEED)], "");
        let _mounted = place.mount();
        settled().await;
        assert!(place.headlines().is_empty(), "{at}");
    }
}

#[wasm_bindgen_test]
async fn a_feed_that_says_no_store_is_not_kept() {
    eyes();
    keep(THREE).await;
    let response = js_sys::eval(
        "new Response(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [] }),
         { headers: { 'Cache-Control': 'private, No-Store' } })",
    )
    .expect("a response");
    with_storage(&[(FEED, Promise::resolve(&response))]);
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    until_true("(await kept()).length === 0").await;
}

#[wasm_bindgen_test]
async fn two_megabytes_are_kept_and_the_oldest_goes_first() {
    eyes();
    keep(THREE).await;
    let url = |name: &str| format!("http://feed.test/{name}.json?a=1&b=2");
    for (name, bytes, left) in [
        ("a", 900_000, "feed.json,a.json"),
        ("b", 900_000, "feed.json,a.json,b.json"),
        ("c", 900_000, "b.json,c.json"),
        ("large", 2_100_000, "b.json,c.json"),
        ("b", 1_500_000, "b.json"),
    ] {
        let url = url(name);
        with_storage(&[(&url, answer(&large(bytes)))]);
        let place = place("popular", &[("feed", &url)], "");
        let _mounted = place.mount();
        until_headlines(&place, 1).await;
        until_true(&format!(
            "(await kept()).map((url) => new URL(url).pathname.slice(1)).join() === '{left}'"
        ))
        .await;
    }
}

#[wasm_bindgen_test]
async fn storage_that_fails_in_any_way_costs_only_what_it_would_keep() {
    for storage in [
        "undefined",
        "{}",
        "{ open: () => { throw 1 } }",
        "{ open: () => Promise.reject(null) }",
        "{ open: () => new Promise(() => {}) }",
        "{ open: async () => ({ match: async () => 42, put: async () => { throw 1 }, keys: async () => null }) }",
    ] {
        with_feeds(&[(FEED, answer(THREE))]);
        js_sys::eval(&format!(
            "Object.defineProperty(self, 'caches', {{ configurable: true, value: {storage} }})"
        ))
        .expect("other storage");
        let place = place("popular", &[("feed", FEED)], "");
        let _mounted = place.mount();
        until_headlines(&place, 3).await;
    }
}

#[wasm_bindgen_test]
async fn a_list_that_has_the_focus_is_left_alone_until_that_goes() {
    eyes();
    keep(THREE).await;
    let mut resolve = None;
    let late = Promise::new(&mut |done, _| resolve = Some(done));
    with_storage(&[(FEED, late)]);
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    until_headlines(&place, 3).await;
    let focus = |at: u32| {
        let links = place.root.query_selector_all("h3 a").expect("a selector");
        let link: web_sys::HtmlElement = links.item(at).expect("a link").unchecked_into();
        link.focus().expect("focused");
        link
    };
    focus(0);
    let response = web_sys::Response::new_with_opt_str(Some(&changed())).expect("a response");
    let resolve = resolve.expect("a promise");
    resolve.call1(&JsValue::NULL, &response).expect("resolved");
    settled().await;
    assert_eq!(place.headlines()[0], "Harbor bridge opens");
    let link = focus(1);
    settled().await;
    assert_eq!(
        place.headlines()[0],
        "Harbor bridge opens",
        "it only went on inside"
    );
    link.blur().expect("blurred");
    settled().await;
    assert_eq!(place.headlines()[0], "Harbor bridge is open");
}

#[wasm_bindgen_test]
async fn a_refresh_asks_once_a_period_for_all_lists_and_never_unseen() {
    with_feeds(&[]);
    let clock = Clock::stopped();
    js_sys::eval(
        "self.asked = []; self.unseen = false;
         self.hiding = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden');
         Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => unseen });
         self.see = (seen) => { unseen = !seen; document.dispatchEvent(new Event('visibilitychange', { bubbles: true })) }",
    )
    .expect("eyes that close");
    undo_later("Object.defineProperty(Document.prototype, 'hidden', hiding)");
    // Somewhat more than a minute.
    let period = 61_000;
    let asked = || js_sys::eval("asked.length").ok().and_then(|n| n.as_f64());
    let fetch = wrap_fetch(
        "async (url, init) => { asked.push(init.cache ?? 'default');
           return new Response(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1',
             items: [{ id: '1', url: '/1', title: 'Answer ' + asked.length }] })) }",
    );
    let first = place("popular", &[("feed", FEED), ("refresh", "1")], "");
    let second = place("more-like-this", &[("feed", FEED), ("refresh", "3")], "");
    let (one, two) = (first.mount(), second.mount());
    until_true("asked.length === 1").await;
    until_headlines(&first, 1).await;
    for _ in 0..2 {
        clock.pass(period);
        settled().await;
    }
    assert_eq!(
        js("return asked.join()").await,
        "default,no-cache,no-cache",
        "one fetch for both lists, and past the browser's cache"
    );
    until_headlines(&first, 1).await;
    assert!(first.headlines()[0].starts_with("Answer "));
    js("see(false)").await;
    clock.pass(5 * period);
    settled().await;
    assert_eq!(asked(), Some(3.0), "nobody looks");
    js("see(true)").await;
    settled().await;
    assert_eq!(asked(), Some(4.0), "it catches up at once, and once");
    drop((one, two));
    clock.pass(5 * period);
    settled().await;
    assert_eq!(asked(), Some(4.0), "nobody is left");
    drop((fetch, clock));
}
