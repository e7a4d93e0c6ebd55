//! What the loader and Rust ask of the page's head and of addresses is one script,
//! `web/host/links.js`: what it answers, and that each goes by it.

use crate::fixture::{place, settled, with_feeds, wrap_fetch};
use crate::loader::{setting, texts};
use crate::space::held;
use js_sys::Array;
use newsrail_core::feed::discovery::{Head, Source, sources};
use newsrail_core::feed::wordpress::posts_url;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/links.js")]
extern "C" {
    #[wasm_bindgen(js_name = postsAt)]
    fn posts_at(root: &str) -> String;
    #[wasm_bindgen(js_name = feedsAt)]
    fn feeds_at(named: Option<&str>) -> Array;
}

#[wasm_bindgen(module = "/web/host/document.js")]
extern "C" {
    fn head() -> Array;
}

/// Heads of pages, and what their feed is.
const HEADS: [(&str, Option<&str>); 9] = [
    ("", None),
    (
        "<link rel=alternate type=application/rss+xml href=https://p.test/rss><link rel=alternate type=application/feed+json href=https://p.test/json>",
        Some("https://p.test/json"),
    ),
    (
        "<link rel=alternate type=application/rss+xml href=https://p.test/rss><link rel=alternate type=application/atom+xml href=https://p.test/atom>",
        Some("https://p.test/atom"),
    ),
    (
        "<link rel='home ALTERNATE' type=APPLICATION/RSS+XML href=//p.test/rss>",
        Some("http://p.test/rss"),
    ),
    (
        "<link rel=alternate type=application/rss+xml href=https://p.test/comments/feed/><link rel=alternate type=application/rss+xml href=https://p.test/feed/>",
        Some("https://p.test/feed/"),
    ),
    // One that leads nowhere is passed over.
    (
        "<link rel=alternate type=application/feed+json><link rel=alternate type=application/atom+xml href=ftp://p.test/atom><link rel=alternate type=application/rss+xml href=https://p.test/rss>",
        Some("https://p.test/rss"),
    ),
    (
        "<link rel=alternate type=application/feed+json href=https://p.test/json><link rel=https://api.w.org/ href=https://p.test/wp-json/>",
        Some("https://p.test/wp-json/wp/v2/posts?per_page=50"),
    ),
    (
        "<link rel=https://api.w.org/ href='https://p.test/?rest_route=/'>",
        Some("https://p.test/?rest_route=/wp/v2/posts&per_page=50"),
    ),
    (
        "<link rel=https://api.w.org/ href=javascript:void(0)><link rel=stylesheet type=application/rss+xml href=https://p.test/rss>",
        None,
    ),
];

/// Puts markup into the page's head, and takes it away once this is dropped.
struct InHead(Element);

impl InHead {
    fn new(markup: &str) -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let document = document.expect("a document");
        let links = document.create_element("div").expect("an element");
        links.set_inner_html(markup);
        let head = document.head().expect("a head");
        head.append_child(&links).expect("appended");
        Self(links)
    }
}

impl Drop for InHead {
    fn drop(&mut self) {
        self.0.remove();
    }
}

#[wasm_bindgen_test]
fn the_loader_the_program_and_the_command_find_the_same_feed() {
    for (markup, wanted) in HEADS {
        let _links = InHead::new(markup);
        let found = texts(&feeds_at(None)).pop();
        let begins = match (&found, wanted) {
            (Some(found), Some(wanted)) => found.starts_with(wanted),
            (found, wanted) => found.is_none() && wanted.is_none(),
        };
        assert!(begins, "{markup}: {found:?}, not {wanted:?}");
        let first = sources(&Head::read(texts(&head()))).into_iter().next();
        let first = first.and_then(|source| match source {
            Source::At(url) => Some(url),
            Source::Here(_) => None,
        });
        assert_eq!(first, found, "{markup}");
    }
}

#[wasm_bindgen_test]
fn the_loader_asks_a_site_for_the_same_posts() {
    for root in ["https://p.test/wp-json/", "https://p.test/?rest_route=/"] {
        assert_eq!(posts_at(root), posts_url(root));
    }
}

/// A form feed was no white space to one of them, a no-break space to the other.
#[wasm_bindgen_test]
async fn the_loader_asks_for_the_feeds_that_are_read() {
    let named =
        "http://f.test/1\u{c}http://f.test/2\thttp://f.test/3\u{a0}4 ftp://f.test/5 http://[ 6";
    with_feeds(&[]);
    js_sys::eval("self.asked = []").expect("a list");
    let _wrapper = wrap_fetch("async (url) => { asked.push(url); return new Response('{}') }");
    let list = place("popular", &[("feed", named)], "");
    let _mounted = list.mount();
    settled().await;
    let asked = js_sys::eval("asked").expect("a list").unchecked_into();
    let mut asked: Vec<String> = texts(&asked);
    // What is no web address is asked for as it is written, so that asking says so.
    asked.retain(|url| url.starts_with("http") && !url.contains('['));
    let ahead = texts(&feeds_at(setting(&list.host, "feed").as_deref()));
    assert_eq!(asked, ahead);
    assert_eq!(ahead.len(), 4, "{ahead:?}");
}

/// Who has a form for replies, by the page's head and the attributes `comments`
/// and `feed`.
const REPLIES: [(&str, &str, &str, bool); 11] = [
    ("", "", "", false),
    ("", "/replies.json", "", true),
    ("", "/replies.json", "https://p.test/feed.json", true),
    ("", " ", "", false),
    ("", "mailto:desk@p.test", "", false),
    ("", "http://[", "", false),
    (
        "",
        "",
        "https://p.test/wp-json/wp/v2/posts?per_page=9",
        true,
    ),
    ("", "", "/feed.json\u{c}/wp-json/wp/v2/posts", true),
    ("", "", "http://[", false),
    (WORDPRESS, "", "", true),
    (WORDPRESS, "", "https://p.test/feed.json", false),
];

const WORDPRESS: &str = "<link rel=https://api.w.org/ href=https://p.test/wp-json/>";

/// Space was held for replies at an address that is none, and not for those of a
/// WordPress site that has the second of two feeds.
#[wasm_bindgen_test]
async fn space_is_held_for_a_reply_where_there_is_a_form() {
    for (markup, comments, feed, has_form) in REPLIES {
        let _links = InHead::new(markup);
        with_feeds(&[]);
        let _wrapper = wrap_fetch("async () => new Response('[]')");
        let attributes = [("article", "17"), ("comments", comments), ("feed", feed)];
        let reply = place("reply", &attributes, "");
        let property = "(sheet) => sheet.cssRules[0].style.getPropertyValue('--newsrail-list')";
        let height = held(&reply.host, property);
        let is_held = height
            .as_string()
            .is_some_and(|em| em.starts_with("calc(36em "));
        assert_eq!(is_held, has_form, "{attributes:?}: {height:?}");
        let _mounted = reply.mount();
        settled().await;
        assert_eq!(reply.find("form").is_some(), has_form, "{attributes:?}");
    }
}
