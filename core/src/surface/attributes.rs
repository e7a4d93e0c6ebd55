//! The attributes, the values that each takes, and the elements that read it.

use crate::config::Kind::{
    self, Article, Author, Front, MoreLikeThis, Popular, Reply, Search, Share, Slot, Subscribe,
};
use crate::shared::{COUNT_LEAST, COUNT_MOST, LAYOUTS, META, NETWORKS, READ};

/// An attribute.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Its name, which as a property is in camel case.
    pub name: &'static str,
    /// What it may say.
    pub values: Values,
    /// The elements that read it.
    pub on: &'static [Kind],
}

/// What an attribute may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// Any text: addresses, names, or words in a form of their own.
    Text,
    /// There without a value, or `true`, is on; `false` is off.
    Switch,
    /// A whole number from `least` to `most`, or the word that is the default.
    Number {
        /// The least.
        least: u16,
        /// The most.
        most: u16,
        /// The word, where the default is one.
        word: Option<&'static str>,
    },
    /// A number from 0 to 1 with up to two decimals.
    Fraction,
    /// One of some words, the first of them the default.
    OneOf(&'static [&'static str]),
    /// Some of these words, with white space between them.
    SomeOf(&'static [&'static str]),
}

const ALL: &[Kind] = &[
    Popular,
    MoreLikeThis,
    Subscribe,
    Article,
    Front,
    Search,
    Author,
    Slot,
    Share,
    Reply,
];
pub(super) const LISTING: &[Kind] = &[Popular, MoreLikeThis, Front, Search, Author];
pub(super) const HEADED: &[Kind] = &[
    Popular,
    MoreLikeThis,
    Subscribe,
    Front,
    Search,
    Author,
    Share,
    Reply,
];
pub(super) const LAID_OUT: &[Kind] = &[Popular, MoreLikeThis, Author];
const COUNTING: &[Kind] = &[Popular, MoreLikeThis, Front, Search, Author, Reply];
pub(super) const SIGNING_UP: &[Kind] = &[Popular, MoreLikeThis, Subscribe];

const fn attribute(name: &'static str, values: Values, on: &'static [Kind]) -> Attribute {
    Attribute { name, values, on }
}

const fn number(least: u16, most: u16, word: Option<&'static str>) -> Values {
    Values::Number { least, most, word }
}

const PROVIDERS: &[&str] = &[
    "auto",
    "json",
    "form",
    "page",
    "ghost",
    "listmonk",
    "buttondown",
    "mailchimp",
    "kit",
    "substack",
];

/// Every attribute, in the order of the documents.
pub const ATTRIBUTES: [Attribute; 42] = [
    attribute("feed", Values::Text, ALL),
    attribute("max-articles", number(1, 1000, None), ALL),
    attribute("article", Values::Text, ALL),
    attribute("heading", Values::Text, ALL),
    attribute("heading-level", number(1, 5, None), HEADED),
    attribute(
        "theme",
        Values::OneOf(&["auto", "light", "dark", "scheme"]),
        ALL,
    ),
    attribute("refresh", number(1, 1440, Some("off")), ALL),
    attribute("count", number(COUNT_LEAST, COUNT_MOST, None), COUNTING),
    attribute("layout", Values::OneOf(&LAYOUTS), LAID_OUT),
    attribute("images", Values::Switch, LISTING),
    attribute("excerpts", Values::Switch, LISTING),
    attribute("reasons", Values::Switch, LISTING),
    attribute("impressions", Values::Switch, LISTING),
    attribute("meta", Values::SomeOf(&META), LAID_OUT),
    attribute("paid", Values::Text, LISTING),
    attribute("read", Values::OneOf(&READ), LAID_OUT),
    attribute("section", Values::Text, LISTING),
    attribute("tag", Values::Text, LISTING),
    attribute("author", Values::Text, LISTING),
    attribute("exclude", Values::Text, LISTING),
    attribute("language", Values::Text, LISTING),
    attribute("max-age", Values::Text, LISTING),
    attribute("embargo", Values::Switch, LISTING),
    attribute("diversity", Values::Fraction, LISTING),
    attribute("related", Values::Text, LISTING),
    attribute("popular", Values::Text, LISTING),
    attribute("half-life", number(0, 8760, None), LISTING),
    attribute("subscribe", Values::Text, SIGNING_UP),
    attribute("provider", Values::OneOf(PROVIDERS), SIGNING_UP),
    attribute("names", Values::Switch, SIGNING_UP),
    attribute("topics", Values::Text, SIGNING_UP),
    attribute("consent", Values::Text, SIGNING_UP),
    attribute("privacy", Values::Text, SIGNING_UP),
    attribute("field", Values::Text, SIGNING_UP),
    attribute("announce", Values::Switch, &[Article]),
    attribute("query", Values::Text, &[Search]),
    attribute("networks", Values::SomeOf(&NETWORKS), &[Share]),
    attribute("comments", Values::Text, &[Reply]),
    attribute("order", Values::OneOf(&["newest", "oldest"]), &[Reply]),
    attribute("name", Values::Text, &[Slot]),
    attribute("label", Values::Text, &[Slot]),
    attribute("sizes", Values::Text, &[Slot]),
];
