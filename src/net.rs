//! The one door to the network.
//!
//! Every request says all that matters about itself: a host page may have put
//! a `method` or `headers` on `Object.prototype`, and `fetch` would read them
//! from an ordinary options object. And what `fetch` rejects with is never
//! looked into: pages wrap `fetch`, and what their wrappers throw need not be
//! an `Error` (`gloo_net::Request::send` panics on that in 0.7, so only its
//! `Response` is used).

use crate::feed::LARGEST;
use crate::feed::paging::is_last;
use crate::host::bare_object;
use crate::outbox::Letter;
use crate::text::number::decimal;
use gloo_net::http::{Headers, Response};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestInit,
    RequestMode,
};

/// How long a response may take, in milliseconds; the loader waits as long.
const PATIENCE: u32 = 15_000;

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
    let promise = early.unwrap_or_else(|| {
        let init = options("GET");
        if anew {
            init.set_cache(RequestCache::NoCache);
        }
        request(url, &init)
    });
    let response = settled(promise).await?;
    if !response.ok() {
        return Err(NetError::Status(response.status()));
    }
    // One of the few headers that a page may read across origins.
    let said = response.headers().get("cache-control").unwrap_or_default();
    let no_store = |words: &[u8]| words.eq_ignore_ascii_case(b"no-store");
    let may_be_kept = !said.as_bytes().windows(8).any(no_store);
    let bytes = read(&response).await?;
    let pages = response.headers().get("x-wp-totalpages");
    Ok(Body {
        bytes,
        content_type: response.headers().get("content-type").unwrap_or_default(),
        may_be_kept,
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
    let init = options("POST");
    let headers = Headers::new();
    headers.set("Content-Type", letter.content_type);
    init.set_headers(&headers.into_raw());
    init.set_body(&JsValue::from_str(&letter.body));
    let response = settled(request(url, &init)).await?;
    Ok(Answer {
        status: response.status(),
        // The status is an answer, also where the words for it get lost.
        body: read(&response).await.unwrap_or_default(),
        #[cfg(feature = "page")]
        led_to: response.redirected().then(|| response.url()),
    })
}

/// Options that inherit from nothing.
fn options(method: &str) -> RequestInit {
    let init: RequestInit = bare_object().unchecked_into();
    init.set_method(method);
    init.set_mode(RequestMode::Cors);
    init.set_credentials(RequestCredentials::Omit);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    init
}

/// A Promise of what `fetch` answers. It is called as a value that may be
/// anything: a wrapper may throw at once, or give back no Promise.
fn request(url: &str, init: &RequestInit) -> Promise {
    let window = JsValue::from(web_sys::window());
    let fetch = Reflect::get(&window, &JsValue::from_str("fetch")).unwrap_or_default();
    match fetch
        .unchecked_into::<Function>()
        .call2(&window, &JsValue::from_str(url), init)
    {
        Ok(answer) => Promise::resolve(&answer),
        Err(thrown) => Promise::reject(&thrown),
    }
}

async fn settled(promise: Promise) -> Result<Response, NetError> {
    let value = JsFuture::from(promise)
        .await
        .map_err(|_| NetError::Unreachable)?;
    let response: web_sys::Response = value.dyn_into().map_err(|_| NetError::Unreachable)?;
    Ok(Response::from(response))
}

/// Reads a body piece by piece, so that one without end costs no memory.
async fn read(response: &Response) -> Result<Vec<u8>, NetError> {
    let mut bytes = Vec::new();
    let Some(body) = response.body() else {
        return Ok(bytes);
    };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let piece = JsFuture::from(reader.read())
            .await
            .map_err(|_| NetError::Unreachable)?;
        let Ok(value) = Reflect::get(&piece, &JsValue::from_str("value")) else {
            break;
        };
        let Ok(piece) = value.dyn_into::<Uint8Array>() else {
            break;
        };
        if bytes.len() + piece.length() as usize > LARGEST {
            // What the cancellation comes to changes nothing here.
            drop(JsFuture::from(reader.cancel()).await);
            return Err(NetError::TooLarge);
        }
        bytes.extend(piece.to_vec());
    }
    Ok(bytes)
}
