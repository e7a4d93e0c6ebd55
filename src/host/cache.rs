//! The feeds that this browser keeps for this site, so that the next page has
//! its lists at once and an offline one has any at all. How and how much says
//! `cache.js`.
//!
//! They are kept beside the HTTP cache and not instead of it: from that a page
//! cannot have what is stale without the browser's asking the network, nor
//! learn how old it is.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/web/host/cache.js")]
extern "C" {
    #[wasm_bindgen(js_name = recall)]
    async fn recall_entry(url: &str) -> JsValue;
    #[wasm_bindgen(js_name = keep)]
    fn keep_bytes(url: &str, bytes: Option<Uint8Array>, mark: u32);
    #[wasm_bindgen(js_name = renew)]
    fn renew_entry(url: &str);

    /// A feed as it was got once.
    pub(crate) type Kept;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn bytes(this: &Kept) -> Uint8Array;
    /// When, in seconds since 1970.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn at(this: &Kept) -> f64;
    /// The mark of the answer that it was.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn mark(this: &Kept) -> u32;
}

/// What is kept of a feed, if that is not too old.
pub(crate) async fn recall(url: &str) -> Option<Kept> {
    let entry = recall_entry(url).await;
    entry.is_truthy().then(|| entry.unchecked_into())
}

/// Keeps a feed in place of what was kept of it, in a form that the lists read
/// by themselves, with the mark of the answer that it was. Nobody waits for that.
pub(crate) fn keep(url: &str, bytes: &[u8], mark: u32) {
    keep_bytes(url, Some(Uint8Array::from(bytes)), mark);
}

/// Keeps nothing of a feed.
pub(crate) fn forget(url: &str) {
    keep_bytes(url, None, 0);
}

/// What is kept of a feed is what its server has just answered again.
pub(crate) fn renew(url: &str) {
    renew_entry(url);
}
