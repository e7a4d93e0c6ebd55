//! Where the public test data is, which is no part of the project: what needs it
//! is ignored, and run by `make test-native` where there is some.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder of the corpora, which are where `NEWSRAIL_CORPORA` says.
pub(crate) fn folder(name: &str) -> PathBuf {
    let root = std::env::var_os("NEWSRAIL_CORPORA").expect("NEWSRAIL_CORPORA names a folder");
    Path::new(&root).join(name)
}

/// A file's name within its folder, and its bytes.
pub(crate) type File = (String, Vec<u8>);

/// The files below a folder whose names end so, in the order of their names.
pub(crate) fn files(folder: &Path, ends: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    collect(folder, folder, ends, &mut found);
    found.sort();
    assert!(!found.is_empty(), "nothing to read in {}", folder.display());
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
