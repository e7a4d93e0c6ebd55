//! The files that a partner's page loads, and the standalone page: none can make a program of a text, or markup of one.

use crate::support::project;

/// What makes a program or markup of a text, as it would stand in a script.
const FORBIDDEN: [&str; 14] = [
    "eval(",
    "new Function",
    "Function(",
    "document.write",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "DOMParser",
    "srcdoc",
    "importScripts",
    "javascript:",
    "setTimeout(\"",
    "setInterval(\"",
];

/// What of it stands in a script.
fn found(script: &str) -> Vec<&'static str> {
    let is_in = |word: &&&str| script.contains(**word);
    FORBIDDEN.iter().filter(is_in).copied().collect()
}

#[test]
fn no_script_makes_a_program_or_markup_of_a_text() {
    let folder = project().join("dist");
    let entries = std::fs::read_dir(&folder).expect("`make dist` has been run");
    let mut scripts = 0;
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // The configurator is a page of its own, made by Leptos's templates.
        if path.extension().is_some_and(|kind| kind == "js") && !name.starts_with("configure-") {
            let script = std::fs::read_to_string(&path).expect("text");
            assert_eq!(found(&script), Vec::<&str>::new(), "{}", path.display());
            scripts += 1;
        }
    }
    assert!(scripts >= 7, "only {scripts} scripts");
}

/// The look finds each.
#[test]
fn each_of_these_is_found() {
    for word in FORBIDDEN {
        let script = format!("const a=1;{word}a)");
        assert!(found(&script).contains(&word), "{word}");
    }
}
