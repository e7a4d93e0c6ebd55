//! A rail: heading, list, and a way to subscribe.

use crate::host::events;
use crate::ui::dom::{El, el};
use crate::ui::foot::foot;
use crate::ui::placement::{Placement, Retry, watched};
use crate::ui::shell::{class, failed, named, notice};
use leptos::prelude::Get;
use newsrail_core::choose::{Basis, Item, State};
use newsrail_core::config::{Config, Kind};
use newsrail_core::rank::reason::Reason;
use newsrail_core::texts::{self, Text};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Element, HtmlElement};

/// The list of an element that is one, in whatever state it is.
pub(crate) fn rail(placement: Rc<Placement>, retry: Retry) -> El {
    let below = foot(&placement);
    watched(el!("div"), &placement)
        .live(move || {
            content(&ContentProps {
                placement: &placement,
                config: &placement.config.get(),
                state: &placement.state.get(),
                retry: &retry,
            })
        })
        .child(below)
}

/// What stands above the way to subscribe.
pub(super) struct ContentProps<'c> {
    /// The element that it is in.
    pub(super) placement: &'c Placement,
    /// What that is set to.
    pub(super) config: &'c Config,
    /// What it shows.
    pub(super) state: &'c State,
    /// Where its feed could not be had: tries again.
    pub(super) retry: &'c Retry,
}

/// The heading and the list, or what is said in its place.
pub(super) fn content(props: &ContentProps<'_>) -> El {
    let ContentProps {
        placement,
        config,
        state,
        retry,
    } = *props;
    let host = &placement.host;
    // What the author wrote stays where it was.
    let bare = authored(host) && !matches!(state, State::List(..));
    let heading = if bare {
        Some("")
    } else {
        config.heading.as_deref()
    };
    let class = class("rail ", config);
    let usual = usual_heading(placement.kind, state);
    named(host, &class, heading, usual).children(match state {
        // It has been tried before, in vain.
        State::Loading => vec![el!("slot"), notice(host, texts::LOADING)],
        State::List(basis, items) => vec![list(&ListProps {
            host,
            config,
            basis: *basis,
            items,
        })],
        State::Failed => failed(host, Rc::clone(retry)),
        State::Empty => vec![el!("slot"), notice(host, texts::NOTHING)],
        State::Page(_) => Vec::new(),
    })
}

/// The heading that says what the list is: nothing is called popular that is
/// only the latest.
fn usual_heading(kind: Kind, state: &State) -> Text {
    match (kind, state) {
        (_, State::List(Basis::Latest, _)) => texts::LATEST,
        (Kind::Popular, _) => texts::POPULAR,
        _ => texts::MORE_LIKE_THIS,
    }
}

#[wasm_bindgen(module = "/web/host/document.js")]
extern "C" {
    /// Whether the author put anything into the element.
    #[wasm_bindgen(js_name = isAuthored)]
    fn authored(host: &HtmlElement) -> bool;
}

/// A list of articles.
pub(crate) struct ListProps<'l> {
    /// The element that it is in.
    pub(crate) host: &'l HtmlElement,
    /// What that is set to.
    pub(crate) config: &'l Config,
    /// By what the list was chosen: only the most read are numbered.
    pub(crate) basis: Basis,
    /// The articles, in their order.
    pub(crate) items: &'l [Rc<Item>],
}

/// The list.
pub(crate) fn list(props: &ListProps<'_>) -> El {
    // Safari drops the role of a list that has no bullets.
    let list = match props.basis {
        Basis::Popular => el!("ol", role = "list", part = "list"),
        _ => el!("ul", role = "list", part = "list"),
    };
    list.children(props.items.iter().map(|shown| item(props, shown)))
}

/// One article of a list.
fn item(list: &ListProps<'_>, item: &Rc<Item>) -> El {
    let config = list.config;
    let mut text = el!("div", class = "text").child(el!("h3").child(headline(list.host, item)));
    if config.excerpts && !item.excerpt.is_empty() {
        text = text.child(el!("p", part = "excerpt", dir = "auto").text(&item.excerpt));
    }
    if config.reasons {
        text = text.child(reason(list.host, &item.reason));
    }
    let entry = el!("li", part = "item").child(text);
    match &item.image {
        Some(url) if config.images => entry.child(picture(url)),
        _ => entry,
    }
}

/// Why an article is listed, in a line.
fn reason(host: &HtmlElement, reason: &Reason) -> El {
    let (text, value) = match reason {
        Reason::Shares(about) => (texts::ABOUT, events::texts(about).into()),
        Reason::Section(section) => (texts::MORE_FROM, section.as_str().into()),
        #[expect(clippy::cast_precision_loss, reason = "a feed has few articles")]
        Reason::Views { rank } => (texts::MOST_READ, (*rank as f64).into()),
        Reason::Latest => (texts::AMONG_LATEST, JsValue::UNDEFINED),
        Reason::Given => (texts::CHOSEN, JsValue::UNDEFINED),
    };
    el!("p", class = "reason", part = "reason").says_of(host, text, value)
}

/// A headline that leads to its article, unless the page takes that upon itself.
pub(crate) fn headline(host: &HtmlElement, item: &Rc<Item>) -> El {
    let (host, chosen) = (host.clone(), Rc::clone(item));
    el!("a", part = "headline", dir = "auto")
        .attr("href", &item.url)
        .text(&item.title)
        .on("click", move |event| {
            if !events::selected(&host, &chosen) {
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
