//! What is read: feeds and comments. How the network is asked says `get.js`.

use super::NetError;
use crate::host::number;
use js_sys::{Array, Promise, Uint8Array};
use newsrail_core::feed::LARGEST;
use newsrail_core::feed::paging::is_last;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/web/host/get.js")]
extern "C" {
    #[wasm_bindgen(js_name = get)]
    async fn get_answer(url: &str, early: Option<Promise>, anew: bool, most: usize) -> JsValue;
}

/// What a server has answered with success.
#[derive(Default)]
pub(crate) struct Body {
    pub(crate) bytes: Vec<u8>,
    /// Empty where it says nothing.
    pub(crate) content_type: String,
    /// Whether its server lets it be kept: it does not say `no-store`.
    pub(crate) may_be_kept: bool,
    /// Whether it is the last page, as WordPress says it.
    pub(crate) is_last: bool,
}

/// The body at an address. `early` is a `Promise` of a `Response` that somebody
/// has asked for already. `anew` has the browser ask the server whatever its own
/// cache holds, with the `ETag` or date of that, so that what has not changed is
/// not sent again.
///
/// # Errors
/// Where there is no readable answer of success, or too large a one.
pub(crate) async fn get(url: &str, early: Option<Promise>, anew: bool) -> Result<Body, NetError> {
    let answer = get_answer(url, early, anew, LARGEST).await;
    let answer: Array = answer.dyn_into().map_err(|_| NetError::Unreachable)?;
    let bytes = answer.get(0);
    if let Some(status) = number(&bytes) {
        return Err(match status {
            0 => NetError::TooLarge,
            status => NetError::Status(status),
        });
    }
    let pages = answer.get(3).as_string();
    Ok(Body {
        bytes: Uint8Array::from(bytes).to_vec(),
        content_type: answer.get(1).as_string().unwrap_or_default(),
        may_be_kept: answer.get(2).is_falsy(),
        is_last: pages.is_some_and(|pages| is_last(url, &pages)),
    })
}
