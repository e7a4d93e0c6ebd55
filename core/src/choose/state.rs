//! What an element shows, as a plain value that a view renders.

use super::item::Item;
use crate::text::link::key;
use std::any::Any;
use std::fmt::Debug;
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
#[derive(Clone, Debug, Default)]
pub enum State {
    /// Its feed is on the way.
    #[default]
    Loading,
    /// A list.
    List(Basis, Vec<Rc<Item>>),
    /// What only an article page, a front page or a search shows; see
    /// [`State::page`].
    Page(Rc<dyn PageState>),
    /// The feed has nothing for it.
    Empty,
    /// The feed could not be had.
    Failed,
}

/// What an element shows that is no list. A trait and no further cases of
/// [`State`]: a program that has lists alone pays for none of them.
pub trait PageState: Any + Debug {
    /// The word for it, as events have it.
    fn word(&self) -> &'static str;

    /// The articles that it shows.
    fn items(&self) -> Vec<Rc<Item>>;

    /// Whether what it shows may stand elsewhere on the page too.
    fn shares(&self) -> bool {
        false
    }

    /// Whether another shows the same.
    fn is(&self, other: &dyn Any) -> bool;
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::List(basis, items), Self::List(others, other_items)) => {
                basis == others && items == other_items
            }
            (Self::Page(one), Self::Page(other)) => one.is(&**other),
            (Self::Loading, Self::Loading)
            | (Self::Empty, Self::Empty)
            | (Self::Failed, Self::Failed) => true,
            _ => false,
        }
    }
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

    /// What an element that is no list shows, where it is of this type.
    #[must_use]
    pub fn page<T: PageState>(&self) -> Option<&T> {
        let Self::Page(shown) = self else { return None };
        let shown: &dyn Any = &**shown;
        shown.downcast_ref()
    }

    /// Whether another is known to show the same. Of lists it is not: whoever shows one
    /// looks at what is seen, which is less to compare.
    #[must_use]
    pub fn is_known_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Page(one), Self::Page(other)) => one.is(&**other),
            (Self::Empty, Self::Empty) => true,
            _ => false,
        }
    }

    /// The word for what it shows, as events have it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::List(Basis::Popular, _) => "popular",
            Self::List(Basis::Related, _) => "related",
            Self::List(Basis::Latest, _) => "latest",
            Self::Page(shown) => shown.word(),
            Self::Loading | Self::Empty | Self::Failed => "empty",
        }
    }

    /// The articles that it shows.
    #[must_use]
    pub fn items(&self) -> Vec<Rc<Item>> {
        match self {
            Self::List(_, items) => items.clone(),
            Self::Page(shown) => shown.items(),
            Self::Loading | Self::Empty | Self::Failed => Vec::new(),
        }
    }

    /// The [`key`]s of the articles that no other list of the page may show.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        if !matches!(self, Self::Page(shown) if shown.shares()) {
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
