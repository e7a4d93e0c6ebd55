//! Which articles an element lists, and why each.

use crate::host::{clock, page};
use crate::ui::feed_set::FeedSet;
use crate::ui::state::{Basis, Item, State};
use newsrail_core::article::{Article, Feed};
use newsrail_core::config::Config;
use newsrail_core::rank::archive::address;
use newsrail_core::rank::engine::{Index, Query, Scratch};
use newsrail_core::rank::popular::{by_rate, counted, latest};
use newsrail_core::rank::reason::Reason;
use newsrail_core::rank::related::{RelatedOptions, related};
use newsrail_core::rank::rules::{Current, Rules};
use newsrail_core::text::date::Timestamp;
use std::rc::Rc;

/// What one element may list, and how it is set to.
pub(crate) struct Choice<'c> {
    pub(super) config: &'c Config,
    pub(super) rules: Rules,
    pub(super) now: Timestamp,
}

impl<'c> Choice<'c> {
    /// Beside the article being read, and not what is `taken` by other lists.
    pub(crate) fn new(config: &'c Config, current: Current, taken: Vec<String>) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "whole seconds are meant")]
        let now = clock::now() as Timestamp;
        let rules = Rules { current, taken };
        Self { config, rules, now }
    }

    /// Whether an article of a feed may be listed.
    pub(super) fn admit(&self, article: &Article, feed: &Feed) -> bool {
        let filter = &self.config.filter;
        self.rules.admit(article) && filter.keeps(article, &feed.language, self.now)
    }

    /// The most read, `None` where the feed does not count readers.
    pub(crate) fn popular(&self, feed: &Feed) -> Option<State> {
        let order = by_rate(&feed.articles, self.config.half_life, Some(self.now))?;
        let reason = |place: usize, _: &Article| Reason::Views { rank: place + 1 };
        Some(self.list(Basis::Popular, feed, order, &reason))
    }

    /// A list in its own order: what it lists itself, or the feed's articles
    /// that it counts.
    pub(crate) fn given(&self, feed: &Feed, list: &Feed, is_popular: bool) -> State {
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
            if items.len() < self.config.count && self.admit(article, of) {
                items.push(Rc::new(Item::new(article, reason)));
            }
        }
        let basis = if is_popular {
            Basis::Popular
        } else {
            Basis::Related
        };
        state(basis, items)
    }

    /// The newest.
    pub(crate) fn latest(&self, feed: &Feed) -> State {
        let order = latest(&feed.articles);
        self.list(Basis::Latest, feed, order, &|_, _| Reason::Latest)
    }

    /// The address of a list that was made for the article being read, where
    /// the element names one and the page knows what the article is.
    pub(crate) fn prepared(&self) -> Option<String> {
        let template = self.config.related.as_deref()?;
        let current = &self.rules.current;
        page::absolute(&address(
            template,
            current.id.as_deref(),
            current.urls.first(),
        )?)
    }

    /// Which of the feed's articles is the one being read, if any is.
    pub(crate) fn place(&self, feed_set: &FeedSet) -> Option<usize> {
        let mut articles = feed_set.feed.articles.iter();
        articles.position(|article| self.rules.current.is(article))
    }

    /// What is most like the article being read; the latest where nothing is.
    pub(crate) fn related(&self, feed_set: &FeedSet, index: &Index, query: Query<'_>) -> State {
        let articles = &feed_set.feed.articles;
        let options = RelatedOptions {
            count: self.config.count,
            diversity: f32::from(self.config.diversity) / 100.0,
            now: Some(self.now),
            ..RelatedOptions::default()
        };
        let found = related(
            index,
            articles,
            &latest(articles),
            query,
            &|at| self.admit(&articles[at], &feed_set.feed),
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
            items.push(Rc::new(Item::new(&articles[listed.article], listed.reason)));
        }
        state(basis, items)
    }

    pub(super) fn list(
        &self,
        basis: Basis,
        feed: &Feed,
        order: Vec<usize>,
        reason: &dyn Fn(usize, &Article) -> Reason,
    ) -> State {
        let mut items = Vec::new();
        for (place, at) in order.into_iter().enumerate() {
            let article = &feed.articles[at];
            if items.len() < self.config.count && self.admit(article, feed) {
                items.push(Rc::new(Item::new(article, reason(place, article))));
            }
        }
        state(basis, items)
    }
}

fn state(basis: Basis, items: Vec<Rc<Item>>) -> State {
    if items.is_empty() {
        State::Empty
    } else {
        State::List(basis, items)
    }
}
