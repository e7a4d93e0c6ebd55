//! Reads a feed's bytes: here where it is in one of the usual formats, else by
//! the program that reads all, which is loaded for that.

use crate::article::Feed;
use crate::feed::{FeedError, usual};
use crate::host::console;
use crate::net::Body;
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The feed that came from `url`, and the JSON Feed that it was made into where
/// it was in another than the usual formats. `formats` is the loader's function that takes
/// bytes, address and `Content-Type` and gives back a Promise of a JSON Feed.
///
/// # Errors
/// Where it is no feed in a known format: why, in words.
pub(crate) async fn read(
    body: &Body,
    url: &str,
    formats: &Function,
) -> Result<(Feed, Option<String>), String> {
    let mut converted = None;
    let read = if url.starts_with("http") {
        usual::read(&body.bytes, url)
    } else {
        // What the page says of itself, which the other program asks it.
        Err(FeedError::Unknown)
    };
    let feed = match read {
        Err(error) if error.needs_more() => {
            let text = convert(body, url, formats).await.map_err(|thrown| {
                let reason = thrown.as_string();
                reason.unwrap_or_else(|| "its format's reader could not be loaded".to_owned())
            })?;
            let feed = usual::read(text.as_bytes(), url);
            converted = Some(text);
            feed
        }
        read => read,
    };
    let feed = feed.map_err(|error| error.words())?;
    for note in feed.limits() {
        console::noted(url, &note.words());
    }
    Ok((feed, converted))
}

async fn convert(body: &Body, url: &str, formats: &Function) -> Result<String, JsValue> {
    let bytes = Uint8Array::from(body.bytes.as_slice());
    let content_type = body.content_type.as_str().into();
    let answer = formats.call3(&JsValue::NULL, &bytes, &url.into(), &content_type)?;
    let text = JsFuture::from(answer.dyn_into::<Promise>()?).await?;
    Ok(text.as_string().unwrap_or_default())
}
