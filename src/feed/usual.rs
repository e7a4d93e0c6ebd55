//! The two formats that the browser's first load reads: JSON Feed and
//! WordPress. Most pages need no other, so all others are a second load's,
//! which hands over what it has read as a JSON Feed ([`write`](super::write)).

use super::json::Json;
use super::{FeedError, from_json, json_feed, no_feed, trimmed, wordpress};
use crate::article::Feed;

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
        Some(_) => from_json(text, url, of_json),
    }
}

/// The feed that some JSON is.
pub(super) fn of_json(json: &Json<'_>, url: &str) -> Result<Feed, FeedError> {
    if json_feed::is(json) {
        Ok(json_feed::feed(json, url))
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
