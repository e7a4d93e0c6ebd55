//! Why some bytes are no feed, in words that a publisher can act on.

use crate::json::JsonError;
use std::fmt;

/// Why some bytes are no feed.
#[derive(Clone, Debug, PartialEq)]
pub enum FeedError {
    /// There is nothing in the response.
    Empty,
    /// It is a page for people: a wrong address, or an error page.
    Html,
    /// It is no JSON.
    Json(JsonError),
    /// The site answered with an error of its own: its code.
    Refused(String),
    /// It is JSON, but no list of articles.
    Unknown,
    /// It is XML, but no feed, or nothing of one could be read.
    Xml,
    /// It is in a charset that is not read here: its name. A caller that can decode
    /// it goes on with [`read_text`](super::read_text).
    Charset(String),
}

impl FeedError {
    /// The error in words, for the publisher. It stands beside `Display`, since
    /// formatting is weight that the browser is spared.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Empty => "the response is empty".to_owned(),
            Self::Html => "this is an HTML page, not a feed".to_owned(),
            Self::Json(error) => ["the feed cannot be read: ", &error.words()].concat(),
            Self::Refused(code) => ["the site refused: ", code].concat(),
            Self::Unknown => "this JSON is no list of articles in a known format".to_owned(),
            Self::Xml => "this XML is neither RSS nor Atom".to_owned(),
            Self::Charset(name) => ["the charset is not supported: ", name].concat(),
        }
    }
}

impl fmt::Display for FeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}
