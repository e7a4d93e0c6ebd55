//! Looking for signs in a text, byte by byte.
//!
//! The standard library's searches take any pattern and are code for each kind
//! of it that is used; reading feeds in few bytes needs few kinds. Signs are
//! ASCII, so that a place found is always between two characters.

/// Where the first of these signs stands, else the text's length.
#[must_use]
pub fn any(text: &str, signs: &[u8]) -> usize {
    let bytes = text.as_bytes();
    let found = bytes.iter().position(|byte| is_one(*byte, signs));
    found.unwrap_or(bytes.len())
}

#[expect(
    clippy::manual_contains,
    reason = "`contains` is a search in long lists"
)]
fn is_one(byte: u8, signs: &[u8]) -> bool {
    signs.iter().any(|&sign| sign == byte)
}

/// Where a part, of one letter at least, first stands in a text.
#[must_use]
pub fn find(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let last = text.len().checked_sub(part.len())?;
    (0..=last).find(|&at| text.get(at) == part.first() && text[at..].starts_with(part))
}

/// Whether a part stands in a text.
#[must_use]
pub fn has(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// What stands before a part, and what behind it.
#[must_use]
pub fn cut<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, part)?;
    Some((&text[..at], &text[at + part.len()..]))
}

/// Where a sign last stands in a text.
#[must_use]
pub fn last(text: &str, sign: u8) -> Option<usize> {
    text.bytes().rposition(|byte| byte == sign)
}

/// A text without these signs at its end.
#[must_use]
pub fn trim_end<'t>(text: &'t str, signs: &[u8]) -> &'t str {
    let mut end = text.len();
    while end > 0 && is_one(text.as_bytes()[end - 1], signs) {
        end -= 1;
    }
    &text[..end]
}

/// What stands between these signs: one part more than there are signs.
#[must_use]
pub fn parts<'t>(text: &'t str, signs: &'static [u8]) -> Parts<'t> {
    let rest = Some(text);
    Parts { rest, signs }
}

/// What stands between a list's commas, without the blanks around it and
/// without what is empty.
#[must_use]
pub fn listed(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in parts(text, b",") {
        let part = part.trim_ascii();
        if !part.is_empty() {
            found.push(part.to_owned());
        }
    }
    found
}

/// See [`parts`].
pub struct Parts<'t> {
    rest: Option<&'t str>,
    signs: &'static [u8],
}

impl<'t> Iterator for Parts<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest.take()?;
        let end = any(rest, self.signs);
        self.rest = rest.get(end + 1..);
        Some(&rest[..end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_where() {
        assert_eq!(
            (any("a?b/c", b"/?"), any("ä", b"/?"), any("", b"/")),
            (1, 2, 0)
        );
        assert_eq!(
            (find("Zürich", "rich"), find("ri", "rich")),
            (Some(3), None)
        );
        assert_eq!((find("", ""), find("aab", "ab")), (Some(0), Some(1)));
        assert_eq!(cut("a://b://c", "://"), Some(("a", "b://c")));
        assert_eq!(cut("a", "://"), None);
        assert_eq!((last("/ä/b", b'/'), last("a", b'/')), (Some(3), None));
    }

    #[test]
    fn what_stands_between() {
        let all = |text| parts(text, b"&;").collect::<Vec<_>>();
        assert_eq!(all("a&b;ö&"), ["a", "b", "ö", ""]);
        assert_eq!(all(""), [""]);
        assert_eq!(listed(" a, b c,,ü "), ["a", "b c", "ü"]);
    }

    #[test]
    fn what_stands_around() {
        assert_eq!((trim_end("/a//", b"/"), trim_end("//", b"/")), ("/a", ""));
    }
}
