//! What newsrail leaves of itself on a page: the host's globals, prototypes, styles and
//! listeners before and after, and no difference but those that are documented.

use serde_json::{Value, json};

use super::count;
use crate::lab::{BOTH_LISTS, SOON, paper, partner, widget};
use crate::support::browser::Browser;

/// Notes what the page has: once before anything of it is there, and on demand.
const WATCH: &str = "// What the test and its driver have of their own.
    const OF_TEST = ['noted', 'event', 'ret_nodes'];
    self.listening = [];
    const own = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (kind, ...rest) {
      if ([self, document, document.documentElement, document.body, document.head].includes(this)) listening.push((this === self ? 'window' : this.nodeName) + ' ' + kind);
      return own.call(this, kind, ...rest);
    };
    const members = (object) => Object.fromEntries(Reflect.ownKeys(object).map((key) => {
      const { value, get, set } = Object.getOwnPropertyDescriptor(object, key);
      return [String(key), value ?? get ?? set];
    }));
    const things = () => {
      const all = { window: members(self) };
      for (const name of Object.getOwnPropertyNames(self)) {
        if (/^[A-Z]/.test(name) && typeof self[name] === 'function') {
          all[name] = members(self[name]);
          if (self[name].prototype) all[name + '.prototype'] = members(self[name].prototype);
        }
      }
      for (const name of ['JSON', 'Math', 'Reflect', 'Intl', 'WebAssembly', 'console', 'navigator', 'history']) all[name] = members(self[name]);
      return all;
    };
    self.noted = null;
    self.note = () => { self.noted = null; self.noted = things(); };
    self.differences = () => {
      const [before, found] = [self.noted, []];
      const after = things();
      for (const [thing, is] of Object.entries(after)) {
        const was = before[thing] ?? {};
        for (const key of new Set([...Object.keys(is), ...Object.keys(was)])) {
          if (!Object.is(is[key], was[key]) && !OF_TEST.includes(key)) found.push(thing + ' ' + key);
        }
      }
      return found;
    };";

/// The styles of the page's own elements, and its sheets.
const STYLES: &str = "return [document.styleSheets.length, document.adoptedStyleSheets.length,
    ...[...document.querySelectorAll('html, body, h1, h2, p, main, article, aside')].map((element) => {
      const style = getComputedStyle(element);
      // What newsrail's place takes makes those around it taller, and nothing else.
      return [...style].filter((name) => !/height|block-size|origin|grid-template/.test(name)).map((name) => name + ': ' + style.getPropertyValue(name));
    }).flat()]";

#[tokio::test]
async fn a_page_has_afterwards_what_it_had_before() {
    let (widget, paper) = (widget(), paper());
    let page = partner("<div id=place></div>");
    let browser = Browser::start(900, 900).await;
    browser.before_each_page(WATCH).await;
    browser.goto(&page.url("/")).await;
    let styles = browser.run(STYLES, &[]).await;
    let head = browser.run("return [document.title, document.head.innerHTML, document.documentElement.getAttributeNames()]", &[]).await;
    let add = "note();
        listening.length = 0;
        place.innerHTML = `<newsrail-popular feed='${arguments[1]}'></newsrail-popular><newsrail-more-like-this feed='${arguments[1]}'></newsrail-more-like-this>`;
        const tag = document.createElement('script');
        tag.src = arguments[0];
        place.append(tag)";
    browser
        .run(
            add,
            &[
                widget.url("/newsrail.js").into(),
                paper.url("/feed.json").into(),
            ],
        )
        .await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    browser.quiet(SOON).await;
    let found = browser.run("return differences()", &[]).await;
    assert_eq!(found, json!([]), "the page has been changed");
    let afterwards = browser.run(STYLES, &[]).await;
    let lists = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let changed: Vec<_> = lists(&styles)
        .into_iter()
        .zip(lists(&afterwards))
        .filter(|(was, is)| was != is)
        .collect();
    assert_eq!(
        (changed, lists(&styles).len()),
        (Vec::new(), lists(&afterwards).len())
    );
    assert_eq!(
        browser.run("return [document.title, document.head.innerHTML, document.documentElement.getAttributeNames()]", &[]).await,
        head
    );
    let kinds = browser
        .run("return [...new Set(listening)].sort()", &[])
        .await;
    count(&format!("newsrail listens to {kinds}"));
    let documented: Value = json!([
        "window hashchange",
        "window pointerdown",
        "window popstate",
        "window readystatechange",
        "window visibilitychange"
    ]);
    assert_eq!(kinds, documented);
    // The look sees a style, a global, a prototype and a listener.
    let red = "document.querySelector('h1').style.color = 'red'";
    browser.run(red, &[]).await;
    assert_ne!(browser.run(STYLES, &[]).await, afterwards);
    let spoil = "self.foreign = 1; Element.prototype.foreign = 1; window.JSON.parse = () => {}; addEventListener('click', () => {}); return [differences(), listening.includes('window click')]";
    let found = browser.run(spoil, &[]).await;
    let differences = found[0].to_string();
    for spoilt in ["window foreign", "Element.prototype foreign", "JSON parse"] {
        assert!(differences.contains(spoilt), "{spoilt}: {differences}");
    }
    assert_eq!(found[1], true);
}
