//! Gives Rust what web/shared.js has: a constant for each of its names, with the
//! comment that stands there.

use serde_json::Value;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const SHARED: &str = "../web/shared.js";

fn main() {
    println!("cargo::rerun-if-changed={SHARED}");
    println!("cargo::rerun-if-changed=build.rs");
    let script = fs::read_to_string(SHARED).expect("web/shared.js can be read");
    let mut rust = String::new();
    // The first comment is the file's own.
    for item in script.split("\n/** ").skip(1) {
        let constant = constant(item);
        writeln!(
            rust,
            "{}",
            constant.unwrap_or_else(|| panic!("{SHARED}: {item}"))
        )
        .expect("a text takes more text");
    }
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&folder).join("shared.rs"), rust).expect("it can be written");
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
