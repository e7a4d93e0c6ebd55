//! What the host page says of itself: its feed, and which article it is.

use js_sys::Array;
use newsrail_core::article::Article;
use newsrail_core::feed::wordpress;
use newsrail_core::rank::rules::Current;
use newsrail_core::text::plain::plain;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/page.js")]
extern "C" {
    /// Whether an element is in view.
    #[wasm_bindgen(js_name = isInView)]
    pub(crate) fn is_in_view(element: &Element) -> bool;
    /// An address as the page means it, if it is http or https.
    pub(crate) fn absolute(href: &str) -> Option<String>;
    /// Where a link in the page's head leads.
    fn link(selector: &str) -> Option<String>;
    /// The page's own address.
    fn address() -> String;
    /// The language that the page says it is in, maybe empty.
    pub(crate) fn language() -> String;
    /// Whether the device says that it has no connection.
    #[wasm_bindgen(js_name = isOffline)]
    pub(crate) fn is_offline() -> bool;
    /// Whether nobody can see the page, as in a tab behind another.
    #[wasm_bindgen(js_name = isHidden)]
    pub(crate) fn is_hidden() -> bool;
    /// The width of the viewport in CSS pixels.
    pub(crate) fn width() -> u32;
    /// Whether an address is of the page's own origin.
    #[wasm_bindgen(js_name = isOwn)]
    pub(crate) fn is_own(url: &str) -> bool;
    /// Tells of an article in the page's head: its title, and JSON-LD in place of
    /// what was told before.
    pub(crate) fn announce(title: &str, json_ld: &str);
    /// What stands for the articles that the page lists in its JSON-LD, as if
    /// it were their feed's address, and for the article that it describes
    /// there: `kind` and the page's address. `None` where it tells of none.
    #[wasm_bindgen(js_name = own_articles)]
    pub(crate) fn own(kind: &str) -> Option<String>;
    #[wasm_bindgen(js_name = article)]
    fn said_of_article() -> Array;
}

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
            ..Current::default()
        };
    }
    // Every WordPress has a post 17; the feed may be of another.
    let post = link(POST).unwrap_or_default();
    let url = link(CANONICAL).unwrap_or_else(address);
    Current {
        id: post_id(&post),
        site: post,
        urls: vec![url],
    }
}

/// What the page says of its article without JSON-LD, for one that is not in
/// the feed: Open Graph, title, and the text that stands there.
pub(crate) fn article() -> Article {
    let mut article = Article::default();
    for (at, part) in said_of_article().iter().enumerate() {
        let part = plain(&part.as_string().unwrap_or_default());
        match at {
            0 => article.title = part,
            1 => article.section = part,
            2 => article.summary = part,
            _ => article.tags.push(part),
        }
    }
    article
}

/// The root of the REST API of the WordPress site that the page is of.
pub(crate) fn api() -> Option<String> {
    link(WORDPRESS)
}

/// The number at the end of `…/wp/v2/posts/17`, which without pretty permalinks
/// is the end of a query.
fn post_id(url: &str) -> Option<String> {
    let id = &url[url.bytes().rposition(|byte| !byte.is_ascii_digit())? + 1..];
    let is_post = url.contains("wp/v2/") || url.contains("wp%2Fv2%2F");
    (is_post && !id.is_empty()).then(|| id.to_owned())
}
