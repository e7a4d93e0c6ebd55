//! The loader reads some settings before Rust is there: the same cases through both.
//! `space.rs` looks at the space that it holds by them. What both share is one
//! script; see `links.rs`.

use crate::fixture::{place, settled, with_feeds};
use js_sys::Array;
use newsrail_core::config::page::{Slot, networks};
use newsrail_core::config::sign_up::Form;
use newsrail_core::config::{Attributes, Config, Kind};
use newsrail_core::outbox::share::Network;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

#[wasm_bindgen(module = "/web/loader/settings.js")]
extern "C" {
    pub(crate) fn setting(element: &Element, name: &str) -> Option<String>;
    fn flag(element: &Element, name: &str, by_default: bool) -> JsValue;
    #[wasm_bindgen(js_name = layoutOf)]
    fn layout_of(element: &Element) -> String;
    #[wasm_bindgen(js_name = countOf)]
    fn count_of(element: &Element) -> usize;
    #[wasm_bindgen(js_name = topicsOf)]
    fn topics_of(element: &Element) -> Option<usize>;
    #[wasm_bindgen(js_name = networksOf)]
    fn networks_of(element: &Element) -> Array;
}

#[wasm_bindgen(module = "/web/loader/space.js")]
extern "C" {
    #[wasm_bindgen(js_name = waysOf)]
    fn ways_of(element: &Element) -> Array;
}

// What those import: wasm-bindgen puts beside the tests what Rust names.
#[wasm_bindgen(module = "/web/shared.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = ATTRIBUTES)]
    static _SHARED: JsValue;
}
#[wasm_bindgen(module = "/web/loader/script.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = base)]
    static _SCRIPT: JsValue;
}
#[wasm_bindgen(module = "/web/host/files.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = beside)]
    static _FILES: JsValue;
}
#[wasm_bindgen(module = "/web/loader/kinds.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = KINDS)]
    static _KINDS: JsValue;
}

/// What an attribute may say, right or wrong: blank, switches and words, numbers,
/// sizes, ways to share, topics. Each is tried on each attribute.
const VALUES: [&str; 67] = [
    "",
    " ",
    "\u{a0}",
    "\u{feff}",
    "\u{b}",
    "\u{c}",
    "true",
    "TRUE",
    " False ",
    "no",
    "images",
    "names",
    "true\u{a0}",
    "\u{c}false\u{c}",
    "cards",
    "\tCARDS\n",
    "card\u{17f}",
    "carousel",
    "Compact",
    "text",
    "numbered",
    "cards\u{a0}",
    "grid",
    "1",
    " 5 ",
    "05",
    "20",
    "21",
    "0",
    "-1",
    "+5",
    "5.0",
    "1e1",
    "5 5",
    "\u{a0}7",
    "7\u{b}",
    "\u{c}7\u{c}",
    "\u{663}",
    "\u{ff15}",
    "4294967301",
    "00000000000000000000000000000000000000000000007",
    "300x250",
    "300x250px",
    "12345x100",
    "100x12345",
    "300X250",
    "320x100 600:728x90",
    "600:728x90 320x100",
    "320x100\u{c}600:728x90",
    "320x100\u{a0}600:728x90",
    ":300x250",
    "12345:300x250",
    "1:2:300x250",
    "300x250,728x90",
    "a300x250 300x250x2 300 x250 9999:1x9999",
    "copy copy myspace",
    "Copy FACEBOOK\tx",
    "faceboo\u{212a} linkedin",
    "copy\u{a0}x",
    "copy\u{c}x",
    "copy,x",
    "myspace",
    ",,",
    "a=Morning news, b=Sport,",
    "=,a=b=c, =",
    "a,\u{a0},\u{c},b",
    ", a",
];

fn element(kind: &str, attributes: &[(&str, &str)]) -> Element {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document
        .and_then(|document| document.create_element(&["newsrail-", kind].concat()).ok())
        .expect("an element");
    for (name, value) in attributes {
        element.set_attribute(name, value).expect("an attribute");
    }
    element
}

/// What Rust reads of an element.
pub(crate) fn read<T>(element: &Element, settings: impl FnOnce(&mut Attributes<'_>) -> T) -> T {
    let value = |name: &'static str| element.get_attribute(name);
    settings(&mut Attributes::new(&value, &mut Vec::new()))
}

/// What Rust makes of an element.
pub(crate) fn config(element: &Element) -> Config {
    let kind = Kind::of(&element.local_name()).expect("a kind");
    read(element, |attributes| Config::read(kind, attributes))
}

/// The elements that say each of the values in an attribute, and what that is.
pub(crate) fn cases(kind: &str, name: &str) -> impl Iterator<Item = (Element, String)> {
    let missing = (element(kind, &[]), format!("<newsrail-{kind}>"));
    let said = VALUES.map(|value| {
        let case = format!("<newsrail-{kind} {name}={value:?}>");
        (element(kind, &[(name, value)]), case)
    });
    std::iter::once(missing).chain(said)
}

pub(crate) fn texts(array: &Array) -> Vec<String> {
    array.iter().filter_map(|text| text.as_string()).collect()
}

/// No-break spaces were cut off by one and not by the other.
#[wasm_bindgen_test]
fn both_see_whether_a_text_is_there() {
    for (element, case) in cases("more-like-this", "heading") {
        let heading = config(&element).heading;
        assert_eq!(
            setting(&element, "heading").is_some(),
            heading.is_some(),
            "{case}"
        );
        let is_none = setting(&element, "heading").as_deref() == Some("");
        assert_eq!(is_none, heading.as_deref() == Some(""), "{case}");
    }
    for (element, case) in cases("slot", "label") {
        let is_none = setting(&element, "label").as_deref() == Some("");
        let label = read(&element, Slot::read).label;
        assert_eq!(is_none, label.as_deref() == Some(""), "{case}");
    }
    for name in ["subscribe", "consent", "privacy"] {
        for (element, case) in cases("subscribe", name) {
            let form = read(&element, Form::read);
            let said = match name {
                "subscribe" => form.subscribe,
                "consent" => form.consent,
                _ => form.privacy,
            };
            let is_there = setting(&element, name).is_some_and(|text| !text.is_empty());
            assert_eq!(is_there, said.is_some(), "{case}");
        }
    }
}

#[wasm_bindgen_test]
fn both_count_the_same() {
    for (element, case) in cases("popular", "count") {
        assert_eq!(count_of(&element), config(&element).count, "{case}");
    }
    for (element, case) in cases("subscribe", "topics") {
        let topics = read(&element, Form::read).topics.len();
        assert_eq!(topics_of(&element).unwrap_or_default(), topics, "{case}");
    }
}

#[wasm_bindgen_test]
fn both_have_the_same_switched_on() {
    for (element, case) in cases("popular", "layout") {
        // Cards have pictures unless told otherwise.
        let cards = layout_of(&element).starts_with("ca");
        assert_eq!(cards, config(&element).images, "{case}");
        assert_eq!(flag(&element, "images", cards).is_truthy(), cards, "{case}");
    }
    for (element, case) in cases("popular", "reasons") {
        let is_on = flag(&element, "reasons", false).is_truthy();
        assert_eq!(is_on, config(&element).reasons, "{case}");
    }
    for (element, case) in cases("subscribe", "names") {
        let is_on = flag(&element, "names", false).is_truthy();
        assert_eq!(is_on, read(&element, Form::read).names, "{case}");
    }
}

/// `copy copy myspace` had three rows held, and one shown.
#[wasm_bindgen_test]
async fn both_offer_the_same_ways_to_share() {
    for (element, case) in cases("share", "networks") {
        let held = texts(&networks_of(&element));
        let mut named = read(&element, networks);
        // The loader has them in no order but their own.
        named.sort_by_key(|network| *network as usize);
        let named: Vec<_> = named.into_iter().map(Network::word).collect();
        assert_eq!(held, named, "{case}");
    }
    for named in ["copy copy myspace", "", "sheet x", "myspace"] {
        with_feeds(&[]);
        let share = place("share", &[("networks", named)], "");
        let _mounted = share.mount();
        settled().await;
        assert_eq!(
            ways_of(&share.host).length() as usize,
            share.texts("li").len(),
            "{named}"
        );
    }
}
