//! What the elements of a page choose from a feed: an author's other articles,
//! a front page, what a search finds.

use super::story::Story;
use crate::article::Feed;
use crate::config::Kind;
use crate::rank::front::front;
use crate::rank::popular::{by_rate, latest};
use crate::rank::reason::Reason;
use crate::ui::choice::Choice;
use crate::ui::library::Library;
use crate::ui::state::{Basis, State};

/// Stories that a search finds at most.
const MOST: usize = 100;

impl Choice<'_> {
    /// What an element shows that only a page has; `None` for one of the lists.
    pub(crate) fn of_page(&self, kind: Kind, library: &Library) -> Option<State> {
        match kind {
            Kind::Author => Some(self.author(&library.feed)),
            Kind::Front => Some(self.front(&library.feed)),
            Kind::Search => Some(self.found(library)),
            _ => None,
        }
    }

    /// The author whom the element names, else of the article being read, and
    /// what else they wrote.
    fn author(&self, feed: &Feed) -> State {
        let articles = &feed.articles;
        let read = || {
            articles
                .iter()
                .find(|article| self.rules.current.is(article))
        };
        let author = match &self.config.page.author {
            Some(name) => articles
                .iter()
                .flat_map(|article| &article.authors)
                .find(|author| author.name == *name),
            None => read().and_then(|article| article.authors.first()),
        };
        let Some(author) = author else {
            return State::Empty;
        };
        let by_them = |at: &usize| articles[*at].authors.iter().any(|a| a.name == author.name);
        let order = latest(articles).into_iter().filter(by_them).collect();
        let items = match self.list(Basis::Latest, feed, order, &|_, _| Reason::Latest) {
            State::List(_, items) => items,
            _ => Vec::new(),
        };
        State::Author(author.clone(), items)
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
    fn found(&self, library: &Library) -> State {
        let feed = &library.feed;
        let may = |at: usize| {
            let article = &feed.articles[at];
            let filter = &self.config.filter;
            !article.url.is_empty() && filter.keeps(article, &feed.language, self.now)
        };
        let query = self.config.page.query.clone();
        let mut stories = Vec::new();
        if let (Some(query), Some(index)) = (&query, library.index()) {
            for hit in index.find(query, MOST, &may) {
                stories.push(Story::new(&feed.articles[hit.article]));
            }
        }
        State::Found(query, stories)
    }
}
