//! The public surface as tables: what an element may be set to, what a page is told,
//! and what it may style. Types and manifests for tools are written from them (`npm/surface`), and
//! tests hold them against what reads the settings and against the documents.

mod attributes;
mod events;
mod styling;

pub use attributes::{ATTRIBUTES, Attribute, Values};
pub use events::{EVENTS, Event, Field, FieldType};
pub use styling::{PARTS, PROPERTIES, Part, Property};

use crate::config::Kind;

/// All kinds of elements, in the order of the documents, each with what its name has
/// behind `newsrail-`.
pub const KINDS: [(Kind, &str); 10] = [
    (Kind::Popular, "popular"),
    (Kind::MoreLikeThis, "more-like-this"),
    (Kind::Subscribe, "subscribe"),
    (Kind::Article, "article"),
    (Kind::Front, "front"),
    (Kind::Search, "search"),
    (Kind::Author, "author"),
    (Kind::Slot, "slot"),
    (Kind::Share, "share"),
    (Kind::Reply, "reply"),
];

#[cfg(test)]
mod tests;
