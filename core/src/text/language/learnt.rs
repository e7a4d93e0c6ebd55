//! What is known of the languages beside English, for a page that loads it where a
//! feed is in one of them: `languages.txt`, see `built_in.rs`.

use std::cell::OnceCell;

thread_local! {
    static OTHERS: OnceCell<String> = const { OnceCell::new() };
}

/// Whether more than English is known.
#[must_use]
pub fn is_learnt() -> bool {
    with_others(|others| !others.is_empty())
}

/// Takes in what is known of the others.
pub fn learn(text: String) {
    // What is known already stays.
    OTHERS.with(|others| others.set(text).unwrap_or_default());
}

pub(super) fn with_others<T>(of: impl FnOnce(&str) -> T) -> T {
    OTHERS.with(|others| of(others.get().map_or("", String::as_str)))
}
