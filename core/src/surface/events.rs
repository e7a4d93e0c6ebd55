//! The events, and what their `detail` has.

use crate::config::Kind;

/// An event of an element's.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// The elements that dispatch it.
    pub on: &'static [Kind],
    /// Whether `preventDefault` takes upon the page what would follow.
    pub is_cancelable: bool,
    /// The fields of `detail`.
    pub detail: &'static [Field],
}

/// A field of an event's `detail`.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it has.
    pub is: FieldType,
}

/// What a field has.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// A text.
    Text,
    /// A text, or null.
    MaybeText,
    /// A number.
    Number,
    /// A number, or null.
    MaybeNumber,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// Names; the field is missing on pages that have none.
    MaybeTexts,
    /// Articles, each with the fields of `newsrail-select`.
    Items,
    /// Names, a place among others, or undefined: whatever a reason is about.
    About,
    /// Names, maybe none.
    Texts,
    /// A function that is called with one of these outcomes, and maybe words for it.
    Respond(&'static [&'static str]),
}

use FieldType::{
    About, Items, MaybeNumber, MaybeText, MaybeTexts, Number, OneOf, Respond, Text, Texts,
};
use Kind::{Article, Author, Front, MoreLikeThis, Popular, Reply, Search, Share, Slot, Subscribe};

const fn field(name: &'static str, is: FieldType) -> Field {
    Field { name, is }
}

const fn event(
    name: &'static str,
    on: &'static [Kind],
    is_cancelable: bool,
    detail: &'static [Field],
) -> Event {
    Event {
        name,
        on,
        is_cancelable,
        detail,
    }
}

const LISTING: &[Kind] = &[Popular, MoreLikeThis, Front, Search, Author];
const SHOWING: &[Kind] = &[Popular, MoreLikeThis, Article, Front, Search, Author];
const BASES: &[&str] = &[
    "popular", "related", "latest", "article", "author", "front", "search", "empty",
];
const LISTS: &[&str] = &["popular", "more-like-this", "front", "search", "author"];
const REASONS: &[&str] = &["words", "section", "views", "latest", "given"];
const SIGN_UPS: &[&str] = &[
    "subscribed",
    "check-inbox",
    "sent",
    "already",
    "accepted",
    "refused",
    "unavailable",
    "redirected",
    "unreachable",
    "offline",
];
const REPLIES: &[&str] = &[
    "published",
    "held",
    "received",
    "closed",
    "duplicate",
    "flood",
    "login",
    "own-form",
    "sent",
    "refused",
    "unavailable",
    "unclear",
    "redirected",
    "unreachable",
    "offline",
];
/// What a page may say of a reply that it has taken upon itself: all but `own-form`.
const REPLIES_OF_PAGES: &[&str] = &[
    "published",
    "held",
    "received",
    "closed",
    "duplicate",
    "flood",
    "login",
    "sent",
    "refused",
    "unavailable",
    "unclear",
    "redirected",
    "unreachable",
    "offline",
];
const ITEM: &[Field] = &[
    field("id", Text),
    field("url", Text),
    field("title", Text),
    field("reason", OneOf(REASONS)),
    field("about", About),
];

/// Every event, in the order of the documents.
pub const EVENTS: [Event; 11] = [
    event(
        "newsrail-load",
        SHOWING,
        false,
        &[
            field("basis", OneOf(BASES)),
            field("feed", Text),
            field("age", Number),
            field("items", Items),
            field("sections", MaybeTexts),
        ],
    ),
    event(
        "newsrail-error",
        SHOWING,
        false,
        &[field("url", Text), field("reason", Text)],
    ),
    event("newsrail-select", LISTING, true, ITEM),
    event(
        "newsrail-impression",
        LISTING,
        false,
        &[
            field("list", OneOf(LISTS)),
            field("place", Number),
            field("id", Text),
            field("url", Text),
            field("reason", OneOf(REASONS)),
        ],
    ),
    event(
        "newsrail-sign-up",
        &[Popular, MoreLikeThis, Subscribe],
        true,
        &[
            field("email", Text),
            field("name", Text),
            field("topics", Texts),
            field("respond", Respond(SIGN_UPS)),
        ],
    ),
    event(
        "newsrail-sign-up-result",
        &[Popular, MoreLikeThis, Subscribe],
        false,
        &[field("outcome", OneOf(SIGN_UPS))],
    ),
    event(
        "newsrail-reply",
        &[Reply],
        true,
        &[
            field("article", Text),
            field("parent", Text),
            field("name", Text),
            field("email", Text),
            field("website", Text),
            field("comment", Text),
            field("respond", Respond(REPLIES_OF_PAGES)),
        ],
    ),
    event(
        "newsrail-reply-result",
        &[Reply],
        false,
        &[field("outcome", OneOf(REPLIES))],
    ),
    event("newsrail-search", &[Search], true, &[field("query", Text)]),
    event(
        "newsrail-slot",
        &[Slot],
        true,
        &[
            field("name", Text),
            field("width", MaybeNumber),
            field("height", MaybeNumber),
            field("article", MaybeText),
            field("url", MaybeText),
        ],
    ),
    event(
        "newsrail-share",
        &[Share],
        true,
        &[
            field("network", OneOf(&crate::shared::NETWORKS)),
            field("url", Text),
        ],
    ),
];
