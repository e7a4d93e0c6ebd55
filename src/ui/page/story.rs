//! A story of a front page or of a search: picture, kicker, headline,
//! standfirst, and the line below that.

use super::body::day;
use super::words;
use crate::article::{Article, Timestamp};
use crate::config::Config;
use crate::rank::reason::Reason;
use crate::text::excerpt::excerpt;
use crate::ui::dom::{El, el};
use crate::ui::rail::{headline, picture};
use crate::ui::stand::Client;
use crate::ui::state::Item;
use std::rc::Rc;

/// Characters of a standfirst, which elsewhere is longer than an excerpt.
const STANDFIRST: usize = 240;

/// An article as it stands on a front page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Story {
    pub(crate) item: Item,
    /// The kicker.
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
        let names: Vec<_> = article.authors.iter().map(|a| a.name.as_str()).collect();
        Self {
            item: Item::new(article, Reason::Latest),
            kicker: article.kicker.clone(),
            section: article.section.clone(),
            standfirst: excerpt(&article.summary, STANDFIRST),
            by: names.join(", "),
            published: article.published,
            zone: article.zone,
        }
    }
}

/// How a story stands.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// Leads the page, stands beside what does, or as any other.
    pub(super) class: &'static str,
    /// The name of its headline's element.
    pub(super) heading: &'static str,
    /// Whether it has its picture.
    pub(super) picture: bool,
    /// Whether it stands under its section's name.
    pub(super) in_section: bool,
}

/// The story.
pub(super) fn story(client: &Rc<Client>, config: &Config, story: Story, look: Look) -> El {
    let line = |part: &'static str, text: &str| {
        (!text.is_empty()).then(|| {
            el("p")
                .attr("class", part)
                .attr("part", part)
                .attr("dir", "auto")
                .text(text)
        })
    };
    let label = if story.kicker.is_empty() && !look.in_section {
        &story.section
    } else {
        &story.kicker
    };
    let image = story.item.image.as_deref();
    let picture = image
        .filter(|_| look.picture && config.images)
        .map(|image| picture(Some(image)));
    let standfirst = if config.excerpts {
        line("standfirst", &story.standfirst)
    } else {
        None
    };
    let mut below = el("p").attr("class", "meta").attr("part", "meta");
    if !story.by.is_empty() {
        below = below.text(words::BY).text(&story.by);
        if story.published.is_some() {
            below = below.text(" · ");
        }
    }
    let below = below.children(story.published.map(|at| day(at, story.zone)));
    el("article")
        .attr("class", look.class)
        .attr("part", "story")
        .children(picture)
        .child(
            el("div")
                .attr("class", "text")
                .children(line("kicker", label))
                .child(el(look.heading).child(headline(client, story.item)))
                .children(standfirst)
                .child(below),
        )
}
