//! How an element lives: changed, removed, failing, trying again.

use crate::fixture::{
    FEED, THREE, answer, place, promises_settled, settled, until, with_feeds, wrap_fetch,
};
use js_sys::Promise;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_changed_attribute_changes_the_list() {
    with_feeds(&[(FEED, answer(THREE))]);
    let place = place("popular", &[("feed", FEED), ("count", "1")], "");
    let mounted = place.mount();
    settled().await;
    assert_eq!(place.headlines().len(), 1);
    place.host.set_attribute("count", "3").expect("set");
    place
        .host
        .set_attribute("heading", "Most read")
        .expect("set");
    mounted.refresh();
    settled().await;
    assert_eq!(place.headlines().len(), 3);
    assert_eq!(place.text("h2"), "Most read");
}

#[wasm_bindgen_test]
async fn what_a_removed_list_showed_is_free_for_others() {
    with_feeds(&[(FEED, answer(THREE))]);
    let first = place("popular", &[("feed", FEED), ("count", "3")], "");
    let second = place("popular", &[("feed", FEED)], "");
    let (one, two) = (first.mount(), second.mount());
    settled().await;
    assert!(second.headlines().is_empty());
    drop(one);
    assert!(
        first.headlines().is_empty(),
        "dropping what is mounted takes it down"
    );
    second.host.set_attribute("count", "2").expect("set");
    two.refresh();
    settled().await;
    assert_eq!(second.headlines().len(), 2);
}

#[wasm_bindgen_test]
async fn an_answer_that_comes_after_the_element_has_gone_harms_nothing() {
    let mut resolve = None;
    let late = Promise::new(&mut |done, _| resolve = Some(done));
    with_feeds(&[(FEED, late)]);
    let place = place("popular", &[("feed", FEED)], "");
    place
        .root
        .append_with_str_1("The loader's sketch")
        .expect("a text");
    let mounted = place.mount();
    settled().await;
    assert_eq!(
        place.root.text_content().as_deref(),
        Some("The loader's sketch"),
        "it stays until there is a list"
    );
    drop(mounted);
    let response = web_sys::Response::new_with_opt_str(Some(THREE)).expect("a response");
    resolve
        .expect("a promise")
        .call1(&JsValue::NULL, &response)
        .expect("resolved");
    settled().await;
    assert!(place.headlines().is_empty());
}

#[wasm_bindgen_test]
async fn a_failure_is_said_and_a_second_try_can_succeed() {
    let early = with_feeds(&[(FEED, answer("<!doctype html>"))]);
    let place = place("popular", &[("feed", FEED)], "Own links");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text(".notice"), "The stories could not be loaded.");
    assert!(
        place.find("slot").is_some(),
        "what the author put inside stays"
    );
    early.set(&FEED.into(), &answer(THREE));
    place.click("button");
    settled().await;
    assert_eq!(place.headlines().len(), 3);
    assert!(place.find("slot").is_none());
}

#[wasm_bindgen_test]
async fn a_wrapped_fetch_may_reject_with_anything() {
    // What rejects is not always an `Error`.
    for wrapper in [
        "() => Promise.reject('blocked')",
        "() => Promise.reject(null)",
        "async () => 42",
        "() => undefined",
        "() => { throw 1 }",
    ] {
        let _fetch = wrap_fetch(wrapper);
        with_feeds(&[]);
        let place = place("popular", &[("feed", FEED)], "");
        let _mounted = place.mount();
        settled().await;
        assert_eq!(
            place.text(".notice"),
            "The stories could not be loaded.",
            "{wrapper}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_polluted_object_prototype_changes_no_request() {
    let fetch = wrap_fetch(
        "(url, init) => { self.seen = [init.method, init.headers === undefined, init.credentials].join();
        return Promise.resolve(new Response('{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}')) }",
    );
    with_feeds(&[]);
    let place = place("popular", &[("feed", FEED)], "");
    // The driver that watches this page asks it with objects of the page's own:
    // it must not get a turn while they are polluted, so nobody does.
    js_sys::eval(
        "self.postTask = scheduler.postTask; scheduler.postTask = (go) => Promise.resolve().then(go);
         Object.prototype.method = 'DELETE'; Object.prototype.headers = { x: 'y' }",
    )
    .expect("polluted");
    let mounted = place.mount();
    promises_settled().await;
    js_sys::eval(
        "delete Object.prototype.method; delete Object.prototype.headers;
         scheduler.postTask = self.postTask",
    )
    .expect("clean");
    let seen = js_sys::eval("self.seen").expect("seen").as_string();
    assert_eq!(seen.as_deref(), Some("GET,true,omit"));
    settled().await;
    drop((mounted, fetch));
}

#[wasm_bindgen_test]
async fn a_feed_of_more_than_five_megabytes_is_refused() {
    let body = json!({ "items": [], "filler": "x".repeat(6 << 20) });
    with_feeds(&[(FEED, answer(&body.to_string()))]);
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    until("a notice", async || place.find(".notice").is_some()).await;
    assert_eq!(place.text(".notice"), "The stories could not be loaded.");
}

#[wasm_bindgen_test]
async fn another_article_on_the_page_changes_what_stands_beside_it() {
    with_feeds(&[(FEED, answer(THREE))]);
    let list = place("popular", &[("feed", FEED)], "");
    let article = place("article", &[("feed", FEED), ("article", "2")], "");
    let (_list, mounted) = (list.mount(), article.mount());
    settled().await;
    assert_eq!(
        list.headlines(),
        ["Rovers win the cup &", "Harbor bridge closes"]
    );
    article.host.set_attribute("article", "1").expect("set");
    mounted.refresh();
    settled().await;
    assert_eq!(article.text("h1"), "Harbor bridge closes");
    assert_eq!(
        list.headlines(),
        ["Harbor bridge opens", "Rovers win the cup &"]
    );
}
