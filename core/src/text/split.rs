//! Cutting texts in ways that the standard library has no method for.

/// What stands before the first of these characters, and the rest, which begins
/// with it. All of the text stands before what is not in it.
#[must_use]
pub fn split_before<'t>(text: &'t str, stops: &[char]) -> (&'t str, &'t str) {
    text.split_at(text.find(stops).unwrap_or(text.len()))
}

/// What stands before the first of these characters: all where there is none.
#[must_use]
pub fn until<'t>(text: &'t str, stops: &[char]) -> &'t str {
    split_before(text, stops).0
}

/// What stands before the last of this sign of ASCII, and what behind it; nothing where
/// there is none. A search byte by byte is less code than one for a character.
pub(crate) fn around_last(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == sign)?;
    Some((&text[..at], &text[at + 1..]))
}

/// A text without this sign of ASCII at its end, however often it stands there.
pub(crate) fn without_last(text: &str, sign: u8) -> &str {
    let last = text.bytes().rposition(|byte| byte != sign);
    &text[..last.map_or(0, |at| at + 1)]
}

/// The parts of a text between any of these characters. For the compiler all that are
/// cut by this are of one kind, and so are one piece of code.
#[must_use]
pub fn parts<'t>(text: &'t str, ends: &'static [char]) -> std::str::Split<'t, &'static [char]> {
    text.split(ends)
}

/// The beginning of a text, at most so many bytes of it, cut between two characters.
pub(crate) fn at_most(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// What stands between a list's commas, without the blanks around it and without
/// what is empty.
#[must_use]
pub fn comma_separated(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in text.split(',') {
        let part = part.trim_ascii();
        if !part.is_empty() {
            found.push(part.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_a_stop_first_stands() {
        assert_eq!(split_before("ä?b/c", &['/', '?']), ("ä", "?b/c"));
        assert_eq!(split_before("ä", &['/']), ("ä", ""));
        assert_eq!(split_before("", &['/']), ("", ""));
        assert_eq!(until("a/b/c", &['/']), "a");
        assert_eq!(until("/", &['/']), "");
    }

    #[test]
    fn a_text_is_cut_around_the_last_of_a_sign() {
        assert_eq!(around_last("ä/b/ü", b'/'), Some(("ä/b", "ü")));
        assert_eq!(around_last("/", b'/'), Some(("", "")));
        assert_eq!(around_last("ä", b'/'), None);
    }

    #[test]
    fn what_stands_last_is_left_out() {
        assert_eq!(without_last("/ü//", b'/'), "/ü");
        assert_eq!(without_last("ü", b'/'), "ü");
        assert_eq!(without_last("//", b'/'), "");
    }

    #[test]
    fn a_text_is_cut_between_two_characters() {
        assert_eq!(
            [at_most("aé", 9), at_most("aé", 2), at_most("aé", 0)],
            ["aé", "a", ""]
        );
    }

    #[test]
    fn what_stands_between_commas() {
        assert_eq!(comma_separated(" a, b c,,ü "), ["a", "b c", "ü"]);
    }
}
