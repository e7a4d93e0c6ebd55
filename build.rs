//! Takes comments and needless blanks out of the style sheet that the bundle
//! carries.

use std::path::Path;
use std::{env, fs};

fn main() {
    let mut css = read("style/widget.css");
    if env::var_os("CARGO_FEATURE_PAGE").is_some() {
        css.push_str(&read("style/elements.css"));
    }
    if env::var_os("CARGO_FEATURE_SITE").is_some() {
        css.push_str(&read("style/site.css"));
    }
    let folder = env::var("OUT_DIR").unwrap_or_else(|error| panic!("OUT_DIR: {error}"));
    fs::write(Path::new(&folder).join("widget.css"), small(&css))
        .unwrap_or_else(|error| panic!("{folder}: {error}"));
}

fn read(source: &str) -> String {
    println!("cargo::rerun-if-changed={source}");
    fs::read_to_string(source).unwrap_or_else(|error| panic!("{source}: {error}"))
}

/// The sheet has no strings with comments, braces or double blanks in them.
fn small(css: &str) -> String {
    let mut out = String::new();
    for (at, part) in css.split("/*").enumerate() {
        let rules = if at == 0 {
            part
        } else {
            part.split_once("*/").map_or("", |(_, rules)| rules)
        };
        out.push_str(rules);
    }
    let words: Vec<&str> = out.split_whitespace().collect();
    let mut out = words.join(" ");
    for mark in ["{", "}", ";", ",", ">"] {
        out = out
            .replace(&format!("{mark} "), mark)
            .replace(&format!(" {mark}"), mark);
    }
    out.replace(": ", ":").replace(";}", "}")
}
