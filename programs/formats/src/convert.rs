//! A feed in any format to a JSON Feed, and what the page itself says to one.

use js_sys::Array;
use newsrail_core::article::Feed;
use newsrail_core::feed::discovery::{self, Head};
use newsrail_core::feed::{self, write};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{TextDecoder, console};

/// A feed in any format, from `url` with this `Content-Type`, which may be
/// empty, as a JSON Feed. Limits that ended the reading are said in the console.
///
/// # Errors
/// Where the bytes are no feed in a known format: why, in words.
#[wasm_bindgen]
pub fn convert(bytes: &[u8], url: &str, content_type: &str) -> Result<String, String> {
    // The browser has the tables of every charset.
    let decode = |bytes: &[u8], label: &str| {
        let decoder = TextDecoder::new_with_label(label).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    };
    let feed = feed::read_any(bytes, url, Some(content_type), &decode);
    let feed = feed.map_err(|error| error.words())?;
    for note in feed.limits() {
        let line = ["newsrail: ", url, ": ", &note.words()].concat();
        console::warn_1(&JsValue::from_str(&line));
    }
    Ok(write::json_feed(&feed))
}

/// What a page lists in its JSON-LD, as a JSON Feed. `head` is what `head` of
/// `web/host/document.js` collects.
///
/// # Errors
/// Where it lists no articles, in words.
#[wasm_bindgen(js_name = listOfPage)]
pub fn list_of_page(head: &Array) -> Result<String, String> {
    let listed = discovery::listed(&read(head)).ok_or("the page's JSON-LD lists no articles")?;
    Ok(write::json_feed(&listed))
}

/// The article that a page is, as a JSON Feed of that alone. `head` is what `head`
/// of `web/host/document.js` collects.
///
/// # Errors
/// Where nothing says that it is one, in words.
#[wasm_bindgen(js_name = articleOfPage)]
pub fn article_of_page(head: &Array) -> Result<String, String> {
    let article =
        discovery::article(&read(head)).ok_or("nothing says that the page is an article")?;
    Ok(write::json_feed(&Feed {
        articles: vec![article],
        ..Feed::default()
    }))
}

fn read(head: &Array) -> Head {
    let fields = head.iter();
    Head::read(fields.map(|field| field.as_string().unwrap_or_default()))
}
