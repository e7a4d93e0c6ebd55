//! `<newsrail-front>`: a feed as a front page, by section.

use super::story::{Look, Story, story};
use super::words;
use crate::ui::dom::{El, el};
use crate::ui::newsstand::{Newsstand, Placement};
use crate::ui::page::stage::stage;
use crate::ui::shell::{class, named};
use crate::ui::state::State;
use newsrail_core::config::Config;
use std::rc::Rc;

/// The front page, in whatever state it is.
pub(crate) fn front(placement: &Rc<Placement>, newsstand: Rc<Newsstand>) -> El {
    let shown = Rc::clone(placement);
    let whole = move |state: &State| {
        let config = shown.config.get();
        let State::Front(desks) = state else {
            return Vec::new();
        };
        let mut page = el!("div", class = "front");
        for (at, (name, stories)) in desks.iter().enumerate() {
            page = page.child(match name.as_str() {
                _ if at == 0 => top(&shown, &config, stories),
                "" if at == 1 => desk(&shown, &config, crate::ui::words::LATEST, false, stories),
                "" => desk(&shown, &config, words::MORE, false, stories),
                name => desk(&shown, &config, name, true, stories),
            });
        }
        // The page that it is on has its own heading, as a rule.
        let heading = Some(config.heading.as_deref().unwrap_or_default());
        vec![named(&class("rail ", &config), heading, words::FRONT_PAGE).child(page)]
    };
    stage(
        placement,
        newsstand,
        crate::ui::words::NOTHING,
        Box::new(whole),
    )
}

/// What leads, and what stands beside it.
fn top(placement: &Rc<Placement>, config: &Config, stories: &[Story]) -> El {
    let mut look = Look {
        frame: || el!("article", part = "story"),
        heading: || el!("h2"),
        picture: true,
        in_section: false,
    };
    let mut top = el!("div", class = "top");
    let mut beside = el!("div", class = "beside");
    for (at, shown) in stories.iter().enumerate() {
        let made = story(placement, config, shown, look);
        if at == 0 {
            top = top.child(made.attr("class", "story lead"));
            look.frame = || el!("article", part = "story", class = "story");
            look.picture = false;
        } else {
            beside = beside.child(made);
        }
    }
    top.child(beside)
}

/// A section; the first of its stories has its picture.
fn desk(
    placement: &Rc<Placement>,
    config: &Config,
    name: &str,
    in_section: bool,
    stories: &[Story],
) -> El {
    let mut look = Look {
        frame: || el!("article", part = "story", class = "story"),
        heading: || el!("h3"),
        picture: true,
        in_section,
    };
    let mut row = el!("div", class = "stories");
    for shown in stories {
        row = row.child(story(placement, config, shown, look));
        look.picture = false;
    }
    el!("section", class = "desk", part = "section")
        .attr("aria-label", name)
        .child(el!("h2", part = "section-name").text(name))
        .child(row)
}
