//! The lists and the sign-up, as a page loads them: this, and `mount`,
//! `beside` and `Mounted` of the crate `newsrail`.
#![cfg(target_arch = "wasm32")]

use js_sys::{Function, Map};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

/// Called once by the loader; see `newsrail::start`.
#[wasm_bindgen]
pub fn start(script: Option<Element>, early: Map, bring: &Function, style: JsValue) {
    newsrail::start(script, early, bring, style, &newsrail::LISTS);
}
