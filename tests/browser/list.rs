//! What a list shows.

use crate::fixture::{FEED, THREE, answer, place, settled, with_feeds};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn popular_is_in_the_order_of_views() {
    with_feeds(&[(FEED, answer(THREE))]);
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text("h2"), "Popular");
    assert_eq!(
        place.headlines(),
        [
            "Harbor bridge opens",
            "Rovers win the cup &",
            "Harbor bridge closes"
        ],
        "a script's text is no part of a headline"
    );
    assert_eq!(place.one("ol").child_element_count(), 3);
    assert_eq!(
        place.one("h3 a").get_attribute("href").as_deref(),
        Some("http://feed.test/bridge-opens")
    );
}

#[wasm_bindgen_test]
async fn more_like_this_leaves_out_the_article_itself() {
    with_feeds(&[(FEED, answer(THREE))]);
    let place = place(
        "more-like-this",
        &[("feed", FEED), ("article", "1"), ("count", "1")],
        "",
    );
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text("h2"), "More like this");
    assert_eq!(place.headlines(), ["Harbor bridge opens"]);
    assert_eq!(
        place.texts("li p"),
        ["The bridge over the harbor opens again."]
    );
}

#[wasm_bindgen_test]
async fn without_views_the_list_is_the_latest_and_says_so() {
    with_feeds(&[(FEED, answer(&THREE.replace("views", "unknown")))]);
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text("h2"), "Latest");
    assert_eq!(place.headlines()[0], "Rovers win the cup &");
    assert!(place.find("ul").is_some(), "the latest are no ranking");
}

#[wasm_bindgen_test]
async fn an_order_that_the_publisher_serves_is_popular_as_it_is() {
    let ranked = r#"{"version":"https://jsonfeed.org/version/1.1","items":[
        {"id":"3","url":"/cup","title":"Third in the feed"},{"id":"1","url":"/bridge-closes","title":"First in the feed"}]}"#;
    let url = "http://feed.test/most-read.json";
    let without_views = THREE.replace("views", "unknown");
    with_feeds(&[(FEED, answer(&without_views)), (url, answer(ranked))]);
    let place = place("popular", &[("feed", FEED), ("popular", url)], "");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text("h2"), "Popular");
    assert_eq!(
        place.headlines(),
        ["Third in the feed", "First in the feed"]
    );
}

#[wasm_bindgen_test]
async fn an_order_that_cannot_be_had_leaves_the_latest_under_its_name() {
    let url = "http://feed.test/most-read.json";
    let without_views = THREE.replace("views", "unknown");
    with_feeds(&[(FEED, answer(&without_views)), (url, answer("no JSON"))]);
    let place = place("popular", &[("feed", FEED), ("popular", url)], "");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text("h2"), "Latest");
    assert_eq!(place.headlines().len(), 3);
}

#[wasm_bindgen_test]
async fn no_article_stands_in_two_lists() {
    with_feeds(&[(FEED, answer(THREE))]);
    let first = place("popular", &[("feed", FEED), ("count", "2")], "");
    let second = place("more-like-this", &[("feed", FEED), ("article", "none")], "");
    // Mounted in the other order: the page's order decides.
    let _mounted = (second.mount(), first.mount());
    settled().await;
    assert_eq!(first.headlines().len(), 2);
    assert_eq!(second.headlines(), ["Harbor bridge closes"]);
}

#[wasm_bindgen_test]
async fn indexing_lets_the_page_have_its_turn() {
    with_feeds(&[(FEED, answer(THREE))]);
    let first = place("popular", &[("feed", FEED), ("count", "1")], "");
    let second = place("more-like-this", &[("feed", FEED), ("article", "1")], "");
    // What the page does as soon as one list is there, as urgent as anything.
    let found = Rc::new(Cell::new(None));
    let seen = Rc::clone(&found);
    let other = second.root.clone();
    let page = Closure::<dyn FnMut()>::new(move || {
        let items = other.query_selector_all("li").expect("a selector");
        seen.set(Some(items.length()));
    });
    let post = js_sys::Function::new_with_args(
        "element, page",
        "element.addEventListener('newsrail-load', () => scheduler.postTask(page, { priority: 'user-blocking' }), { once: true })",
    );
    post.call2(&JsValue::NULL, &first.host, page.as_ref())
        .expect("an element takes listeners");
    let _mounted = (first.mount(), second.mount());
    settled().await;
    assert_eq!(found.get(), Some(0), "the second list is not there yet");
    assert_eq!(second.headlines(), ["Rovers win the cup &"]);
}

#[wasm_bindgen_test]
async fn an_empty_feed_says_so_and_keeps_what_the_author_put_inside() {
    with_feeds(&[(
        FEED,
        answer(r#"{"version":"https://jsonfeed.org/version/1.1","items":[]}"#),
    )]);
    let place = place("popular", &[("feed", FEED)], "The author's own links");
    let _mounted = place.mount();
    settled().await;
    assert!(place.find("slot").is_some());
    assert_eq!(place.text(".notice"), "There are no stories here yet.");
}

#[wasm_bindgen_test]
async fn what_is_not_read_here_goes_to_the_reader_of_all_formats() {
    let rss = "<?xml version='1.0'?><rss><channel><item><title>Rain &amp;amp; wind</title><link>/a</link></item></channel></rss>";
    with_feeds(&[(FEED, answer(rss))]);
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.headlines(), ["Rain & wind"]);
}

#[wasm_bindgen_test]
async fn markup_is_built_without_inner_html() {
    // A page with `require-trusted-types-for 'script'` throws on it.
    let guard = js_sys::eval(
        "(() => { const p = Element.prototype, d = Object.getOwnPropertyDescriptor(p, 'innerHTML');
          Object.defineProperty(p, 'innerHTML', { ...d, set() { throw new TypeError('innerHTML') } });
          return () => Object.defineProperty(p, 'innerHTML', d) })()",
    )
    .expect("a guard");
    with_feeds(&[(FEED, answer(THREE))]);
    let popular = place(
        "popular",
        &[("feed", FEED), ("images", ""), ("subscribe", "/s")],
        "",
    );
    let article = place("article", &[("feed", FEED), ("article", "3")], "");
    let _mounted = (popular.mount(), article.mount());
    settled().await;
    popular.click("button");
    settled().await;
    let form = popular.form();
    let _form = form.mount();
    settled().await;
    let restore: js_sys::Function = guard.into();
    restore
        .call0(&wasm_bindgen::JsValue::NULL)
        .expect("restored");
    assert_eq!(popular.headlines().len(), 2);
    assert_eq!(article.text("h1"), "Rovers win the cup &");
    assert!(form.find("input").is_some());
}
