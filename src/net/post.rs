//! What is sent, and what has to be asked for before.

use super::{NetError, bare, options, read, request, settled};
use crate::outbox::wire::Letter;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::RequestCache;

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    /// Where it was sent on to, if it was.
    pub(crate) led_to: Option<String>,
}

/// Posts a letter, or without one asks what an address gives right now, and gives
/// back the answer, once: a failed POST is never repeated here.
///
/// # Errors
/// Where there is no answer that may be read.
pub(crate) async fn send(url: &str, letter: Option<&Letter>) -> Result<Answer, NetError> {
    let init = options(if letter.is_some() { "POST" } else { "GET" });
    if let Some(letter) = letter {
        let headers = bare();
        // Setting a field of a new object cannot fail.
        let _ = Reflect::set(
            &headers,
            &JsValue::from_str("Content-Type"),
            &JsValue::from_str(letter.content_type),
        );
        init.set_headers(&headers);
        init.set_body(&JsValue::from_str(&letter.body));
    } else {
        init.set_cache(RequestCache::NoCache);
    }
    let response = settled(request(url, &init)).await?;
    Ok(Answer {
        status: response.status(),
        // The status is an answer, also where the words for it get lost.
        body: read(&response).await.unwrap_or_default(),
        led_to: response.redirected().then(|| response.url()),
    })
}
