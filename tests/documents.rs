//! The documents say what the code has: every part, attribute and event has its
//! row, no row is of something that is gone, and every link leads somewhere.

use newsrail_core::shared::{
    ATTRIBUTES, COUNT_DEFAULT, COUNT_LEAST, COUNT_MOST, NETWORKS, NETWORKS_DEFAULT,
};
use newsrail_core::surface::{PARTS, PROPERTIES};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of what is built or fetched.
const MADE: [&str; 7] = [
    "target",
    "dist",
    "node_modules",
    ".git",
    ".cache",
    "vendor",
    "run",
];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The project's own files with this ending, and their texts.
fn files(ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![project()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                if !MADE.contains(&name.as_ref()) {
                    folders.push(path);
                }
            } else if path.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&path).expect("text");
                found.push((path, text));
            }
        }
    }
    found
}

fn document(path: &str) -> String {
    fs::read_to_string(project().join(path)).expect("a document")
}

/// The names that a document's tables have as code in their first column.
fn rows(text: &str) -> BTreeSet<String> {
    let cells = text
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let mut names = BTreeSet::new();
    for cell in cells.filter(|cell| cell.starts_with('`')) {
        names.extend(cell.split('`').skip(1).step_by(2).map(str::to_owned));
    }
    names
}

/// What stands behind `before`, as far as it is a name.
fn names_behind(text: &str, before: &str) -> Vec<String> {
    let is_of_name = |c: char| c.is_ascii_lowercase() || c == '-';
    text.split(before)
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
            rest[..end].to_owned()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// A part was called public, and none was documented anywhere.
#[test]
fn every_part_is_in_the_table_of_parts_and_none_besides() {
    let mut parts = BTreeSet::new();
    for (path, text) in files(".rs") {
        if path.components().any(|part| part.as_os_str() == "ui") {
            parts.extend(names_behind(&text, " part = \""));
        }
    }
    assert_eq!(
        BTreeSet::from(PARTS.map(|part| part.name.to_owned())),
        parts
    );
}

/// The custom properties that the style sheets and the loader ask for, but for those
/// that the loader sets.
#[test]
fn every_custom_property_is_in_the_table_of_properties_and_none_besides() {
    const HELD: [&str; 3] = ["rail", "list", "row"];
    let mut asked = BTreeSet::new();
    for (_, text) in files(".css").into_iter().chain(files("/space.js")) {
        asked.extend(names_behind(&text, "var(--newsrail-"));
    }
    for name in HELD {
        assert!(asked.remove(name), "{name}");
    }
    let table = PROPERTIES.map(|property| property.name.replace("--newsrail-", ""));
    assert_eq!(BTreeSet::from(table), asked);
}

#[test]
fn every_attribute_has_its_row_and_none_besides() {
    let attributes = BTreeSet::from(ATTRIBUTES.map(str::to_owned));
    assert!(attributes.len() > 30, "{attributes:?}");
    assert_eq!(rows(&document("docs/publish/attributes.md")), attributes);
}

/// The cell of an attribute's row in the table of attributes that tells of it.
fn told_of(attribute: &str) -> String {
    let table = document("docs/publish/attributes.md");
    let begin = format!("| `{attribute}` |");
    let row = table.lines().find(|line| line.starts_with(&begin));
    row.expect("a row").to_owned()
}

#[test]
fn the_rows_say_what_the_loader_and_the_program_go_by() {
    let (count, row) = (format!("{COUNT_LEAST} to {COUNT_MOST}"), told_of("count"));
    assert!(row.contains(&count), "{row}");
    assert!(row.ends_with(&format!("| {COUNT_DEFAULT} |")), "{row}");
    for network in NETWORKS {
        let named = format!("`{network}`");
        assert!(told_of("networks").contains(&named), "{network}");
    }
    assert_eq!(NETWORKS_DEFAULT, 6);
    assert!(told_of("networks").ends_with("| the first six |"));
}

#[test]
fn every_event_has_its_row_and_none_besides() {
    let mut events = BTreeSet::new();
    for (path, text) in files("events.rs").into_iter().chain(files("events.js")) {
        if path.components().any(|part| part.as_os_str() == "host") {
            let mut sent = names_behind(&text, "\"newsrail-");
            sent.extend(names_behind(&text, "'newsrail-"));
            events.extend(sent.into_iter().map(|name| ["newsrail-", &name].concat()));
        }
    }
    let text = document("docs/publish/events.md");
    let (table, _) = text.split_once("\n## ").expect("what follows the table");
    assert_eq!(rows(table), events);
}

/// Every text that newsrail says, by its key and as it is in English; a plural has a
/// row for each form.
#[test]
fn every_text_has_its_row_and_none_besides() {
    let english: serde_json::Value =
        serde_json::from_str(&document("locales/en.json")).expect("JSON");
    let groups = english.as_object().expect("groups").values();
    let mut texts = BTreeSet::new();
    for (key, text) in groups.flat_map(|group| group.as_object().expect("texts")) {
        match text.as_str() {
            Some(text) => drop(texts.insert(format!("| `{key}` | {text} |"))),
            None => texts.extend(text.as_object().expect("forms").iter().map(|(form, text)| {
                let text = text.as_str().expect("a text");
                format!("| `{key}-{form}` | {text} |")
            })),
        }
    }
    assert!(texts.len() > 90, "{texts:?}");
    let rows = document("docs/publish/texts.md");
    let rows = rows.lines().filter(|line| line.starts_with("| `"));
    assert_eq!(rows.map(str::to_owned).collect::<BTreeSet<_>>(), texts);
}

/// The anchor that a heading has on the pages that show documents.
fn anchor(heading: &str) -> String {
    heading
        .trim_start_matches('#')
        .trim()
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || "- _".contains(*c))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

#[test]
fn every_link_between_documents_leads_to_a_file_and_a_heading() {
    let mut dead = Vec::new();
    let mut count = 0;
    for (path, text) in files(".md") {
        for rest in text.split("](").skip(1) {
            let link = rest.split(')').next().unwrap_or_default();
            if link.starts_with("http") {
                continue;
            }
            count += 1;
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => path.clone(),
                file => path.with_file_name("").join(file),
            };
            let is_there = target.exists()
                && (heading.is_empty()
                    || fs::read_to_string(&target).is_ok_and(|text| {
                        text.lines()
                            .any(|line| line.starts_with('#') && anchor(line) == heading)
                    }));
            if !is_there {
                dead.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(count > 50, "only {count} links were found");
    assert_eq!(dead, Vec::<String>::new());
}

/// Decisions named files that had moved since.
#[test]
fn every_source_file_that_a_document_names_is_there() {
    // What the build makes, and what a recipe stands for.
    const NOT_HERE: [&str; 3] = ["newsrail.js", "cdn/newsrail.js", "core/src/feed/NAME.rs"];
    let ends = [".rs", ".js", ".mjs", ".sh", ".css", ".html"];
    let is_path = |text: &str| {
        ends.iter().any(|end| text.ends_with(end))
            && text
                .chars()
                .all(|c| c.is_alphanumeric() || "./_-".contains(c))
    };
    let there: Vec<String> = ends
        .iter()
        .flat_map(|end| files(end))
        .map(|(path, _)| path.to_string_lossy().into_owned())
        .collect();
    let is_there = |name: &str| {
        let end = format!("/{name}");
        there.iter().any(|path| path.ends_with(&end))
    };
    let mut gone = Vec::new();
    let mut count = 0;
    // What a recipe names is the reader's, and tests/package writes it.
    let recipes = project().join("docs/publish/recipes");
    let of_the_project = |(path, _): &(PathBuf, String)| !path.starts_with(&recipes);
    for (path, text) in files(".md").into_iter().filter(of_the_project) {
        for name in text
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|text| is_path(text))
        {
            count += 1;
            if !NOT_HERE.contains(&name) && !is_there(name) {
                gone.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(count > 50, "only {count} files were found");
    assert_eq!(gone, Vec::<String>::new());
}
