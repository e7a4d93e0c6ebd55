//! What ranking knows of languages beside English, for programs that are built
//! without: `languages.js` brings it.

use newsrail_core::text::language::{Language, is_learnt, learn};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/web/host/languages.js")]
extern "C" {
    async fn languages() -> JsValue;
}

/// Has them brought where a feed of a language by this tag needs them, once.
/// Without them its words are compared as they stand.
pub(crate) async fn learn_for(tag: &str) {
    let is_known = matches!(Language::of(tag), Language::English | Language::Other);
    if !is_learnt() && (tag.is_empty() || !is_known) {
        learn(languages().await.as_string().unwrap_or_default());
    }
}
