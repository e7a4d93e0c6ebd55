//! What the program that runs in a browser hands in.

use super::Platform;
use std::cell::Cell;

thread_local! {
    static PLATFORM: Cell<Option<&'static dyn Platform>> = const { Cell::new(None) };
}

/// Has this be used. Before that texts are compared as they stand, and no address is known
/// but a plain one.
pub fn provide(platform: &'static dyn Platform) {
    PLATFORM.set(Some(platform));
}

pub(in crate::text) fn platform() -> Option<&'static dyn Platform> {
    PLATFORM.get()
}
