//! An article as a front page or a search shows it.

use super::item::Item;
use crate::article::Article;
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
    /// The names in the byline, with commas between them; maybe empty.
    pub byline: String,
    /// When it was first published.
    pub published: Option<Timestamp>,
    /// Seconds that the publisher's clock was ahead of UTC then.
    pub zone: i64,
}

impl Story {
    /// An article as a story.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let mut byline = String::new();
        for author in &article.authors {
            if !byline.is_empty() {
                byline.push_str(", ");
            }
            byline.push_str(&author.name);
        }
        Self {
            item: Rc::new(Item::new(article, Reason::Latest)),
            kicker: article.kicker.clone(),
            section: article.section.clone(),
            standfirst: excerpt(&article.summary, STANDFIRST),
            byline,
            published: article.published,
            zone: article.zone,
        }
    }
}
