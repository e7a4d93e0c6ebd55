//! What all tests in the browser share: an element on the page, its feed handed
//! over as the loader does it, and eyes to see what is shown.

mod held;
mod looks;
mod waits;

pub(crate) use held::{Clock, FetchWrapper, ears, undo, undo_later, wrap_fetch};
pub(crate) use waits::{js, promises_settled, settled, until};

use crate::convert::{article_of_page, convert, list_of_page};
use crate::learner::Learner;
use js_sys::{Array, Function, Map, Object, Promise, Uint8Array, Uint16Array, Uint32Array};
use newsrail::{Mounted, PAGE, all, mount, start, start_with_feeds};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Response, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// The address under which the feed of a test is known.
pub(crate) const FEED: &str = "http://feed.test/feed.json";

/// Three articles with views, the second most read; the first two alike.
pub(crate) const THREE: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","items":[
    {"id":"1","url":"/bridge-closes","title":"Harbor bridge closes","summary":"The bridge over the harbor closes.","date_published":"2026-11-01T00:00:00Z","_newsrail":{"views":10}},
    {"id":"2","url":"/bridge-opens","title":"Harbor bridge opens","summary":"The bridge over the harbor opens again.","date_published":"2026-11-02T00:00:00Z","_newsrail":{"views":60}},
    {"id":"3","url":"/cup","title":"Rovers win <b>the</b> cup &amp; <script>alert(1)</script>","summary":"A late goal.","date_published":"2026-11-03T00:00:00Z","_newsrail":{"views":20}}]}"#;

/// What all elements look like, which the build puts beside a program.
const STYLE: &str = concat!(
    include_str!("../../style/widget.css"),
    include_str!("../../style/lists.css"),
    include_str!("../../style/foot.css"),
    include_str!("../../style/forms.css"),
    include_str!("../../style/article.css"),
    include_str!("../../style/share.css"),
    include_str!("../../style/reply.css"),
    include_str!("../../style/author.css"),
    include_str!("../../style/print.css"),
    include_str!("../../style/site.css"),
);

/// An element and what is mounted in it.
pub(crate) struct Place {
    pub(crate) host: HtmlElement,
    pub(crate) root: ShadowRoot,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.host.remove();
    }
}

#[wasm_bindgen(module = "/web/host/document.js")]
extern "C" {
    fn head() -> Array;
}

// The script that feeds are kept by, which is imported by its name.
#[wasm_bindgen(module = "/web/keep-feed.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepFeed)]
    fn keep_feed();
}

thread_local! {
    /// The loader's function that brings a program by its name; here is one with
    /// all in it.
    static BRING: Function = bring();
}

fn bring() -> Function {
    // The names that the build fills in.
    js_sys::eval("self.AHEAD = '../keep-feed'; self.FORMATS = 'formats'; self.FORMS = 'forms'; self.LATENT = 'latent'")
        .expect("names");
    let convert = |bytes: Uint8Array, url: String, content_type: String| {
        promise(convert(&bytes.to_vec(), &url, &content_type))
    };
    let convert = Closure::<dyn Fn(Uint8Array, String, String) -> Promise>::new(convert);
    let list = |head: Array| promise(list_of_page(&head));
    let list = Closure::<dyn Fn(Array) -> Promise>::new(list);
    let article = |head: Array| promise(article_of_page(&head));
    let article = Closure::<dyn Fn(Array) -> Promise>::new(article);
    let program = Object::new();
    let head: fn() -> Array = head;
    let head = Closure::<dyn Fn() -> Array>::new(head);
    let learn =
        Closure::<dyn Fn(usize, Uint32Array, Uint32Array, Uint16Array) -> Promise>::new(learn);
    for (name, function) in [
        ("learn", learn.into_js_value()),
        ("head", head.into_js_value()),
        ("convert", convert.into_js_value()),
        ("listOfPage", list.into_js_value()),
        ("articleOfPage", article.into_js_value()),
    ] {
        js_sys::Reflect::set(&program, &name.into(), &function).expect("set");
    }
    let program = JsValue::from(program);
    let bring = move |_name: String| Promise::resolve(&program);
    Closure::<dyn Fn(String) -> Promise>::new(bring)
        .into_js_value()
        .unchecked_into()
}

/// As `web/learn.js` does it, at once.
#[expect(clippy::needless_pass_by_value, reason = "a script hands them over")]
fn learn(articles: usize, starts: Uint32Array, of: Uint32Array, weights: Uint16Array) -> Promise {
    let mut learner = Learner::new(articles, starts.to_vec(), of.to_vec(), weights.to_vec());
    while !learner.go_on(f64::INFINITY) {}
    Promise::resolve(&JsValue::from(Uint8Array::from(&*learner.coordinates())))
}

fn promise(result: Result<String, String>) -> Promise {
    match result {
        Ok(text) => Promise::resolve(&JsValue::from(text)),
        Err(reason) => Promise::reject(&JsValue::from(reason)),
    }
}

/// Hands over feeds as the loader does, forgetting those of an earlier test and
/// undoing what it has left.
pub(crate) fn with_feeds(feeds: &[(&str, Promise)]) -> Map {
    undo();
    let early = Map::new();
    for (url, promise) in feeds {
        early.set(&(*url).into(), promise);
    }
    // The tests share one origin: what one of them keeps is not another's.
    js_sys::eval(
        "self.storage ??= Object.getOwnPropertyDescriptor(self, 'caches');
         Object.defineProperty(self, 'caches', { configurable: true, get() { throw new DOMException('denied', 'SecurityError') } })",
    )
    .expect("storage is denied");
    let style = js_sys::eval(
        "(text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return sheet }",
    );
    let style: Function = style.expect("a function").unchecked_into();
    let style = style
        .call1(&JsValue::NULL, &STYLE.into())
        .expect("a style sheet");
    BRING.with(|bring| start_with_feeds(None, style.clone(), early.clone(), bring, &PAGE));
    start(None, style, all);
    looks::begin();
    early
}

/// Feeds as [`with_feeds`], on a page that may keep them.
pub(crate) fn with_storage(feeds: &[(&str, Promise)]) {
    with_feeds(feeds);
    js_sys::eval("Object.defineProperty(self, 'caches', storage)").expect("storage again");
}

/// A response with this body that is there already.
pub(crate) fn answer(body: &str) -> Promise {
    let response = Response::new_with_opt_str(Some(body)).expect("a response");
    Promise::resolve(&JsValue::from(response))
}

/// An element of a kind with attributes and light DOM text, on the page.
pub(crate) fn place(kind: &str, attributes: &[(&str, &str)], inside: &str) -> Place {
    let document = web_sys::window()
        .and_then(|w| w.document())
        .expect("a document");
    let host: HtmlElement = document
        .create_element(&format!("newsrail-{kind}"))
        .expect("an element")
        .unchecked_into();
    for (name, value) in attributes {
        host.set_attribute(name, value).expect("an attribute");
    }
    host.set_text_content(Some(inside));
    document
        .body()
        .expect("a body")
        .append_child(&host)
        .expect("appended");
    let root = host
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .expect("a shadow root");
    Place { host, root }
}

impl Place {
    /// Mounts what belongs into the element.
    pub(crate) fn mount(&self) -> Mounted {
        mount(self.host.clone()).unwrap_or_else(|error| panic!("{error:?}"))
    }

    /// The form that the button of this list has put in its place, with a shadow
    /// root, as the loader gives it one.
    pub(crate) fn form(&self) -> Place {
        let host: HtmlElement = self.one("newsrail-subscribe").unchecked_into();
        let root = host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .expect("a shadow root");
        Place { host, root }
    }

    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).expect("a selector")
    }

    pub(crate) fn one(&self, selector: &str) -> Element {
        self.find(selector)
            .unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html()))
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap_or_default()
    }

    /// The texts of all that match.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length())
            .filter_map(|at| found.item(at)?.text_content())
            .collect()
    }

    pub(crate) fn headlines(&self) -> Vec<String> {
        self.texts("h3 a")
    }

    pub(crate) fn click(&self, selector: &str) {
        self.one(selector).unchecked_into::<HtmlElement>().click();
    }
}
