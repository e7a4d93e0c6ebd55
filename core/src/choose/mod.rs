//! Choosing what an element shows: given the articles, their index, the element's
//! settings and the time, the answer is a [`State`], or what is still missing for
//! one.
//!
//! Nothing here waits or fetches. [`feeds()`] says what an element reads. Whoever
//! has read that calls [`list()`], or [`element()`] where more than lists are shown,
//! supplies what the answer [`Needs`](Answer::Needs), and calls again.

mod article;
mod element;
pub mod feeds;
mod item;
mod list;
pub mod order;
pub mod rules;
mod site;
mod state;
mod story;
#[cfg(test)]
mod tests;

pub use article::{AuthorBox, WholeArticle};
pub use element::element;
pub use feeds::{HostPage, Wanted, feeds};
pub use item::{Details, Item};
pub use list::list;
pub use site::{FrontPage, SearchResults, Section};
pub use state::{Basis, PageState, State};
pub use story::Story;

use crate::article::{Article, Feed};
use crate::config::{Config, Kind};
use crate::rank::engine::Index;
use crate::text::date::Timestamp;
use rules::Rules;

/// An element that is to show something, and what it may choose from.
#[derive(Clone, Debug)]
pub struct Choice<'c> {
    /// Which of the elements it is.
    pub kind: Kind,
    /// What it is set to.
    pub config: &'c Config,
    /// What it may not list.
    pub rules: Rules,
    /// The present, from which ages count.
    pub now: Timestamp,
}

impl Choice<'_> {
    /// Whether an article of a feed may be listed.
    fn admits(&self, article: &Article, feed: &Feed) -> bool {
        self.rules.admit(article) && self.passes_filter(article, feed)
    }

    /// Whether the element's settings allow an article of a feed.
    fn passes_filter(&self, article: &Article, feed: &Feed) -> bool {
        let filter = &self.config.filter;
        filter.keeps(article, &feed.language, self.now)
    }
}

/// What there is to choose from so far.
#[derive(Clone, Debug)]
pub struct Given<'g> {
    /// The articles of the element's feeds, as one feed.
    pub feed: &'g Feed,
    /// The address of the first of these feeds.
    pub url: &'g str,
    /// Whether further pages of them are on the way.
    pub has_more: bool,
    /// The index of the articles, once it has been made.
    pub index: Option<&'g Index>,
    /// The list that [`Missing::List`] asks for.
    pub list: Supply<&'g Feed>,
    /// What the page says of its article, which [`Missing::PageArticle`] asks for.
    pub page_article: Supply<&'g Article>,
    /// The language that the page says it is in, as a BCP 47 tag; empty where it says none.
    pub page_language: &'g str,
}

/// Something that is fetched only for those who need it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Supply<T> {
    /// It is not here: nobody has asked for it, or it is on the way.
    #[default]
    NotYet,
    /// It could not be had.
    Unavailable,
    /// This is it.
    Here(T),
}

impl<T> Supply<T> {
    /// The same with what `part` takes from it.
    pub fn map<'s, U>(&'s self, part: impl FnOnce(&'s T) -> U) -> Supply<U> {
        match self {
            Self::NotYet => Supply::NotYet,
            Self::Unavailable => Supply::Unavailable,
            Self::Here(it) => Supply::Here(part(it)),
        }
    }
}

/// What an element is to show, as far as it can be known.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// This, chosen from there.
    Shown(State, Origin),
    /// Nothing yet: this is missing.
    Needs(Missing),
}

/// What a state was chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The element's feeds.
    Feeds,
    /// The list that the publisher made.
    List,
}

/// What an answer is waiting for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The list that the publisher made, at this address as the attribute has it.
    List(String),
    /// The index of the feeds' articles.
    Index,
    /// What the page says of its article, which is in none of the feeds.
    PageArticle,
    /// The feeds' further pages: the article may be on one of them.
    FurtherPages,
}
