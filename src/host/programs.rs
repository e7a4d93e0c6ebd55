//! The programs that few pages and readers need: `programs.js` has the loader
//! bring them.

use super::{console, page};
use js_sys::{Function, Uint8Array};
use newsrail_core::outbox::said;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/programs.js")]
extern "C" {
    /// Takes the loader's function that brings a program by its name.
    pub(crate) fn begin(bring: &Function);
    #[wasm_bindgen(catch, js_name = convert)]
    async fn convert_bytes(
        bytes: Uint8Array,
        url: &str,
        content_type: &str,
    ) -> Result<JsValue, JsValue>;
    /// Has the program that posts brought, since somebody may post soon.
    #[wasm_bindgen(js_name = expect)]
    pub(crate) fn expect_post();
    #[wasm_bindgen(catch, js_name = post)]
    async fn post_text(text: &str) -> Result<JsValue, JsValue>;
}

/// A feed in any format as a JSON Feed.
///
/// # Errors
/// Where it is none: why, in words.
pub(crate) async fn convert(bytes: &[u8], url: &str, content_type: &str) -> Result<String, String> {
    match convert_bytes(Uint8Array::from(bytes), url, content_type).await {
        Ok(text) => Ok(text.as_string().unwrap_or_default()),
        Err(thrown) => {
            let reason = thrown.as_string();
            Err(reason.unwrap_or_else(|| "its format's reader could not be loaded".to_owned()))
        }
    }
}

/// What came of something that was posted.
#[derive(Default)]
pub(crate) struct Posted {
    /// The word for it.
    pub(crate) word: String,
    /// What is said of it to the reader; empty where the form knows that.
    pub(crate) told: String,
    /// What the server said.
    pub(crate) said: String,
}

/// Posts what a form of `element` says to `url`. Where that could not be sent, or
/// there is no answer, the word is `offline` or `unreachable`.
pub(crate) async fn post(element: &Element, url: &str, text: &str) -> Posted {
    match post_text(text).await {
        Ok(answer) => {
            let answer = answer.as_string().unwrap_or_default();
            let mut parts = answer.split('\0');
            let mut next = || parts.next().unwrap_or_default();
            Posted {
                word: next().to_owned(),
                told: next().to_owned(),
                said: said(next()),
            }
        }
        Err(_) if page::is_offline() => failed("offline"),
        Err(thrown) => {
            // Why a program could not be loaded, the loader has said.
            if let Some(reason) = thrown.as_string() {
                console::failed(element, url, &reason);
            }
            failed("unreachable")
        }
    }
}

fn failed(word: &str) -> Posted {
    Posted {
        word: word.to_owned(),
        ..Posted::default()
    }
}
