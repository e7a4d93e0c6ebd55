//! An article as a front page or a search shows it.

use super::item::Item;
use crate::article::Article;
use crate::config::Config;
use crate::rank::reason::Reason;
use crate::text::date::Timestamp;
use crate::text::excerpt::excerpt;
use std::rc::Rc;

/// Characters of a standfirst, which elsewhere is longer than an excerpt.
const STANDFIRST: usize = 240;

/// A story: kicker, headline, standfirst, and the line below that.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Headline, picture and address.
    pub item: Rc<Item>,
    /// The short label above the headline; maybe empty.
    pub kicker: String,
    /// The section that it is of; maybe empty.
    pub section: String,
    /// The beginning of the summary; maybe empty.
    pub standfirst: String,
    /// The names in the byline.
    pub authors: Vec<String>,
    /// When it was first published.
    pub published: Option<Timestamp>,
    /// Seconds that the publisher's clock was ahead of UTC then.
    pub zone: i64,
}

impl Story {
    /// An article as a story of an element that is set to this.
    #[must_use]
    pub fn new(article: &Article, config: &Config) -> Self {
        let authors = article.authors.iter();
        Self {
            item: Rc::new(Item::within(article, Reason::Latest, config)),
            kicker: article.kicker.clone(),
            section: article.section.clone(),
            standfirst: excerpt(&article.summary, STANDFIRST),
            authors: authors.map(|author| author.name.clone()).collect(),
            published: article.published,
            zone: article.zone,
        }
    }
}
