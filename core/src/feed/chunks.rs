//! One JSON feed as several, so that reading a large one can stop in between.

use super::MOST_ITEMS;
use crate::json::MOST_VALUES;

/// How many bytes of items a chunk has, at least: a slow phone reads them in ten
/// to twenty milliseconds.
const CHUNK: usize = 16 << 10;

/// Where the list of a feed's items can be taken apart, in bytes: at its opening
/// bracket, at commas between items, at its closing bracket.
///
/// There is none where there is no such list, where the bytes end before it does, or
/// where there are more items or values than are read of a whole feed.
fn cuts(bytes: &[u8]) -> Vec<usize> {
    let mut cuts = Vec::new();
    let (mut depth, mut level, mut last) = (0, usize::MAX, 0);
    let (mut in_text, mut items, mut values) = (false, 0, 1);
    // A chunk is no shorter than what all of them begin with: that is read each time.
    let mut wanted = 0;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'[' | b'{' => {
                values += 1;
                depth += 1;
                let is_list = *byte == b'[' && (depth == 1 || depth == 2 && is_items(&bytes[..at]));
                if is_list && level == usize::MAX {
                    (level, last) = (depth, at);
                    wanted = at.max(CHUNK);
                    cuts.push(at);
                }
            }
            b',' => {
                values += 1;
                if depth == level {
                    items += 1;
                    if at - last > wanted {
                        last = at;
                        cuts.push(at);
                    }
                }
            }
            b']' if depth == level && items < MOST_ITEMS && values <= MOST_VALUES => {
                // Nor is it shorter than what all of them end with.
                if bytes.len() - at > CHUNK {
                    cuts.truncate(1);
                }
                cuts.push(at);
                return cuts;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    Vec::new()
}

/// Whether what comes next is the value of a field `items`.
fn is_items(before: &[u8]) -> bool {
    let name = before.trim_ascii_end().strip_suffix(b":");
    name.is_some_and(|name| name.trim_ascii_end().ends_with(b"\"items\""))
}

/// Several feeds for one JSON Feed or one list of WordPress posts. Each has some of
/// the items and all that stands around them. Bytes that are neither give none.
pub fn chunks(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let cuts = cuts(bytes);
    (1..cuts.len()).map(move |at| {
        let (head, tail) = (&bytes[..=cuts[0]], &bytes[cuts[cuts.len() - 1]..]);
        [head, &bytes[cuts[at - 1] + 1..cuts[at]], tail].concat()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::common;

    const URL: &str = "https://paper.example/feed";

    fn titles(bytes: &[u8]) -> Vec<String> {
        let feed = common::read(bytes, URL).expect("a feed");
        feed.articles.into_iter().map(|one| one.title).collect()
    }

    /// The titles of all chunks one after the other, and how many chunks there are.
    fn in_chunks(text: &str) -> (Vec<String>, usize) {
        let chunks: Vec<_> = chunks(text.as_bytes()).collect();
        let titles = chunks.iter().flat_map(|chunk| titles(chunk));
        (titles.collect(), chunks.len())
    }

    /// So many items, and what each begins with.
    fn items(count: usize, before: &str, title: impl Fn(usize) -> String) -> String {
        let item = |at| format!(r#"{{{before}"url":"/{at}","title":{}}}"#, title(at));
        (0..count).map(item).collect::<Vec<_>>().join(" ,\n")
    }

    #[test]
    fn a_json_feed() {
        let items = items(
            500,
            r#""tags":["a,b","]}"],"x":{"items":[[1],[2]]},"#,
            |at| format!(r#""Story \"{at}\", [\\""#),
        );
        let text = format!(
            r#"{{"title":"Paper","hubs":[{{"items":[]}}],"version":"https://jsonfeed.org/version/1.1", "items" : [{items}], "language":"en"}}"#
        );
        let (chunked, count) = in_chunks(&text);
        assert_eq!(chunked, titles(text.as_bytes()));
        assert_eq!(chunked.len(), 500);
        assert!((2..=4).contains(&count), "{count}");
        for chunk in chunks(text.as_bytes()) {
            let feed = common::read(&chunk, URL).expect("a feed");
            assert_eq!([feed.title, feed.language], ["Paper", "en"]);
        }
    }

    #[test]
    fn the_posts_of_a_wordpress_site() {
        let items = items(500, "", |at| format!(r#"{{"rendered":"Story {at}"}}"#));
        let text = format!(" [{items}]\n");
        let (chunked, count) = in_chunks(&text);
        assert_eq!(chunked, titles(text.as_bytes()));
        assert!(count > 1);
    }

    // What is before and behind the items was read once more with each chunk: a
    // feed of five megabytes was read two hundred times.
    #[test]
    fn much_before_or_behind_the_items_is_not_read_again_and_again() {
        let items = items(10_000, "", |at| format!(r#""Story {at}""#));
        let much = "x".repeat(items.len());
        for (before, behind) in [(&*much, ""), ("", &*much), (&*much, &*much)] {
            for share in [8, 4, 2, 1] {
                let (before, behind) = (
                    &before[..before.len() / share],
                    &behind[..behind.len() / share],
                );
                let text = format!(
                    r#"{{"x":"{before}","version":"https://jsonfeed.org/version/1.1","items":[{items}],"y":"{behind}"}}"#
                );
                let read: usize = chunks(text.as_bytes()).map(|chunk| chunk.len()).sum();
                assert!(read <= text.len() * 5 / 2, "{read} of {}", text.len());
            }
        }
        let (chunked, _) = in_chunks(&format!(
            r#"{{"x":"{}","version":"https://jsonfeed.org/version/1.1","items":[{}]}}"#,
            &much[..100_000],
            items
        ));
        assert_eq!(chunked.len(), 10_000);
    }

    #[test]
    fn a_small_one_is_one_chunk() {
        let text = r#"{"version":"https://jsonfeed.org/version/1","items":[]}"#;
        let all: Vec<_> = chunks(text.as_bytes()).collect();
        assert_eq!(all, [text.as_bytes()]);
    }

    #[test]
    fn what_is_neither_has_none() {
        for text in [
            "",
            "[",
            "]",
            "}",
            "\\",
            "\"",
            "{}",
            "[[",
            "<rss/>",
            r#"{"posts":[]}"#,
            r#"{"items":[{"title":"A"}"#,
            r#"["\"#,
        ] {
            assert_eq!(chunks(text.as_bytes()).count(), 0, "{text}");
        }
        let list = |count| ["[", &vec!["{}"; count].join(","), "]"].concat();
        assert_ne!(chunks(list(MOST_ITEMS).as_bytes()).count(), 0);
        assert_eq!(chunks(list(MOST_ITEMS + 1).as_bytes()).count(), 0);
        let heavy = |values| ["[0,[", &vec!["1"; values].join(","), "]]"].concat();
        assert_eq!(chunks(heavy(MOST_VALUES - 3).as_bytes()).count(), 1);
        assert_eq!(chunks(heavy(MOST_VALUES - 2).as_bytes()).count(), 0);
    }
}
