//! What an author's box shows of a feed.

use crate::ui::choice::Choice;
use crate::ui::state::{Basis, State};
use newsrail_core::article::Feed;
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::reason::Reason;

impl Choice<'_> {
    /// The author of this name, else of the article being read, and what else they
    /// wrote.
    pub(crate) fn author(&self, feed: &Feed, named: Option<&str>) -> State {
        let articles = &feed.articles;
        let read = || {
            articles
                .iter()
                .find(|article| self.rules.current.is(article))
        };
        let author = match named {
            Some(name) => articles
                .iter()
                .flat_map(|article| &article.authors)
                .find(|author| author.name == name),
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
}
