//! What a list beside an article shows.

use super::{Answer, Basis, Choice, Given, Item, Missing, Origin, State, Supply};
use crate::article::{Article, Feed};
use crate::config::Kind;
use crate::rank::archive::address;
use crate::rank::engine::{Index, Query, Scratch};
use crate::rank::own_language::{is_same, language_of, leaves_out_others};
use crate::rank::popular::{by_rate, counted, latest};
use crate::rank::reason::Reason;
use crate::rank::related::{RelatedOptions, related};
use std::rc::Rc;

/// What Popular or More like this shows.
///
/// The list that the publisher made comes first, if anything of it may be listed.
/// Popular is else what is read most, or the latest where the feed counts no
/// readers. More like this is else what is most like the article being read.
#[must_use]
pub fn list(choice: &Choice<'_>, given: &Given<'_>) -> Answer {
    if let Some(url) = choice.list_address(given.feed) {
        match given.list {
            Supply::NotYet => return Answer::Needs(Missing::List(url)),
            Supply::Here(list) => {
                let state = choice.given(given.feed, list);
                if state.is_read() {
                    return Answer::Shown(state, Origin::List);
                }
            }
            // What the feed itself gives is better than nothing.
            Supply::Unavailable => {}
        }
    }
    let state = if choice.kind == Kind::Popular {
        choice.popular(given.feed)
    } else {
        let Some(index) = given.index else {
            return Answer::Needs(Missing::Index);
        };
        let articles = &given.feed.articles;
        let current = &choice.rules.current;
        let known = articles.iter().position(|article| current.is(article));
        let (query, language) = if let Some(at) = known {
            (Query::Known(at), language_of(&articles[at], given.feed))
        } else if let Supply::Here(article) = given.page_article {
            (Query::Other(article), &*article.language)
        } else {
            return Answer::Needs(Missing::PageArticle);
        };
        let language = if language.is_empty() {
            given.page_language
        } else {
            language
        };
        choice.related(given.feed, index, query, language)
    };
    Answer::Shown(state, Origin::Feeds)
}

impl Choice<'_> {
    /// The address of a list that the publisher made: an order of articles for
    /// Popular, else what was prepared for the article being read, where the page
    /// or its feed knows what that is.
    fn list_address(&self, feed: &Feed) -> Option<String> {
        if self.kind == Kind::Popular {
            return self.config.popular.clone();
        }
        let template = self.config.related.as_deref()?;
        let current = &self.rules.current;
        let said = current.id.as_deref();
        let id = said.or_else(|| Some(&*feed.articles.iter().find(|one| current.is(one))?.id));
        address(template, id, current.urls.first())
    }

    /// A list in its own order: what it lists itself, or the feed's articles that
    /// it counts.
    fn given(&self, feed: &Feed, list: &Feed) -> State {
        let mut items = Vec::new();
        let mut rank = 0;
        for entry in &list.articles {
            let (article, of, reason) = if entry.url.is_empty() {
                let Some(at) = counted(&feed.articles, entry) else {
                    continue;
                };
                rank += 1;
                (&feed.articles[at], feed, Reason::Views { rank })
            } else if entry.about.is_empty() {
                (entry, list, Reason::Given)
            } else {
                (entry, list, Reason::Shares(entry.about.clone()))
            };
            if items.len() < self.config.count && self.admits(article, of) {
                items.push(Rc::new(Item::within(article, reason, self.config)));
            }
        }
        let basis = match self.kind {
            Kind::Popular => Basis::Popular,
            _ => Basis::Related,
        };
        State::list(basis, items)
    }

    /// The most read; the latest where the feed counts no readers.
    fn popular(&self, feed: &Feed) -> State {
        let articles = &feed.articles;
        if let Some(order) = by_rate(articles, self.config.half_life, Some(self.now)) {
            let views = |place: usize| Reason::Views { rank: place + 1 };
            return State::list(Basis::Popular, self.first(feed, order, &views));
        }
        let latest = self.first(feed, latest(articles, Some(self.now)), &|_| Reason::Latest);
        State::list(Basis::Latest, latest)
    }

    /// What is most like the article being read, in this language; the latest where
    /// nothing is.
    fn related(&self, feed: &Feed, index: &Index, query: Query<'_>, language: &str) -> State {
        let articles = &feed.articles;
        let admitted = |at: usize| self.admits(&articles[at], feed);
        let own = |at: usize| is_same(language_of(&articles[at], feed), language) && admitted(at);
        let is_strict = leaves_out_others(articles.len(), self.config.count, &own);
        let may_stand: &dyn Fn(usize) -> bool = if is_strict { &own } else { &admitted };
        let options = RelatedOptions {
            count: self.config.count,
            diversity: f32::from(self.config.diversity) / 100.0,
            now: Some(self.now),
            ..RelatedOptions::default()
        };
        let found = related(
            index,
            articles,
            &latest(articles, Some(self.now)),
            query,
            may_stand,
            &options,
            &mut Scratch::default(),
        );
        // Filled from the latest alone it is no list of related articles.
        let basis = if found.iter().all(|listed| listed.reason == Reason::Latest) {
            Basis::Latest
        } else {
            Basis::Related
        };
        let mut items = Vec::with_capacity(found.len());
        for listed in found {
            items.push(Rc::new(Item::within(
                &articles[listed.article],
                listed.reason,
                self.config,
            )));
        }
        State::list(basis, items)
    }

    /// The first articles of an order that may be listed, as many as the element
    /// has room for, each for the reason that its place in the order gives.
    pub(super) fn first(
        &self,
        feed: &Feed,
        order: Vec<usize>,
        reason: &dyn Fn(usize) -> Reason,
    ) -> Vec<Rc<Item>> {
        let mut items = Vec::new();
        for (place, at) in order.into_iter().enumerate() {
            let article: &Article = &feed.articles[at];
            if items.len() < self.config.count && self.admits(article, feed) {
                items.push(Rc::new(Item::within(article, reason(place), self.config)));
            }
        }
        items
    }
}
