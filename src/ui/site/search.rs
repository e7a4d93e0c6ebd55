//! `<newsrail-search>`: a field for words, and the stories that they are in.
//!
//! The attribute `query` is what is searched for: a search sets it, and so may
//! the page.

use super::story::{Look, StoryProps, story};
use crate::host::{events, texts};
use crate::ui::dom::{El, el, focus_soon};
use crate::ui::page::stage::{StageProps, stage};
use crate::ui::placement::{Placement, Retry};
use crate::ui::shell::section;
use leptos::prelude::{ArcRwSignal, Get, Set};
use newsrail_core::choose::{SearchResults, State, Story};
use newsrail_core::texts::{FOUND, FOUND_NONE, SEARCH, SHOW_MORE};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement};

/// The field, and below it what was found.
pub(crate) fn search(placement: &Rc<Placement>, retry: Retry) -> El {
    let field =
        el!("input", id = "query", type = "search", enterkeyhint = "search", autocomplete = "off");
    let field = field.says_in("aria-label", &placement.host, SEARCH);
    let (input, asked) = (field.node(), field.node());
    let host = placement.host.clone();
    let submit = move |event: Event| {
        event.prevent_default();
        let query = asked.unchecked_ref::<HtmlInputElement>().value();
        if events::searched(&host, query.trim()) {
            // Setting a known attribute cannot fail.
            let _ = host.set_attribute("query", query.trim());
        }
    };
    let button = el!("button", type = "submit").says(&placement.host, SEARCH);
    let form = el!("form", role = "search", part = "form")
        .on("submit", submit)
        .child(el!("div", class = "row").child(field).child(button));
    let said: ArcRwSignal<Option<(String, usize)>> = ArcRwSignal::new(None);
    let element = placement.host.clone();
    let (shown, says) = (Rc::clone(placement), said.clone());
    let whole = move |state: &State| {
        let Some(SearchResults { query, stories }) = state.page() else {
            return Vec::new();
        };
        says.set(query.clone().map(|query| (query, stories.len())));
        input
            .unchecked_ref::<HtmlInputElement>()
            .set_value(query.as_deref().unwrap_or_default());
        vec![results(&shown, stories)]
    };
    let found = stage(StageProps {
        placement,
        retry,
        nothing: None,
        whole: Box::new(whole),
    });
    // Not made anew with the settings: the reader is in the field while they change.
    let line = move || summary(&element, said.get().as_ref());
    section(&placement.host, &placement.config.get_untracked(), SEARCH)
        .child(form)
        .child(el!("div", role = "status").child(el!("p").live_text(line)))
        .child(found)
}

/// How many stories there are for which words, in a line.
fn summary(host: &HtmlElement, found: Option<&(String, usize)>) -> String {
    match found {
        None => String::new(),
        Some((query, 0)) => texts::text(host, FOUND_NONE, &query.into()),
        Some((query, count)) => texts::number(host, FOUND, *count, query),
    }
}

/// The element's `count` of them, and as many again at each push of a button.
fn results(placement: &Rc<Placement>, stories: &[Story]) -> El {
    let look = Look {
        frame: || el!("article", part = "story", class = "story", tabindex = "-1"),
        level: 3,
        picture: true,
        in_section: false,
    };
    let (placement, stories) = (Rc::clone(placement), stories.to_vec());
    let config = placement.config.get_untracked();
    let limit = ArcRwSignal::new(config.count);
    el!("div").live(move || {
        let most = limit.get();
        let mut list = el!("div", class = "found", part = "list");
        for (at, found) in stories.iter().take(most).enumerate() {
            let row = story(&StoryProps {
                host: &placement.host,
                config: &config,
                story: found,
                look,
            });
            if at > 0 && at + config.count == most {
                // The button that was pressed is gone: what it has brought has the focus.
                focus_soon(row.node());
            }
            list = list.child(row);
        }
        let all = el!("div").child(list);
        if stories.len() <= most {
            return all;
        }
        let (limit, next) = (limit.clone(), most + config.count);
        let more = el!("button", type = "button").says(&placement.host, SHOW_MORE);
        all.child(more.on("click", move |_| limit.set(next)))
    })
}
