//! What a front page shows of a feed, and what a search finds in it.

use super::{Answer, Choice, Given, Missing, Origin, Section, State, Story};
use crate::article::Feed;
use crate::rank::front::front;
use crate::rank::popular::{by_rate, latest};

/// Stories that a search finds at most.
const MOST: usize = 100;

impl Choice<'_> {
    /// The front page: what is read most at present leads it, where the feed
    /// counts readers.
    pub(super) fn front(&self, feed: &Feed) -> State {
        let articles = &feed.articles;
        let newest = latest(articles);
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
            let stories = desk.articles.iter().map(|&at| Story::new(&articles[at]));
            sections.push(Section {
                stories: stories.collect(),
                name: desk.name,
            });
        }
        if sections.is_empty() {
            State::Empty
        } else {
            State::Front(sections)
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
                stories.push(Story::new(&articles[hit.article]));
            }
        }
        Answer::Shown(State::Found { query, stories }, Origin::Feeds)
    }
}
