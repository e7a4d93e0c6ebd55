//! What is read: feeds and comments. How the network is asked says `get.js`.

use js_sys::{Map, Uint8Array};
use newsrail_core::feed::LARGEST;
use newsrail_core::feed::paging::is_last;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/web/host/get.js")]
extern "C" {
    #[wasm_bindgen(js_name = get)]
    async fn get_answer(url: &str, anew: bool, most: usize) -> JsValue;
    /// Takes over what the loader has asked for already: address to Promise of a
    /// Response. Each is somebody's answer, once.
    #[wasm_bindgen(js_name = takeOver)]
    pub(crate) fn take_over(early: Map);

    /// For how many seconds an address is left alone, from its last answer: for none
    /// that gave one.
    pub(crate) fn patience(url: &str) -> f64;

    /// An answer of success.
    type Answer;
    #[wasm_bindgen(method, getter)]
    fn bytes(this: &Answer) -> Uint8Array;
    #[wasm_bindgen(method, getter, js_name = type)]
    fn content_type(this: &Answer) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = mayBeKept)]
    fn may_be_kept(this: &Answer) -> bool;
    #[wasm_bindgen(method, getter)]
    fn pages(this: &Answer) -> Option<String>;
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

/// The body at an address. `anew` has the browser ask the server whatever its own
/// cache holds, with the `ETag` or date of that, so that what has not changed is
/// not sent again.
///
/// # Errors
/// Where there is no readable answer of success, or too large a one: why, in words for
/// the publisher.
pub(crate) async fn get(url: &str, anew: bool) -> Result<Body, String> {
    let answer = get_answer(url, anew, LARGEST).await;
    if let Some(reason) = answer.as_string() {
        return Err(reason);
    }
    let answer: Answer = answer.unchecked_into();
    let pages = answer.pages();
    Ok(Body {
        bytes: answer.bytes().to_vec(),
        content_type: answer.content_type().unwrap_or_default(),
        may_be_kept: answer.may_be_kept(),
        is_last: pages.is_some_and(|pages| is_last(url, &pages)),
    })
}
