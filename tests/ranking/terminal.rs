//! What the command says to a terminal.

use crate::{archive, folder, newsrail, text};
use serde_json::{Value, json};

/// Titles and identifiers reached the terminal as they stood, which obeys what they
/// say: to write over what stands there, to read a link as another.
#[test]
fn nothing_that_is_said_has_what_a_terminal_obeys() {
    const EVIL: &str = "\u{1b}]0;x\u{7}\u{9b}31m\u{7f}\r\u{202e}\u{2067}\nnewsrail: fine";
    let place = folder("evil");
    let article = |id: &str| {
        json!({
            "id": id,
            "title": format!("Bridge {id}"),
            "section": EVIL,
            "tags": [EVIL],
            "authors": [EVIL],
            "summary": format!("The bridge {EVIL} is shut"),
        })
    };
    let (one, two) = (format!("1{EVIL}"), format!("2{EVIL}"));
    let set = archive(&place, &[article(&one), article(&two)]);
    let set = set.as_str();
    // No feed, under a name that no terminal should be told either.
    let file = place.join(EVIL);
    let broken = |text: &str| std::fs::write(&file, text).expect("a file");
    let path = file.to_str().expect("text");
    let out = place.join("out");
    let out = out.to_str().expect("text");
    let calm = |arguments: &[&str]| {
        let said = newsrail(arguments);
        for said in [&said.stdout, &said.stderr] {
            for line in text(said).lines() {
                let obeyed = |c: char| c.is_control() || "\u{202e}\u{2067}".contains(c);
                assert!(!line.contains(obeyed), "{arguments:?}: {line:?}");
                assert_ne!(line, "newsrail: fine", "{arguments:?}");
            }
        }
        said
    };
    let said = calm(&["explain", set, &one]);
    assert!(text(&said.stdout).starts_with("Bridge 1\\u001b]0;x\\u0007"));
    calm(&["explain", set, EVIL]);
    let said = calm(&["rank", set]);
    let first = text(&said.stdout).lines().next().expect("a line");
    let first: Value = serde_json::from_str(first).expect("still JSON");
    assert_eq!(first["id"], one);
    calm(&["related", set, "--out", out]);
    broken("{");
    for command in [
        &["explain", path, "1"][..],
        &["rank", path],
        &["related", path, "--out", out],
        &["check", path],
        &["check", "--json", path],
        &["check", EVIL],
        &[EVIL],
        &["rank", set, EVIL],
        &["explain", set, "1", "--count", EVIL],
        &["rank", set, "--days", EVIL],
    ] {
        calm(command);
    }
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": EVIL,
        "language": EVIL,
        "next_url": format!("https://p.example/{EVIL}"),
        "items": [{ "id": EVIL, "title": format!("A{EVIL}"), "url": format!("/{EVIL}"), "date_published": EVIL }],
    });
    broken(&feed.to_string());
    calm(&["check", path]);
    let said = calm(&["check", "--json", path]);
    let report: Value = serde_json::from_str(text(&said.stdout)).expect("JSON");
    assert_eq!(report["target"], path);
    assert!(text(&newsrail(&["--help"]).stdout).contains("\n  related  Write"));
    assert_eq!(newsrail(&[]).status.code(), Some(2));
}
