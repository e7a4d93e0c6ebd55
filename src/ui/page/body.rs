//! What has passed the allowlist, built into the page; and dates.

use crate::host::device;
use crate::ui::dom::{self, El, el};
use newsrail_core::text::safe::{Element, Node, Safe};
use web_sys::HtmlElement;

/// What the links of somebody say whom the publisher does not vouch for.
pub(super) const UNKNOWN: &str = "nofollow ugc noopener";

/// Who has written what is built.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Writer {
    /// The publisher.
    House,
    /// Anybody: pictures would load from wherever they say, so there are none, and
    /// links are not the publisher's.
    Reader,
}

/// The element `inside` with what has passed the allowlist.
///
/// Which direction the text has is the browser's to find, and it looks for that
/// anew with each node that is put where it was asked to. So it is asked last.
pub(super) fn body(inside: El, safe: Safe, by: Writer) -> El {
    nodes(inside, safe.nodes, by).attr("dir", "auto")
}

fn nodes(inside: El, nodes: Vec<Node>, by: Writer) -> El {
    let mut inside = inside;
    for node in nodes {
        inside = match node {
            Node::Text(text) => inside.text(&text),
            Node::Element(found) if found.name == "img" && by == Writer::Reader => inside,
            Node::Element(found) => inside.child(element(found, by)),
        };
    }
    inside
}

/// An element that has passed the allowlist.
fn element(found: Element, by: Writer) -> El {
    let mut made = dom::element(found.name, &[]);
    if found.name == "a" && by == Writer::Reader {
        made = made.attr("rel", UNKNOWN);
    }
    for (name, value) in found.attributes {
        made = made.attr(name, &value);
    }
    let made = nodes(made, found.children, by);
    if found.name == "table" {
        // A wide table is scrolled in its own box, also by keyboard.
        el!("div", class = "scroll", tabindex = "0").child(made)
    } else {
        made
    }
}

/// A moment in the language of an element, by the reader's own clock.
pub(super) fn time(host: &HtmlElement, seconds: i64) -> El {
    made(host, seconds, None, [true, true])
}

/// The day of a moment in the language of an element, by a clock that is `zone`
/// seconds ahead of UTC.
pub(crate) fn day(host: &HtmlElement, seconds: i64, zone: i64) -> El {
    made(host, seconds, Some(zone), [true, false])
}

/// The time of a moment by such a clock, with its day or without.
pub(super) fn time_at(host: &HtmlElement, seconds: i64, zone: i64, day: bool) -> El {
    made(host, seconds, Some(zone), [day, true])
}

/// RFC 3339, in UTC; empty where there is no such moment.
pub(super) fn iso(seconds: Option<i64>) -> String {
    seconds.map_or_else(String::new, device::iso)
}

fn made(host: &HtmlElement, seconds: i64, zone: Option<i64>, parts: [bool; 2]) -> El {
    let host = host.clone();
    el!("time")
        .attr("datetime", &device::iso(seconds))
        .live_text(move || device::written(&host, seconds, zone, parts))
}
