//! The way to subscribe below a list: a link, or a button that puts a
//! `<newsrail-subscribe>` in its place.
//!
//! The loader defines that element and brings its program, as it does for one that
//! a page has written. So a list has no form, and pays for none.

use crate::host::programs;
use crate::ui::dom::{El, el, focus_soon, set_or_remove};
use crate::ui::newsletter::{address, link};
use crate::ui::placement::Placement;
use crate::ui::shell::class;
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
use newsrail_core::config::sign_up::provider_word;
use newsrail_core::outbox::provider::Provider;
use newsrail_core::texts::SUBSCRIBE;
use std::rc::Rc;
use web_sys::HtmlElement;

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

/// The classes of what stands below a list.
const FOOT: &str = "foot rail ";

/// What stands below a list, as its attributes and the reader have it.
pub(crate) fn foot(placement: &Rc<Placement>) -> El {
    let is_open = ArcRwSignal::new(false);
    let (of, opened) = (Rc::clone(placement), is_open.clone());
    let placement = Rc::clone(placement);
    // The form stands by itself: a change of the list's attributes does not make it anew
    // under the hands of a reader who is typing.
    el!("div").live(move || closed(&of, &opened)).live(move || {
        if is_open.get() {
            form(&placement, &is_open)
        } else {
            el!("span")
        }
    })
}

/// The link or the button, where there is an address that takes sign-ups and no form
/// stands there already.
fn closed(placement: &Rc<Placement>, is_open: &ArcRwSignal<bool>) -> El {
    let config = placement.config.get();
    let written = config.subscribe.as_deref();
    let address = written.and_then(|_| address(&placement.host, written));
    let shown = match address {
        Some(address) if config.provider == Some(Provider::Page) => {
            Some(link(&placement.host, &address))
        }
        Some(_) if is_open.get() => return el!("span"),
        Some(_) => Some(button(&placement.host, is_open)),
        None => None,
    };
    if is_open.get_untracked() {
        // It was a form's address, and is none any more.
        is_open.set(false);
    }
    shown.map_or_else(
        || el!("span"),
        |shown| el!("div").attr("class", &class(FOOT, &config)).child(shown),
    )
}

/// The button. Who comes near it, by pointer or keyboard, may want the form soon.
fn button(host: &HtmlElement, is_open: &ArcRwSignal<bool>) -> El {
    let opens = is_open.clone();
    el!("button", type = "button")
        .attr("aria-expanded", "false")
        .on("pointerover", |_| programs::expect_forms())
        .on("focus", |_| programs::expect_forms())
        .on("click", move |_| opens.set(true))
        .says(host, SUBSCRIBE)
}

/// The form, which says by the event `close` that the reader has closed it.
fn form(placement: &Rc<Placement>, is_open: &ArcRwSignal<bool>) -> El {
    let (of, closes) = (Rc::clone(placement), is_open.clone());
    // The list has a heading and the colours; the form's part is the list's to a page's
    // style sheet.
    let form = el!(
        "newsrail-subscribe",
        heading = "",
        theme = "auto",
        exportparts = "form"
    )
    .on("close", move |_| closes.set(false));
    let node = form.node();
    // It has the focus until the form is there, which takes it from here.
    let place = el!("div", role = "group", tabindex = "-1")
        .says_in("aria-label", &placement.host, SUBSCRIBE)
        .follow(move |place| {
            let config = of.config.get();
            set_or_remove(place, "class", Some(&class(FOOT, &config)));
            // Of a word that is none the list has complained.
            let provider = provider_word(config.provider);
            set_or_remove(&node, "provider", Some(provider));
            for name in OF_FORM {
                let value = of.host.get_attribute(name);
                set_or_remove(&node, name, value.as_deref());
            }
        })
        .child(form);
    focus_soon(place.node());
    place
}
