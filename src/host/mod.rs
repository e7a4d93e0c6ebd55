//! The host page: what it says of itself, what it is told, and what its browser
//! keeps for it.

pub(crate) mod cache;
pub(crate) mod clock;
pub(crate) mod console;
pub(crate) mod device;
pub(crate) mod events;
pub(crate) mod languages;
pub(crate) mod page;
pub(crate) mod programs;

use wasm_bindgen::JsValue;

/// A whole number that a script gives, if it gives one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a mark has 32 bits, a status three digits"
)]
pub(crate) fn number(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}
