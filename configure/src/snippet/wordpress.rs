//! For a site with newsrail's plugin for WordPress: its blocks.

use super::{Given, escaped};
use serde_json::{Map, Value};
use std::fmt::Write;

/// The blocks of the plugin with what each may be set to, from the plugin's own files.
const BLOCKS: [(&str, &str); 3] = [
    (
        "popular",
        include_str!("../../../wordpress/newsrail/blocks/popular/block.json"),
    ),
    (
        "more-like-this",
        include_str!("../../../wordpress/newsrail/blocks/more-like-this/block.json"),
    ),
    (
        "subscribe",
        include_str!("../../../wordpress/newsrail/blocks/subscribe/block.json"),
    ),
];

/// The blocks, to paste into the code editor, and what has to be set elsewhere.
#[must_use]
pub fn wordpress(given: &Given) -> String {
    let (mut blocks, mut elsewhere) = (String::new(), Vec::new());
    for element in &given.settings.show {
        let Some((_, block)) = BLOCKS.iter().find(|(name, _)| name == element) else {
            elsewhere.push(format!(
                "newsrail-{element} has no block: put the HTML into a block Custom HTML."
            ));
            continue;
        };
        let block: Value = serde_json::from_str(block).unwrap_or_default();
        let known = block["attributes"].as_object().cloned().unwrap_or_default();
        let mut set = Map::new();
        for (name, value) in given.attributes(element, true) {
            match known.get(&name) {
                Some(attribute) => drop(set.insert(name, value_of(attribute, &value))),
                None if name == "feed" => {}
                None => elsewhere.push(format!(
                    "{name}=\"{}\" on newsrail-{element}",
                    escaped(&value)
                )),
            }
        }
        let set = if set.is_empty() {
            String::new()
        } else {
            format!("{} ", in_comment(&Value::Object(set)))
        };
        let _ = writeln!(blocks, "<!-- wp:newsrail/{element} {set}/-->");
    }
    if !elsewhere.is_empty() {
        // Two hyphens would end the comment.
        let list = elsewhere.join("\n  ").replace("--", "- -");
        let _ = writeln!(
            blocks,
            "\n<!-- Not in the blocks. Language, look and where sign-ups go are under Settings, newsrail:\n  {list}\n-->"
        );
    }
    blocks
}

/// A value in the type that the block has it in.
fn value_of(attribute: &Value, value: &str) -> Value {
    match attribute["type"].as_str() {
        Some("integer") => value
            .parse::<u64>()
            .map_or_else(|_| value.into(), Value::from),
        _ => value.into(),
    }
}

/// JSON as WordPress writes it into a comment: without what would end the comment, or be
/// taken for markup (`serialize_block_attributes`).
fn in_comment(json: &Value) -> String {
    json.to_string()
        .replace("--", "\\u002d\\u002d")
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace("\\\"", "\\u0022")
}
