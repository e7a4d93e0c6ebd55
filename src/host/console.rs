//! Lines for the publisher in the browser's console. Each names the element
//! and what can be done about it.

use newsrail_core::config::Complaint;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/console.js")]
extern "C" {
    fn warn(text: &str);
    #[wasm_bindgen(js_name = warnOf)]
    fn warn_of(element: &Element, text: &str);
    #[wasm_bindgen(js_name = errorOf)]
    fn error_of(element: &Element, text: &str);
}

/// Something is not shown, and why.
pub(crate) fn failed(element: &Element, url: &str, reason: &str) {
    error_of(element, &[url, ": ", reason].concat());
}

/// What is shown is what was kept: the feed has no better answer now.
pub(crate) fn stale(url: &str, reason: &str) {
    noted(url, &[reason, "; showing what was kept"].concat());
}

/// What is to be known of a feed that is shown all the same: not all of it was
/// read, or it is an old one.
pub(crate) fn noted(url: &str, note: &str) {
    warn(&[url, ": ", note].concat());
}

/// An attribute could not be used, and what is used instead.
pub(crate) fn complain(element: &Element, complaint: &Complaint) {
    let Complaint {
        attribute,
        value,
        used,
    } = complaint;
    let text = [
        attribute,
        "=\"",
        value,
        "\" is not known; using \"",
        used,
        "\"",
    ];
    warn_of(element, &text.concat());
}
