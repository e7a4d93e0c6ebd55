//! A rail: heading, list, and a way to subscribe.

use crate::host::events;
use crate::ui::dom::{El, el};
use crate::ui::foot::foot;
use crate::ui::fresh::watched;
use crate::ui::newsstand::{Newsstand, Placement};
use crate::ui::shell::{class, failed, named, notice};
use crate::ui::state::{Basis, Item, State};
use crate::ui::words;
use newsrail_core::config::{Config, Kind};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The list of an element that is one, in whatever state it is.
pub(crate) fn rail(placement: Rc<Placement>, newsstand: Rc<Newsstand>) -> El {
    let below = foot(&placement);
    watched(el!("div"), &placement)
        .live(move || {
            let (config, state) = (placement.config.get(), placement.state.get());
            content(&placement, &newsstand, &config, &state)
        })
        .child(below)
}

/// What stands above the way to subscribe.
pub(super) fn content(
    placement: &Rc<Placement>,
    newsstand: &Rc<Newsstand>,
    config: &Config,
    state: &State,
) -> El {
    let authored = authored(&placement.host);
    // What the author wrote stays where it was.
    let bare = authored && !matches!(state, State::List(..));
    let heading = if bare {
        Some("")
    } else {
        config.heading.as_deref()
    };
    let class = class("rail ", config);
    named(&class, heading, usual_heading(placement.kind, state)).children(match state {
        // It has been tried before, in vain.
        State::Loading => vec![el!("slot"), notice(words::LOADING)],
        State::List(basis, items) => vec![list(placement, config, *basis, items)],
        State::Failed => failed(newsstand),
        State::Empty => vec![el!("slot"), notice(words::NOTHING)],
        _ => Vec::new(),
    })
}

/// The heading that says what the list is: nothing is called popular that is
/// only the latest.
fn usual_heading(kind: Kind, state: &State) -> &'static str {
    match (kind, state) {
        (_, State::List(Basis::Latest, _)) => words::LATEST,
        (Kind::Popular, _) => words::POPULAR,
        _ => words::MORE_LIKE_THIS,
    }
}

/// Whether the author put anything into the element.
fn authored(host: &HtmlElement) -> bool {
    let text = host.text_content().unwrap_or_default();
    !text.chars().all(char::is_whitespace) || host.first_element_child().is_some()
}

pub(crate) fn list(
    placement: &Rc<Placement>,
    config: &Config,
    basis: Basis,
    items: &[Rc<Item>],
) -> El {
    // Safari drops the role of a list that has no bullets.
    let list = match basis {
        Basis::Popular => el!("ol", role = "list", part = "list"),
        _ => el!("ul", role = "list", part = "list"),
    };
    list.children(items.iter().map(|shown| item(placement, config, shown)))
}

fn item(placement: &Rc<Placement>, config: &Config, item: &Rc<Item>) -> El {
    let mut text = el!("div", class = "text").child(el!("h3").child(headline(placement, item)));
    if config.excerpts && !item.excerpt.is_empty() {
        text = text.child(el!("p", part = "excerpt", dir = "auto").text(&item.excerpt));
    }
    if config.reasons {
        let reason = el!("p", class = "reason", part = "reason", dir = "auto");
        text = text.child(reason.text(&words::reason(&item.reason)));
    }
    let entry = el!("li", part = "item").child(text);
    match &item.image {
        Some(url) if config.images => entry.child(picture(url)),
        _ => entry,
    }
}

/// A headline that leads to its article, unless the page takes that upon itself.
pub(crate) fn headline(placement: &Rc<Placement>, item: &Rc<Item>) -> El {
    let (told, chosen) = (Rc::clone(placement), Rc::clone(item));
    el!("a", part = "headline", dir = "auto")
        .attr("href", &item.url)
        .text(&item.title)
        .on("click", move |event| {
            if !events::selected(&told.host, &chosen) {
                event.prevent_default();
            }
        })
}

/// The picture beside a headline says nothing that the headline does not, so
/// it has no alternative text.
pub(crate) fn picture(url: &str) -> El {
    el!("div", class = "picture", part = "picture").child(image(url))
}

/// A picture that is not waited for; one that does not load leaves no broken
/// sign.
pub(crate) fn image(url: &str) -> El {
    // How it is loaded is said before the address, which loads it.
    el!("img", loading = "lazy", decoding = "async", alt = "")
        .attr("src", url)
        .on("error", |event| {
            if let Some(image) = event.target() {
                image.unchecked_ref::<Element>().remove();
            }
        })
}
