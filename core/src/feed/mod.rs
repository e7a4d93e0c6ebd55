//! Bytes to articles: one file per format, told apart by what they are.
//!
//! JSON is asked field by field ([`json`], `fields`), XML element by
//! element (`xml`); `builder` takes what a format's file has read and keeps each
//! article once. Beside the formats: what a page says of itself (`discovery`),
//! counts of readers (`counts`), several feeds into one (`merge`), one into several
//! (`chunks`) and a choice of articles (`filter`).

pub mod alike;
mod around;
mod atom;
mod base64;
mod builder;
mod charset;
pub mod chunks;
pub mod common;
pub mod counts;
pub mod discovery;
mod engines;
mod error;
mod fields;
pub mod filter;
mod ghost;
pub mod json_feed;
pub mod json_ld;
mod lists;
mod media;
pub mod merge;
mod missing;
pub mod paging;
mod positions;
mod rss;
pub mod wordpress;
pub mod write;
mod xml;

pub use error::FeedError;
pub use missing::missing;

use crate::article::{Feed, What};
use crate::json::{self, ErrorKind, Json, JsonError};

/// The most bytes that are read of one response.
pub const LARGEST: usize = 5 << 20;
/// The most items that are read of one feed.
pub const MOST_ITEMS: usize = 10_000;

/// The most tags, and the most authors, of one article.
const MOST_NAMES: usize = 50;

/// The most bytes of a feed's own authors: each of ten thousand articles may have a
/// copy of them.
const MOST_COPIED: usize = 16 << 10;

/// The width in CSS pixels that a picture in a list may need; of several sizes
/// the smallest at least that wide is taken.
const WIDE: u32 = 400;

/// Reads a feed in any format. Its relative addresses are resolved against `url`,
/// where it came from. Only the charset of `content_type` counts.
///
/// # Errors
/// The bytes are no feed in a known format. A wrong field costs that field and a wrong
/// item that item. A feed that is cut short or goes beyond a limit has the items before
/// that, and its notes say so.
pub fn read(bytes: &[u8], url: &str, content_type: Option<&str>) -> Result<Feed, FeedError> {
    let whole = bytes.len() <= LARGEST;
    let bytes = &bytes[..bytes.len().min(LARGEST)];
    let decoded = charset::decode(bytes, content_type).map_err(FeedError::Charset)?;
    let Some(decoded) = decoded else {
        return Err(json::read(bytes).map_or_else(FeedError::Json, |_| FeedError::Unknown));
    };
    let mut feed = read_text(&decoded.text, url)?;
    if decoded.guessed {
        feed.note(0, What::Charset);
    }
    if !whole {
        feed.note(0, What::Large);
    }
    Ok(feed)
}

/// Reads a feed from its text; else like [`read`]. What stands around the feed and is
/// none is passed over.
///
/// # Errors
/// The text is no feed in a known format.
pub fn read_text(text: &str, url: &str) -> Result<Feed, FeedError> {
    let text = trimmed(text);
    let feed = match text.as_bytes().first() {
        None => Err(no_feed(text)),
        Some(b'<') => from_xml(text, url),
        Some(_) => from_json(text, url),
    };
    feed.or_else(|error| around::read(text, url, error))
}

/// Reads a feed, or an export of counts, in any character set. `decode` gives the text of
/// bytes in a character set by its label, `None` where it does not know that.
///
/// # Errors
/// Where the bytes are neither.
pub fn read_any(
    bytes: &[u8],
    url: &str,
    content_type: Option<&str>,
    decode: &dyn Fn(&[u8], &str) -> Option<String>,
) -> Result<Feed, FeedError> {
    match read(bytes, url, content_type) {
        Err(FeedError::Charset(label)) => match decode(bytes, &label) {
            Some(text) => read_text(&text, url),
            None => Err(FeedError::Charset(label)),
        },
        Err(error) => counts::read(bytes, url).map_err(|_| error),
        read => read,
    }
}

fn from_json(text: &str, url: &str) -> Result<Feed, FeedError> {
    let (json, error) = json::read_some(text);
    let Some(error) = error else {
        return of_json(&json, url);
    };
    let what = limit(error).ok_or(FeedError::Json(error))?;
    // What was read up to there counts if anything was.
    let mut feed = of_json(&json, url)
        .and_then(not_empty)
        .map_err(|_| FeedError::Json(error))?;
    feed.note(0, what);
    Ok(feed)
}

/// What is the matter with a feed whose JSON is read no further than to this error;
/// `None` where it is no JSON.
fn limit(error: JsonError) -> Option<What> {
    match error.kind {
        ErrorKind::End => Some(What::CutShort),
        ErrorKind::Deep => Some(What::Deep),
        ErrorKind::Heavy => Some(What::Heavy),
        ErrorKind::Encoding | ErrorKind::Unexpected => None,
    }
}

fn of_json(json: &Json<'_>, url: &str) -> Result<Feed, FeedError> {
    if let Some(mut feed) = common::of_json(json, url) {
        alike::cut_alike(&mut feed.articles);
        Ok(feed)
    } else if let Some(code) = wordpress::refusal(json) {
        Err(FeedError::Refused(code.to_owned()))
    } else if ghost::is(json) {
        Ok(ghost::feed(json, url))
    } else if json_ld::is(json) {
        not_empty(json_ld::feed(json, url))
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
        feed.note(0, what);
    }
    if document.entities {
        feed.note(0, What::Entities);
    }
    Ok(feed)
}

/// A text without its byte order mark and the blanks around it.
fn trimmed(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text).trim_ascii()
}

/// Says what a text is in place of JSON: nothing, a page, or some XML.
fn no_feed(text: &str) -> FeedError {
    if text.is_empty() {
        FeedError::Empty
    } else if is_html(text) {
        FeedError::Html
    } else {
        FeedError::Xml
    }
}

/// Whether a text begins as an HTML page does.
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

#[cfg(test)]
mod tests;
