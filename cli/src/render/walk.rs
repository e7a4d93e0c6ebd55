//! The pages of a folder, and the address that each is at.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A page's file.
#[derive(Debug, PartialEq)]
pub(super) struct File {
    pub(super) path: PathBuf,
    /// Its place in the folder that was named, with a slash between names.
    pub(super) place: String,
}

/// Adds the pages in a folder and in those within. No symbolic link is followed; how
/// many there were.
pub(super) fn walk(folder: &Path, place: &str, files: &mut Vec<File>) -> io::Result<usize> {
    let mut links = 0;
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<io::Result<_>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type()?;
        // Folders like `.git` are no part of a site.
        if kind.is_dir() && !name.starts_with('.') {
            links += walk(&entry.path(), &[place, &name, "/"].concat(), files)?;
        } else if is_page(&name) {
            if kind.is_symlink() {
                links += 1;
            } else if kind.is_file() {
                let place = [place, &name].concat();
                files.push(File {
                    path: entry.path(),
                    place,
                });
            }
        }
    }
    Ok(links)
}

fn is_page(name: &str) -> bool {
    let end = Path::new(name).extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case("html") || end.eq_ignore_ascii_case("htm"))
}

/// The address of what is at a place in a folder that is at `base`: that of the folder
/// for its `index.html`.
pub(super) fn address(base: &str, place: &str) -> String {
    let place = match place.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => place,
    };
    let mut url = base.trim_end_matches('/').to_owned();
    url.push('/');
    for byte in place.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@".contains(&byte) {
            url.push(byte.into());
        } else {
            // Writing to a String does not fail.
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url
}

/// The place in the folder that is at `base` of what is at an address; `None` where that
/// is elsewhere.
pub(super) fn place(base: &str, url: &str) -> Option<PathBuf> {
    let base = [base.trim_end_matches('/'), "/"].concat();
    let rest = url.strip_prefix(&base)?;
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let mut bytes = Vec::new();
    let mut escaped = rest.bytes();
    while let Some(byte) = escaped.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [escaped.next()?, escaped.next()?];
        let digits = std::str::from_utf8(&digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
    }
    let place = String::from_utf8(bytes).ok()?;
    let is_within = |name: &str| name != ".." && !name.contains(['\\', ':']);
    place.split('/').all(is_within).then(|| place.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_an_address_and_an_address_a_place() {
        let base = "https://paper.example/en/";
        let of = |place| address(base, place);
        assert_eq!(of("index.html"), "https://paper.example/en/");
        assert_eq!(of("a/index.html"), "https://paper.example/en/a/");
        assert_eq!(
            of("a/myindex.html"),
            "https://paper.example/en/a/myindex.html"
        );
        assert_eq!(
            of("é b?.html"),
            "https://paper.example/en/%C3%A9%20b%3F.html"
        );
        let back = |url: &str| place(base, url).map(|place| place.to_string_lossy().into_owned());
        assert_eq!(back(&of("é b?.html")).as_deref(), Some("é b?.html"));
        assert_eq!(
            back("https://paper.example/en/feed.json?x#y").as_deref(),
            Some("feed.json")
        );
        for none in [
            "https://paper.example/feed.json",
            "https://paper.example/en/%2e%2e/x",
            "https://paper.example/en/%2",
            "https://other.example/en/feed.json",
        ] {
            assert_eq!(back(none), None, "{none}");
        }
    }
}
