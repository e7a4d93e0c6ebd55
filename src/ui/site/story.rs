//! A story of a front page or of a search: picture, kicker, headline,
//! standfirst, and the line below that.

use crate::ui::dom::{El, el};
use crate::ui::newsstand::Placement;
use crate::ui::page::body::day;
use crate::ui::rail::{headline, picture};
use crate::ui::state::Item;
use newsrail_core::article::Article;
use newsrail_core::config::Config;
use newsrail_core::rank::reason::Reason;
use newsrail_core::text::date::Timestamp;
use newsrail_core::text::excerpt::excerpt;
use std::rc::Rc;

/// Characters of a standfirst, which elsewhere is longer than an excerpt.
const STANDFIRST: usize = 240;

/// An article as it stands on a front page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Story {
    pub(crate) item: Rc<Item>,
    kicker: String,
    section: String,
    standfirst: String,
    /// The names in the byline.
    by: String,
    published: Option<Timestamp>,
    zone: i64,
}

impl Story {
    pub(crate) fn new(article: &Article) -> Self {
        let mut by = String::new();
        for author in &article.authors {
            if !by.is_empty() {
                by.push_str(", ");
            }
            by.push_str(&author.name);
        }
        Self {
            item: Rc::new(Item::new(article, Reason::Latest)),
            kicker: article.kicker.clone(),
            section: article.section.clone(),
            standfirst: excerpt(&article.summary, STANDFIRST),
            by,
            published: article.published,
            zone: article.zone,
        }
    }
}

/// How a story stands.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// Makes its own element, and that of its headline.
    pub(super) frame: fn() -> El,
    pub(super) heading: fn() -> El,
    /// Whether it has its picture.
    pub(super) picture: bool,
    /// Whether it stands under its section's name.
    pub(super) in_section: bool,
}

/// The story.
pub(super) fn story(placement: &Rc<Placement>, config: &Config, story: &Story, look: Look) -> El {
    let mut frame = (look.frame)();
    let shown = look.picture && config.images;
    if let Some(url) = story.item.image.as_ref().filter(|_| shown) {
        frame = frame.child(picture(url));
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
    text = text.child((look.heading)().child(headline(placement, &story.item)));
    if config.excerpts && !story.standfirst.is_empty() {
        let standfirst = el!("p", class = "standfirst", part = "standfirst", dir = "auto");
        text = text.child(standfirst.text(&story.standfirst));
    }
    let mut below = el!("p", class = "meta", part = "meta");
    if !story.by.is_empty() {
        below = below.text(crate::ui::page::words::BY).text(&story.by);
        if story.published.is_some() {
            below = below.text(" · ");
        }
    }
    if let Some(at) = story.published {
        below = below.child(day(at, story.zone));
    }
    frame.child(text.child(below))
}
