//! `newsrail related`: the files that it writes, leaves and removes.

use crate::{archive, folder, newsrail, samples, text};
use newsrail_core::rank::archive::{address, file_stem};
use serde_json::json;
use std::path::Path;

/// An archive of articles that are called so and are all of one bridge.
fn bridges(folder: &Path, ids: &[&str]) -> String {
    let article = |id: &&str| json!({ "id": id, "title": "Bridge" });
    archive(folder, &ids.iter().map(article).collect::<Vec<_>>())
}

#[test]
fn related_writes_one_feed_an_article_and_nothing_twice() {
    let out = folder("related");
    let to = out.to_str().expect("text");
    let first = newsrail(&["related", &samples(), "--out", to, "--count", "4"]);
    assert!(first.status.success(), "{}", text(&first.stderr));
    assert!(
        text(&first.stderr).contains("44 articles, 44 files written"),
        "{}",
        text(&first.stderr)
    );
    let file = std::fs::read(out.join("chandlers-bridge-closed.json")).expect("a list");
    let feed =
        newsrail_core::feed::read(&file, "https://p.example/r/1.json", None).expect("a feed");
    assert_eq!(feed.articles.len(), 4);
    assert!(
        feed.articles
            .iter()
            .any(|article| !article.about.is_empty())
    );
    assert!(
        feed.articles
            .iter()
            .all(|article| article.id != "chandlers-bridge-closed")
    );
    let again = newsrail(&["related", &samples(), "--out", to, "--count", "4"]);
    assert!(
        text(&again.stderr).contains("44 articles, 0 files written"),
        "{}",
        text(&again.stderr)
    );
}

/// What has left the archive goes when that is asked for, and nothing else.
#[test]
fn related_prunes_what_it_wrote() {
    let (apart, out) = (folder("left"), folder("left-out"));
    let run = |ids: &[&str], prune: &[&str]| {
        let from = bridges(&apart, ids);
        let to = out.to_str().expect("text");
        let said = newsrail(&[&["related", &from, "--out", to], prune].concat());
        assert!(said.status.success(), "{}", text(&said.stderr));
        text(&said.stderr).to_owned()
    };
    let there = |name: &str| out.join(name).exists();
    run(&["1", "2", "3/4"], &[]);
    // A publisher's own, a copy under another name, no JSON at all.
    std::fs::write(out.join("mine.json"), "{\"items\":[]}").expect("a file");
    std::fs::copy(out.join("2.json"), out.join("kept.json")).expect("a file");
    std::fs::write(out.join("5.json"), "5").expect("a file");
    run(&["1"], &[]);
    assert!(there("2.json") && there("3~2f4.json"));
    let said = run(&["1"], &["--prune"]);
    assert!(said.contains("0 files written, 2 removed"), "{said}");
    assert!(!there("2.json") && !there("3~2f4.json"));
    assert!(
        ["1.json", "mine.json", "kept.json", "5.json"]
            .iter()
            .all(|name| there(name))
    );
}

/// Two articles of one identifier have one file: which of them it was about
/// hung on which core was quicker.
#[test]
fn related_has_one_list_an_identifier() {
    let article = |id: &str, title: &str| json!({ "id": id, "title": title });
    let articles = [
        article("1", "Bridge shut"),
        article("2", "Bridge open"),
        article("1", "Rovers win"),
    ];
    let out = folder("doubles-out");
    let said = newsrail(&[
        "related",
        &archive(&folder("doubles"), &articles),
        "--out",
        out.to_str().expect("text"),
    ]);
    let said = text(&said.stderr);
    for wanted in ["1 left out", "2 articles, 2 files written"] {
        assert!(said.contains(wanted), "{said}");
    }
    let list = std::fs::read_to_string(out.join("1.json")).expect("a list");
    assert!(list.contains("\"title\":\"Bridge shut\""), "{list}");
}

/// An identifier of more than some 80 characters beside letters and digits made a name
/// that no file can have, and the run ended there.
#[test]
fn related_goes_on_after_an_identifier_that_is_too_long() {
    let (apart, out) = (folder("long"), folder("long-out"));
    let long = "https://paper.example/".repeat(20);
    let from = bridges(&apart, &["1", &long, "2"]);
    let to = out.to_str().expect("text");
    let said = newsrail(&["related", &from, "--out", to]);
    assert!(said.status.success(), "{}", text(&said.stderr));
    let said = text(&said.stderr);
    let name = file_stem(&long) + ".json";
    for wanted in [
        "3 articles, 3 files written",
        &format!("too long for a file's name: 1, as {name}"),
    ] {
        assert!(said.contains(wanted), "{wanted} in {said}");
    }
    // It is where a page looks for it, and goes as any other does.
    let list = address("/r/{id}.json", Some(&long), None).expect("an address");
    assert_eq!(list, format!("/r/{name}"));
    assert!(out.join(&name).exists());
    let from = bridges(&apart, &["1"]);
    let said = newsrail(&["related", &from, "--out", to, "--prune"]);
    let said = text(&said.stderr);
    assert!(said.contains("2 removed"), "{said}");
    assert!(!out.join(&name).exists());
}

/// One list that could not be written kept all others from it.
#[test]
fn related_goes_on_after_a_file_that_cannot_be_written() {
    let out = folder("taken-out");
    std::fs::create_dir(out.join("2.json")).expect("a folder in its place");
    let from = bridges(&folder("taken"), &["1", "2", "3"]);
    let said = newsrail(&["related", &from, "--out", out.to_str().expect("text")]);
    assert!(!said.status.success());
    let said = text(&said.stderr);
    for wanted in [
        "2.json: ",
        "3 articles, 2 files written",
        "could not be written: 1",
    ] {
        assert!(said.contains(wanted), "{wanted} in {said}");
    }
    let names = std::fs::read_dir(&out).expect("a folder");
    assert_eq!(names.count(), 3, "nothing half written is left");
}

/// Whoever may write to the folder had the command write anywhere that its user may,
/// by a link under the name of a list that was to come.
#[cfg(unix)]
#[test]
fn related_writes_through_no_symbolic_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let apart = folder("links");
    let out = folder("links-out");
    let from = bridges(&apart, &["1", "2", "3", "4"]);
    std::fs::write(apart.join("mine"), "mine").expect("a file");
    symlink(apart.join("mine"), out.join("1.json")).expect("a link");
    symlink(apart.join("new"), out.join("2.json")).expect("a link to nothing");
    symlink(&apart, out.join("3.json")).expect("a link to a folder");
    std::fs::write(out.join("4.json"), "old").expect("a file");
    let mode = std::fs::Permissions::from_mode(0o640);
    std::fs::set_permissions(out.join("4.json"), mode).expect("set");
    // The folder itself is what was named, and may be one.
    let named = apart.join("out");
    symlink(&out, &named).expect("a link");
    let said = newsrail(&["related", &from, "--out", named.to_str().expect("text")]);
    assert!(said.status.success(), "{}", text(&said.stderr));
    let said = text(&said.stderr);
    for wanted in ["4 files written", "nothing is written through one: 3"] {
        assert!(said.contains(wanted), "{wanted} in {said}");
    }
    let mine = std::fs::read_to_string(apart.join("mine")).expect("a file");
    assert_eq!(mine, "mine");
    assert!(!apart.join("new").exists());
    for name in ["1.json", "2.json", "3.json", "4.json"] {
        let there = out.join(name).symlink_metadata().expect("a file");
        assert!(there.is_file(), "{name}");
    }
    let mode = out.join("4.json").metadata().expect("a file").permissions();
    assert_eq!(mode.mode() & 0o777, 0o640, "who may read it stays");
    assert_eq!(std::fs::read_dir(&out).expect("a folder").count(), 4);
}
