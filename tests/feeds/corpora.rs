//! Where the public test data is.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder of the corpora: at `NEWSRAIL_CORPORA`, or beside the project.
/// Where it is not, the test that asks for it says so and is skipped.
pub(crate) fn folder(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("NEWSRAIL_CORPORA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpora"),
        PathBuf::from,
    );
    let folder = root.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no {}", folder.display());
    None
}

/// A file's name within its folder, and its bytes.
pub(crate) type File = (String, Vec<u8>);

/// The files below a folder whose names end so, in the order of their names.
pub(crate) fn files(folder: &Path, ends: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    collect(folder, folder, ends, &mut found);
    found.sort();
    assert!(!found.is_empty(), "{} is empty", folder.display());
    found
}

fn collect(root: &Path, folder: &Path, ends: &[&str], found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, ends, found);
            continue;
        }
        let name = path.strip_prefix(root).expect("below its root");
        let name = name.to_string_lossy().into_owned();
        if ends.iter().any(|end| name.ends_with(end)) && !name.ends_with(".serde.json") {
            found.push((name, fs::read(&path).expect("a file")));
        }
    }
}
