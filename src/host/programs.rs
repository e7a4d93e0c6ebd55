//! The programs that few pages and readers need: `programs.js` has the loader
//! bring them.

use js_sys::{Function, Promise, Uint8Array};
use newsrail_core::rank::engine::PostingLists;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

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
    /// What is learnt of so many articles by their posting lists, for [`learnt`].
    async fn learn(articles: usize, starts: &[u32], of: &[u32], weights: &[u16]) -> JsValue;
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

/// Where so many articles stand among all, by their posting lists; `None` where the program
/// that learns it cannot be had. The reader misses nothing, and the console has a line.
pub(crate) async fn learnt(articles: usize, lists: &PostingLists<'_>) -> Option<Vec<i8>> {
    let learnt = learn(articles, lists.starts, lists.articles, lists.weights).await;
    if learnt.is_undefined() {
        return None;
    }
    let bytes: Uint8Array = learnt.unchecked_into();
    Some(bytes.to_vec().into_iter().map(u8::cast_signed).collect())
}
