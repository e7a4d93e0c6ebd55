//! An article as a list shows it.

use crate::article::{Article, Image};
use crate::config::Config;
use crate::feed::filter::has_any;
use crate::rank::reason::Reason;
use crate::text::date::Timestamp;
use crate::text::excerpt::excerpt;
use crate::text::reading::minutes;

/// Characters of an excerpt; the list's lines cut it further where they are
/// short.
const EXCERPT: usize = 160;

/// One article in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The publisher's identifier.
    pub id: String,
    /// Where the headline leads: http or https.
    pub url: String,
    /// The headline.
    pub title: String,
    /// The beginning of the summary, maybe empty.
    pub excerpt: String,
    /// Its picture.
    pub image: Option<Image>,
    /// Whether somebody has paid for it: then how that is said, or nothing for the usual
    /// words.
    pub paid: Option<String>,
    /// What a line below the headline says, where the element has one.
    pub details: Option<Details>,
    /// Why it is listed.
    pub reason: Reason,
}

/// What a line below a headline may say.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    /// The short label above the headline; maybe empty.
    pub kicker: String,
    /// The section; maybe empty.
    pub section: String,
    /// The names in the byline.
    pub authors: Vec<String>,
    /// When it was first published, in seconds since 1970 by the publisher's clock.
    pub published: Option<Timestamp>,
    /// The minutes that it takes to read; 0 where that is not known.
    pub minutes: usize,
}

impl Item {
    /// An article, listed for a reason.
    #[must_use]
    pub fn new(article: &Article, reason: Reason) -> Self {
        Self {
            id: article.id.clone(),
            url: article.url.clone(),
            title: article.title.clone(),
            excerpt: excerpt(&article.summary, EXCERPT),
            image: article.image.clone(),
            paid: article.paid.clone(),
            details: None,
            reason,
        }
    }

    /// The same in an element that is set to this.
    #[must_use]
    pub fn within(article: &Article, reason: Reason, config: &Config) -> Self {
        let mut item = Self::new(article, reason);
        if item.paid.is_none() && has_any(&config.paid, article) {
            item.paid = Some(String::new());
        }
        item.details = config.has_meta.then(|| details(article));
        item
    }
}

fn details(article: &Article) -> Details {
    let mut authors = Vec::new();
    for author in &article.authors {
        authors.push(author.name.clone());
    }
    Details {
        kicker: article.kicker.clone(),
        section: article.section.clone(),
        authors,
        published: article.published.map(|at| at + article.zone),
        minutes: minutes(&article.body),
    }
}
