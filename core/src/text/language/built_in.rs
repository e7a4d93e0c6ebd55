//! Stop words and suffixes of the languages beside English, built in: for programs that
//! nobody waits for.

/// A line for each language: its tag, its stop words and the suffixes that come off,
/// with tabs between the three and blanks between the words. A suffix that ends in
/// another stands before it; what follows `>` is put in its place. All are without
/// accents.
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
