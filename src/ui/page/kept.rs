//! What is kept of a reply: its draft as long as the tab is there, and the
//! reader's details if they have asked for that.

use super::discussion::Answering;
use crate::host::device::{self, Shelf};
use newsrail_core::outbox::reply::Reply;

/// Where the reader's details are kept, if they have asked for that.
const DETAILS: &str = "newsrail-reply-details";

/// The draft of an earlier visit of this tab, and whom it answers. It is kept
/// as identifier and name of the comment, a line each, and the text.
pub(super) fn draft(shelf: &str) -> (String, Option<Answering>) {
    let kept = device::kept(Shelf::Tab, shelf);
    let (id, rest) = kept.split_once('\n').unwrap_or_default();
    let (name, text) = rest.split_once('\n').unwrap_or_default();
    let to = (!id.is_empty()).then(|| Answering {
        id: id.to_owned(),
        name: name.to_owned(),
    });
    (text.to_owned(), to)
}

pub(super) fn keep_draft(shelf: &str, text: &str, to: Option<&Answering>) {
    let (id, name) = match to {
        Some(Answering { id, name }) => (id.as_str(), name.as_str()),
        None => ("", ""),
    };
    let draft = [id, "\n", name, "\n", text].concat();
    device::keep(Shelf::Tab, shelf, if text.is_empty() { "" } else { &draft });
}

/// Name, e-mail and website of an earlier reply, a line each.
pub(super) fn details() -> String {
    device::kept(Shelf::Device, DETAILS)
}

/// Keeps them if the reader has ticked that, and else no longer.
pub(super) fn keep_details(ticked: bool, reply: &Reply) {
    let lines = [&reply.name, "\n", &reply.email, "\n", &reply.website].concat();
    device::keep(Shelf::Device, DETAILS, if ticked { &lines } else { "" });
}
