//! Where in a JSON-LD document articles stand, and which entries of lists are articles.
//!
//! Pages describe much in the same words: the way to the page (`BreadcrumbList`), the
//! staff, the steps of a recipe. All of them are lists of entries with a name and a link.
//! So what says itself that it is an article counts wherever it stands. What only has a
//! name and a link counts where the list, and all that holds the list, is for articles.

use super::graph::Graph;
use super::{is_a, is_article};
use crate::json::Json;

/// How deep articles are looked for; one JSON-LD rarely nests deeper than
/// graph, page, list, entry, article.
const DEEPEST: usize = 8;

/// The properties of a thing that may have further things.
const WITHIN: [&str; 8] = [
    "@graph",
    "mainEntity",
    "itemListElement",
    "item",
    "hasPart",
    "blogPost",
    "blogPosts",
    "@list",
];

/// What may list articles by name and link alone. A thing without a type may, too.
const LISTS: [&str; 9] = [
    "ItemList",
    "WebPage",
    "CollectionPage",
    "SearchResultsPage",
    "Collection",
    "WebSite",
    "Blog",
    "Newspaper",
    "Periodical",
];

/// What lists something else, and so does any list within it.
const OTHERS: [&str; 11] = [
    "AboutPage",
    "ContactPage",
    "FAQPage",
    "QAPage",
    "HowTo",
    "HowToSection",
    "HowToStep",
    "Recipe",
    "SiteNavigationElement",
    "OfferCatalog",
    "Menu",
];

/// An article, or an entry of a list that stands for one.
pub(super) struct Entry<'j, 'a> {
    /// What says most of the article.
    pub(super) thing: &'j Json<'a>,
    /// The entry of the list that it is in, or the thing once more.
    pub(super) entry: &'j Json<'a>,
}

/// What is known of a place by what is around it.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Nothing speaks for or against articles.
    Open,
    /// The entries of a list of articles.
    Listed,
    /// What lists something else.
    Other,
}

/// Gives `found` every article of a document in its order.
pub(super) fn walk<'j, 'a>(
    document: &'j Json<'a>,
    graph: &'j Graph<'j, 'a>,
    found: &mut dyn FnMut(Entry<'j, 'a>),
) {
    Walk { graph, found }.things(document, DEEPEST, Place::Open);
}

struct Walk<'w, 'j, 'a> {
    graph: &'j Graph<'j, 'a>,
    found: &'w mut dyn FnMut(Entry<'j, 'a>),
}

impl<'j, 'a> Walk<'_, 'j, 'a> {
    fn things(&mut self, json: &'j Json<'a>, depth: usize, place: Place) {
        if depth == 0 {
            return;
        }
        for thing in json.many() {
            // The way to the page ends with the page, which its article describes.
            if is_a(thing, |kind| kind == "BreadcrumbList") {
                continue;
            }
            if is_article(thing) {
                self.found(thing, thing);
            } else if place == Place::Listed && self.is_reference(thing) {
                self.entry(self.graph.resolve(thing), 0, place);
            } else if is_entry(thing) {
                self.entry(thing, depth - 1, place);
            } else {
                for name in WITHIN {
                    self.things(thing.get(name), depth - 1, within(place, thing, name));
                }
            }
        }
    }

    /// An entry of a list. What it refers to is asked what it is and walked no further:
    /// things may refer to one another in circles.
    fn entry(&mut self, entry: &'j Json<'a>, depth: usize, place: Place) {
        let item = entry.get("item");
        let told = self.graph.resolve(item);
        if is_article(entry) {
            self.found(entry, entry);
        } else if is_article(told) {
            self.found(told, entry);
        } else if matches!(item, Json::Map(_)) && !told.get("@type").is_blank() {
            self.things(item, depth, within(place, entry, "item"));
        } else if place == Place::Listed && is_entry(entry) {
            let has_item = matches!(item, Json::Map(_));
            self.found(if has_item { item } else { entry }, entry);
        }
    }

    fn found(&mut self, thing: &'j Json<'a>, entry: &'j Json<'a>) {
        (self.found)(Entry { thing, entry });
    }

    /// Whether it says nothing but where in the document the thing is described.
    fn is_reference(&self, thing: &'j Json<'a>) -> bool {
        thing.get("@type").is_blank() && !std::ptr::eq(self.graph.resolve(thing), thing)
    }
}

/// Whether it is a list's entry and nothing else: a step of a recipe may be both.
fn is_entry(thing: &Json<'_>) -> bool {
    is_a(thing, |kind| kind == "ListItem") && !is_a(thing, |kind| kind != "ListItem")
}

/// What is known of what a thing has in one of its properties.
fn within(place: Place, thing: &Json<'_>, name: &str) -> Place {
    if place == Place::Other || is_a(thing, |kind| OTHERS.contains(&kind)) {
        return Place::Other;
    }
    match name {
        "@list" => place,
        "itemListElement" => {
            let lists = is_a(thing, |kind| LISTS.contains(&kind));
            if lists || thing.get("@type").is_blank() {
                Place::Listed
            } else {
                Place::Other
            }
        }
        _ => Place::Open,
    }
}
