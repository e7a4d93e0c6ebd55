//! The rooms of this crate stand in an order, and each uses those before it alone.

use std::fs;
use std::path::{Path, PathBuf};

/// Every room, each before those that use it.
const ROOMS: [&str; 13] = [
    "shared", "texts", "text", "json", "sort", "article", "feed", "rank", "outbox", "comments",
    "config", "choose", "surface",
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// Articles and feeds used one another, and so did texts and what is sent.
#[test]
fn no_room_uses_one_that_comes_after_it() {
    let sources = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut all = Vec::new();
    files(sources, &mut all);
    let place = |name: &str| ROOMS.iter().position(|room| *room == name);
    let mut seen = 0;
    for path in all {
        let inside = path.strip_prefix(sources).expect("a file of the crate");
        let name = inside.iter().next().and_then(|name| name.to_str());
        let room = name.unwrap_or_default().trim_end_matches(".rs");
        let Some(own) = place(room) else {
            assert!(["lib", "tests"].contains(&room), "{room} has no place");
            continue;
        };
        let text = fs::read_to_string(&path).expect("a text");
        // Tests may look at what comes of it in a room further on, and comments point
        // there.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        if inside.ends_with("tests.rs") {
            continue;
        }
        let lines = code.lines().filter(|line| !line.trim().starts_with("//"));
        for name in lines.flat_map(|line| line.split("crate::").skip(1)) {
            let used = name.split(|c: char| !c.is_ascii_lowercase()).next();
            if let Some(other) = used.and_then(place) {
                seen += usize::from(other < own);
                assert!(other <= own, "{} uses {}", inside.display(), ROOMS[other]);
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
