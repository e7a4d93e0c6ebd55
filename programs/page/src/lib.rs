//! An article, a front page, a search, and the lists beside them, as a page loads
//! them: this, and `mount` and `Mounted` of the crate `newsrail`.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Function, Map};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

/// Called once by the loader; see `newsrail::start_with_feeds`.
#[wasm_bindgen]
pub fn start(script: Option<Element>, style: JsValue, early: Map, bring: &Function) {
    newsrail::start_with_feeds(script, style, early, bring, &newsrail::PAGE);
}

/// See `newsrail::beside`.
#[wasm_bindgen]
#[must_use]
pub fn beside(url: &str) -> Array {
    newsrail::beside(url)
}
