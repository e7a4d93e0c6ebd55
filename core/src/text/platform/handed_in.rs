//! What the program that runs in a browser hands in.

use super::{Form, Platform, Reference};
use std::cell::Cell;

thread_local! {
    static PLATFORM: Cell<Option<Platform>> = const { Cell::new(None) };
}

/// Has this be used. Before that texts are compared as they stand, and no address is known
/// but a plain one.
pub fn provide(platform: Platform) {
    PLATFORM.set(Some(platform));
}

pub(in crate::text) fn normalized(text: &str, form: Form) -> String {
    match PLATFORM.get() {
        Some(platform) => (platform.normalized)(text, form),
        None => text.to_owned(),
    }
}

pub(in crate::text) fn parsed(reference: &Reference<'_>) -> Option<String> {
    PLATFORM
        .get()
        .and_then(|platform| (platform.parsed)(reference))
}
