//! Stop words and affixes of the languages beside English, learnt: a page loads them
//! where a feed is in one of these languages. `built_in.rs` has the file's form.

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
