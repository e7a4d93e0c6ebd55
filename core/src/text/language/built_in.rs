//! Stop words and affixes of the languages beside English, built in: for programs that
//! nobody waits for.

/// A line for each language: its tag, its stop words, and what comes off of a word, with
/// tabs between the three and blanks between the words. A suffix that ends in another stands
/// before it. What follows `>` is put in its place, `^` marks a prefix, and behind `_` one
/// more letter must be left: haus and gas end in a letter that may be a suffix. What follows
/// `/` is a further pass. All are as words are folded.
const OTHERS: &str = include_str!("../languages.txt");

/// Whether more than English is known.
#[must_use]
pub fn is_learnt() -> bool {
    true
}

/// There is nothing to be learnt.
pub fn learn(_text: String) {}

pub(super) fn with_others<T>(of: impl FnOnce(&str) -> T) -> T {
    of(OTHERS)
}
