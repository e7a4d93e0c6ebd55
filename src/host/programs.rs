//! The programs that few pages and readers need: `programs.js` has the loader
//! bring them.

use super::{console, page};
use js_sys::{Function, Promise, Uint8Array};
use newsrail_core::outbox::said;
use newsrail_core::text::scan::parts;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/programs.js")]
extern "C" {
    /// Takes the loader's function that brings a program by its name.
    pub(crate) fn begin(bring: &Function);
    /// A feed in any format, for [`json_feed`].
    pub(crate) fn convert(bytes: Uint8Array, url: &str, content_type: &str) -> Promise;
    /// The articles that the page lists in its JSON-LD, for [`json_feed`].
    #[wasm_bindgen(js_name = listOfPage)]
    pub(crate) fn list_of_page() -> Promise;
    /// The article that the page says it is, for [`json_feed`].
    #[wasm_bindgen(js_name = articleOfPage)]
    pub(crate) fn article_of_page() -> Promise;
    /// Has the program that posts brought, since somebody may post soon.
    #[wasm_bindgen(js_name = expect)]
    pub(crate) fn expect_post();
    #[wasm_bindgen(catch, js_name = post)]
    async fn post_text(text: &str) -> Result<JsValue, JsValue>;
}

/// The JSON Feed that the program of all formats makes of something.
///
/// # Errors
/// Where it makes none: why, in words.
pub(crate) async fn json_feed(answer: Promise) -> Result<String, String> {
    match JsFuture::from(answer).await {
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
            let mut parts = parts(&answer, b"\0");
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
