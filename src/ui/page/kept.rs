//! What is kept of a reply: its draft as long as the tab is there, and the
//! reader's details if they have asked for that.

use crate::host::device::{self, Shelf};
use crate::outbox::reply::Reply;

/// Where the reader's details are kept, if they have asked for that.
const DETAILS: &str = "newsrail-reply-details";

/// The draft of an earlier visit of this tab, and whom it answers. It is kept
/// as identifier and name of the comment, a line each, and the text.
pub(super) fn draft(shelf: &str) -> (String, Option<(String, String)>) {
    let kept = device::kept(Shelf::Tab, shelf).unwrap_or_default();
    let mut parts = kept.splitn(3, '\n');
    let mut part = || parts.next().unwrap_or_default().to_owned();
    let (id, name, text) = (part(), part(), part());
    (text, (!id.is_empty()).then_some((id, name)))
}

pub(super) fn keep_draft(shelf: &str, text: &str, to: Option<(String, String)>) {
    if text.is_empty() {
        device::forget(Shelf::Tab, shelf);
    } else {
        let (id, name) = to.unwrap_or_default();
        device::keep(Shelf::Tab, shelf, &[&id, "\n", &name, "\n", text].concat());
    }
}

/// Name, e-mail and website of an earlier reply.
pub(super) fn details() -> [String; 3] {
    let kept = device::kept(Shelf::Device, DETAILS).unwrap_or_default();
    let mut lines = kept.split('\n').map(str::to_owned);
    [(); 3].map(|()| lines.next().unwrap_or_default())
}

/// Keeps them if the reader has ticked that, and else no longer.
pub(super) fn keep_details(ticked: bool, reply: &Reply) {
    if ticked {
        let lines = [&reply.name, "\n", &reply.email, "\n", &reply.website].concat();
        device::keep(Shelf::Device, DETAILS, &lines);
    } else {
        device::forget(Shelf::Device, DETAILS);
    }
}
