//! Gives Rust what web/shared.js and locales/en.json have: a constant for each of
//! their names, with the comment or the English text that stands there.

use serde_json::Value;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const SHARED: &str = "../web/shared.js";
const ENGLISH: &str = "../locales/en.json";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    write("shared.rs", &shared(&read(SHARED)));
    write("texts.rs", &texts(&read(ENGLISH)));
}

fn read(path: &str) -> String {
    println!("cargo::rerun-if-changed={path}");
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn write(name: &str, rust: &str) {
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&folder).join(name), rust).expect("it can be written");
}

/// The constants of web/shared.js.
fn shared(script: &str) -> String {
    let mut rust = String::new();
    // The first comment is the file's own.
    for item in script.split("\n/** ").skip(1) {
        let constant = constant(item).unwrap_or_else(|| panic!("{SHARED}: {item}"));
        writeln!(rust, "{constant}").expect("a text takes more text");
    }
    rust
}

/// What stands behind `/** ` as Rust says it; `None` where it is not of the form
/// that the file promises.
fn constant(item: &str) -> Option<String> {
    let (comment, rest) = item.split_once(" */\nexport const ")?;
    let (name, json) = rest.trim_end().strip_suffix(';')?.split_once(" = ")?;
    let (kind, value) = match serde_json::from_str(json).ok()? {
        Value::String(text) => ("&str".to_owned(), format!("{text:?}")),
        Value::Number(number) => (
            "u16".to_owned(),
            u16::try_from(number.as_u64()?).ok()?.to_string(),
        ),
        Value::Array(texts) => {
            let texts: Option<Vec<&str>> = texts.iter().map(Value::as_str).collect();
            let texts = texts?;
            (format!("[&str; {}]", texts.len()), format!("{texts:?}"))
        }
        _ => return None,
    };
    Some(format!(
        "/// {comment}\npub const {name}: {kind} = {value};"
    ))
}

/// The texts of locales/en.json, whose groups only say which program has them.
fn texts(json: &str) -> String {
    let file: Value =
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{ENGLISH}: {error}"));
    let groups = file.as_object().into_iter().flat_map(|file| file.values());
    let mut rust = String::new();
    for (key, english) in groups.filter_map(Value::as_object).flatten() {
        let text = text(key, english).unwrap_or_else(|| panic!("{ENGLISH}: {key}"));
        writeln!(rust, "{text}").expect("a text takes more text");
    }
    rust
}

/// A text, or one in the plural forms that English has.
fn text(key: &str, english: &Value) -> Option<String> {
    let name = key.to_uppercase().replace('-', "_");
    if let Value::String(english) = english {
        return Some(format!(
            "/// `{english}`\npub const {name}: Text = Text {{ key: {key:?}, english: {english:?} }};"
        ));
    }
    let [one, other] = ["one", "other"].map(|category| english.get(category)?.as_str());
    let (one, other) = (one?, other?);
    Some(format!(
        "/// `{other}`\npub const {name}: Plural = Plural {{ key: {key:?}, one: {one:?}, other: {other:?} }};"
    ))
}
