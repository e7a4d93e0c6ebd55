//! What an element listened to, and no longer does: nodes outlive the view that
//! made them, and an event on one threw an error without words into the host page.

use crate::fixture::{FEED, Place, THREE, answer, place, settled, with_feeds, wrap_fetch};
use newsrail::{Mounted, beside};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event};

/// All that anything of newsrail's listens to.
const EVENTS: [&str; 11] = [
    "click",
    "close",
    "pointerover",
    "submit",
    "input",
    "focus",
    "focusin",
    "focusout",
    "mouseleave",
    "error",
    "load",
];

/// Two articles with pictures, one with an author.
const PICTURES: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","items":[
    {"id":"1","url":"/a","title":"Bridge shut","image":"/a.jpg","content_html":"<p>Text <img src='/b.jpg'></p>","authors":[{"name":"Ana","avatar":"/ana.jpg"}]},
    {"id":"2","url":"/b","title":"Bridge open","image":"/b.jpg","authors":[{"name":"Ana"}]}]}"#;

const COMMENTS: &str = "() => Promise.resolve(new Response('[{\"id\":1,\"content\":\"One\"},{\"id\":2,\"content\":\"Two\"}]'))";

/// Counts the errors that nobody catches, until it is told to stop.
fn count_errors() {
    js_sys::eval(
        "self.uncaught = 0;
         self.caught = (event) => { self.uncaught++; event.preventDefault(); };
         addEventListener('error', self.caught)",
    )
    .expect("counting");
}

fn errors() -> Option<f64> {
    js_sys::eval("removeEventListener('error', self.caught); self.uncaught")
        .expect("counted")
        .as_f64()
}

/// All elements of a view, held as a page's own script may hold them.
fn held(place: &Place) -> Vec<Element> {
    let all = place.root.query_selector_all("*").expect("a selector");
    let nodes = (0..all.length()).filter_map(|at| all.item(at));
    nodes.map(JsCast::unchecked_into).collect()
}

/// Every event on every element.
fn bother(nodes: &[Element]) {
    for node in nodes {
        // A link that is nowhere leads away from a test's page all the same.
        node.remove_attribute("href").expect("removed");
        for name in EVENTS {
            let event = Event::new(name).expect("an event");
            node.dispatch_event(&event).expect("dispatched");
        }
    }
}

/// An element on a feed that is there. It is not drawn, so that its pictures wait.
async fn mounted(kind: &str, attributes: &[(&str, &str)]) -> (Place, Mounted) {
    with_feeds(&[(FEED, answer(PICTURES))]);
    let place = place(kind, &[&[("feed", FEED)], attributes].concat(), "");
    place
        .host
        .set_attribute("style", "display: none")
        .expect("set");
    let mounted = place.mount();
    settled().await;
    (place, mounted)
}

#[wasm_bindgen_test]
async fn a_picture_that_fails_after_its_list_was_replaced_throws_nothing() {
    let (place, mounted) = mounted("popular", &[("images", "")]).await;
    let before = held(&place);
    assert!(place.find("img").is_some());
    place
        .host
        .set_attribute("heading", "Most read")
        .expect("set");
    mounted.refresh();
    settled().await;
    count_errors();
    bother(&before);
    assert_eq!(errors(), Some(0.0));
    assert!(place.find("img").is_some(), "what took its place still is");
}

#[wasm_bindgen_test]
async fn what_was_taken_down_listens_to_nothing() {
    let _fetch = wrap_fetch(COMMENTS);
    for (kind, attributes) in [
        ("popular", &[("images", ""), ("subscribe", "/sign-up")][..]),
        ("more-like-this", &[("layout", "cards")]),
        ("subscribe", &[("subscribe", "/sign-up"), ("names", "")]),
        ("article", &[("article", "1")]),
        ("author", &[("article", "1")]),
        ("share", &[("networks", "copy mastodon x")]),
        (
            "reply",
            &[("comments", "/replies"), ("article", "1"), ("count", "1")],
        ),
        ("front", &[]),
        ("search", &[("query", "bridge"), ("count", "1")]),
    ] {
        let (place, mounted) = mounted(kind, attributes).await;
        let mut before = Vec::new();
        let mut form = None;
        if place.find(".foot button").is_some() {
            before.append(&mut held(&place));
            place.click(".foot button");
            settled().await;
            let opened = place.form();
            let mounted = opened.mount();
            settled().await;
            before.append(&mut held(&opened));
            form = Some((opened, mounted));
        }
        before.append(&mut held(&place));
        assert!(before.len() > 3, "{kind}: {}", place.root.inner_html());
        drop((form, mounted));
        settled().await;
        count_errors();
        bother(&before);
        assert_eq!(errors(), Some(0.0), "{kind}");
    }
}

#[wasm_bindgen_test]
async fn a_button_that_has_done_its_work_and_is_pressed_again_throws_nothing() {
    let early = with_feeds(&[(FEED, answer("<!doctype html>"))]);
    let place = place("popular", &[("feed", FEED)], "");
    let _mounted = place.mount();
    settled().await;
    let retry = [place.one("button")];
    early.set(&FEED.into(), &answer(THREE));
    place.click("button");
    settled().await;
    assert_eq!(place.headlines().len(), 3);
    count_errors();
    bother(&retry);
    assert_eq!(errors(), Some(0.0));
}

#[wasm_bindgen_test]
async fn what_was_chosen_for_the_next_page_listens_to_nothing() {
    let (_place, _mounted) = mounted("popular", &[("images", "")]).await;
    let chosen = beside("http://feed.test/b");
    let list: Element = chosen.get(1).dyn_into().expect("a list");
    let picture = list.query_selector("img").expect("a selector");
    count_errors();
    bother(&[picture.expect("a picture")]);
    assert_eq!(errors(), Some(0.0));
}
