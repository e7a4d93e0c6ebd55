//! What is sent, and what has to be asked for before.

use super::NetError;
use gloo_net::http::{Request, RequestBuilder, Response};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use newsrail_core::feed::LARGEST;
use newsrail_core::outbox::wire::RequestBody;
use newsrail_core::shared::RESPONSE_TIMEOUT;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestMode, RequestRedirect, ResponseType,
};

/// What was answered.
pub(crate) struct Answered {
    /// 0 for a redirect.
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// Posts a body and gives back the answer, once: a failed POST is never repeated
/// here.
///
/// # Errors
/// Where there is no answer that may be read.
pub(crate) async fn post(url: &str, body: &RequestBody) -> Result<Answered, NetError> {
    let request = guarded(Request::post(url), RequestCache::Default)
        .header("Content-Type", body.content_type)
        .body(body.body.as_str());
    send(request).await
}

/// What an address gives right now.
///
/// # Errors
/// The same.
pub(crate) async fn ask(url: &str) -> Result<Answered, NetError> {
    // A GET has no body, and inherits none.
    let request = guarded(Request::get(url), RequestCache::NoCache).body(JsValue::UNDEFINED);
    send(request).await
}

/// A request that says all that matters about itself. No redirect is followed: it
/// would hand what is posted on to whoever it names, or put some page in the place
/// of an answer.
///
/// The builder's options are an ordinary object, which inherits what a host page may
/// have put on `Object.prototype`. So every option that it has is set here. Those
/// that it does not have change neither where a request goes nor what it carries:
/// such a page can have it refused, and no more.
fn guarded(request: RequestBuilder, cache: RequestCache) -> RequestBuilder {
    request
        .mode(RequestMode::Cors)
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Manual)
        .cache(cache)
        .integrity("")
        .referrer("about:client")
        .referrer_policy(ReferrerPolicy::None)
        .abort_signal(Some(&AbortSignal::timeout_with_u32(
            RESPONSE_TIMEOUT.into(),
        )))
}

async fn send(request: Result<Request, gloo_net::Error>) -> Result<Answered, NetError> {
    let request = request.map_err(|_| NetError::Unreachable)?;
    let response = settled(fetched(&request.into())).await?;
    // A page's wrapper around `fetch` may have followed it all the same.
    if response.redirected() || response.type_() == ResponseType::Opaqueredirect {
        let (status, body) = (0, Vec::new());
        return Ok(Answered { status, body });
    }
    if response.status() == 0 {
        return Err(NetError::Unreachable);
    }
    Ok(Answered {
        status: response.status(),
        // The status is an answer, also where the words for it get lost.
        body: read(&response).await.unwrap_or_default(),
    })
}

/// A Promise of what `fetch` answers. It is called by hand: gloo-net's `send` panics
/// in 0.7 on what is rejected with and no `Error`. And it is called as a value that
/// may be anything: a page's wrapper may throw at once, or give back no Promise.
fn fetched(request: &web_sys::Request) -> Promise {
    let window = JsValue::from(web_sys::window());
    let fetch = Reflect::get(&window, &JsValue::from_str("fetch")).unwrap_or_default();
    match fetch.unchecked_into::<Function>().call1(&window, request) {
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
