//! The one door to the network: `get` for the programs that read, `post` for the
//! one that posts.
//!
//! Every request says all that matters about itself: a host page may have put
//! a `method` or `headers` on `Object.prototype`, and `fetch` would read them
//! from an ordinary options object. And what `fetch` rejects with is never
//! looked into: pages wrap `fetch`, and what their wrappers throw need not be
//! an `Error` (`gloo_net::Request::send` panics on that in 0.7, so only its
//! `Response` is used).

#[cfg(feature = "widget")]
mod get;
#[cfg(feature = "post")]
mod post;

#[cfg(feature = "widget")]
pub(crate) use get::{Body, get};
#[cfg(feature = "post")]
pub(crate) use post::send;

use crate::feed::LARGEST;
#[cfg(feature = "widget")]
use crate::text::number::decimal;
use gloo_net::http::Response;
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, RequestCredentials, RequestInit, RequestMode,
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
    #[cfg(feature = "widget")]
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
            #[cfg(feature = "widget")]
            Self::Status(status) => {
                ["the server answered ", &decimal(usize::from(status))].concat()
            }
            Self::TooLarge => "larger than 5 MB".to_owned(),
        }
    }
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
