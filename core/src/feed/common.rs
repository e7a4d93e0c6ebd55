//! The two formats that the program of the lists reads: JSON Feed and WordPress.
//! Most pages need no other.
//!
//! The program of further formats reads all others, and hands over what it has read
//! as a JSON Feed ([`write`](super::write)). It is also asked for what cannot be
//! read, or not to its end, and says why.

use super::{json_feed, wordpress};
use crate::article::Feed;
use crate::json::{self, Json};

/// Reads a feed in one of the two formats, in UTF-8. Its relative addresses are
/// resolved against `url`, where it came from.
///
/// `None` means that [`read`](super::read) has to say what it is: another format, no
/// feed, or a feed that goes beyond a limit.
#[must_use]
pub fn read(bytes: &[u8], url: &str) -> Option<Feed> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (json, None) = json::read_some(text) else {
        return None;
    };
    let feed = of_json(&json, url)?;
    let is_whole = feed.limits().next().is_none();
    is_whole.then_some(feed)
}

/// Reads some JSON as a feed in one of the two formats.
pub(super) fn of_json(json: &Json<'_>, url: &str) -> Option<Feed> {
    if json_feed::is(json) {
        Some(json_feed::feed(json, url))
    } else {
        wordpress::is(json).then(|| wordpress::feed(json, url))
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::article::Format;
    use crate::feed::MOST_ITEMS;

    const URL: &str = "https://paper.example/feed";

    #[test]
    fn the_two_formats() {
        let format = |json: &str| read(json.as_bytes(), URL).map(|feed| feed.format);
        assert_eq!(
            format("\u{feff} {\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}"),
            Some(Format::JsonFeed)
        );
        for version in [
            "http://www.jsonfeed.org/version/1",
            "https://jsonfeed.org",
            "jsonfeed.org/version/1.1",
        ] {
            let feed = ["{\"version\":\"", version, "\",\"items\":[]}"].concat();
            assert_eq!(format(&feed), Some(Format::JsonFeed), "{version}");
        }
        assert_eq!(format(r#"{"version":"2.0","items":[{"id":"1"}]}"#), None);
        assert_eq!(
            format(r#"[{"title":{"rendered":"A"}}]"#),
            Some(Format::WordPress)
        );
    }

    #[test]
    fn what_is_left_to_who_reads_all() {
        for other in [
            &b""[..],
            b" ",
            b"<?xml version='1.0'?><rss/>",
            b"<feed/>",
            b"<!DOCTYPE html><p>",
            b"no JSON",
            b"\xff\xfe<\0",
            b"{\"posts\":[]}",
            b"{\"code\":\"no\",\"data\":{\"status\":401}}",
            b"[{\"url\":\"/a\",\"title\":\"A\"}]",
            // Cut, the second within a character.
            b"[{\"link\":\"/a\",\"title\":{\"rendered\":\"A\"}},{\"li",
            b"[{\"link\":\"/a\",\"title\":{\"rendered\":\"A\"}},{\"link\":\"\xc3",
        ] {
            assert_eq!(read(other, URL), None, "{other:?}");
        }
        let post = |at| format!(r#"{{"link":"/{at}","title":{{"rendered":"A"}}}}"#);
        let posts: Vec<_> = (0..=MOST_ITEMS).map(post).collect();
        let many = ["[", &posts.join(","), "]"].concat();
        assert_eq!(read(many.as_bytes(), URL), None);
    }
}
