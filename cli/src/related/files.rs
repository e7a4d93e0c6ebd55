//! The files of a folder of lists: what they are called, how one is written, and
//! which may be removed.

use newsrail_core::rank::archive::file_stem;
use serde_json::Value;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What came of writing a file.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Written {
    /// It says the same already.
    Same,
    /// It is new, or says something else than before.
    New,
    /// It stands in a symbolic link's place.
    InPlaceOfLink,
}

/// The name of the list of the article with that identifier.
pub(super) fn name(id: &str) -> String {
    file_stem(id) + ".json"
}

/// Writes a file unless it says the same already. It is written beside its place and
/// put there whole: never through a symbolic link, which somebody else may have laid
/// there, and never half.
pub(super) fn write_if_new(folder: &Path, name: &str, text: &str) -> io::Result<Written> {
    let path = folder.join(name);
    let there = std::fs::symlink_metadata(&path).ok();
    let file = there.as_ref().filter(|there| there.is_file());
    // Read only where it can be the same: what is there may be of any size.
    let same_size = file.is_some_and(|file| file.len() == text.len() as u64);
    if same_size && std::fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(Written::Same);
    }
    let (beside, mut new) = begin_file(folder)?;
    let written = new
        .write_all(text.as_bytes())
        .and_then(|()| file.map_or(Ok(()), |old| new.set_permissions(old.permissions())))
        .and_then(|()| std::fs::rename(&beside, &path));
    if let Err(error) = written {
        // It is nothing without its name; where it cannot be removed, that stays so.
        let _ = std::fs::remove_file(&beside);
        return Err(error);
    }
    Ok(if there.is_some_and(|there| there.is_symlink()) {
        Written::InPlaceOfLink
    } else {
        Written::New
    })
}

/// A new file in a folder, and where it is. What has that name already is somebody
/// else's, and is neither opened nor followed.
fn begin_file(folder: &Path) -> io::Result<(PathBuf, File)> {
    static BEGUN: AtomicUsize = AtomicUsize::new(0);
    loop {
        let number = BEGUN.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".newsrail-{}-{number}", std::process::id()));
        match File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(file) => return Ok((path, file)),
        }
    }
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
