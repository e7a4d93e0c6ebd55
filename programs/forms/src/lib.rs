//! The form that signs up, as a page loads it: this, and `mount` and `Mounted` of
//! the crate `newsrail`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

/// Called once by the loader; see `newsrail::start`.
#[wasm_bindgen]
pub fn start(script: Option<Element>, style: JsValue) {
    newsrail::start(script, style, newsrail::forms);
}
