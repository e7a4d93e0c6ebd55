//! What ranking knows of languages beside English, for programs that are built
//! without: `languages.js` brings it.

use newsrail_core::text::language::{is_learnt, learn};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/web/host/languages.js")]
extern "C" {
    async fn languages(tag: &str) -> JsValue;
}

/// Has them brought where a feed of a language by this tag needs them, once.
/// Without them its words are compared as they stand.
pub(crate) async fn learn_for(tag: &str) {
    if !is_learnt()
        && let Some(text) = languages(tag.trim_ascii()).await.as_string()
    {
        learn(text);
    }
}
