//! Where sign-ups go: the address, and the link to a page that takes them itself.

use crate::host::{console, page};
use crate::ui::dom::{El, el};
use newsrail_core::texts::SUBSCRIBE;
use web_sys::{Element, HtmlElement};

/// The address that takes sign-ups, as it is `written`; a line in the console where
/// that is none.
pub(crate) fn address(element: &Element, written: Option<&str>) -> Option<String> {
    let address = written.and_then(page::absolute);
    if address.is_none() {
        let reason = "the attribute subscribe needs an http or https address";
        console::failed(element, written.unwrap_or_default(), reason);
    }
    address
}

/// The link to a page that takes sign-ups.
pub(crate) fn link(host: &HtmlElement, address: &str) -> El {
    el!("a", class = "button", part = "subscribe")
        .attr("href", address)
        .says(host, SUBSCRIBE)
}
