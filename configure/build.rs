//! Gives the configurator what the documents say of each control, the texts, and the
//! languages: tables that a browser need not read Markdown for.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

/// A piece of a cell: its kind, as `src/documents.rs` has it, and its text.
type Piece = (&'static str, String);

/// A table's row: its cells, each of pieces.
type Cells = Vec<Vec<Piece>>;

/// A row, and the heading above its table.
type Row = (String, Cells);

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let documents = "../docs/publish";
    let mut rust = String::new();
    for (name, document, begins) in [
        ("ATTRIBUTE_ROWS", "attributes.md", ""),
        ("ELEMENT_ROWS", "embed.md", "<newsrail-"),
        ("PROPERTY_ROWS", "styling.md", "--newsrail-"),
    ] {
        let text = read(&format!("{documents}/{document}"));
        let rows = rows(&text).into_iter().filter(|row| is_named(row, begins));
        let rows: String = rows.map(|row| written(&row)).collect();
        writeln!(rust, "pub(crate) const {name}: &[Row] = &[{rows}];").expect("room");
    }
    let languages = languages();
    writeln!(rust, "/// The languages that newsrail speaks.").expect("room");
    writeln!(
        rust,
        "pub const LANGUAGES: [&str; {}] = {languages:?};",
        languages.len()
    )
    .expect("room");
    writeln!(rust, "/// The texts: the group, the key, and the English.").expect("room");
    let texts = texts(&read("../locales/en.json"));
    writeln!(
        rust,
        "pub const TEXTS: [(&str, &str, &str); {}] = {texts:?};",
        texts.len()
    )
    .expect("room");
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&folder).join("documents.rs"), rust).expect("it can be written");
}

fn read(path: &str) -> String {
    println!("cargo::rerun-if-changed={path}");
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of all tables of a document, without their heads.
fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row: Option<Cells> = None;
    let mut section = String::new();
    let (mut in_table_head, mut in_heading) = (false, false);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                section.clear();
                in_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Text(text) if in_heading => section.push_str(&text),
            Event::Start(Tag::TableHead) => in_table_head = true,
            Event::End(TagEnd::TableHead) => in_table_head = false,
            Event::Start(Tag::TableRow) if !in_table_head => row = Some(Vec::new()),
            Event::End(TagEnd::TableRow) => {
                rows.extend(row.take().map(|row| (section.clone(), row)));
            }
            Event::Start(Tag::TableCell) => {
                if let Some(row) = &mut row {
                    row.push(Vec::new());
                }
            }
            Event::Text(text) => add(&mut row, "Text", &text),
            Event::Code(code) => add(&mut row, "Code", &code),
            _ => {}
        }
    }
    rows
}

fn add(row: &mut Option<Cells>, kind: &'static str, text: &str) {
    if let Some(cell) = row.as_mut().and_then(|row| row.last_mut()) {
        cell.push((kind, text.to_owned()));
    }
}

/// Whether a row is of something whose name is code and begins so.
fn is_named((_, cells): &Row, begins: &str) -> bool {
    let first = cells.first().and_then(|cell| cell.first());
    first.is_some_and(|(kind, text)| *kind == "Code" && text.starts_with(begins))
}

/// A row as Rust has it.
fn written((section, cells): &Row) -> String {
    let names = cells[0].iter().filter(|(kind, _)| *kind == "Code");
    let names: Vec<&str> = names.map(|(_, name)| name.as_str()).collect();
    let piece = |(kind, text): &Piece| format!("Piece::{kind}({text:?}),");
    let cell = |cell: &Vec<Piece>| format!("&[{}],", cell.iter().map(piece).collect::<String>());
    let cells: String = cells[1..].iter().map(cell).collect();
    format!("Row {{ section: {section:?}, names: &{names:?}, cells: &[{cells}] }},")
}

/// The tags of the files in `locales/`.
fn languages() -> Vec<String> {
    println!("cargo::rerun-if-changed=../locales");
    let entries = fs::read_dir("../locales").expect("the texts' folder");
    let mut tags: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    tags.sort();
    tags
}

/// Every text with the group that it is in; a plural has one for each form.
fn texts(json: &str) -> Vec<(String, String, String)> {
    let file: Value = serde_json::from_str(json).expect("JSON");
    let mut texts = Vec::new();
    for (group, entries) in file.as_object().expect("groups") {
        for (key, text) in entries.as_object().expect("texts") {
            if let Some(text) = text.as_str() {
                texts.push((group.clone(), key.clone(), text.to_owned()));
            }
            for (form, text) in text.as_object().into_iter().flatten() {
                let text = text.as_str().expect("a form").to_owned();
                texts.push((group.clone(), format!("{key}-{form}"), text));
            }
        }
    }
    texts
}
