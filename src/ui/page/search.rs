//! `<newsrail-search>`: a field for words, and the stories that they are in.
//!
//! The attribute `query` is what is searched for: a search sets it, and so may
//! the page.

use super::stage::stage;
use super::story::{Look, Story, story};
use super::words;
use crate::config::Config;
use crate::host::events;
use crate::ui::dom::{El, el, focus};
use crate::ui::shell::section;
use crate::ui::stand::{Client, Stand};
use crate::ui::state::State;
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// The field, and below it what was found.
pub(crate) fn search(client: &Rc<Client>, settings: &ArcRwSignal<Config>, stand: Rc<Stand>) -> El {
    // Not made anew with the settings: the reader is in the field while they change.
    let config = settings.get_untracked();
    let field = el("input")
        .attr("id", "query")
        .attr("type", "search")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("aria-label", words::SEARCH);
    let (input, asked) = (field.node(), field.node());
    let host = client.host.clone();
    let submit = move |event: Event| {
        event.prevent_default();
        let query = asked.unchecked_ref::<HtmlInputElement>().value();
        if events::searched(&host, query.trim()) {
            // Setting a known attribute cannot fail.
            let _ = host.set_attribute("query", query.trim());
        }
    };
    let form = el("form")
        .attr("role", "search")
        .attr("part", "form")
        .on("submit", submit)
        .child(
            el("div")
                .attr("class", "row")
                .child(field)
                .child(el("button").attr("type", "submit").text(words::SEARCH)),
        );
    let said = ArcRwSignal::new(String::new());
    let (shown, says) = (Rc::clone(client), said.clone());
    let whole = move |state| {
        let State::Found(query, stories) = state else {
            return Vec::new();
        };
        says.set(summary(query.as_deref(), stories.len()));
        input
            .unchecked_ref::<HtmlInputElement>()
            .set_value(query.as_deref().unwrap_or_default());
        vec![results(&shown, stories)]
    };
    section(&config, words::SEARCH)
        .child(form)
        .child(
            el("div")
                .attr("role", "status")
                .live(move || el("p").attr("dir", "auto").text(&said.get())),
        )
        .child(stage(client, stand, "", Box::new(whole)))
}

/// How many stories there are for which words, in a line.
fn summary(query: Option<&str>, count: usize) -> String {
    let Some(query) = query else {
        return String::new();
    };
    let number = count.to_string();
    let found = match count {
        0 => [words::FOUND_NONE, ""],
        1 => [words::FOUND_ONE, ""],
        _ => [&number, words::FOUND],
    };
    [&found.concat(), "“", query, "”"].concat()
}

/// The element's `count` of them, and as many again at each push of a button.
fn results(client: &Rc<Client>, stories: Vec<Story>) -> El {
    let look = Look {
        class: "story",
        heading: "h3",
        picture: true,
        in_section: false,
    };
    let (client, config) = (Rc::clone(client), client.config.borrow().clone());
    let limit = ArcRwSignal::new(config.count);
    el("div").live(move || {
        let most = limit.get();
        let mut list = el("div").attr("class", "found").attr("part", "list");
        for (at, found) in stories.iter().take(most).enumerate() {
            let row = story(&client, &config, found.clone(), look).attr("tabindex", "-1");
            if at > 0 && at + config.count == most {
                // The button that was pressed is gone: what it has brought has the focus.
                let row = row.node();
                spawn_local(async move { focus(&row) });
            }
            list = list.child(row);
        }
        let more = (stories.len() > most).then(|| {
            let (limit, next) = (limit.clone(), most + config.count);
            el("button")
                .attr("type", "button")
                .on("click", move |_| limit.set(next))
                .text(words::MORE_FOUND)
        });
        el("div").child(list).children(more)
    })
}
