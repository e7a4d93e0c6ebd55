//! What came of rendering pages.

use super::renderer::Rendered;
use crate::out::tell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How many of the pages that failed, and of the things to be said, are named.
const NAMED: usize = 10;

/// What came of rendering some pages.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) pages: usize,
    lists: usize,
    /// Lists that stay as they were, since it is not known what they show.
    pub(super) unknown: usize,
    written: usize,
    without: usize,
    /// Pages that stay as they were, and why.
    pub(super) failed: BTreeMap<PathBuf, String>,
    /// What is to be said, of how many pages, and the first of them.
    said: BTreeMap<String, (usize, PathBuf)>,
}

impl Tally {
    pub(super) fn of(path: &Path, rendered: Rendered, is_written: bool) -> Self {
        let of_page = |said| (said, (1, path.to_owned()));
        let failed = rendered.failed.map(|why| (path.to_owned(), why));
        Self {
            pages: 1,
            lists: rendered.lists,
            unknown: rendered.unknown,
            written: is_written.into(),
            without: usize::from(rendered.lists + rendered.unknown == 0 && failed.is_none()),
            failed: failed.into_iter().collect(),
            said: rendered.said.into_iter().map(of_page).collect(),
        }
    }

    pub(super) fn failed(path: &Path, why: String) -> Self {
        Self {
            pages: 1,
            failed: [(path.to_owned(), why)].into(),
            ..Self::default()
        }
    }

    pub(super) fn and(mut self, mut other: Self) -> Self {
        // The smaller into the larger: of ten thousand pages each may have failed.
        if self.failed.len() + self.said.len() < other.failed.len() + other.said.len() {
            std::mem::swap(&mut self, &mut other);
        }
        self.pages += other.pages;
        self.lists += other.lists;
        self.unknown += other.unknown;
        self.written += other.written;
        self.without += other.without;
        self.failed.extend(other.failed);
        for (said, (pages, path)) in other.said {
            let (all, first) = self.said.entry(said).or_insert((0, path.clone()));
            *all += pages;
            if path < *first {
                *first = path;
            }
        }
        self
    }

    /// Says it. `links` are those that were not followed.
    pub(super) fn tell(&self, links: usize) {
        for (said, (pages, path)) in self.said.iter().take(NAMED) {
            let more = match pages {
                1 => String::new(),
                pages => format!(" and {} more", pages - 1),
            };
            tell(&format!("{}{more}: {said}", path.display()));
        }
        tell_rest(self.said.len(), "things to say");
        for (path, why) in self.failed.iter().take(NAMED) {
            tell(&format!("{}: {why}", path.display()));
        }
        tell_rest(self.failed.len(), "pages that stay as they were");
        if links > 0 {
            tell(&format!("symbolic links that are not followed: {links}"));
        }
        let without = match self.without {
            0 => String::new(),
            without => format!(", {without} have none"),
        };
        tell(&format!(
            "{} pages, {} lists{without}, {} files written",
            self.pages, self.lists, self.written
        ));
    }
}

fn tell_rest(all: usize, what: &str) {
    if all > NAMED {
        tell(&format!("… and {} more {what}", all - NAMED));
    }
}
