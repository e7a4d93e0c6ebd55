//! What has passed the allowlist, built into the page; and dates.

use crate::host::{bare_object, device};
use crate::text::safe::{Element, Node};
use crate::ui::dom::{El, el};
use js_sys::{Date, Reflect};

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
        el("div class=scroll tabindex=0").child(made)
    } else {
        made
    }
}

/// A moment as the reader writes it, by the reader's own clock.
pub(super) fn time(seconds: i64) -> El {
    let date = date(seconds);
    made(&date, &written(&date, Parts::Both, None))
}

/// The day of a moment as the reader writes it, by a clock that is `zone`
/// seconds ahead of UTC.
pub(super) fn day(seconds: i64, zone: i64) -> El {
    let there = date(seconds + zone);
    made(&date(seconds), &written(&there, Parts::Day, Some("UTC")))
}

/// A moment as the reader writes it, by a clock that is `zone` seconds ahead of
/// UTC, with its day or without; which zone that is is said where it is not the
/// reader's.
pub(super) fn time_at(seconds: i64, zone: i64, day: bool) -> El {
    let date = date(seconds);
    let parts = if day { Parts::Both } else { Parts::Time };
    let mut text = written(&self::date(seconds + zone), parts, Some("UTC"));
    #[expect(clippy::cast_possible_truncation, reason = "minutes of a day")]
    let own = date.get_timezone_offset() as i64 * -60;
    if own != zone && day {
        let minutes = zone.abs() / 60;
        let sign = if zone < 0 { "−" } else { "+" };
        text.push_str(" (UTC");
        if minutes > 0 {
            text.extend([sign, &(minutes / 60).to_string()]);
        }
        if minutes % 60 > 0 {
            text.extend([":", &(minutes % 60).to_string()]);
        }
        text.push(')');
    }
    made(&date, &text)
}

/// RFC 3339, in UTC; empty where there is no such moment.
pub(super) fn iso(seconds: Option<i64>) -> String {
    seconds.map_or_else(String::new, |seconds| date(seconds).to_iso_string().into())
}

fn made(date: &Date, text: &str) -> El {
    el("time")
        .attr("datetime", &String::from(date.to_iso_string()))
        .text(text)
}

fn date(seconds: i64) -> Date {
    #[expect(
        clippy::cast_precision_loss,
        reason = "exact for the next 285 million years"
    )]
    Date::new(&(seconds as f64 * 1000.0).into())
}

/// What is written of a moment.
#[derive(Clone, Copy, PartialEq)]
enum Parts {
    Both,
    Day,
    Time,
}

fn written(date: &Date, parts: Parts, zone: Option<&str>) -> String {
    let options = bare_object();
    let all = [
        (parts != Parts::Day).then_some(("timeStyle", "short")),
        (parts != Parts::Time).then_some(("dateStyle", "long")),
        zone.map(|zone| ("timeZone", zone)),
    ];
    for (name, value) in all.into_iter().flatten() {
        // Setting a field of a new object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    date.to_locale_string(&device::language(), &options).into()
}
