//! Where the pages are at, and which addresses are files of theirs.

use super::walk::{address, place};
use newsrail_core::text::link::resolve;
use std::path::{Path, PathBuf};

/// A site, as far as it is on this machine.
pub(super) struct Site {
    /// The address of its folders.
    pub(super) base: Option<String>,
    folders: Vec<PathBuf>,
}

impl Site {
    pub(super) fn new(base: Option<&str>, pages: &[PathBuf]) -> Self {
        Self {
            base: base.map(str::to_owned),
            folders: pages.iter().filter(|page| page.is_dir()).cloned().collect(),
        }
    }

    /// The address that a file will be at: of one outside of the folders that of the site.
    pub(super) fn address(&self, file: &Path) -> Option<String> {
        let base = self.base.as_deref()?;
        let whole = |path: &Path| path.canonicalize().ok();
        let place = self.folders.iter().find_map(|folder| {
            let place = whole(file)?.strip_prefix(whole(folder)?).ok()?.to_owned();
            Some(place.to_string_lossy().replace('\\', "/"))
        });
        Some(address(base, &place.unwrap_or_default()))
    }

    /// The file that will be at an address once the site is published.
    pub(super) fn file(&self, url: &str) -> Option<PathBuf> {
        let place = place(self.base.as_deref()?, url)?;
        let files = self.folders.iter().map(|folder| folder.join(&place));
        files.into_iter().find(|file| file.is_file())
    }
}

/// An address of the web from the command line.
pub(super) fn web_address(text: &str) -> Result<String, String> {
    resolve(text, text).ok_or_else(|| "an http or https address".to_owned())
}
