//! `<newsrail-front>`: a feed as a front page, by section.

use super::story::{Look, StoryProps, story};
use super::words;
use crate::ui::dom::{El, el};
use crate::ui::page::stage::{StageProps, stage};
use crate::ui::placement::{Placement, Retry};
use crate::ui::shell::{class, named};
use crate::ui::words as common_words;
use leptos::prelude::Get;
use newsrail_core::choose::{FrontPage, State, Story};
use newsrail_core::config::Config;
use std::rc::Rc;
use web_sys::HtmlElement;

/// The front page, in whatever state it is.
pub(crate) fn front(placement: &Rc<Placement>, retry: Retry) -> El {
    let shown = Rc::clone(placement);
    let whole = move |state: &State| {
        let config = shown.config.get();
        let Some(FrontPage { sections }) = state.page() else {
            return Vec::new();
        };
        let mut page = el!("div", class = "front");
        for (at, found) in sections.iter().enumerate() {
            let of = |name, is_named| SectionProps {
                host: &shown.host,
                config: &config,
                stories: &found.stories,
                name,
                is_named,
            };
            page = page.child(match found.name.as_str() {
                name if at == 0 => top(&of(name, false)),
                "" if at == 1 => section(&of(common_words::LATEST, false)),
                "" => section(&of(words::MORE, false)),
                name => section(&of(name, true)),
            });
        }
        // The page that it is on has its own heading, as a rule.
        let heading = Some(config.heading.as_deref().unwrap_or_default());
        vec![named(&class("rail ", &config), heading, words::FRONT_PAGE).child(page)]
    };
    stage(StageProps {
        placement,
        retry,
        nothing: common_words::NOTHING,
        whole: Box::new(whole),
    })
}

/// A part of a front page.
struct SectionProps<'s> {
    /// The element that it is in.
    host: &'s HtmlElement,
    /// What that is set to.
    config: &'s Config,
    /// Its stories, in their order.
    stories: &'s [Story],
    /// What stands above them.
    name: &'s str,
    /// Whether that is what the feed calls the section.
    is_named: bool,
}

impl SectionProps<'_> {
    fn story(&self, shown: &Story, look: Look) -> El {
        story(&StoryProps {
            host: self.host,
            config: self.config,
            story: shown,
            look,
        })
    }
}

/// What leads, and what stands beside it.
fn top(props: &SectionProps<'_>) -> El {
    let mut look = Look {
        frame: || el!("article", part = "story"),
        heading: || el!("h2"),
        picture: true,
        in_section: false,
    };
    let mut top = el!("div", class = "top");
    let mut beside = el!("div", class = "beside");
    for (at, shown) in props.stories.iter().enumerate() {
        let made = props.story(shown, look);
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
fn section(props: &SectionProps<'_>) -> El {
    let mut look = Look {
        frame: || el!("article", part = "story", class = "story"),
        heading: || el!("h3"),
        picture: true,
        in_section: props.is_named,
    };
    let mut row = el!("div", class = "stories");
    for shown in props.stories {
        row = row.child(props.story(shown, look));
        look.picture = false;
    }
    el!("section", class = "desk", part = "section")
        .attr("aria-label", props.name)
        .child(el!("h2", part = "section-name").text(props.name))
        .child(row)
}
