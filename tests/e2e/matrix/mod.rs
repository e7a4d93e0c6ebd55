//! Whatever comes from outside, and whatever happens on the way: nothing gets in,
//! nothing gets lost, nothing breaks the page. SECURITY.md has the promises that these
//! tests hold. Each has a control, which shows that the test can fail.
//!
//! `make test` runs a tenth of what is a matter of mere number, `make test-all` all.

mod addresses;
mod attacks;
mod faults;
mod fields;
mod injection;
mod kept;
mod large;
mod naughty;
mod network;
mod odd_feeds;
mod outage;
mod panics;
mod programs;
mod readers;
mod removal;
mod traces;

use std::path::{Path, PathBuf};

use crate::support::progress;

/// Whether all is run: `make test-all` says so.
pub(crate) fn whole() -> bool {
    std::env::var_os("NEWSRAIL_WHOLE").is_some()
}

/// Every tenth of these, or all.
pub(crate) fn a_tenth<T>(all: Vec<T>) -> Vec<T> {
    let step = if whole() { 1 } else { 10 };
    all.into_iter().step_by(step).collect()
}

/// Public test data, which is no part of the project: what is at this place in the
/// folder that `NEWSRAIL_CORPORA` names. Where there is none, that is said.
pub(crate) fn corpus(place: &str) -> Option<PathBuf> {
    let root = std::env::var_os("NEWSRAIL_CORPORA").unwrap_or_default();
    let path = Path::new(&root).join(place);
    if path.exists() {
        return Some(path);
    }
    progress(&format!(
        "skipped: {place} of the public test data, since NEWSRAIL_CORPORA ('{}') has none",
        root.display()
    ));
    None
}

/// Says how much was tried.
pub(crate) fn count(text: &str) {
    progress(text);
}
