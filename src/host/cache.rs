//! The feeds that this browser keeps for this site, so that the next page has
//! its lists at once and an offline one has any at all. How and how much says
//! `cache.js`.
//!
//! They are kept beside the HTTP cache and not instead of it: from that a page
//! cannot have what is stale without the browser's asking the network, nor
//! learn how old it is.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/host/cache.js")]
extern "C" {
    #[wasm_bindgen(js_name = recall)]
    async fn recall_entry(url: &str) -> JsValue;
    #[wasm_bindgen(js_name = keep)]
    fn keep_bytes(url: &str, bytes: Option<Uint8Array>);
}

/// A feed as it was got once.
pub(crate) struct Kept {
    pub(crate) bytes: Vec<u8>,
    /// When, in seconds since 1970.
    pub(crate) at: f64,
}

/// What is kept of a feed, if that is not too old.
pub(crate) async fn recall(url: &str) -> Option<Kept> {
    let entry: Array = recall_entry(url).await.dyn_into().ok()?;
    Some(Kept {
        bytes: Uint8Array::from(entry.get(1)).to_vec(),
        at: entry.get(0).as_f64()?,
    })
}

/// Keeps a feed in place of what was kept of it; for `None`, which is what may
/// not be kept, nothing of it. Nobody waits for that.
pub(crate) fn keep(url: &str, bytes: Option<&[u8]>) {
    keep_bytes(url, bytes.map(Uint8Array::from));
}
