//! The tables of the public surface, from which types and manifests are made, say what
//! the documents say.

use newsrail_core::config::Kind;
use newsrail_core::surface::{
    ATTRIBUTES, EVENTS, Event, FieldType, KINDS, PARTS, PROPERTIES, Values,
};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/publish");
    fs::read_to_string(path.join(name)).expect("a document")
}

/// The cells of every row whose first cell names something as code.
fn rows_of(text: &str, name: &str) -> Vec<Vec<String>> {
    let named = format!("`{name}`");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| "));
    rows.map(|row| row.trim_end_matches(" |").split(" | "))
        .map(|cells| cells.map(str::to_owned).collect())
        .filter(|cells: &Vec<String>| cells[0].contains(&named))
        .collect()
}

/// The words that stand as code in a text.
fn code(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn the_values_of_an_attribute_are_those_of_its_row() {
    let table = document("attributes.md");
    for attribute in &ATTRIBUTES {
        let rows = rows_of(&table, attribute.name);
        let [_, values, default] = &rows[0][..] else {
            panic!("{}: {rows:?}", attribute.name)
        };
        match attribute.values {
            Values::Text => assert!(!values.starts_with("present"), "{values}"),
            Values::Switch => assert!(
                values.starts_with("present or `true`, `false`"),
                "{}: {values}",
                attribute.name
            ),
            Values::Number { least, most, word } => {
                let whole = values.replace("hours, ", "");
                let whole = whole.strip_prefix("`off`, or ").unwrap_or(&whole);
                assert!(whole.starts_with(&format!("{least} to {most}")), "{values}");
                if let Some(word) = word {
                    assert_eq!(code(default), [word]);
                }
            }
            Values::Fraction => assert!(values.starts_with("0 to 1:"), "{values}"),
            Values::OneOf(words) => {
                assert_eq!(code(default), [words[0]]);
                // What stands in brackets is what a word means.
                let mut left = values.clone();
                while let Some((before, rest)) = left.split_once('(') {
                    let (_, after) = rest.split_once(')').expect("a closing bracket");
                    left = [before, after].concat();
                }
                assert_eq!(code(&left), words, "{}", attribute.name);
            }
            Values::SomeOf(words) => assert_eq!(code(values), words),
        }
    }
}

fn words(event: &Event, field: &str) -> &'static [&'static str] {
    let found = event.detail.iter().find(|other| other.name == field);
    match found.expect("a field").is {
        FieldType::OneOf(words) => words,
        other => panic!("{field}: {other:?}"),
    }
}

#[test]
fn the_details_of_an_event_are_those_of_its_row() {
    let table = document("events.md");
    for event in &EVENTS {
        let rows = rows_of(&table, event.name);
        let fields: Vec<&str> = event.detail.iter().map(|field| field.name).collect();
        assert_eq!(code(&rows[0][2]), fields, "{}", event.name);
    }
    let cancelable = EVENTS.iter().filter(|event| event.is_cancelable);
    let (_, said) = table
        .split_once("can be cancelled with")
        .expect("which can be cancelled");
    let said = said.lines().next().unwrap_or_default();
    for event in cancelable {
        assert!(
            said.contains(&format!("`{}`", event.name)),
            "{}",
            event.name
        );
    }
    assert_eq!(said.matches("`newsrail-").count(), 6);
    let bases = rows_of(&table, "basis");
    assert_eq!(code(&bases[0][1]), words(&EVENTS[0], "basis"));
}

/// The rows of a table that begins with this heading.
fn names_below<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let (_, table) = text.split_once(heading).expect("the table");
    let rows = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.map(|row| code(row)[0]).collect()
}

/// `redirected` was an outcome for a while before any document had it.
#[test]
fn every_outcome_and_reason_has_its_row_and_none_besides() {
    let tables = [
        (
            "newsrail-sign-up-result",
            "outcome",
            "newsletters.md",
            "| `outcome` | What is known |",
        ),
        (
            "newsrail-reply-result",
            "outcome",
            "comments.md",
            "| `outcome` | What is known |",
        ),
        (
            "newsrail-select",
            "reason",
            "events.md",
            "| `reason` | Why the article is listed",
        ),
    ];
    for (name, field, file, heading) in tables {
        let event = EVENTS.iter().find(|event| event.name == name);
        let text = document(file);
        assert_eq!(
            names_below(&text, heading),
            words(event.expect("an event"), field),
            "{file}"
        );
    }
}

/// The rows below a heading, as cells.
fn cells_below(text: &str, heading: &str) -> Vec<Vec<String>> {
    let (_, table) = text.split_once(heading).expect("the table");
    let rows = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    let cells = |row: &str| {
        row[2..row.len() - 2]
            .split(" | ")
            .map(str::to_owned)
            .collect()
    };
    rows.map(cells).collect()
}

#[test]
fn the_properties_are_those_of_their_rows_in_their_order() {
    let text = document("styling.md");
    let rows = cells_below(&text, "| Property |");
    let told = rows.iter().map(|row| row[..3].to_vec());
    let table = PROPERTIES.map(|one| {
        let [name, syntax] = [one.name, one.syntax].map(|word| format!("`{word}`"));
        vec![name, syntax, one.default.to_owned()]
    });
    assert_eq!(told.collect::<Vec<_>>(), table);
}

#[test]
fn the_parts_are_those_of_their_rows_in_their_order() {
    let text = document("styling.md");
    let on = |words: &str| -> Vec<Kind> {
        let kinds = words.split(", ").flat_map(|word| match word {
            "lists" => vec![Kind::Popular, Kind::MoreLikeThis],
            "front page" => vec![Kind::Front],
            word => KINDS
                .iter()
                .filter(|(_, name)| *name == word)
                .map(|(kind, _)| *kind)
                .collect(),
        });
        kinds.collect()
    };
    let rows = cells_below(&text, "| Part |");
    let told = rows.iter().map(|row| (row[0].clone(), on(&row[2])));
    let table = PARTS.map(|part| (format!("`{}`", part.name), part.on.to_vec()));
    assert_eq!(told.collect::<Vec<_>>(), table);
}

/// A name in camel case, as a property has it.
fn camel(name: &str) -> String {
    let mut words = name.split('-');
    let mut property = words.next().unwrap_or_default().to_owned();
    for word in words {
        let (first, rest) = word.split_at(1);
        property.push_str(&first.to_uppercase());
        property.push_str(rest);
    }
    property
}

#[test]
fn every_element_has_its_page_with_what_it_has_and_none_besides() {
    for (kind, name) in KINDS {
        let page = document(&format!("elements/{name}.md"));
        assert!(
            page.starts_with(&format!("# `<newsrail-{name}>`\n")),
            "{name}"
        );
        let live = format!("```html,live\n<newsrail-{name} ");
        assert!(page.contains(&live), "{name} is not at work");
        let read = ATTRIBUTES.iter().filter(|one| one.on.contains(&kind));
        let read: Vec<&str> = read.map(|one| one.name).collect();
        assert_eq!(names_below(&page, "| Attribute |"), read, "{name}");
        for attribute in read {
            let properties = rows_of(&page, attribute);
            let property = format!("`{}`", camel(attribute));
            assert_eq!(properties[0][1], property, "{name}");
        }
        let told = EVENTS.iter().filter(|event| event.on.contains(&kind));
        let told: Vec<&str> = told.map(|event| event.name).collect();
        assert_eq!(names_below(&page, "| Event |"), told, "{name}");
        let parts = PARTS.iter().filter(|part| part.on.contains(&kind));
        let parts: BTreeSet<&str> = parts.map(|part| part.name).collect();
        let told = names_below(&page, "| Part |").into_iter();
        assert_eq!(told.collect::<BTreeSet<_>>(), parts, "{name}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/publish/elements");
    // One more says what there is.
    assert_eq!(
        fs::read_dir(folder).expect("a folder").count(),
        KINDS.len() + 1
    );
}
