//! The space that the loader holds by an element's attributes is for what Rust
//! shows by them.

use crate::loader::{cases, config, read, texts};
use js_sys::{Array, Function};
use newsrail_core::config::page::Slot;
use newsrail_core::config::{Config, Layout};
use newsrail_core::shared::LISTS_KINDS;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

#[wasm_bindgen(module = "/web/loader/settings.js")]
extern "C" {
    #[wasm_bindgen(js_name = sizesOf)]
    fn sizes_of(element: &Element) -> Array;
}

#[wasm_bindgen(module = "/web/loader/space.js")]
extern "C" {
    pub(crate) fn holding(element: &Element) -> JsValue;
}

/// What a function, written in JavaScript, makes of the sheet that holds an
/// element's space.
pub(crate) fn held(element: &Element, function: &str) -> JsValue {
    let function: Function = js_sys::eval(function).expect("a function").unchecked_into();
    let sheet = holding(element);
    function.call1(&JsValue::NULL, &sheet).expect("an answer")
}

/// The height of a row in em, by docs/publish/embed.md.
fn row_of(config: &Config) -> f64 {
    let reason = if config.reasons { 1.5 } else { 0.0 };
    let (picture, excerpt) = (config.images, config.excerpts);
    reason
        + match (config.layout, picture, excerpt) {
            (Layout::Cards | Layout::Carousel, true, true) => 19.0,
            (Layout::Cards | Layout::Carousel, true, false) => 15.0,
            (Layout::Cards | Layout::Carousel, false, true) => 10.0,
            (Layout::Cards | Layout::Carousel, false, false) => 6.0,
            (Layout::List | Layout::Numbered, _, true) => 7.0,
            (Layout::List | Layout::Numbered, true, false) => 5.5,
            (Layout::List | Layout::Numbered, false, false) => 4.0,
            (Layout::Compact, _, true) => 4.75,
            (Layout::Compact, _, false) => 3.25,
            (Layout::Text, ..) => 2.25,
        }
}

#[wasm_bindgen_test]
fn the_rows_that_are_held_have_what_a_list_shows() {
    let row = "(sheet) => parseFloat(sheet.cssRules[0].style.getPropertyValue('--newsrail-row').split(',')[1])";
    for kind in LISTS_KINDS {
        for name in ["layout", "images", "excerpts", "reasons"] {
            for (element, case) in cases(kind, name) {
                let held = held(&element, row);
                assert_eq!(held.as_f64(), Some(row_of(&config(&element))), "{case}");
            }
        }
    }
}

/// `300x250px` and `12345x100` had space held, and the event no size.
#[wasm_bindgen_test]
fn both_know_the_same_sizes() {
    for (element, case) in cases("slot", "sizes") {
        let slot = read(&element, Slot::read);
        let number = |size: &Array, at| size.get(at).as_string().and_then(|text| text.parse().ok());
        let known: Vec<(u32, u32)> = sizes_of(&element)
            .iter()
            .map(|size| {
                let size: Array = size.unchecked_into();
                let height = number(&size, 2).expect("a height");
                (number(&size, 1).unwrap_or_default(), height)
            })
            .collect();
        let named: Vec<_> = slot
            .sizes
            .iter()
            .map(|size| (size.from, size.height))
            .collect();
        assert_eq!(known, named, "{case}");

        // The rule that holds it is the last whose width fits.
        let rules = "(sheet) => [...sheet.cssRules].filter((rule) => rule.media && matchMedia(rule.media.mediaText).matches).map((rule) => rule.cssRules[0].style.minHeight)";
        let held = texts(&held(&element, rules).unchecked_into()).pop();
        let width = js_sys::eval("innerWidth")
            .ok()
            .and_then(|width| width.as_f64());
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a width"
        )]
        let size = slot.size_at(width.expect("a width") as u32);
        let wanted = size.map(|size| format!("calc(1.75em + {}px)", size.height));
        assert_eq!(held, wanted, "{case}");
    }
}
