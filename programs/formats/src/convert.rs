//! A feed in any format to a JSON Feed.

use js_sys::Array;
use newsrail_core::article::Feed;
use newsrail_core::feed::discovery::{self, Head};
use newsrail_core::feed::{self, ARTICLE_OF, FeedError, LIST_OF, counts, write};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{TextDecoder, console};

/// A feed in any format, from `url` with this `Content-Type`, which may be
/// empty, as a JSON Feed. Of the page itself it is asked by an address that is
/// none, and answers from `head`, as `head` of `web/host/document.js` collects it.
/// Limits that ended the reading are said in the console.
///
/// # Errors
/// Where the bytes are no feed in a known format: why, in words.
#[wasm_bindgen]
pub fn convert(
    bytes: &[u8],
    url: &str,
    content_type: &str,
    head: &Array,
) -> Result<String, String> {
    if url.starts_with(LIST_OF) || url.starts_with(ARTICLE_OF) {
        return of_page(head, url.starts_with(LIST_OF));
    }
    let feed = match feed::read(bytes, url, Some(content_type)) {
        // The browser has the tables of the other charsets.
        Err(FeedError::Charset(label)) => match TextDecoder::new_with_label(&label)
            .and_then(|decoder| decoder.decode_with_u8_array(bytes))
        {
            Ok(text) => feed::read_text(&text, url),
            Err(_) => Err(FeedError::Charset(label)),
        },
        Err(FeedError::Unknown) => counts::read(bytes, url).map_err(|_| FeedError::Unknown),
        read => read,
    };
    let feed = feed.map_err(|error| error.words())?;
    for note in feed.limits() {
        let line = ["newsrail: ", url, ": ", &note.words()].concat();
        console::warn_1(&JsValue::from_str(&line));
    }
    Ok(write::json_feed(&feed))
}

/// What the page lists in its JSON-LD, or the one article that it is.
fn of_page(head: &Array, lists: bool) -> Result<String, String> {
    let fields = head.iter();
    let head = Head::read(fields.map(|field| field.as_string().unwrap_or_default()));
    if lists {
        let listed = discovery::listed(&head).ok_or("the page's JSON-LD lists no articles")?;
        return Ok(write::json_feed(&listed));
    }
    let article = discovery::article(&head).ok_or("nothing says that the page is an article")?;
    Ok(write::json_feed(&Feed {
        articles: vec![article],
        ..Feed::default()
    }))
}
