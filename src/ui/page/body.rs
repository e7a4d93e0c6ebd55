//! What has passed the allowlist, built into the page; and dates.

use crate::host::bare_object;
use crate::text::safe::{Element, Node};
use crate::ui::dom::{El, el};

/// Nodes inside an element; without their pictures where somebody has written
/// them whom the publisher does not know.
pub(super) fn nodes(inside: El, nodes: Vec<Node>, pictures: bool) -> El {
    nodes.into_iter().fold(inside, |inside, node| match node {
        Node::Text(text) => inside.text(&text),
        Node::Element(found) if found.name == "img" && !pictures => inside,
        Node::Element(found) => inside.child(element(found, pictures)),
    })
}

/// An element that has passed the allowlist.
fn element(found: Element, pictures: bool) -> El {
    let made = found
        .attributes
        .into_iter()
        .fold(el(found.name), |made, (name, value)| {
            made.attr(name, &value)
        });
    let made = nodes(made, found.children, pictures);
    if found.name == "table" {
        // A wide table is scrolled in its own box, also by keyboard.
        el("div")
            .attr("class", "scroll")
            .attr("tabindex", "0")
            .child(made)
    } else {
        made
    }
}

/// A moment as the reader writes it.
pub(super) fn time(seconds: i64) -> El {
    #[expect(
        clippy::cast_precision_loss,
        reason = "exact for the next 285 million years"
    )]
    let date = js_sys::Date::new(&(seconds as f64 * 1000.0).into());
    let options = bare_object();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        // Setting a field of a new object cannot fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    el("time")
        .attr("datetime", &String::from(date.to_iso_string()))
        .text(&String::from(date.to_locale_date_string("en", &options)))
}
