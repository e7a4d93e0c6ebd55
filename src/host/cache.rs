//! The feeds that this browser keeps for this site, so that the next page has
//! its lists at once and an offline one has any at all.
//!
//! They are in a cache of the page's own origin, beside the HTTP cache and not
//! instead of it: from that a page cannot ask for what is stale without the
//! browser's asking the network, nor learn how old it is. Storage may be denied
//! (a sandboxed frame, a reader's setting, an insecure page), full, or emptied
//! by the site's own service worker: every failure here is silent and costs
//! only what would have been kept.

use crate::host::bare_object;
use crate::host::clock::now;
use crate::net;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, ResponseInit};

/// The cache's name; another one where what is kept changes its form.
const NAME: &str = "newsrail";

/// What a feed's address is kept under. A service worker of the site that looks
/// into all caches for an answer must not find ours under the feed's own
/// address: it would never ask the network again.
const KEY: &str = "https://newsrail.invalid/?";

/// The most bytes of all feeds together, after decompression.
const ROOM: usize = 2 << 20;

/// How long a feed is kept, in seconds: a week.
const LONGEST: f64 = 604_800.0;

/// When a feed was got, in a header of its own.
const AT: &str = "newsrail-at";

/// How many bytes it has, in another: no body is read to add them up.
const SIZE: &str = "newsrail-size";

/// A feed as it was got once.
pub(crate) struct Kept {
    pub(crate) bytes: Vec<u8>,
    /// When, in seconds since 1970.
    pub(crate) at: f64,
}

/// What is kept of a feed, if that is not too old.
pub(crate) async fn recall(url: &str) -> Option<Kept> {
    let found = call(&open().await?, "match", &[key(url)]).await?;
    let response: Response = found.dyn_into().ok()?;
    let at = number(&response, AT);
    // A time that is still to come says that the clock was set back.
    if !(0.0..=LONGEST).contains(&(now() - at)) {
        return None;
    }
    let bytes = net::read(&response.into()).await.ok()?;
    Some(Kept { bytes, at })
}

/// Keeps a feed in place of what was kept of it. `None`, which is what may not
/// be kept, and one that is too large leave nothing of it.
pub(crate) async fn keep(url: &str, bytes: Option<&[u8]>) {
    let Some(cache) = open().await else {
        return;
    };
    match bytes
        .filter(|bytes| bytes.len() <= ROOM)
        .and_then(|bytes| answer(bytes).ok())
    {
        Some(answer) => {
            call(&cache, "put", &[key(url), answer.into()]).await;
            make_room(&cache).await;
        }
        None => drop(call(&cache, "delete", &[key(url)]).await),
    }
}

/// Drops what is too old, and the oldest until the rest has room. A cache gives
/// its keys in the order in which they were put, the last at the end.
async fn make_room(cache: &JsValue) {
    let keys = call(cache, "keys", &[]).await;
    let keys: Array = keys.unwrap_or_default().dyn_into().unwrap_or_default();
    let (mut used, now) = (0.0, now());
    for at in (0..keys.length()).rev() {
        let key = keys.get(at);
        let found = call(cache, "match", std::slice::from_ref(&key)).await;
        // Another page may have dropped it meanwhile.
        let Ok(response) = found.unwrap_or_default().dyn_into() else {
            continue;
        };
        used += number(&response, SIZE);
        #[expect(clippy::cast_precision_loss, reason = "two megabytes are exact")]
        if used > ROOM as f64 || now - number(&response, AT) > LONGEST {
            call(cache, "delete", &[key]).await;
        }
    }
}

/// The cache, if the page may have one.
async fn open() -> Option<JsValue> {
    let window = JsValue::from(web_sys::window());
    // In a sandboxed frame asking for it throws, on an insecure page there is none.
    let caches = Reflect::get(&window, &JsValue::from_str("caches")).ok()?;
    call(&caches, "open", &[JsValue::from_str(NAME)]).await
}

/// What a method's Promise comes to; `None` for any failure, a missing method too.
async fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &JsValue::from_str(method))
        .ok()?
        .dyn_into()
        .ok()?;
    let arguments: Array = arguments.iter().collect();
    let promise = Promise::resolve(&method.apply(object, &arguments).ok()?);
    JsFuture::from(promise).await.ok()
}

fn key(url: &str) -> JsValue {
    JsValue::from_str(&[KEY, url].concat())
}

/// A feed with what is to be known of it without reading it.
fn answer(bytes: &[u8]) -> Result<Response, JsValue> {
    let body = Uint8Array::from(bytes);
    let headers = bare_object();
    for (name, value) in [(AT, now()), (SIZE, f64::from(body.length()))] {
        Reflect::set(&headers, &JsValue::from_str(name), &value.into())?;
    }
    let init: ResponseInit = bare_object().unchecked_into();
    init.set_headers(&headers);
    Response::new_with_opt_js_u8_array_and_init(Some(&body), &init)
}

/// A whole number that [`answer`] has put into a header.
fn number(response: &Response, name: &str) -> f64 {
    let text = response.headers().get(name).ok().flatten();
    let digits = text.unwrap_or_default().into_bytes();
    digits
        .into_iter()
        .fold(0.0, |number, digit| number * 10.0 + f64::from(digit & 15))
}
