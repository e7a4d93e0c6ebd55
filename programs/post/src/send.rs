//! What is sent, and what has to be asked for before.
//!
//! Of gloo-net the `Response` alone is used: `Request::send` panics in 0.7 on
//! what is rejected with and no `Error`.

use gloo_net::http::Response;
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use newsrail_core::feed::LARGEST;
use newsrail_core::outbox::wire::RequestBody;
use newsrail_core::shared::RESPONSE_TIMEOUT;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestInit,
    RequestMode, RequestRedirect, ResponseType,
};

/// Why there is no response.
#[derive(Clone, Copy)]
pub(crate) enum NetError {
    /// No answer, or one that this page may not read: the browser does not say which.
    Unreachable,
    /// More than five megabytes.
    TooLarge,
}

impl NetError {
    /// What is the matter, for the publisher.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Unreachable => {
                "no answer that this page may read (offline, broken off, or CORS headers missing)"
            }
            Self::TooLarge => "larger than 5 MB",
        }
        .to_owned()
    }
}

/// What was answered.
pub(crate) struct Answer {
    /// 0 for a redirect.
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// Posts a letter, or without one asks what an address gives right now, and gives
/// back the answer, once: a failed POST is never repeated here. No redirect is
/// followed: it would hand the letter on to whoever it names, or put some page in
/// the place of an answer.
///
/// # Errors
/// Where there is no answer that may be read.
pub(crate) async fn send(url: &str, letter: Option<&RequestBody>) -> Result<Answer, NetError> {
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
    // A page's wrapper around `fetch` may have followed it all the same.
    if response.redirected() || response.type_() == ResponseType::Opaqueredirect {
        let (status, body) = (0, Vec::new());
        return Ok(Answer { status, body });
    }
    if response.status() == 0 {
        return Err(NetError::Unreachable);
    }
    Ok(Answer {
        status: response.status(),
        // The status is an answer, also where the words for it get lost.
        body: read(&response).await.unwrap_or_default(),
    })
}

/// An object that inherits from nothing, since a host page may have put anything
/// on `Object.prototype`.
fn bare() -> Object {
    Object::create(JsValue::NULL.unchecked_ref())
}

fn options(method: &str) -> RequestInit {
    let init: RequestInit = bare().unchecked_into();
    init.set_method(method);
    init.set_mode(RequestMode::Cors);
    init.set_credentials(RequestCredentials::Omit);
    init.set_redirect(RequestRedirect::Manual);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(
        RESPONSE_TIMEOUT.into(),
    )));
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
