//! The one door to the network; how it is asked says `host/net.js`.

use crate::feed::LARGEST;
use crate::feed::paging::is_last;
use crate::outbox::Letter;
use crate::text::number::decimal;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/host/net.js")]
extern "C" {
    #[wasm_bindgen(js_name = get)]
    async fn get_answer(url: &str, early: Option<Promise>, anew: bool, most: usize) -> JsValue;
    #[wasm_bindgen(js_name = post)]
    async fn post_text(url: &str, content_type: &str, body: &str, most: usize) -> JsValue;
}

/// Why there is no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NetError {
    /// No answer, a part of one, or one that this page may not read: the
    /// browser does not say which.
    Unreachable,
    /// An answer with a status that is no success.
    Status(u16),
    /// More than five megabytes.
    TooLarge,
}

impl NetError {
    /// What is the matter, for the publisher.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Unreachable => {
                "no answer that this page may read (offline, broken off, or CORS headers missing)"
                    .to_owned()
            }
            Self::Status(status) => {
                ["the server answered ", &decimal(usize::from(status))].concat()
            }
            Self::TooLarge => "larger than 5 MB".to_owned(),
        }
    }
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
    let answer = answer(get_answer(url, early, anew, LARGEST).await)?;
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

/// What a POST was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    /// Where it was sent on to, if it was.
    #[cfg(feature = "page")]
    pub(crate) led_to: Option<String>,
}

/// Posts a letter and gives back the answer, once: a failed POST is never
/// repeated here.
///
/// # Errors
/// Where there is no answer that may be read.
pub(crate) async fn post(url: &str, letter: &Letter) -> Result<Answer, NetError> {
    let sent = post_text(url, letter.content_type, &letter.body, LARGEST).await;
    let answer = answer(sent)?;
    let body = answer.get(1).dyn_into::<Uint8Array>();
    Ok(Answer {
        status: number(&answer.get(0)).unwrap_or_default(),
        body: body.map(|body| body.to_vec()).unwrap_or_default(),
        #[cfg(feature = "page")]
        led_to: answer.get(2).as_string(),
    })
}

/// What there is of an answer, field by field.
fn answer(given: JsValue) -> Result<Array, NetError> {
    given.dyn_into().map_err(|_| NetError::Unreachable)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a status has three digits"
)]
fn number(value: &JsValue) -> Option<u16> {
    value.as_f64().map(|number| number as u16)
}
