//! What a front page shows of a feed, and what a search finds in it.

use super::story::Story;
use crate::ui::choice::Choice;
use crate::ui::feed_set::FeedSet;
use crate::ui::state::State;
use newsrail_core::article::Feed;
use newsrail_core::config::Kind;
use newsrail_core::rank::front::front;
use newsrail_core::rank::popular::{by_rate, latest};

/// Stories that a search finds at most.
const MOST: usize = 100;

impl Choice<'_> {
    /// What an element shows that only a site has; `None` for any other.
    pub(crate) fn of_site(&self, kind: Kind, feed_set: &FeedSet) -> Option<State> {
        match kind {
            Kind::Front => Some(self.front(&feed_set.feed)),
            Kind::Search => Some(self.found(feed_set)),
            _ => None,
        }
    }

    /// The front page: what is read most at present leads it, where the feed
    /// counts readers.
    fn front(&self, feed: &Feed) -> State {
        let articles = &feed.articles;
        let newest = latest(articles);
        let favourites = by_rate(articles, self.config.half_life, Some(self.now));
        let favourites = favourites.as_ref().unwrap_or(&newest);
        let mut may = Vec::new();
        for &at in &newest {
            if self.admit(&articles[at], feed) {
                may.push(at);
            }
        }
        let mut page = Vec::new();
        for desk in front(articles, &may, favourites, self.config.count) {
            let mut stories = Vec::new();
            for at in desk.articles {
                stories.push(Story::new(&articles[at]));
            }
            page.push((desk.name, stories));
        }
        if page.is_empty() {
            State::Empty
        } else {
            State::Front(page)
        }
    }

    /// What is found; also what stands elsewhere on the page: a search that
    /// left something out would be none.
    fn found(&self, feed_set: &FeedSet) -> State {
        let feed = &feed_set.feed;
        let may = |at: usize| {
            let article = &feed.articles[at];
            let filter = &self.config.filter;
            !article.url.is_empty() && filter.keeps(article, &feed.language, self.now)
        };
        let query = self.config.page.query.clone();
        let mut stories = Vec::new();
        if let (Some(query), Some(index)) = (&query, feed_set.index()) {
            for hit in index.search(query, MOST, &may) {
                stories.push(Story::new(&feed.articles[hit.article]));
            }
        }
        State::Found(query, stories)
    }
}
