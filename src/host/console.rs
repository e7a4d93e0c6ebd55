//! Lines for the publisher in the browser's console. Each names the element
//! and what can be done about it.

use newsrail_core::config::Complaint;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Something is not shown, and why.
pub(crate) fn failed(element: &Element, url: &str, reason: &str) {
    let line = ["newsrail: ", &name(element), " ", url, ": ", reason].concat();
    web_sys::console::error_1(&JsValue::from_str(&line));
}

/// What is shown is what was kept: the feed has no better answer now.
pub(crate) fn stale(url: &str, reason: &str) {
    noted(url, &[reason, "; showing what was kept"].concat());
}

/// What is to be known of a feed that is shown all the same: not all of it was
/// read, or it is an old one.
pub(crate) fn noted(url: &str, note: &str) {
    let line = ["newsrail: ", url, ": ", note].concat();
    web_sys::console::warn_1(&JsValue::from_str(&line));
}

/// An attribute could not be used, and what is used instead.
pub(crate) fn complain(element: &Element, complaint: &Complaint) {
    let Complaint {
        attribute,
        value,
        used,
    } = complaint;
    let line = [
        "newsrail: ",
        &name(element),
        " ",
        attribute,
        "=\"",
        value,
        "\" is not known; using \"",
        used,
        "\"",
    ];
    web_sys::console::warn_1(&JsValue::from_str(&line.concat()));
}

fn name(element: &Element) -> String {
    let id = element.id();
    let id = if id.is_empty() {
        String::new()
    } else {
        [" id=\"", &id, "\""].concat()
    };
    ["<", &element.local_name(), &id, ">"].concat()
}
