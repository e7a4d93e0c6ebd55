//! What the host page says of itself: its feed, and which article it is.

use crate::article::Article;
use crate::feed::wordpress;
use crate::rank::choose::Current;
use crate::text::plain::plain;
use crate::text::scan::has;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Url};

const WORDPRESS: &str = "link[rel~='https://api.w.org/']";
/// The types of feeds that say most first; the feed of a page's comments is
/// none of articles. The loader looks for the same.
const FEEDS: [&str; 3] = ["feed+json", "atom+xml", "rss+xml"];
const POST: &str = "link[rel~='alternate'][type='application/json']";
const CANONICAL: &str = "link[rel~='canonical']";

/// The page's feed, if it announces one: WordPress's, else a JSON Feed, Atom
/// or RSS.
pub(crate) fn feed() -> Option<String> {
    let root = link(WORDPRESS).map(|root| wordpress::posts_url(&root));
    let announced = |kind: &&str| {
        let of_kind = "link[rel~='alternate']:not([href*='comments'])[type='application/";
        link(&[of_kind, kind, "']"].concat())
    };
    root.or_else(|| FEEDS.iter().find_map(announced))
}

/// The article that the page is: what `named` says (the attribute `article`,
/// an identifier or an address), else WordPress's number of the post, and the
/// canonical address, else the page's own.
pub(crate) fn current(named: Option<&str>) -> Current {
    if let Some(named) = named {
        return Current {
            id: Some(named.to_owned()),
            urls: absolute(named).into_iter().collect(),
        };
    }
    let id = link(POST).and_then(|url| post_id(&url));
    let url = link(CANONICAL).or_else(|| document()?.location()?.href().ok());
    Current {
        id,
        urls: url.into_iter().collect(),
    }
}

/// What the page's head says of its article, for one that is not in the feed.
pub(crate) fn article() -> Article {
    let title = meta("[property='og:title']").or_else(|| Some(document()?.title()));
    let summary = meta("[property='og:description']").or_else(|| meta("[name='description']"));
    Article {
        title: title.as_deref().map(plain).unwrap_or_default(),
        summary: summary.as_deref().map(plain).unwrap_or_default(),
        tags: all("meta[property='article:tag']", "content"),
        ..Article::default()
    }
}

/// An address as the page means it, if it is http or https.
pub(crate) fn absolute(href: &str) -> Option<String> {
    let base = document()?.base_uri().ok()??;
    let url = Url::new_with_base(href, &base).ok()?;
    ["http:", "https:"]
        .contains(&url.protocol().as_str())
        .then(|| url.href())
}

/// The language that the page says it is in, maybe empty.
pub(crate) fn language() -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("lang"))
        .unwrap_or_default()
}

/// The width of the viewport in CSS pixels.
#[cfg(feature = "page")]
pub(crate) fn width() -> u32 {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "no viewport is as wide"
    )]
    width.map_or(0, |width| width as u32)
}

/// Tells of an article in the page's head: its title, and JSON-LD in place of
/// what was told before.
#[cfg(feature = "page")]
pub(crate) fn announce(title: &str, json_ld: &str) {
    const OURS: &str = "data-newsrail";
    let (Some(document), Some(head)) = (document(), document().and_then(|d| d.head())) else {
        return;
    };
    document.set_title(title);
    if let Ok(Some(before)) = head.query_selector(&["script[", OURS, "]"].concat()) {
        before.remove();
    }
    // Where the page forbids scripts that it does not know, it is not told.
    if let Ok(script) = document.create_element("script") {
        let told = script
            .set_attribute("type", "application/ld+json")
            .and_then(|()| script.set_attribute(OURS, ""))
            .and_then(|()| script.append_with_str_1(json_ld));
        if told.is_ok() {
            drop(head.append_child(&script));
        }
    }
}

/// The root of the REST API of the WordPress site that the page is of.
#[cfg(feature = "page")]
pub(crate) fn api() -> Option<String> {
    link(WORDPRESS)
}

/// Whether an address is of the page's own origin.
#[cfg(feature = "page")]
pub(crate) fn is_own(url: &str) -> bool {
    let own = || document()?.location()?.origin().ok();
    Url::new(url).is_ok_and(|url| Some(url.origin()) == own())
}

/// Whether the device says that it has no connection.
pub(crate) fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn link(selector: &str) -> Option<String> {
    absolute(&first(selector, "href")?)
}

fn meta(which: &str) -> Option<String> {
    let content = first(&["meta", which].concat(), "content")?;
    (!content.trim_ascii().is_empty()).then_some(content)
}

fn first(selector: &str, attribute: &str) -> Option<String> {
    document()?
        .head()?
        .query_selector(selector)
        .ok()??
        .get_attribute(attribute)
}

fn all(selector: &str, attribute: &str) -> Vec<String> {
    let found = document()
        .and_then(|d| d.head())
        .and_then(|head| head.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    let mut values = Vec::new();
    for at in 0..found.length() {
        // A selector finds elements and nothing else.
        let value = found
            .item(at)
            .and_then(|node| node.unchecked_ref::<Element>().get_attribute(attribute));
        values.extend(value);
    }
    values
}

/// The number at the end of `…/wp/v2/posts/17`, which without pretty permalinks
/// is the end of a query.
fn post_id(url: &str) -> Option<String> {
    let id = &url[url.rfind(|c: char| !c.is_ascii_digit())? + 1..];
    let is_post = has(url, "wp/v2/") || has(url, "wp%2Fv2%2F");
    (is_post && !id.is_empty()).then(|| id.to_owned())
}
