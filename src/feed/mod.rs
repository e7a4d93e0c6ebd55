//! Bytes to articles: one file per format, told apart by what they are.

pub mod json;
pub mod json_feed;
pub mod wordpress;

use crate::article::{Article, Feed};
use crate::text::excerpt::excerpt;
use crate::text::plain::plain;
use json::{Json, JsonError};
use std::fmt;

/// Characters of an item's text that stand in for a missing headline.
const HEADLINE: usize = 80;

/// Why some bytes are no feed.
#[derive(Clone, Debug, PartialEq)]
pub enum FeedError {
    /// There is nothing in the response.
    Empty,
    /// It is a page for people: a wrong address, or an error page.
    Html,
    /// It is no JSON.
    Json(JsonError),
    /// The WordPress site answered with an error of its own: its code.
    Refused(String),
    /// It is JSON, but no list of articles.
    Unknown,
}

impl fmt::Display for FeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the response is empty"),
            Self::Html => f.write_str("this is an HTML page, not a feed"),
            Self::Json(error) => {
                f.write_str("the feed cannot be read: ")?;
                error.fmt(f)
            }
            Self::Refused(code) => {
                f.write_str("the site refused: ")?;
                f.write_str(code)
            }
            Self::Unknown => f.write_str("this JSON is neither a JSON Feed nor WordPress posts"),
        }
    }
}

/// Reads a feed that came from `url`, against which its relative addresses
/// are resolved.
///
/// # Errors
/// Where the bytes are no feed in a known format. Wrong fields and wrong items
/// are no error: they cost the field or the item.
pub fn read(bytes: &[u8], url: &str) -> Result<Feed, FeedError> {
    let bytes = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii();
    match bytes.first() {
        None => return Err(FeedError::Empty),
        Some(b'<') => return Err(FeedError::Html),
        Some(_) => {}
    }
    let json = json::read(bytes).map_err(FeedError::Json)?;
    if json_feed::is(&json) {
        Ok(json_feed::feed(&json, url))
    } else if wordpress::is(&json) {
        Ok(wordpress::feed(&json, url))
    } else if let Some(code) = wordpress::refusal(&json) {
        Err(FeedError::Refused(code.to_owned()))
    } else {
        Err(FeedError::Unknown)
    }
}

/// Completes an article and adds it, or counts it as dropped: one that has
/// neither headline nor link is none.
fn finish(feed: &mut Feed, mut article: Article) {
    if article.title.is_empty() && article.url.is_empty() {
        feed.dropped += 1;
        return;
    }
    if article.title.is_empty() {
        let text = if article.summary.is_empty() {
            plain(&article.body)
        } else {
            article.summary.clone()
        };
        article.title = excerpt(&text, HEADLINE);
    }
    if article.title.is_empty() {
        feed.dropped += 1;
        return;
    }
    if article.id.is_empty() {
        article.id.clone_from(&article.url);
    }
    feed.add(article);
}

/// The text of a field that holds HTML or plain text, plain.
fn plain_field(field: &Json<'_>) -> String {
    field.text().map(plain).unwrap_or_default()
}

/// The non-empty strings of a list, plain.
fn plain_list(list: &Json<'_>) -> Vec<String> {
    list.list()
        .iter()
        .map(plain_field)
        .filter(|text| !text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(bytes: &[u8]) -> String {
        read(bytes, "https://paper.example/feed")
            .expect_err("no feed")
            .to_string()
    }

    #[test]
    fn what_is_no_feed_says_what_it_is() {
        assert_eq!(failure(b""), "the response is empty");
        assert_eq!(failure(b" \n "), "the response is empty");
        assert_eq!(
            failure(b"<!doctype html><title>Not found"),
            "this is an HTML page, not a feed"
        );
        assert_eq!(
            failure(b"{\"items\": [}"),
            "the feed cannot be read: not JSON, at byte 11"
        );
        assert_eq!(
            failure(b"{\"a\":1}"),
            "this JSON is neither a JSON Feed nor WordPress posts"
        );
        assert_eq!(
            failure(br#"{"code":"rest_no_route","message":"x","data":{"status":404}}"#),
            "the site refused: rest_no_route"
        );
    }

    #[test]
    fn an_item_needs_a_headline_or_a_text_to_make_one() {
        let feed = read(
            br#"{"version":"https://jsonfeed.org/version/1.1","items":[
                {"id":"1"}, 7, {"url":"/a"}, {"url":"/b","content_html":"<p>Rain &amp; wind</p>"},
                {"title":"A headline alone"}, {"title":"Again","url":"/b"}]}"#,
            "https://paper.example/feed.json",
        )
        .expect("a feed");
        let titles: Vec<_> = feed.articles.iter().map(|a| a.title.as_str()).collect();
        assert_eq!(titles, ["Rain & wind", "A headline alone"]);
        assert_eq!(feed.dropped, 4);
    }
}
