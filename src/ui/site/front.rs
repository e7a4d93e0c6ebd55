//! `<newsrail-front>`: a feed as a front page, by section.

use super::story::{Look, StoryProps, story};
use crate::ui::dom::{El, el};
use crate::ui::page::stage::{StageProps, stage};
use crate::ui::placement::{Placement, Retry};
use crate::ui::shell::{at_level, class, named};
use newsrail_core::choose::{FrontPage, State, Story};
use newsrail_core::config::Config;
use newsrail_core::texts::{self, Text};
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
            let of = |name| SectionProps {
                host: &shown.host,
                config: &config,
                stories: &found.stories,
                name,
            };
            page = page.child(match found.name.as_str() {
                _ if at == 0 => top(&of(Name::Ours(texts::LATEST))),
                "" if at == 1 => section(&of(Name::Ours(texts::LATEST))),
                "" => section(&of(Name::Ours(texts::MORE_STORIES))),
                name => section(&of(Name::Feeds(name))),
            });
        }
        // The page that it is on has its own heading, as a rule.
        let heading = Some(config.heading.as_deref().unwrap_or_default());
        let class = class("rail ", &config);
        vec![
            named(
                &shown.host,
                config.heading_level,
                &class,
                heading,
                texts::FRONT_PAGE,
            )
            .child(page),
        ]
    };
    stage(StageProps {
        placement,
        retry,
        nothing: Some(texts::NOTHING),
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
    name: Name<'s>,
}

/// What a section is called.
#[derive(Clone, Copy)]
enum Name<'s> {
    /// As the feed has it.
    Feeds(&'s str),
    /// It is none of the feed's.
    Ours(Text),
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
        level: 2,
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
        level: 3,
        picture: true,
        in_section: matches!(props.name, Name::Feeds(_)),
    };
    let mut row = el!("div", class = "stories");
    for shown in props.stories {
        row = row.child(props.story(shown, look));
        look.picture = false;
    }
    let section = el!("section", class = "desk", part = "section");
    let title = el!("h2", part = "section-name");
    let title = at_level(title, 2, props.config.heading_level);
    let section = match props.name {
        Name::Feeds(name) => section
            .attr("aria-label", name)
            .child(title.attr("dir", "auto").text(name)),
        Name::Ours(text) => section
            .says_in("aria-label", props.host, text)
            .child(title.says(props.host, text)),
    };
    section.child(row)
}
