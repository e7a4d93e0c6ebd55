//! What the elements of an article page show: the article itself, and who wrote
//! it.

use super::{Answer, Choice, Given, Item, Missing, Origin, PageState, State};
use crate::article::{Article, Author, Feed};
use crate::rank::popular::latest;
use crate::rank::reason::Reason;
use std::any::Any;
use std::rc::Rc;

/// One article, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeArticle {
    /// The article.
    pub article: Article,
    /// The address of its feed, against which its body's links are resolved where
    /// it has none of its own.
    pub feed: String,
}

/// An author.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthorBox {
    /// Who they are.
    pub author: Author,
    /// What else they have written, newest first.
    pub items: Vec<Rc<Item>>,
}

impl PageState for WholeArticle {
    fn word(&self) -> &'static str {
        "article"
    }

    fn items(&self) -> Vec<Rc<Item>> {
        vec![Rc::new(Item::new(&self.article, Reason::Given))]
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl PageState for AuthorBox {
    fn word(&self) -> &'static str {
        "author"
    }

    fn items(&self) -> Vec<Rc<Item>> {
        self.items.clone()
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl Choice<'_> {
    /// The article that is being read; where the element names none and the page's
    /// address is none of the feed's, the newest.
    pub(super) fn article(&self, given: &Given<'_>) -> Answer {
        let found = self.read(given.feed);
        if found.is_none() && given.has_more {
            return Answer::Needs(Missing::FurtherPages);
        }
        let articles = &given.feed.articles;
        let newest = || {
            latest(articles, Some(self.now))
                .first()
                .map(|&at| &articles[at])
        };
        let is_free = self.config.article.is_none();
        let found = found.or_else(|| newest().filter(|_| is_free));
        let state = found.map_or(State::Empty, |article| {
            State::Page(Rc::new(WholeArticle {
                article: article.clone(),
                feed: given.url.to_owned(),
            }))
        });
        Answer::Shown(state, Origin::Feeds)
    }

    /// The author whom the element names, else of the article being read, and
    /// what else they wrote.
    pub(super) fn author(&self, feed: &Feed) -> State {
        let articles = &feed.articles;
        let author = match &self.config.author {
            Some(name) => articles
                .iter()
                .flat_map(|article| &article.authors)
                .find(|author| author.name == *name),
            None => self.read(feed).and_then(|article| article.authors.first()),
        };
        let Some(author) = author else {
            return State::Empty;
        };
        let is_by_them = |at: &usize| articles[*at].authors.iter().any(|a| a.name == author.name);
        let order = latest(articles, Some(self.now))
            .into_iter()
            .filter(is_by_them)
            .collect();
        State::Page(Rc::new(AuthorBox {
            author: author.clone(),
            items: self.first(feed, order, &|_| Reason::Latest),
        }))
    }

    /// The feed's article that is being read.
    fn read<'f>(&self, feed: &'f Feed) -> Option<&'f Article> {
        let current = &self.rules.current;
        feed.articles.iter().find(|article| current.is(article))
    }
}
