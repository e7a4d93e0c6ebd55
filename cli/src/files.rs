//! Writing files into folders that others may write into, too: whole or not at all.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What came of writing a file.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Written {
    /// It says the same already.
    Same,
    /// It is new, or says something else than before.
    New,
    /// It stands in a symbolic link's place.
    InPlaceOfLink,
}

/// Writes a file unless it says the same already. It is written beside its place and
/// put there whole: never through a symbolic link, which somebody else may have laid
/// there, and never half.
pub(crate) fn write_if_new(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<Written> {
    let path = folder.join(name);
    let there = std::fs::symlink_metadata(&path).ok();
    let file = there.as_ref().filter(|there| there.is_file());
    // Read only where it can be the same: what is there may be of any size.
    let same_size = file.is_some_and(|file| file.len() == bytes.len() as u64);
    if same_size && std::fs::read(&path).is_ok_and(|old| old == bytes) {
        return Ok(Written::Same);
    }
    let (beside, mut new) = begin_file(folder)?;
    let written = new
        .write_all(bytes)
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
pub(crate) fn begin_file(folder: &Path) -> io::Result<(PathBuf, File)> {
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
