//! The readers of all formats, as a program of their own: the loader brings it
//! when the first cannot read a feed.

use crate::feed::{self, FeedError, write};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{TextDecoder, console};

/// A feed in any format, from `url` with this `Content-Type`, which may be
/// empty, as a JSON Feed.
/// Limits that ended the reading are said in the console.
///
/// # Errors
/// Where the bytes are no feed in a known format: why, in words.
#[wasm_bindgen]
pub fn convert(bytes: &[u8], url: &str, content_type: &str) -> Result<String, String> {
    let feed = match feed::read(bytes, url, Some(content_type)) {
        // The browser has the tables of the other charsets.
        Err(FeedError::Charset(label)) => match TextDecoder::new_with_label(&label)
            .and_then(|decoder| decoder.decode_with_u8_array(bytes))
        {
            Ok(text) => feed::read_text(&text, url),
            Err(_) => Err(FeedError::Charset(label)),
        },
        read => read,
    };
    let feed = feed.map_err(|error| error.words())?;
    for note in feed.limits() {
        let line = ["newsrail: ", url, ": ", &note.words()].concat();
        console::warn_1(&JsValue::from_str(&line));
    }
    Ok(write::json_feed(&feed))
}
