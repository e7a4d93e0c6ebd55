//! A rail: heading, list, and a way to subscribe.

use crate::config::{Config, Kind, Layout};
use crate::host::events;
use crate::ui::dom::{El, el, live};
use crate::ui::stand::{Client, Stand};
use crate::ui::state::{Basis, Item, State};
use crate::ui::subscribe::button;
use crate::ui::{failed, theme, words};
use leptos::prelude::*;
use std::rc::Rc;

/// The client of a component, for its closures: Leptos wants them `Send`.
pub(crate) type Owned<T> = StoredValue<Rc<T>, LocalStorage>;

/// The list of an element that is one, in whatever state it is.
pub(crate) fn rail(
    client: Owned<Client>,
    settings: ArcRwSignal<Config>,
    stand: Owned<Stand>,
) -> AnyView {
    let (kind, state) = client.with_value(|client| (client.kind, client.state.clone()));
    let list = {
        let settings = settings.clone();
        live(move || {
            let (config, state) = (settings.get(), state.get());
            let heading = match &config.heading {
                Some(own) => own,
                None => usual_heading(kind, &state),
            };
            let section = el("section")
                .attr(
                    "class",
                    ["rail ", layout(config.layout), theme(config.theme)].concat(),
                )
                .attr("part", "rail")
                .attr(
                    "aria-label",
                    if heading.is_empty() {
                        usual_heading(kind, &state)
                    } else {
                        heading
                    },
                );
            let section = if heading.is_empty() {
                section
            } else {
                section.child(el("h2").attr("part", "heading").text(heading))
            };
            section
                .children(match state {
                    State::Loading => waiting(client),
                    State::List(basis, items) => vec![list(client, &config, basis, items)],
                    State::Empty => vec![el("slot"), notice(words::NOTHING)],
                    _ => failed(stand),
                })
                .into_view()
        })
    };
    el("div")
        .view(list)
        .view(button(client, settings))
        .into_view()
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

fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::List => "",
        Layout::Cards => "cards ",
    }
}

/// While the feed is on the way: what the author put inside the element, else
/// a sketch of the list.
fn waiting(client: Owned<Client>) -> Vec<El> {
    let host = client.with_value(|client| client.host.clone());
    let own = host.first_element_child().is_some()
        || host
            .text_content()
            .is_some_and(|text| !text.trim().is_empty());
    let said = el("p")
        .attr("class", "hidden")
        .attr("role", "status")
        .text(words::LOADING);
    let shown = if own {
        el("slot")
    } else {
        el("div").attr("class", "wait").attr("aria-hidden", "true")
    };
    vec![said, shown]
}

/// What is said in place of a list, below what the author put inside.
pub(crate) fn notice(text: &'static str) -> El {
    el("p")
        .attr("class", "notice")
        .attr("role", "status")
        .text(text)
}

fn list(client: Owned<Client>, config: &Config, basis: Basis, items: Vec<Item>) -> El {
    // Safari drops the role of a list that has no bullets.
    el(if basis == Basis::Popular { "ol" } else { "ul" })
        .attr("role", "list")
        .attr("part", "list")
        .children(items.into_iter().map(|shown| item(client, config, shown)))
}

fn item(client: Owned<Client>, config: &Config, item: Item) -> El {
    let mut text = el("div").attr("class", "text");
    let headline = el("a")
        .attr("part", "headline")
        .attr("href", &*item.url)
        .attr("dir", "auto")
        .text(&*item.title);
    let (excerpt, image) = (item.excerpt.clone(), item.image.clone());
    let headline = headline.on("click", move |event| {
        if !client.with_value(|client| events::selected(&client.host, &item)) {
            event.prevent_default();
        }
    });
    text = text.child(el("h3").child(headline));
    if config.excerpts && !excerpt.is_empty() {
        text = text.child(
            el("p")
                .attr("part", "excerpt")
                .attr("dir", "auto")
                .text(excerpt),
        );
    }
    let item = el("li").attr("part", "item").child(text);
    // Cards stand beside one another, so each keeps the picture's place.
    let place = config.images && (image.is_some() || config.layout == Layout::Cards);
    if place {
        item.child(picture(image))
    } else {
        item
    }
}

/// The picture beside a headline says nothing that the headline does not, so
/// it has no alternative text.
fn picture(url: Option<String>) -> El {
    let image = url.map(|url| {
        el("img")
            .attr("src", url)
            .attr("alt", "")
            .attr("loading", "lazy")
            .attr("decoding", "async")
            // One that does not load leaves its place empty, not a broken sign.
            .on("error", |event| {
                event_target::<web_sys::Element>(&event).remove();
            })
    });
    el("div")
        .attr("class", "picture")
        .attr("part", "picture")
        .children(image)
}
