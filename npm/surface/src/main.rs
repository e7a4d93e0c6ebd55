//! Writes newsrail's public surface to the standard output, as JSON:
//!
//! ```text
//! { "elements": [{ "name", "attributes": [name…], "events": [name…], "parts": [name…] }],
//!   "attributes": [{ "name", "values": { "is", … } }],
//!   "events": [{ "name", "cancelable", "detail": [{ "name", "is": { "is", … } }] }],
//!   "properties": [{ "name", "syntax", "default" }] }
//! ```
//!
//! `is` names a case of [`Values`] or [`FieldType`]; what the case holds stands
//! beside it. `npm/types.mjs` reads it.

use newsrail_core::surface::{ATTRIBUTES, EVENTS, FieldType, KINDS, PARTS, PROPERTIES, Values};
use serde_json::{Value, json};

fn values(values: Values) -> Value {
    match values {
        Values::Text => json!({ "is": "text" }),
        Values::Switch => json!({ "is": "switch" }),
        Values::Number { least, most, word } => {
            json!({ "is": "number", "least": least, "most": most, "word": word })
        }
        Values::Fraction => json!({ "is": "fraction" }),
        Values::OneOf(words) => json!({ "is": "one of", "words": words }),
        Values::SomeOf(words) => json!({ "is": "some of", "words": words }),
    }
}

fn field_type(is: FieldType) -> Value {
    match is {
        FieldType::Text => json!({ "is": "text" }),
        FieldType::MaybeText => json!({ "is": "text or null" }),
        FieldType::Number => json!({ "is": "number" }),
        FieldType::MaybeNumber => json!({ "is": "number or null" }),
        FieldType::OneOf(words) => json!({ "is": "one of", "words": words }),
        FieldType::MaybeTexts => json!({ "is": "texts, if any" }),
        FieldType::Items => json!({ "is": "items" }),
        FieldType::About => json!({ "is": "about" }),
        FieldType::Texts => json!({ "is": "texts" }),
        FieldType::Respond(outcomes) => json!({ "is": "respond", "outcomes": outcomes }),
    }
}

fn main() {
    let elements = KINDS.map(|(kind, name)| {
        let read = ATTRIBUTES.iter().filter(|one| one.on.contains(&kind));
        let told = EVENTS.iter().filter(|event| event.on.contains(&kind));
        let styled = PARTS.iter().filter(|part| part.on.contains(&kind));
        json!({
            "name": format!("newsrail-{name}"),
            "attributes": read.map(|one| one.name).collect::<Vec<_>>(),
            "events": told.map(|event| event.name).collect::<Vec<_>>(),
            "parts": styled.map(|part| part.name).collect::<Vec<_>>(),
        })
    });
    let attributes =
        ATTRIBUTES.map(|one| json!({ "name": one.name, "values": values(one.values) }));
    let events = EVENTS.map(|event| {
        let fields = event.detail.iter();
        let detail: Vec<Value> = fields
            .map(|field| json!({ "name": field.name, "is": field_type(field.is) }))
            .collect();
        json!({ "name": event.name, "cancelable": event.is_cancelable, "detail": detail })
    });
    let properties = PROPERTIES
        .map(|one| json!({ "name": one.name, "syntax": one.syntax, "default": one.default }));
    let surface = json!({
        "elements": elements.to_vec(),
        "attributes": attributes.to_vec(),
        "events": events.to_vec(),
        "properties": properties.to_vec(),
    });
    println!("{surface:#}");
}
