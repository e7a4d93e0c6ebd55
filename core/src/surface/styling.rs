//! What a page may style: custom properties with their defaults, and parts.

use super::attributes::{HEADED, LAID_OUT, LISTING, SIGNING_UP};
use crate::config::Kind::{
    self, Article, Author, Front, MoreLikeThis, Popular, Reply, Search, Share, Slot, Subscribe,
};

/// A custom property, which a page sets on an element or on anything around it.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// What it takes, by the names of CSS's own types.
    pub syntax: &'static str,
    /// What holds where it is not set.
    pub default: &'static str,
}

/// A part, which a page styles by `::part()`.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// The elements that have it.
    pub on: &'static [Kind],
}

const fn property(name: &'static str, syntax: &'static str, default: &'static str) -> Property {
    Property {
        name,
        syntax,
        default,
    }
}

const COLOR: &str = "<color>";
const FAMILY: &str = "<family-name>#";
const LENGTH: &str = "<length>";
const WEIGHT: &str = "<font-weight>";
const COUNT: &str = "<integer>";

/// Every custom property, in the order of the documents.
pub const PROPERTIES: [Property; 41] = [
    property("--newsrail-color", COLOR, "inherited"),
    property("--newsrail-background", COLOR, "none"),
    property("--newsrail-soft-color", COLOR, "the text's, at 72 %"),
    property("--newsrail-rule-color", COLOR, "the text's, at 22 %"),
    property("--newsrail-tint-color", COLOR, "the text's, at 8 %"),
    property("--newsrail-accent-color", COLOR, "the soft colour"),
    property("--newsrail-headline-color", COLOR, "the text's"),
    property("--newsrail-number-color", COLOR, "the soft colour"),
    property("--newsrail-focus-color", COLOR, "the text's"),
    property("--newsrail-alarm-color", COLOR, "red in the text's"),
    property("--newsrail-font", FAMILY, "inherited"),
    property("--newsrail-heading-font", FAMILY, "that of the element"),
    property("--newsrail-headline-font", FAMILY, "that of the element"),
    property("--newsrail-font-size", LENGTH, "1em"),
    property("--newsrail-heading-size", LENGTH, "1em"),
    property("--newsrail-headline-size", LENGTH, "1em"),
    property("--newsrail-excerpt-size", LENGTH, ".9em"),
    property("--newsrail-meta-size", LENGTH, ".8em"),
    property("--newsrail-number-size", LENGTH, "1.6em"),
    property("--newsrail-line-height", "<number>", "1.4"),
    property("--newsrail-headline-line-height", "<number>", "1.3"),
    property("--newsrail-heading-weight", WEIGHT, "700"),
    property("--newsrail-headline-weight", WEIGHT, "700"),
    property("--newsrail-number-weight", WEIGHT, "300"),
    property("--newsrail-button-weight", WEIGHT, "600"),
    property("--newsrail-padding", LENGTH, "0"),
    property("--newsrail-gap", LENGTH, "1em"),
    property("--newsrail-row-padding", LENGTH, ".65em"),
    property("--newsrail-row-height", LENGTH, "by the layout"),
    property("--newsrail-card-width", LENGTH, "15em"),
    property("--newsrail-card-gap", LENGTH, "1.25em"),
    property("--newsrail-rule-width", LENGTH, "1px"),
    property("--newsrail-heading-rule-width", LENGTH, ".1875em"),
    property("--newsrail-picture-width", LENGTH, "6em"),
    property("--newsrail-picture-ratio", "<ratio>", "3 / 2"),
    property("--newsrail-picture-position", "<position>", "center"),
    property("--newsrail-picture-radius", LENGTH, "0"),
    property("--newsrail-button-radius", LENGTH, ".25em"),
    property("--newsrail-headline-lines", COUNT, "2"),
    property("--newsrail-excerpt-lines", COUNT, "2"),
    property("--newsrail-read-opacity", "<number>", ".72"),
];

const fn part(name: &'static str, on: &'static [Kind]) -> Part {
    Part { name, on }
}

const LISTED: &[Kind] = &[Popular, MoreLikeThis, Article, Front, Search, Author];
const STORIES: &[Kind] = &[Article, Front, Search];
const FORMS: &[Kind] = &[Popular, MoreLikeThis, Subscribe, Search, Reply];

/// Every part, in the order of the documents.
pub const PARTS: [Part; 28] = [
    part("rail", HEADED),
    part("heading", HEADED),
    part("list", &[Popular, MoreLikeThis, Search, Author, Share]),
    part("item", LAID_OUT),
    part("headline", LISTED),
    part("picture", LISTED),
    part("excerpt", LAID_OUT),
    part("reason", LAID_OUT),
    part("paid", LISTING),
    part("subscribe", SIGNING_UP),
    part("form", FORMS),
    part("article", &[Article]),
    part("kicker", STORIES),
    part("standfirst", STORIES),
    part("byline", &[Article]),
    part("dateline", &[Article]),
    part("body", &[Article]),
    part("story", &[Front, Search]),
    part("meta", LISTING),
    part("section", &[Front]),
    part("section-name", &[Front]),
    part("name", &[Author]),
    part("bio", &[Author]),
    part("way", &[Share]),
    part("comments", &[Reply]),
    part("comment", &[Reply]),
    part("place", &[Slot]),
    part("label", &[Slot]),
];
