//! A story of a front page or of a search: picture, kicker, headline,
//! standfirst, and the line below that.

use crate::host::events;
use crate::ui::dom::{El, el};
use crate::ui::page::body::day;
use crate::ui::rail::{headline, picture};
use crate::ui::shell::at_level;
use newsrail_core::choose::Story;
use newsrail_core::config::Config;
use newsrail_core::texts::BY;
use web_sys::HtmlElement;

/// How a story stands.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// Makes its own element.
    pub(super) frame: fn() -> El,
    /// Of which level its headline usually is, 2 or 3.
    pub(super) level: usize,
    /// Whether it has its picture.
    pub(super) picture: bool,
    /// Whether it stands under its section's name.
    pub(super) in_section: bool,
}

/// A story.
pub(super) struct StoryProps<'s> {
    /// The element that it is in.
    pub(super) host: &'s HtmlElement,
    /// What that is set to.
    pub(super) config: &'s Config,
    /// The story.
    pub(super) story: &'s Story,
    /// How it stands.
    pub(super) look: Look,
}

/// The story.
pub(super) fn story(props: &StoryProps<'_>) -> El {
    let StoryProps {
        host,
        config,
        story,
        look,
    } = *props;
    let mut frame = (look.frame)();
    let shown = look.picture && config.images;
    if let Some(image) = story.item.image.as_ref().filter(|_| shown) {
        frame = frame.child(picture(image, "auto,100vw"));
    }
    let label = if story.kicker.is_empty() && !look.in_section {
        &story.section
    } else {
        &story.kicker
    };
    let mut text = el!("div", class = "text");
    if !label.is_empty() {
        text = text.child(el!("p", class = "kicker", part = "kicker", dir = "auto").text(label));
    }
    let heading = if look.level == 2 {
        el!("h2")
    } else {
        el!("h3")
    };
    let heading = at_level(heading, look.level, config.heading_level);
    text = text.child(heading.child(headline(host, &story.item)));
    if config.excerpts && !story.standfirst.is_empty() {
        let standfirst = el!("p", class = "standfirst", part = "standfirst", dir = "auto");
        text = text.child(standfirst.text(&story.standfirst));
    }
    let mut below = el!("p", class = "meta", part = "meta");
    if !story.authors.is_empty() {
        below = below.says_of(host, BY, events::texts(&story.authors).into());
        if story.published.is_some() {
            below = below.text(" · ");
        }
    }
    if let Some(at) = story.published {
        below = below.child(day(host, at, story.zone));
    }
    frame.child(text.child(below))
}
