//! Pages that have no feed, or whose article is in none: what they say of
//! themselves is what is known.

use crate::fixture::{FEED, answer, place, settled, with_feeds};
use wasm_bindgen_test::wasm_bindgen_test;

/// The elements of a page's head, gone again at the end of a test.
struct Head;

impl Head {
    fn with(html: &str) -> Self {
        let script = format!(
            "document.head.append(...[...new DOMParser().parseFromString(`{html}`, 'text/html').head.children].map((node) => {{ node.dataset.test = ''; return document.importNode(node, true) }}))"
        );
        js_sys::eval(&script).expect("a head");
        Self
    }
}

impl Drop for Head {
    fn drop(&mut self) {
        js_sys::eval("document.querySelectorAll('[data-test]').forEach((node) => node.remove())")
            .expect("removed");
    }
}

#[wasm_bindgen_test]
async fn a_page_without_a_feed_lists_what_its_json_ld_lists() {
    let head = Head::with(
        r#"<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"/one","name":"One &amp; only"},{"@type":"ListItem","url":"/two","name":"Two"}]}</script>"#,
    );
    // Libraries of old put such things on all arrays.
    js_sys::eval("Array.prototype.toJSON = () => 'spoilt'").expect("spoilt");
    with_feeds(&[]);
    let list = place("popular", &[], "");
    let _mounted = list.mount();
    settled().await;
    js_sys::eval("delete Array.prototype.toJSON").expect("restored");
    assert_eq!(list.text("h2"), "Latest");
    assert_eq!(list.headlines(), ["One & only", "Two"]);
    drop(head);
}

#[wasm_bindgen_test]
async fn an_article_in_no_feed_is_known_by_its_json_ld() {
    let paper = r#"{"version":"https://jsonfeed.org/version/1.1","items":[
        {"id":"1","url":"/1","title":"Lighthouse keeper retires","date_published":"2026-11-20"},
        {"id":"2","url":"/2","title":"Rovers win the cup","summary":"Okafor decides the final with a late goal."},
        {"id":"5","url":"/5","title":"Okafor stays","summary":"The Rovers keep their striker after the cup."},
        {"id":"3","url":"/3","title":"Council sets the budget"},{"id":"4","url":"/4","title":"Orchestra opens its season"}]}"#;
    let described = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"What we know","articleBody":"How Okafor and the Rovers won the final."}</script>"#;
    let broken = r#"<script type="application/ld+json">{"headline": broken</script><meta property="og:title" content="The Rovers and their cup">"#;
    for html in [described, broken] {
        let head = Head::with(html);
        with_feeds(&[(FEED, answer(paper))]);
        let list = place("more-like-this", &[("feed", FEED), ("count", "1")], "");
        let _mounted = list.mount();
        settled().await;
        let found = list.headlines();
        assert!(
            ["Rovers win the cup", "Okafor stays"].contains(&found[0].as_str()),
            "{found:?} for {html}"
        );
        assert_eq!(list.text("h2"), "More like this", "{html}");
        drop(head);
    }
}
