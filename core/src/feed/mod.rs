//! Bytes to articles: one file per format, told apart by what they are.
//!
//! JSON is asked field by field (`json`), XML element by element (`xml`);
//! `builder` takes what a format's file has read and keeps each article once.
//! Beside the formats: what a page says of itself (`page`), counts of readers
//! (`counts`), several feeds into one (`merge`), one into several (`pieces`) and a
//! choice of articles (`filter`).

mod atom;
mod base64;
mod builder;
mod charset;
pub mod common;
pub mod counts;
mod engines;
pub mod filter;
mod ghost;
pub mod json;
pub mod json_feed;
mod jsonld;
mod lists;
mod media;
pub mod merge;
pub mod note;
pub mod page;
pub mod paging;
pub mod pieces;
mod places;
mod rss;
pub mod wordpress;
pub mod write;
mod xml;

use crate::WHOLE;
use crate::article::{Author, Feed};
use crate::text::date;
use crate::text::link::resolve;
use crate::text::plain::plain;
use crate::text::scan::parts;
use json::{Json, JsonError};
use note::What;
use std::fmt;

/// The most bytes that are read of one response.
pub const LARGEST: usize = 5 << 20;
/// The most items that are read of one feed.
pub const MOST_ITEMS: usize = 10_000;
/// How deep lists, maps or elements may nest.
pub const DEEPEST: usize = 64;
/// The most values or elements in one document: what bounds the memory that
/// small ones cost.
pub const MOST_VALUES: usize = 500_000;

/// The most tags, and the most authors, of one article.
const MOST_NAMES: usize = 50;

/// The most bytes of what each of ten thousand articles may have a copy of: a
/// feed's own authors.
const MOST_COPIED: usize = 16 << 10;

/// The width in CSS pixels that a picture in a list may need; of several sizes
/// the smallest at least that wide is taken.
const WIDE: u32 = 400;

/// What a feed was written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Atom 1.0 or 0.3.
    Atom,
    /// Counts of readers, by address or path.
    Counts,
    /// Ghost's Content API.
    Ghost,
    /// JSON Feed.
    JsonFeed,
    /// schema.org in JSON-LD.
    JsonLd,
    /// One of the small list shapes.
    #[default]
    List,
    /// RSS 1.0.
    Rdf,
    /// RSS 0.9x or 2.0.
    Rss,
    /// WordPress's REST API.
    WordPress,
}

impl Format {
    /// Its name, as publishers know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Atom => "Atom",
            Self::Counts => "counts of readers",
            Self::Ghost => "Ghost Content API",
            Self::JsonFeed => "JSON Feed",
            Self::JsonLd => "JSON-LD",
            Self::List => "JSON list",
            Self::Rdf => "RSS 1.0 (RDF)",
            Self::Rss => "RSS",
            Self::WordPress => "WordPress REST API",
        }
    }
}

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
    /// It is in a charset that is not read here: its name. Who can decode it
    /// goes on with [`read_text`].
    Charset(String),
}

impl FeedError {
    /// What is the matter, for the publisher. A method of its own beside
    /// `Display`, since formatting is weight that the browser is spared.
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

/// Reads a feed that came from `url`, against which its relative addresses are
/// resolved, with this `Content-Type`, of which only the charset counts.
///
/// # Errors
/// Where the bytes are no feed in a known format. Wrong fields and wrong items
/// are no error: they cost the field or the item. What is cut short or beyond
/// a limit gives the items before that; the feed's notes say so.
pub fn read(bytes: &[u8], url: &str, content_type: Option<&str>) -> Result<Feed, FeedError> {
    let whole = bytes.len() <= LARGEST;
    let bytes = &bytes[..bytes.len().min(LARGEST)];
    let decoded = charset::decode(bytes, content_type).map_err(FeedError::Charset)?;
    let Some(decoded) = decoded else {
        return Err(json::read(bytes).map_or_else(FeedError::Json, |_| FeedError::Unknown));
    };
    let mut feed = read_text(&decoded.text, url)?;
    if decoded.guessed {
        feed.note(What::Charset);
    }
    if !whole {
        feed.note(What::Large);
    }
    Ok(feed)
}

/// Reads a feed from its text; else like [`read`].
///
/// # Errors
/// Where the text is no feed in a known format.
pub fn read_text(text: &str, url: &str) -> Result<Feed, FeedError> {
    let text = trimmed(text);
    match text.as_bytes().first() {
        None => Err(no_feed(text)),
        Some(b'<') => from_xml(text, url),
        Some(_) => from_json(text, url),
    }
}

fn from_json(text: &str, url: &str) -> Result<Feed, FeedError> {
    let (json, error) = json::read_some(text);
    if let Some(error) = error
        && error.limit().is_none()
    {
        return Err(FeedError::Json(error));
    }
    let feed = of_json(&json, url);
    let Some(error) = error else { return feed };
    // Cut: what was read of it counts if anything was.
    let mut feed = feed
        .and_then(not_empty)
        .map_err(|_| FeedError::Json(error))?;
    feed.notes
        .extend(error.limit().map(|what| note::Note { item: 0, what }));
    Ok(feed)
}

fn of_json(json: &Json<'_>, url: &str) -> Result<Feed, FeedError> {
    if let Some(feed) = common::of_json(json, url, date::read) {
        Ok(feed)
    } else if let Some(code) = wordpress::refusal(json) {
        Err(FeedError::Refused(code.to_owned()))
    } else if ghost::is(json) {
        Ok(ghost::feed(json, url))
    } else if jsonld::is(json) {
        not_empty(jsonld::feed(json, url))
    } else if let Some(hits) = engines::find(json) {
        Ok(engines::feed(json, hits, url))
    } else if let Some(code) = ghost::refusal(json) {
        Err(FeedError::Refused(code.to_owned()))
    } else {
        let list = lists::find(json).ok_or(FeedError::Unknown)?;
        Ok(lists::feed(json, list, |item| item, url))
    }
}

fn from_xml(text: &str, url: &str) -> Result<Feed, FeedError> {
    if is_html(text) {
        return Err(FeedError::Html);
    }
    let document = xml::read(text).ok_or(FeedError::Xml)?;
    let root = &document.root;
    let mut feed = match root.name.to_ascii_lowercase().as_str() {
        "rss" | "rdf" | "channel" => rss::feed(root, url),
        "feed" | "entry" => atom::feed(root, url),
        "html" => return Err(FeedError::Html),
        _ => return Err(FeedError::Xml),
    };
    if let Some(what) = document.stop {
        if feed.articles.is_empty() {
            return Err(FeedError::Xml);
        }
        feed.note(what);
    }
    if document.entities {
        feed.note(What::Entities);
    }
    Ok(feed)
}

/// A text without its byte order mark and the blanks around it.
fn trimmed(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text).trim_ascii()
}

/// What a text is that is no JSON: nothing, a page, or some XML.
fn no_feed(text: &str) -> FeedError {
    if text.is_empty() {
        FeedError::Empty
    } else if is_html(text) {
        FeedError::Html
    } else {
        FeedError::Xml
    }
}

/// Whether it begins as pages for people begin; few of them are XML.
fn is_html(text: &str) -> bool {
    let begins = |start: &str| {
        let own = text.get(..start.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(start))
    };
    begins("<!doctype html") || begins("<html")
}

fn not_empty(feed: Feed) -> Result<Feed, FeedError> {
    if feed.articles.is_empty() {
        Err(FeedError::Unknown)
    } else {
        Ok(feed)
    }
}

/// The text of a field that holds HTML or plain text, plain.
fn plain_field(field: &Json<'_>) -> String {
    field.text().map(plain).unwrap_or_default()
}

/// The plain text of a field that only a whole article has.
fn whole_field(of: &Json<'_>, name: &str) -> String {
    if WHOLE {
        plain_field(of.get(name))
    } else {
        String::new()
    }
}

/// The address in a field that only a whole article has.
fn whole_address(of: &Json<'_>, name: &str, base: &str) -> String {
    if WHOLE {
        address(of.get(name), base)
    } else {
        String::new()
    }
}

/// The non-empty strings of a list, plain.
fn plain_list(list: &Json<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for field in list.list() {
        let text = plain_field(field);
        if !text.is_empty() {
            found.push(text);
        }
    }
    found
}

/// The address that a field holds, absolute; empty where it holds none.
fn address(field: &Json<'_>, base: &str) -> String {
    let address = field.text().and_then(|href| resolve(base, href));
    address.unwrap_or_default()
}

impl Author {
    /// About how many bytes it takes.
    fn size(&self) -> usize {
        100 + self.name.len() + self.url.len() + self.picture.len() + self.bio.len()
    }
}

/// Plain text made HTML: its blank lines part paragraphs, its special
/// characters are text.
fn paragraphs(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 7);
    let mut is_open = false;
    for line in parts(text, b"\n") {
        let line = line.trim_ascii();
        if line.is_empty() {
            html.push_str(if is_open { "</p>" } else { "" });
            is_open = false;
            continue;
        }
        html.push_str(if is_open { "\n" } else { "<p>" });
        is_open = true;
        for letter in line.chars() {
            match letter {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                _ => html.push(letter),
            }
        }
    }
    html.push_str(if is_open { "</p>" } else { "" });
    html
}

#[cfg(test)]
mod tests;
