//! A feed and its articles as plain values, which every other room speaks.
//!
//! The reader of a format fills them in, and leaves empty what it does not know.
//! Nothing here is markup except [`Article::body`].

mod format;
mod note;

pub use format::Format;
pub use note::{Note, What};

use crate::text::date::Timestamp;
use crate::text::number::decimal;

/// A feed after reading: its own fields, and its articles in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feed {
    /// The publication's name, plain text.
    pub title: String,
    /// BCP 47 tag of the feed's language, empty if it names none.
    pub language: String,
    /// The articles that could be read, each once.
    pub articles: Vec<Article>,
    /// Items that could not be used: neither headline nor link, a double, or no
    /// object at all.
    pub dropped: usize,
    /// The format it was in.
    pub format: Format,
    /// Where its next page is, if it says so.
    pub next: Option<String>,
    /// What was passed over, and why.
    pub notes: Vec<Note>,
}

/// One article. Every text but [`body`](Self::body) is plain: its entities and tags
/// are resolved, its white space is folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The publisher's own identifier, unique within the feed.
    pub id: String,
    /// Absolute http or https address, or empty.
    pub url: String,
    /// The headline. Never empty.
    pub title: String,
    /// The standfirst or excerpt, whole: it is cut where it is shown.
    pub summary: String,
    /// The text as the publisher marks it up; untrusted HTML.
    pub body: String,
    /// The lead picture.
    pub image: Option<Image>,
    /// When it was first published.
    pub published: Option<Timestamp>,
    /// Seconds that the publisher's clock was ahead of UTC then; 0 where the feed does
    /// not say.
    pub zone: i64,
    /// When it was last changed.
    pub modified: Option<Timestamp>,
    /// Who wrote it, in the publisher's order.
    pub authors: Vec<Author>,
    /// BCP 47 tag of its language where that is not the feed's, else empty.
    pub language: String,
    /// The publisher's keywords.
    pub tags: Vec<String>,
    /// The desk: "Sport", "Culture".
    pub section: String,
    /// The short label above the headline.
    pub kicker: String,
    /// Where it was reported from.
    pub dateline: String,
    /// Whether somebody has paid for it: then how that is said, or nothing for the usual
    /// words.
    pub paid: Option<String>,
    /// How often it was read, in whatever period the publisher counts.
    pub views: Option<f64>,
    /// The names and words that it was listed for, in a list made at publishing time.
    pub about: Vec<String>,
}

/// A picture that may be loaded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    /// Absolute http or https address.
    pub url: String,
    /// The text for those who do not see it; empty if there is none.
    pub alt: String,
    /// The line below it where it is shown whole, plain text; empty if there is none.
    pub caption: String,
    /// The same picture in several sizes, as the attribute `srcset` has them: absolute
    /// addresses and widths. Empty if there are none.
    pub sizes: String,
    /// What is to be seen of it where it is cropped: percent from its left and from its
    /// top.
    pub focus: Option<[u8; 2]>,
}

impl Image {
    /// Adds the same picture in another size, so many pixels wide.
    pub(crate) fn add_size(&mut self, url: &str, width: u32) {
        if !self.sizes.is_empty() {
            self.sizes.push_str(", ");
        }
        self.sizes.push_str(url);
        self.sizes.push(' ');
        self.sizes.push_str(&decimal(width as usize));
        self.sizes.push('w');
    }
}

/// A person in a byline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Author {
    /// As it is to be printed.
    pub name: String,
    /// Absolute http or https address of their page, or empty.
    pub url: String,
    /// Absolute http or https address of their picture, or empty.
    pub picture: String,
    /// A line on who they are, plain text; empty if there is none.
    pub bio: String,
}
