//! The host page: what it says of itself, what it is told, and what its browser
//! keeps for it.

pub(crate) mod cache;
pub(crate) mod clock;
pub(crate) mod console;
#[cfg(feature = "page")]
pub(crate) mod device;
pub(crate) mod events;
pub(crate) mod page;

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};

/// An options object that inherits from nothing, since a host page may have
/// put anything on `Object.prototype`.
pub(crate) fn bare_object() -> Object {
    Object::create(JsValue::NULL.unchecked_ref())
}
