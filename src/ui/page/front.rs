//! `<newsrail-front>`: a feed as a front page, by section.

use super::stage::stage;
use super::story::{Look, Story, story};
use super::words;
use crate::config::Config;
use crate::ui::dom::{El, el};
use crate::ui::shell::section;
use crate::ui::stand::{Client, Stand};
use crate::ui::state::State;
use leptos::prelude::{ArcRwSignal, Get};
use std::rc::Rc;

/// The front page, in whatever state it is.
pub(crate) fn front(client: &Rc<Client>, settings: ArcRwSignal<Config>, stand: Rc<Stand>) -> El {
    let shown = Rc::clone(client);
    let whole = move |state| {
        let mut config = settings.get();
        let State::Front(desks) = state else {
            return Vec::new();
        };
        // The page that it is on has its own, as a rule.
        config.heading.get_or_insert_default();
        let mut desks = desks.into_iter();
        let top = desks
            .next()
            .map(|(_, stories)| top(&shown, &config, stories));
        let alone = desks.len() == 1;
        let desks = desks.map(|(name, stories)| {
            let usual = if alone {
                crate::ui::words::LATEST
            } else {
                words::MORE
            };
            let is_named = !name.is_empty();
            desk(
                &shown,
                &config,
                if is_named { &name } else { usual },
                is_named,
                stories,
            )
        });
        vec![
            section(&config, words::FRONT_PAGE).child(
                el("div")
                    .attr("class", "front")
                    .children(top)
                    .children(desks),
            ),
        ]
    };
    stage(client, stand, crate::ui::words::NOTHING, Box::new(whole))
}

/// What leads, and what stands beside it.
fn top(client: &Rc<Client>, config: &Config, stories: Vec<Story>) -> El {
    let mut stories = stories.into_iter();
    let look = Look {
        class: "story lead",
        heading: "h2",
        picture: true,
        in_section: false,
    };
    let lead = stories.next().map(|lead| story(client, config, lead, look));
    let beside = Look {
        class: "story",
        picture: false,
        ..look
    };
    el("div").attr("class", "top").children(lead).child(
        el("div")
            .attr("class", "beside")
            .children(stories.map(|shown| story(client, config, shown, beside))),
    )
}

/// A section; the first of its stories has its picture.
fn desk(
    client: &Rc<Client>,
    config: &Config,
    name: &str,
    in_section: bool,
    stories: Vec<Story>,
) -> El {
    let look = |at| Look {
        class: "story",
        heading: "h3",
        picture: at == 0,
        in_section,
    };
    let stories = stories.into_iter().enumerate();
    el("section")
        .attr("class", "desk")
        .attr("part", "section")
        .attr("aria-label", name)
        .child(el("h2").attr("part", "section-name").text(name))
        .child(
            el("div")
                .attr("class", "stories")
                .children(stories.map(|(at, shown)| story(client, config, shown, look(at)))),
        )
}
