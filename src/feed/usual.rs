//! The two formats that the browser's first load reads: JSON Feed and
//! WordPress. Most pages need no other, so all others, and a JSON Feed whose
//! dates are not RFC 3339's, are a second load's, which hands over what it has
//! read as a JSON Feed ([`write`](super::write)).

use super::json::Json;
use super::{FeedError, from_json, json_feed, no_feed, trimmed, wordpress};
use crate::article::{Feed, Timestamp};
use crate::text::date::rfc3339;

/// Reads a feed in one of the two formats, in UTF-8, that came from `url`,
/// against which its relative addresses are resolved.
///
/// # Errors
/// Where the bytes are no such feed. Whether they may still be a feed says
/// [`FeedError::needs_more`].
pub fn read(bytes: &[u8], url: &str) -> Result<Feed, FeedError> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // The body was cut within a character.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return Err(FeedError::Charset("not UTF-8".to_owned())),
    };
    let text = trimmed(text);
    match text.as_bytes().first() {
        None | Some(b'<') => Err(no_feed(text)),
        Some(_) => from_json(text, url, with_usual_dates),
    }
}

/// The feed that some JSON is whose dates are as its format has them. Those of
/// one feed are alike, so the first says whether they are.
fn with_usual_dates(json: &Json<'_>, url: &str) -> Result<Feed, FeedError> {
    let first = json.get("items").list().first();
    let date = first.and_then(|item| item.get("date_published").text());
    if date.is_some_and(|date| rfc3339(date).is_none()) {
        return Err(FeedError::Unknown);
    }
    of_json(json, url, rfc3339)
}

/// The feed that some JSON is, its dates read by `date`.
pub(super) fn of_json(
    json: &Json<'_>,
    url: &str,
    date: fn(&str) -> Option<Timestamp>,
) -> Result<Feed, FeedError> {
    if json_feed::is(json) {
        Ok(json_feed::feed(json, url, date))
    } else if wordpress::is(json) {
        Ok(wordpress::feed(json, url))
    } else if let Some(code) = wordpress::refusal(json) {
        Err(FeedError::Refused(code.to_owned()))
    } else {
        Err(FeedError::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::feed::{FeedError, Format};

    const URL: &str = "https://paper.example/feed";

    #[test]
    fn the_two_formats() {
        let format = |json: &str| read(json.as_bytes(), URL).map(|feed| feed.format);
        assert_eq!(
            format("\u{feff} {\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}"),
            Ok(Format::JsonFeed)
        );
        assert_eq!(
            format(r#"[{"title":{"rendered":"A"}}]"#),
            Ok(Format::WordPress)
        );
        let cut = b"[{\"link\":\"/a\",\"title\":{\"rendered\":\"A\"}},{\"link\":\"\xc3";
        assert_eq!(read(cut, URL).expect("a feed").articles.len(), 1);
    }

    #[test]
    fn what_may_be_a_feed_all_the_same() {
        let error = |bytes: &[u8]| read(bytes, URL).expect_err("neither");
        for more in [
            &b"<?xml version='1.0'?><rss/>"[..],
            b"<feed/>",
            b"{\"posts\":[]}",
            b"{\"items\":[{\"date_published\":\"Fri, 20 Nov 2026 09:00 GMT\"}]}",
            b"{\"posts\":[{\"ti",
            b"[{\"url\":\"/a\",\"title\":\"A\"}]",
            b"\xff\xfe<\0",
            b"<rss>\xe9",
        ] {
            assert!(error(more).needs_more(), "{more:?}");
        }
        for none in [
            &b""[..],
            b" ",
            b"<!DOCTYPE html><p>",
            b"no JSON",
            b"{\"code\":\"no\",\"data\":{\"status\":401}}",
        ] {
            assert!(!error(none).needs_more(), "{none:?}");
        }
        assert_eq!(error(b"<html>"), FeedError::Html);
    }
}
