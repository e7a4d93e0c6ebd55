//! An article as a list shows it.

use crate::article::Article;
use crate::rank::reason::Reason;
use crate::text::excerpt::excerpt;

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
    /// The address of its picture.
    pub image: Option<String>,
    /// Why it is listed.
    pub reason: Reason,
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
            image: article.image.as_ref().map(|image| image.url.clone()),
            reason,
        }
    }
}
