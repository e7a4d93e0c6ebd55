//! The native commands that rank, as a publisher runs them.

mod any_text;
mod related;
mod terminal;

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn newsrail(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_newsrail"))
        .args(arguments)
        .output()
        .expect("the command runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

fn samples() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples/feed.json");
    path.to_str().expect("a path of text").to_owned()
}

/// A folder of the test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder to write in");
    folder
}

/// Writes an archive of these articles, one a line, into a folder.
fn archive(folder: &Path, articles: &[Value]) -> String {
    let path = folder.join("archive.jsonl");
    let lines: Vec<String> = articles.iter().map(Value::to_string).collect();
    std::fs::write(&path, lines.join("\n")).expect("a file");
    path.to_str().expect("a path of text").to_owned()
}

#[test]
fn explain_names_the_terms() {
    let out = newsrail(&["explain", &samples(), "chandlers-bridge-closed"]);
    let said = text(&out.stdout);
    assert!(out.status.success(), "{}", text(&out.stderr));
    assert!(
        said.starts_with("Chandlers’ Bridge shut without notice"),
        "{said}"
    );
    assert!(said.contains("language en"), "{said}");
    assert!(said.contains("about: "), "{said}");
    assert!(said.contains("Chandlers"), "{said}");

    let out = newsrail(&["explain", &samples(), "no-such-article"]);
    assert!(!out.status.success());
    assert!(
        text(&out.stderr).contains("no article \"no-such-article\" among 44"),
        "{}",
        text(&out.stderr)
    );
}

#[test]
fn an_archive_beyond_what_is_read_of_a_feed_says_so() {
    let items: Vec<Value> = (0..10_001)
        .map(|n| json!({ "title": "A", "url": format!("/{n}") }))
        .collect();
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": items });
    let archive = folder("many").join("archive.json");
    std::fs::write(&archive, feed.to_string()).expect("a file");
    let path = archive.to_str().expect("text");
    let out = newsrail(&["explain", path, "https://feed.invalid/1"]);
    assert!(out.status.success());
    assert!(
        text(&out.stderr).contains("more than 10,000 items"),
        "{}",
        text(&out.stderr)
    );
}

#[test]
fn rank_says_which_line_is_wrong() {
    let set = folder("rank").join("set.jsonl");
    let path = set.to_str().expect("text");
    let one = json!({ "id": "1", "title": "Bridge shut" });
    let two = json!({ "id": "2", "title": "Bridge open" });
    std::fs::write(&set, format!("{one}\n\n{two}\n")).expect("a file");
    let out = newsrail(&["rank", path]);
    assert_eq!(
        text(&out.stdout),
        "{\"id\":\"1\",\"related\":[\"2\"]}\n{\"id\":\"2\",\"related\":[\"1\"]}\n"
    );
    for (line, wrong) in [("{\"title\":\"x\"}", "no \"id\""), ("{", "EOF")] {
        std::fs::write(&set, format!("{one}\n{line}\n")).expect("a file");
        let out = newsrail(&["rank", path]);
        let said = text(&out.stderr);
        assert!(!out.status.success());
        assert!(said.contains("line 2") && said.contains(wrong), "{said}");
    }
}

/// The order of a labelled set must not get worse unnoticed. `make tune` scores
/// all of them.
#[test]
#[ignore = "needs NEWSRAIL_RELATED, a folder of labelled sets"]
fn the_labelled_events_keep_their_score() {
    let folder = std::env::var_os("NEWSRAIL_RELATED").expect("NEWSRAIL_RELATED names a folder");
    let folder = Path::new(&folder);
    let set = folder.join("ecb_event.jsonl");
    assert!(set.is_file(), "no {}", set.display());
    let ranked = newsrail(&["rank", "--no-body", set.to_str().expect("text")]);
    let rankings = self::folder("score").join("rankings.jsonl");
    std::fs::write(&rankings, &ranked.stdout).expect("a file");
    let out = Command::new("python3")
        .arg(folder.join("score.py"))
        .args([&set, &rankings])
        .output()
        .expect("python3 runs");
    let said = text(&out.stdout);
    let score = said
        .split_whitespace()
        .find_map(|field| field.strip_prefix("nDCG@10="))
        .and_then(|score| score.parse::<f64>().ok())
        .unwrap_or_else(|| panic!("no score in {said} {}", text(&out.stderr)));
    assert!(score > 0.9, "BM25 has .865, this {score}");
}
