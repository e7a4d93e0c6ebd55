//! A feed with something around it that is none: a warning of PHP before it, the
//! comment of a plugin behind it, a page that it was put into.

use super::{FeedError, from_xml, is_html, limit, not_empty, of_json};
use crate::article::{Feed, What};
use crate::json::{self, ErrorKind, Json};
use crate::text::excerpt::excerpt;
use crate::text::html::{Token, tokens};
use crate::text::plain::folded;
use crate::text::split::at_most;

/// The most brackets at which JSON is looked for. A long warning has some tens.
const MOST_PLACES: usize = 1_000;

/// The most values that a script of a page is looked at for.
const MOST_VALUES: usize = 20;

/// The most characters of what stands around a feed that its note shows.
const QUOTED: usize = 60;

/// The most bytes that are looked at for those.
const BEGINNING: usize = 1 << 10;

/// The elements that a feed in XML begins with.
const FEEDS: [&str; 4] = ["rss", "rdf", "feed", "channel"];

/// The elements that a page begins with.
const PAGES: [&str; 5] = ["html", "head", "body", "title", "meta"];

/// The feed somewhere in a text that is none as a whole, for the reason `error`.
///
/// # Errors
/// There is none either: `error`, or what the site refuses in its place.
pub(super) fn read(text: &str, url: &str, error: FeedError) -> Result<Feed, FeedError> {
    let is_other = match &error {
        FeedError::Html | FeedError::Xml => true,
        FeedError::Json(error) => error.kind == ErrorKind::Unexpected,
        _ => false,
    };
    if !is_other {
        return Err(error);
    }
    let (json_before, xml_at) = places(text);
    let of = |json: &Json<'_>| of_json(json, url).and_then(not_empty);
    if let Some(feed) = in_json(text, json_before, &of, &error)? {
        return Ok(feed);
    }
    let at = xml_at.ok_or_else(|| error.clone())?;
    let feed = from_xml(&text[at..], url).and_then(not_empty);
    let mut feed = feed.map_err(|_| error)?;
    quote(&mut feed, &text[..at], "");
    Ok(feed)
}

/// What `of` makes of the JSON somewhere in a text that is none as a whole, for the reason
/// `error`.
///
/// # Errors
/// It makes nothing of any: `error`.
pub(super) fn json_within(
    text: &str,
    of: &dyn Fn(&Json<'_>) -> Result<Feed, FeedError>,
    error: FeedError,
) -> Result<Feed, FeedError> {
    in_json(text, places(text).0, of, &error)?.ok_or(error)
}

/// Before which byte JSON must begin to be the feed, and where one in XML begins. The
/// JSON of a page is no feed, nor is that in the text of one.
fn places(text: &str) -> (usize, Option<usize>) {
    let mut json_before = if is_html(text) { 0 } else { text.len() };
    let mut tokens = tokens(text);
    while let Some(token) = tokens.next() {
        let Token::Open(name, tag) = token else {
            continue;
        };
        let at = text.len() - tokens.left() - tag.raw.len();
        let name = name.rsplit(':').next().unwrap_or_default();
        let is_feed = FEEDS.contains(&name);
        if is_feed || PAGES.contains(&name) {
            json_before = json_before.min(at);
        }
        if is_feed {
            return (json_before, Some(at));
        }
    }
    (json_before, None)
}

/// The feed that `of` makes of the first JSON value of a text which has articles and
/// begins before `end`. What was read is not read again, whatever it was.
///
/// # Errors
/// What has articles is broken itself: `error`. Or it says that the site refuses them.
fn in_json(
    text: &str,
    end: usize,
    of: &dyn Fn(&Json<'_>) -> Result<Feed, FeedError>,
    error: &FeedError,
) -> Result<Option<Feed>, FeedError> {
    let mut behind = 0;
    for _ in 0..MOST_PLACES {
        let Some(at) = bracket(text, behind).filter(|&at| at < end) else {
            break;
        };
        let json = json::read_leniently(&text[at..]);
        behind = at + json.end;
        match of(&json.value) {
            Ok(mut feed) => {
                let mut rest = &text[behind..];
                if let Some(why) = json.error {
                    feed.note(0, limit(why).ok_or_else(|| error.clone())?);
                    // It is the rest of the feed.
                    rest = "";
                }
                if json.is_bent {
                    feed.note(0, What::Lenient);
                }
                quote(&mut feed, &text[..at], rest);
                return Ok(Some(feed));
            }
            Err(FeedError::Refused(code)) if json.error.is_none() => {
                return Err(FeedError::Refused(code));
            }
            Err(_) => {}
        }
    }
    Ok(None)
}

/// The first bracket from a byte on at which JSON may begin. Those of a CDATA section
/// begin none.
fn bracket(text: &str, from: usize) -> Option<usize> {
    let mut brackets = text[from..].match_indices(['{', '[']);
    let begins = |at: &usize| {
        let (before, behind) = text.split_at(*at);
        !behind.starts_with("[CDATA[") && !before.ends_with("<![CDATA")
    };
    brackets.find_map(|(at, _)| Some(from + at).filter(begins))
}

/// Notes what stands before a feed, else what stands behind it.
fn quote(feed: &mut Feed, before: &str, behind: &str) {
    let before = before.trim_ascii_start();
    let around = if before.is_empty() {
        behind.trim_ascii_start()
    } else {
        before
    };
    if !around.is_empty() {
        let beginning = folded(at_most(around, BEGINNING));
        feed.note_quoting(What::Around, excerpt(&beginning, QUOTED));
    }
}

/// The JSON values in a script of a page. Pages put them into a comment or into a CDATA
/// section, write a comment before them, and end them like a statement. What stands behind
/// a broken one may be a part of that.
pub(super) fn json_of_script(script: &str) -> Vec<Json<'_>> {
    let mut values = Vec::new();
    let mut behind = 0;
    for _ in 0..MOST_VALUES {
        let Some(at) = bracket(script, behind) else {
            break;
        };
        let json = json::read_leniently(&script[at..]);
        behind = at + json.end;
        if json.error.is_none() {
            values.push(json.value);
        } else if !is_in_comment(&script[..at]) {
            break;
        }
    }
    values
}

/// Whether a comment of JavaScript goes on at the end of a text.
fn is_in_comment(before: &str) -> bool {
    let (mut is_line, mut is_block) = (false, false);
    for pair in before.as_bytes().windows(2) {
        match pair {
            b"/*" => is_block = true,
            b"*/" => is_block = false,
            b"//" => is_line = true,
            [_, b'\n'] => is_line = false,
            _ => {}
        }
    }
    is_line || is_block
}

#[cfg(test)]
mod tests;
