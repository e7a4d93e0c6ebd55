//! The tables of a browser, handed in by the program that runs there.

use super::{Form, Normalize};
use std::cell::Cell;

thread_local! {
    static NORMALIZE: Cell<Option<Normalize>> = const { Cell::new(None) };
}

/// Has texts normalised by `normalize`. Before that they are compared as they stand.
pub fn provide(normalize: Normalize) {
    NORMALIZE.set(Some(normalize));
}

pub(super) fn normalized(text: &str, form: Form) -> String {
    match NORMALIZE.get() {
        Some(normalize) => normalize(text, form),
        None => text.to_owned(),
    }
}
