//! What a front page shows of a feed, and what a search finds in it.

use super::{Answer, Choice, Given, Item, Missing, Origin, PageState, State, Story};
use crate::article::Feed;
use crate::rank::front::front;
use crate::rank::popular::{by_rate, latest};
use std::any::Any;
use std::rc::Rc;

/// Stories that a search finds at most.
const MOST: usize = 100;

/// A front page: what leads, and what stands beside and below that.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontPage {
    /// Its sections, from the top.
    pub sections: Vec<Section>,
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

/// What a search has found.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchResults {
    /// The words that were searched for; `None` where nothing is asked.
    pub query: Option<String>,
    /// The stories that have them, the best first.
    pub stories: Vec<Story>,
}

impl PageState for FrontPage {
    fn word(&self) -> &'static str {
        "front"
    }

    fn items(&self) -> Vec<Rc<Item>> {
        let stories = self.sections.iter().flat_map(|section| &section.stories);
        stories.map(|story| Rc::clone(&story.item)).collect()
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl PageState for SearchResults {
    fn word(&self) -> &'static str {
        "search"
    }

    fn items(&self) -> Vec<Rc<Item>> {
        let stories = self.stories.iter();
        stories.map(|story| Rc::clone(&story.item)).collect()
    }

    fn shares(&self) -> bool {
        true
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl Choice<'_> {
    /// The front page: what is read most at present leads it, where the feed
    /// counts readers.
    pub(super) fn front(&self, feed: &Feed) -> State {
        let articles = &feed.articles;
        let newest = latest(articles, Some(self.now));
        let favourites = by_rate(articles, self.config.half_life, Some(self.now));
        let favourites = favourites.as_ref().unwrap_or(&newest);
        let mut may = Vec::new();
        for &at in &newest {
            if self.admits(&articles[at], feed) {
                may.push(at);
            }
        }
        let mut sections = Vec::new();
        for desk in front(articles, &may, favourites, self.config.count) {
            let stories = desk
                .articles
                .iter()
                .map(|&at| Story::new(&articles[at], self.config));
            sections.push(Section {
                stories: stories.collect(),
                name: desk.name,
            });
        }
        if sections.is_empty() {
            State::Empty
        } else {
            State::Page(Rc::new(FrontPage { sections }))
        }
    }

    /// What a search finds; also what stands elsewhere on the page: a search that
    /// left something out would be none.
    pub(super) fn search(&self, given: &Given<'_>) -> Answer {
        let articles = &given.feed.articles;
        let query = self.config.query.clone();
        let mut stories = Vec::new();
        if let Some(query) = &query {
            let Some(index) = given.index else {
                return Answer::Needs(Missing::Index);
            };
            let may = |at: usize| {
                let article = &articles[at];
                !article.url.is_empty() && self.passes_filter(article, given.feed)
            };
            for hit in index.search(query, MOST, &may) {
                stories.push(Story::new(&articles[hit.article], self.config));
            }
        }
        let found = SearchResults { query, stories };
        Answer::Shown(State::Page(Rc::new(found)), Origin::Feeds)
    }
}
