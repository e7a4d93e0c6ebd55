//! What is known of the languages beside English, for programs that nobody waits
//! for.

/// A line each in the order of [`KNOWN`](super::KNOWN): small words, a tab, and the
/// endings that come off, longest first where one ends in another; what follows
/// `>` is put in their place. All without accents.
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
