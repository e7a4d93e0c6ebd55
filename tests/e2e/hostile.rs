//! A host page that is against newsrail, by its markup or by its scripts: the lists
//! come all the same, from newsrail's own files, or the author's links stay.

use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, paper, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};

/// A page with `before` in front of two lists, each with a link of the author's.
fn page(before: &str, widget: &Origin, paper: &Origin, policy: Option<&str>) -> Origin {
    let (feed, script) = (paper.url("/feed.json"), widget.url("/newsrail.js"));
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A page</title></head><body>{before}
         <newsrail-popular feed='{feed}'><a href=/own>Own link</a></newsrail-popular>
         <newsrail-more-like-this feed='{feed}'><a href=/own>Own link</a></newsrail-more-like-this>
         <script nonce=n async src='{script}'></script></body></html>"
    );
    let page = Reply::html(&page);
    let page = match policy {
        Some(policy) => page.header("content-security-policy", policy),
        None => page,
    };
    Routes::default()
        .reply("/", page)
        .reply(
            "/image",
            Reply::new("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        )
        .serve()
}

/// Both lists show headlines, on a page whose own names mean nothing.
const BOTH_OF_ALL: &str = "Array.prototype.filter.call(
    Document.prototype.querySelectorAll.call(document, 'newsrail-popular, newsrail-more-like-this'),
    (list) => list.shadowRoot?.querySelectorAll('h3 a').length).length === 2";

/// What newsrail, or a library as it, asks of a document and of a window.
const MEMBERS: [&str; 24] = [
    "currentScript",
    "baseURI",
    "head",
    "body",
    "documentElement",
    "images",
    "forms",
    "scripts",
    "referrer",
    "readyState",
    "hidden",
    "title",
    "cookie",
    "createElement",
    "querySelector",
    "querySelectorAll",
    "getElementById",
    "addEventListener",
    "defaultView",
    "scheduler",
    "caches",
    "customElements",
    "navigator",
    "origin",
];

/// An image called `currentScript` in a reader's comment had the loader import its
/// glue from the image's own address; one called `createElement` or `head` kept it
/// from running.
#[tokio::test]
async fn markup_may_bear_the_name_of_anything() {
    let (widget, paper) = (widget(), paper());
    let foreign = Routes::default().cors(true).serve();
    let browser = Browser::start(1000, 1400).await;
    browser.expects(&["/image - Failed"]);
    let strict =
        "script-src 'nonce-n' 'strict-dynamic' 'wasm-unsafe-eval'; object-src *; base-uri 'none'";
    for (tag, policy) in [
        ("<img name={} id={} src='{origin}/image'>", None),
        ("<img name={} id={} src='{origin}/image'>", Some(strict)),
        (
            "<form name={} id={} action='{origin}/image'><input name=src value='{origin}/image'><input name=postTask></form>",
            None,
        ),
        (
            "<embed name={} id={} type='image/png' src='{origin}/image'>",
            None,
        ),
    ] {
        let tag = tag.replace("{origin}", &foreign.url(""));
        let markup: String = MEMBERS.iter().map(|name| tag.replace("{}", name)).collect();
        let page = page(&markup, &widget, &paper, policy);
        browser.goto(&page.url("/")).await;
        browser.wait_until(BOTH_OF_ALL, SOON).await;
        let asked: Vec<String> = foreign.requests().into_iter().map(|one| one.path).collect();
        assert!(
            asked.iter().all(|path| path == "/image"),
            "{tag}: {asked:?}"
        );
    }
}

/// The shadow root came first and hid the author's links; then what fills it failed.
#[tokio::test]
async fn the_author_s_links_stay_where_nothing_can_be_built() {
    let (widget, paper) = (widget(), paper());
    let browser = Browser::start(1000, 1400).await;
    browser.expects(&[
        "Uncaught Error: no",
        "Uncaught TypeError",
        // All that Firefox and WebKit say of a script of another origin.
        "Uncaught Script error.",
        "newsrail: could not be loaded",
    ]);
    for broken in [
        "Document.prototype.createElement = () => { throw new Error('no') }",
        "document.createElement = () => { throw new Error('no') }; Document.prototype.createElement = undefined",
        "self.CSSStyleSheet = class { constructor() { throw new Error('no') } }",
        "CSSStyleSheet.prototype.replaceSync = () => { throw new Error('no') }",
        "Element.prototype.attachShadow = () => { throw new Error('no') }",
        "Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', { get() { throw new Error('no') } })",
        "self.IntersectionObserver = class { observe() { throw new Error('no') } unobserve() {} }",
    ] {
        let page = page(&format!("<script>{broken}</script>"), &widget, &paper, None);
        browser.goto(&page.url("/")).await;
        let seen = "[...document.querySelectorAll('newsrail-popular > a, newsrail-more-like-this > a')].filter((link) => link.checkVisibility()).length === 2";
        let done = "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('/newsrail.js') && responseEnd)";
        browser.wait_until(done, SOON).await;
        // Whatever else is still loaded and fails, they stay.
        browser.quiet(SOON).await;
        browser
            .wait_until(&format!("{seen} || ({BOTH_LISTS})"), SOON)
            .await;
    }
}

/// What is read from an options object or a descriptor without a value of its own
/// came from the page: `value` on `Object.prototype` made each property of the
/// elements an error, `root` the observer, and there were no lists.
#[tokio::test]
async fn a_polluted_prototype_reaches_nothing() {
    let (widget, paper) = (widget(), paper());
    let browser = Browser::start(1000, 1400).await;
    let pollution = [
        "value: 1",
        "writable: true",
        "get: 'no'",
        "set: 'no'",
        "root: 'no'",
        "threshold: 7",
        "mode: 'closed', delegatesFocus: true, slotAssignment: 'manual', customElementRegistry: 'no'",
        "extends: 'p', is: 'no'",
        "rails: 'no', bundle: 'no'",
        "priority: 'no', signal: 'no', delay: -1",
        "method: 'DELETE', body: 'no', headers: 7, mode: 'no', cache: 'no', integrity: 'no'",
        "enumerable: 'no', configurable: false",
        "media: 7, disabled: true, baseURL: 'no'",
    ];
    for polluted in pollution {
        // The driver is no part of this: before it looks, all is as it was.
        let before = format!(
            "<script>
               const before = Object.getOwnPropertyNames(Object.prototype);
               for (const [name, value] of Object.entries({{ {polluted} }}))
                 Object.defineProperty(Object.prototype, name, {{ __proto__: null, value, configurable: true, writable: true, enumerable: true }});
               addEventListener('DOMContentLoaded', () => {{
                 for (const name of Object.getOwnPropertyNames(Object.prototype)) if (!before.includes(name)) delete Object.prototype[name];
               }});
             </script>
             <script src='{}'></script>",
            widget.url("/newsrail.js")
        );
        let page = page(&before, &widget, &paper, None);
        browser.goto(&page.url("/")).await;
        browser.wait_until(BOTH_LISTS, SOON).await;
        assert_eq!(
            headlines(&browser, "newsrail-popular").await.len(),
            5,
            "{polluted}"
        );
        let set = "return Object.assign(document.querySelector('newsrail-popular'), { count: 3 }).getAttribute('count')";
        assert_eq!(browser.run(set, &[]).await, "3", "{polluted}");
        assert_calm(&browser).await;
    }
}

/// Firefox drops a task that is posted while the page is leaving for the
/// back/forward cache, and whoever waited for it waited for ever: no element read
/// a feed again until a reload. Chromium keeps such tasks, so the page drops them.
#[tokio::test]
async fn back_from_the_cache_every_element_goes_on() {
    let (widget, paper) = (widget(), paper());
    let before = "<script>
        const post = scheduler.postTask.bind(scheduler);
        scheduler.postTask = (go, options) => document.hidden ? new Promise(() => {}) : post(go, options);
        addEventListener('pageshow', ({ persisted }) => { self.isBack = persisted });
      </script>";
    let page = page(before, &widget, &paper, None);
    let browser = Browser::start(1000, 1400).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    browser.run("location.href = '/image'", &[]).await;
    browser
        .wait_until("location.pathname === '/image'", SOON)
        .await;
    browser.run("history.back()", &[]).await;
    browser.wait_until("self.isBack === true", SOON).await;
    browser
        .run("document.querySelector('newsrail-popular').count = 3", &[])
        .await;
    let changed = "document.querySelector('newsrail-popular').shadowRoot.querySelectorAll('h3 a').length === 3";
    browser.wait_until(changed, SOON).await;
    let script = "const list = document.createElement('newsrail-popular');
        list.id = 'new';
        list.feed = arguments[0];
        list.count = 2;
        document.body.prepend(list)";
    browser.run(script, &[paper.url("/feed.json").into()]).await;
    let mounted = "document.querySelector('#new').shadowRoot.querySelectorAll('h3 a').length === 2";
    browser.wait_until(mounted, SOON).await;
    assert_calm(&browser).await;
}
