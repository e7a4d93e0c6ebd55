//! A feed while it is read: each article once, each loss noted.

mod endings;

use super::positions::Positions;
use super::{MOST_ITEMS, MOST_NAMES};
use crate::WHOLE;
use crate::article::{Article, Feed, Format, What};
use crate::text::boilerplate;
use crate::text::excerpt::excerpt;
use crate::text::link::{key, short};
use crate::text::plain::{folded, plain};

/// Characters of an item's text that stand in for a missing headline.
const HEADLINE: usize = 80;

pub(super) struct Builder {
    feed: Feed,
    /// Keys of the addresses that have come.
    addresses: Positions,
    /// Identifiers that have come of articles without an address.
    identifiers: Positions,
    item: usize,
}

impl Builder {
    pub(super) fn new(format: Format, title: String, language: String) -> Self {
        Self {
            feed: Feed {
                title,
                language,
                format,
                ..Feed::default()
            },
            addresses: Positions::default(),
            identifiers: Positions::default(),
            item: 0,
        }
    }

    /// Counts the next item; `false` where there are too many.
    pub(super) fn next(&mut self) -> bool {
        if self.item == MOST_ITEMS {
            self.feed.note(0, What::Many);
            return false;
        }
        self.item += 1;
        true
    }

    /// Notes something of the current item.
    pub(super) fn note(&mut self, what: What) {
        if what.drops() {
            self.feed.dropped += 1;
        }
        if WHOLE {
            self.feed.note(self.item, what);
        }
    }

    /// Notes the current item's field where it was `lost`.
    pub(super) fn field(&mut self, name: &'static str, lost: bool) {
        if lost {
            self.note(What::Field(name));
        }
    }

    /// Notes that the current item's date is none. A program of lists alone knows
    /// RFC 3339: a feed with another spelling, if it may be one, is for who knows all.
    pub(super) fn no_date(&mut self, name: &'static str, text: &str) {
        if WHOLE {
            self.note(What::Field(name));
        } else if text.bytes().any(|byte| byte.is_ascii_digit()) {
            self.feed.note(0, What::Field(name));
        }
    }

    /// Completes the current article and adds it, unless it has neither
    /// headline nor link, or has come already.
    pub(super) fn add(&mut self, mut article: Article) {
        if article.title.is_empty() && article.url.is_empty() {
            return self.note(What::Nameless);
        }
        let earlier = if !article.url.is_empty() {
            self.addresses.first(key(&article.url), self.item)
        } else if !article.id.is_empty() {
            self.identifiers.first(article.id.clone(), self.item)
        } else {
            // Nothing says that it is a double.
            None
        };
        if earlier.is_some() {
            return self.note(What::Double);
        }
        boilerplate::cut(&mut article.summary, &article.title);
        if article.title.is_empty() {
            article.title = headline(&article);
            self.note(What::NoHeadline);
        }
        article.tags.truncate(MOST_NAMES);
        article.authors.truncate(MOST_NAMES);
        if article.id.is_empty() {
            article.id.clone_from(&article.url);
        }
        self.feed.articles.push(article);
    }

    /// The feed without what its texts end in alike. It must be all of a feed: a piece of
    /// one says too little of that.
    pub(super) fn cleaned(mut self, next: Option<String>) -> Feed {
        endings::cut(&mut self.feed.articles);
        self.done(next)
    }

    pub(super) fn done(self, next: Option<String>) -> Feed {
        Feed { next, ..self.feed }
    }
}

/// What stands in for a missing headline: the beginning of the text, else the
/// address.
fn headline(article: &Article) -> String {
    let text = if article.summary.is_empty() {
        plain(&article.body)
    } else {
        article.summary.clone()
    };
    if !text.is_empty() {
        return excerpt(&text, HEADLINE);
    }
    let address = folded(&short(&article.url));
    if address.is_empty() {
        folded(&article.url)
    } else {
        address
    }
}
