//! The way to subscribe below a list: a link, or a button that puts a
//! `<newsrail-subscribe>` in its place.
//!
//! The loader defines that element and brings its program, as it does for one that
//! a page has written. So a list has no form, and pays for none.

use crate::host::programs;
use crate::ui::dom::{El, el, focus_soon};
use crate::ui::newsletter::{address, link};
use crate::ui::placement::Placement;
use crate::ui::shell::class;
use crate::ui::words;
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
use newsrail_core::config::sign_up::provider_word;
use newsrail_core::outbox::provider::Provider;
use std::rc::Rc;

/// The attributes of a list that are its form's as they are written. The script tag's
/// `data-*` the form reads itself.
const OF_FORM: [&str; 6] = [
    "subscribe",
    "names",
    "topics",
    "consent",
    "privacy",
    "field",
];

/// What stands below a list.
#[derive(Clone, PartialEq)]
enum Foot {
    /// There is no address that takes sign-ups.
    Nothing,
    /// A link to the page at this address.
    Link(String),
    /// The button.
    Closed,
    /// The form.
    Open,
}

/// What stands below a list, as its attributes and the reader have it.
pub(crate) fn foot(placement: &Rc<Placement>) -> El {
    let (is_open, foot) = (ArcRwSignal::new(false), ArcRwSignal::new(Foot::Nothing));
    let (placement, opened) = (Rc::clone(placement), is_open.clone());
    let (of, next) = (Rc::clone(&placement), foot.clone());
    let (look, hidden) = (placement.config.clone(), foot.clone());
    el!("div")
        .follow(move || {
            let now = now(&of, opened.get());
            // A form in which the reader may be typing is not made anew.
            if next.get_untracked() != now {
                next.set(now);
            }
        })
        .live_attr("class", move || Some(class("foot rail ", &look.get())))
        .live_attr("hidden", move || {
            (hidden.get() == Foot::Nothing).then_some("")
        })
        .live(move || match &foot.get() {
            Foot::Nothing => el!("span"),
            Foot::Link(address) => link(address),
            Foot::Closed => button(&is_open),
            Foot::Open => form(&placement, &is_open),
        })
}

fn now(placement: &Placement, is_open: bool) -> Foot {
    let config = placement.config.get();
    let written = config.subscribe.as_deref();
    match written.and_then(|_| address(&placement.host, written)) {
        None => Foot::Nothing,
        Some(address) if config.provider == Some(Provider::Page) => Foot::Link(address),
        Some(_) if is_open => Foot::Open,
        Some(_) => Foot::Closed,
    }
}

/// The button. Who comes near it, by pointer or keyboard, may want the form soon.
fn button(is_open: &ArcRwSignal<bool>) -> El {
    let opens = is_open.clone();
    el!("button", type = "button")
        .attr("aria-expanded", "false")
        .on("pointerover", |_| programs::expect_forms())
        .on("focus", |_| programs::expect_forms())
        .on("click", move |_| {
            programs::expect_forms();
            opens.set(true);
        })
        .text(words::SUBSCRIBE)
}

/// The form, which says by the event `close` that the reader has closed it.
fn form(placement: &Rc<Placement>, is_open: &ArcRwSignal<bool>) -> El {
    let (provider, theme) = (placement.config.clone(), placement.config.clone());
    let closes = is_open.clone();
    // Its part is the list's to a page's style sheet.
    let mut form = el!("newsrail-subscribe", heading = "", exportparts = "form")
        // What could not be used the list has said: it has what is used instead.
        .live_attr("provider", move || {
            Some(provider_word(provider.get().provider))
        })
        .live_attr("theme", move || Some(theme.get().theme.word()))
        .on("close", move |_| closes.set(false));
    for name in OF_FORM {
        let placement = Rc::clone(placement);
        form = form.live_attr(name, move || {
            drop(placement.config.get());
            placement.host.get_attribute(name)
        });
    }
    // It has the focus until the form is there, which takes it from here.
    let place = el!("div", role = "group", tabindex = "-1")
        .attr("aria-label", words::SUBSCRIBE)
        .child(form);
    focus_soon(place.node());
    place
}
