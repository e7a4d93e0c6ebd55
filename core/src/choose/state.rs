//! What an element shows, as a plain value that a view renders.

use super::item::Item;
use super::story::Story;
use crate::article::{Article, Author};
use crate::rank::reason::Reason;
use crate::text::link::key;
use std::rc::Rc;

/// What a list was chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// How often its articles were read, or an order that says so.
    Popular,
    /// What they share with the article being read.
    Related,
    /// Their dates alone.
    Latest,
}

/// What an element shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum State {
    /// Its feed is on the way.
    #[default]
    Loading,
    /// A list.
    List(Basis, Vec<Rc<Item>>),
    /// One article, whole.
    Article {
        /// The article.
        article: Box<Article>,
        /// The address of its feed, against which its body's links are resolved
        /// where it has none of its own.
        feed: String,
    },
    /// An author, and what else they have written.
    Author(Author, Vec<Rc<Item>>),
    /// A front page: what leads, and what stands beside and below that.
    Front(Vec<Section>),
    /// What a search has found.
    Found {
        /// The words that were searched for; `None` where nothing is asked.
        query: Option<String>,
        /// The stories that have them, the best first.
        stories: Vec<Story>,
    },
    /// The feed has nothing for it.
    Empty,
    /// The feed could not be had.
    Failed,
}

/// A section of a front page.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What the feed calls it; empty for what leads the page, and for what is of
    /// no section.
    pub name: String,
    /// Its stories, in their order.
    pub stories: Vec<Story>,
}

impl State {
    /// A list of these, if there are any.
    pub(super) fn list(basis: Basis, items: Vec<Rc<Item>>) -> Self {
        if items.is_empty() {
            Self::Empty
        } else {
            Self::List(basis, items)
        }
    }

    /// The word for what it shows, as events have it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::List(Basis::Popular, _) => "popular",
            Self::List(Basis::Related, _) => "related",
            Self::List(Basis::Latest, _) => "latest",
            Self::Article { .. } => "article",
            Self::Author(..) => "author",
            Self::Front(_) => "front",
            Self::Found { .. } => "search",
            Self::Loading | Self::Empty | Self::Failed => "empty",
        }
    }

    /// The articles that it shows.
    #[must_use]
    pub fn items(&self) -> Vec<Rc<Item>> {
        let mut items = Vec::new();
        let mut add = |stories: &[Story]| {
            for story in stories {
                items.push(Rc::clone(&story.item));
            }
        };
        match self {
            Self::List(_, items) | Self::Author(_, items) => return items.clone(),
            Self::Article { article, .. } => {
                return vec![Rc::new(Item::new(article, Reason::Given))];
            }
            Self::Front(sections) => {
                for section in sections {
                    add(&section.stories);
                }
            }
            Self::Found { stories, .. } => add(stories),
            Self::Loading | Self::Empty | Self::Failed => {}
        }
        items
    }

    /// The [`key`]s of the articles that no other list of the page may show. What
    /// somebody searches for may stand elsewhere too.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        if !matches!(self, Self::Found { .. }) {
            for item in self.items() {
                keys.push(key(&item.url));
            }
        }
        keys
    }

    /// Whether it is something to read, and not what is said in its place.
    #[must_use]
    pub fn is_read(&self) -> bool {
        !matches!(self, Self::Loading | Self::Empty | Self::Failed)
    }
}
