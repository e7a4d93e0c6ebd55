//! What the host page says of itself: its feed, and which article it is.

use super::navigation::canonical;
use js_sys::Array;
use newsrail_core::article::Article;
use newsrail_core::choose::HostPage;
use newsrail_core::choose::rules::Current;
use newsrail_core::text::plain::plain;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/page.js")]
extern "C" {
    /// Whether an element is in view.
    #[wasm_bindgen(js_name = isInView)]
    pub(crate) fn is_in_view(element: &Element) -> bool;
    /// Whether a list was rendered into an element, and stands there still.
    #[wasm_bindgen(js_name = isRendered)]
    pub(crate) fn is_rendered(element: &Element) -> bool;
    /// The addresses in the lists that were rendered into other elements of the page,
    /// and stand there still: an array of strings.
    #[wasm_bindgen(js_name = renderedBeside)]
    pub(crate) fn rendered_beside(element: &Element) -> Array;
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
    /// The page's address, where its JSON-LD may tell of articles.
    #[wasm_bindgen(js_name = withJsonLd)]
    fn with_json_ld() -> Option<String>;
    #[wasm_bindgen(js_name = article)]
    fn said_of_article() -> Array;

    /// The post that the page is on a WordPress site.
    type Post;
    fn post() -> Option<Post>;
    /// Its number there.
    #[wasm_bindgen(method, getter)]
    fn id(this: &Post) -> String;
    /// An address of the site that has given that number.
    #[wasm_bindgen(method, getter)]
    fn site(this: &Post) -> String;
}

#[wasm_bindgen(module = "/web/host/links.js")]
extern "C" {
    /// An address as the page means it, if it is http or https.
    pub(crate) fn absolute(href: &str) -> Option<String>;
    /// The addresses at which the page is said in other languages, with blanks between.
    pub(crate) fn translations() -> String;
    /// The page's feed, if its head announces one: WordPress's, else a JSON Feed,
    /// Atom or RSS.
    fn feed() -> Option<String>;
    /// Where the replies to an article are, by the attributes `comments` and
    /// `feed`: at the address that the publisher names, else on the WordPress
    /// site that a feed is of.
    #[wasm_bindgen(js_name = repliesAt)]
    pub(crate) fn replies_at(comments: Option<&str>, feeds: Option<&str>) -> Option<String>;
}

/// The page that newsrail is on.
pub(crate) struct ThisPage;

impl HostPage for ThisPage {
    fn absolute(&self, href: &str) -> Option<String> {
        absolute(href)
    }

    fn announced_feed(&self) -> Option<String> {
        feed()
    }

    fn with_json_ld(&self) -> Option<String> {
        with_json_ld()
    }
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
    let post = post();
    Current {
        id: post.as_ref().map(Post::id),
        site: post.map(|post| post.site()).unwrap_or_default(),
        urls: vec![canonical().unwrap_or_else(address)],
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
