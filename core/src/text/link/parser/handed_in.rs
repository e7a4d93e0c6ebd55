//! The parser of a browser, handed in by the program that runs there.

use super::Parse;
use std::cell::Cell;

thread_local! {
    static PARSE: Cell<Option<Parse>> = const { Cell::new(None) };
}

/// Has addresses parsed by `parse`. Before that none is known but a plain one.
pub fn provide(parse: Parse) {
    PARSE.set(Some(parse));
}

pub(super) fn parsed(base: &str, href: &str) -> Option<String> {
    PARSE.get().and_then(|parse| parse(base, href))
}
