//! The files of a folder of lists: what they are called, and which may be removed.

use crate::files::begin_file;
use newsrail_core::rank::archive::file_stem;
use serde_json::Value;
use std::collections::HashSet;
use std::io;
use std::path::Path;

/// The name of the list of the article with that identifier.
pub(super) fn name(id: &str) -> String {
    file_stem(id) + ".json"
}

/// Removes what is none of `lists` but says of itself that it was one, under
/// the name that it then had; how many were removed.
pub(super) fn prune(folder: &Path, lists: &HashSet<String>) -> io::Result<usize> {
    let mut removed = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let json = Path::new(name).extension().is_some_and(|end| end == "json");
        if !json || lists.contains(name) || !entry.file_type()?.is_file() {
            continue;
        }
        let said: Value = serde_json::from_slice(&std::fs::read(entry.path())?).unwrap_or_default();
        let of = said["_newsrail"]["related"].as_str();
        if of.is_some_and(|id| self::name(id) == name) {
            std::fs::remove_file(entry.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// Whether a folder takes two names for one where only their case differs.
pub(super) fn knows_no_case(folder: &Path) -> io::Result<bool> {
    let (path, _) = begin_file(folder)?;
    let name = path.file_name().unwrap_or_default().to_ascii_uppercase();
    let found = folder.join(name).symlink_metadata().is_ok();
    std::fs::remove_file(path)?;
    Ok(found)
}
