//! A work bench: an element on the page, its feed handed over as the loader
//! does it, and eyes to see what is shown.

use crate::convert::{article_of_page, convert, list_of_page};
use crate::post::post;
use js_sys::{Array, Function, Map, Object, Promise, Uint8Array};
use newsrail::{Mounted, PAGE, mount, start};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Element, HtmlElement, Response, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// The address under which the feed of a test is known.
pub(crate) const FEED: &str = "http://feed.test/feed.json";

/// Three articles with views, the second most read; the first two alike.
pub(crate) const THREE: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","items":[
    {"id":"1","url":"/bridge-closes","title":"Harbor bridge closes","summary":"The bridge over the harbor closes.","date_published":"2026-11-01T00:00:00Z","_newsrail":{"views":10}},
    {"id":"2","url":"/bridge-opens","title":"Harbor bridge opens","summary":"The bridge over the harbor opens again.","date_published":"2026-11-02T00:00:00Z","_newsrail":{"views":30}},
    {"id":"3","url":"/cup","title":"Rovers win <b>the</b> cup &amp; <script>alert(1)</script>","summary":"A late goal.","date_published":"2026-11-03T00:00:00Z","_newsrail":{"views":20}}]}"#;

/// What all elements look like, which the build puts beside a program.
const STYLE: &str = concat!(
    include_str!("../../style/widget.css"),
    include_str!("../../style/elements.css"),
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

thread_local! {
    /// The loader's function that brings a program by its name; here is one with
    /// all in it.
    static BRING: Function = bring();
}

fn bring() -> Function {
    // The names that the build fills in.
    js_sys::eval("self.FORMATS = 'formats'; self.POST = 'post'").expect("names");
    let convert = |bytes: Uint8Array, url: String, content_type: String| {
        promise(async move { convert(&bytes.to_vec(), &url, &content_type) })
    };
    let convert = Closure::<dyn Fn(Uint8Array, String, String) -> Promise>::new(convert);
    let list = |head: Array| promise(async move { list_of_page(&head) });
    let list = Closure::<dyn Fn(Array) -> Promise>::new(list);
    let article = |head: Array| promise(async move { article_of_page(&head) });
    let article = Closure::<dyn Fn(Array) -> Promise>::new(article);
    let post = |text: String| promise(post(text));
    let post = Closure::<dyn Fn(String) -> Promise>::new(post);
    let program = Object::new();
    let head: fn() -> Array = head;
    let head = Closure::<dyn Fn() -> Array>::new(head);
    for (name, function) in [
        ("head", head.into_js_value()),
        ("convert", convert.into_js_value()),
        ("listOfPage", list.into_js_value()),
        ("articleOfPage", article.into_js_value()),
        ("post", post.into_js_value()),
    ] {
        js_sys::Reflect::set(&program, &name.into(), &function).expect("set");
    }
    let program = JsValue::from(program);
    let bring = move |_name: String| Promise::resolve(&program);
    Closure::<dyn Fn(String) -> Promise>::new(bring)
        .into_js_value()
        .unchecked_into()
}

fn promise(result: impl Future<Output = Result<String, String>> + 'static) -> Promise {
    future_to_promise(async {
        let text = result.await?;
        Ok(text.into())
    })
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
    BRING.with(|bring| start(None, early.clone(), bring, style, &PAGE));
    early
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

/// Notes in `told` what the console is warned of from now on. What it notes with
/// may stay: around the console's own function there is never more than one.
pub(crate) fn ears() {
    js_sys::eval(
        "self.told = []; self.warn ??= console.warn;
         console.warn = (line) => { told.push(line); warn.call(console, line) }",
    )
    .expect("ears");
}

/// What the body of an async function comes to.
pub(crate) async fn js(body: &str) -> JsValue {
    let promise = js_sys::eval(&format!("(async () => {{ {body} }})()")).expect("JavaScript");
    JsFuture::from(promise.unchecked_into::<Promise>())
        .await
        .unwrap_or_else(|error| panic!("{body}: {error:?}"))
}

/// Waits until nothing more comes of what has happened so far: some times in a
/// row timers that are due have had their turn, the browser's storage has
/// answered, a body has been read, and the page has had nothing else to do.
pub(crate) async fn settled() {
    js(
        "const shelf = self.storage ? storage.get.call(self) : caches;
        for (let round = 0; round < 5; round++) {
            await new Promise((go) => setTimeout(go));
            await shelf.match('/none');
            await new Response('a body').text();
            await scheduler.postTask(() => {}, { priority: 'background' });
        }",
    )
    .await;
}

/// How many milliseconds may take what must come: no bound on a page, since a
/// wait ends with what it waits for, only the end of a test that would hang.
const SOON: f64 = 30_000.0;

/// Waits until something is so.
pub(crate) async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    // Not the clock that tests hold still.
    let now = || {
        js_sys::eval("performance.now()")
            .ok()
            .and_then(|now| now.as_f64())
            .expect("a time")
    };
    let start = now();
    loop {
        settled().await;
        if is_so().await {
            return;
        }
        assert!(now() - start < SOON, "still not: {what}");
    }
}

/// The page's clock, in the test's hand as long as this lives: it stands still,
/// however busy the machine is, and timers of a second and more wait until it
/// is moved past their end.
pub(crate) struct Clock(());

impl Clock {
    /// Stops it.
    pub(crate) fn stopped() -> Self {
        js_sys::eval(
            "self.clock = { now: Date.now, set: setTimeout, unset: clearTimeout, at: Date.now(), held: new Map(), last: 0 };
             Date.now = () => clock.at;
             self.setTimeout = (act, time, ...given) => {
                 if (!(time >= 1000)) return clock.set.call(self, act, time, ...given);
                 clock.held.set(--clock.last, [clock.at + time, act]);
                 return clock.last;
             };
             self.clearTimeout = (timer) => clock.held.delete(timer) || clock.unset.call(self, timer)",
        )
        .expect("a clock");
        undo_later(
            "Date.now = clock.now; self.setTimeout = clock.set; self.clearTimeout = clock.unset",
        );
        Self(())
    }

    /// Moves it on by so many milliseconds.
    pub(crate) fn pass(&self, time: u32) {
        let Self(()) = self;
        js_sys::eval(&format!(
            "clock.at += {time};
             for (const [timer, [end, act]] of [...clock.held])
                 if (end <= clock.at && clock.held.delete(timer)) act()"
        ))
        .expect("time passes");
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        undo();
    }
}

/// What puts the page right again that a test has changed. A test that fails
/// drops nothing, so whatever it has left is undone before the next one.
pub(crate) fn undo_later(script: &str) {
    js_sys::eval(&format!("(self.undos ??= []).push(() => {{ {script} }})")).expect("noted");
}

/// Undoes all that is to be undone.
pub(crate) fn undo() {
    js_sys::eval("for (const act of self.undos?.splice(0) ?? []) act()").expect("undone");
}

/// Lets promises have their turns and nothing else: no timer, no event, and no
/// question of the driver's that watches the page.
pub(crate) async fn promises_settled() {
    for _ in 0..50 {
        let turn = Promise::resolve(&JsValue::NULL);
        JsFuture::from(turn).await.expect("a turn");
    }
}

/// Replaces `window.fetch` until dropped, as wrappers on host pages do.
pub(crate) struct FetchWrapper(JsValue);

/// Evaluates to the function that stands in for `fetch`.
pub(crate) fn wrap_fetch(source: &str) -> FetchWrapper {
    let window = web_sys::window().expect("a window");
    let before = js_sys::Reflect::get(&window, &"fetch".into()).expect("fetch");
    let wrapper = js_sys::eval(&format!("({source})")).expect("a function");
    js_sys::Reflect::set(&window, &"fetch".into(), &wrapper).expect("set");
    FetchWrapper(before)
}

impl Drop for FetchWrapper {
    fn drop(&mut self) {
        let window = web_sys::window().expect("a window");
        js_sys::Reflect::set(&window, &"fetch".into(), &self.0).expect("set");
    }
}
