//! A rail: heading, list, and a way to subscribe.

use crate::config::{Config, Kind, Layout};
use crate::host::events;
use crate::ui::dom::{El, el};
use crate::ui::fresh::watched;
use crate::ui::shell::{failed, loading, notice, section};
use crate::ui::stand::{Client, Stand};
use crate::ui::state::{Basis, Item, State};
use crate::ui::subscribe::foot;
use crate::ui::words;
use leptos::prelude::{ArcRwSignal, Get};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The list of an element that is one, in whatever state it is.
pub(crate) fn rail(client: Rc<Client>, settings: ArcRwSignal<Config>, stand: Rc<Stand>) -> El {
    let below = foot(Rc::clone(&client), settings.clone());
    watched(el("div"), &Rc::clone(&client), &Rc::clone(&stand))
        .live(move || {
            let (mut config, state) = (settings.get(), client.state.get());
            let authored = authored(&client.host);
            if authored && !matches!(state, State::List(..)) {
                // What the author wrote stays where it was.
                config.heading = Some(String::new());
            }
            section(&config, usual_heading(client.kind, &state)).children(match state {
                State::Loading => waiting(authored),
                State::List(basis, items) => vec![list(&client, &config, basis, items)],
                State::Empty => vec![el("slot"), notice(words::NOTHING)],
                _ => failed(&stand),
            })
        })
        .live(below)
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
    !text.trim().is_empty() || host.first_element_child().is_some()
}

/// While the feed is on the way: what the author put inside the element, else
/// a sketch of the list.
fn waiting(authored: bool) -> Vec<El> {
    let shown = if authored {
        el("slot")
    } else {
        el("div").attr("class", "wait").attr("aria-hidden", "true")
    };
    vec![shown, loading()]
}

pub(crate) fn list(client: &Rc<Client>, config: &Config, basis: Basis, items: Vec<Item>) -> El {
    // Safari drops the role of a list that has no bullets.
    el(if basis == Basis::Popular { "ol" } else { "ul" })
        .attr("role", "list")
        .attr("part", "list")
        .children(items.into_iter().map(|shown| item(client, config, shown)))
}

fn item(client: &Rc<Client>, config: &Config, item: Item) -> El {
    let excerpt = (config.excerpts && !item.excerpt.is_empty()).then(|| {
        el("p")
            .attr("part", "excerpt")
            .attr("dir", "auto")
            .text(&item.excerpt)
    });
    // Cards stand beside one another, so each keeps the picture's place.
    let place = config.images && (item.image.is_some() || config.layout == Layout::Cards);
    let picture = place.then(|| picture(item.image.as_deref()));
    let reason = config.reasons.then(|| {
        el("p")
            .attr("class", "reason")
            .attr("part", "reason")
            .attr("dir", "auto")
            .text(&words::reason(&item.reason))
    });
    let text = el("div")
        .attr("class", "text")
        .child(el("h3").child(headline(client, item)))
        .children(excerpt)
        .children(reason);
    el("li").attr("part", "item").child(text).children(picture)
}

/// A headline that leads to its article, unless the page takes that upon itself.
pub(crate) fn headline(client: &Rc<Client>, item: Item) -> El {
    let client = Rc::clone(client);
    el("a")
        .attr("part", "headline")
        .attr("href", &item.url)
        .attr("dir", "auto")
        .text(&item.title)
        .on("click", move |event| {
            if !events::selected(&client.host, &item) {
                event.prevent_default();
            }
        })
}

/// The picture beside a headline says nothing that the headline does not, so
/// it has no alternative text.
pub(crate) fn picture(url: Option<&str>) -> El {
    let image = url.map(|url| {
        el("img")
            // Before the address: it says how that is loaded.
            .attr("loading", "lazy")
            .attr("decoding", "async")
            .attr("alt", "")
            .attr("src", url)
            // One that does not load leaves its place empty, not a broken sign.
            .on("error", |event| {
                if let Some(image) = event.target() {
                    image.unchecked_ref::<Element>().remove();
                }
            })
    });
    el("div")
        .attr("class", "picture")
        .attr("part", "picture")
        .children(image)
}
