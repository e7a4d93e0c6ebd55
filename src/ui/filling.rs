//! What an element is to show: from which feeds, what it is put together from,
//! and what of that is still on the way.

use crate::host::{console, page};
use crate::ui::choice::Choice;
use crate::ui::elements::Chosen;
use crate::ui::feed_set::{Failure, FeedSet};
use crate::ui::newsstand::{Newsstand, Placement};
use crate::ui::state::State;
use newsrail_core::config::{Config, Kind};
use newsrail_core::feed::{ARTICLE_OF, LIST_OF};
use newsrail_core::rank::engine::{Index, Query};
use newsrail_core::rank::rules::Current;
use std::rc::Rc;

impl Placement {
    /// The feed whose order is how often its articles are read.
    fn popular_feed(&self, config: &Config) -> Option<String> {
        let named = config.popular.as_deref();
        named
            .filter(|_| self.kind == Kind::Popular)
            .and_then(page::absolute)
    }
}

impl Newsstand {
    /// What an element is to show and the feed it is from, `None` where that is
    /// still on the way.
    pub(super) fn state_for(
        self: &Rc<Self>,
        placement: &Rc<Placement>,
    ) -> Result<Option<(State, Rc<FeedSet>)>, Failure> {
        placement.feeds.borrow_mut().clear();
        let config = placement.config.peek();
        let popular = placement.popular_feed(&config);
        let main = feed_of(&config)
            .or_else(|| popular.clone())
            .or_else(|| page::own(LIST_OF))
            .ok_or_else(|| Failure {
                url: "no feed".to_owned(),
                reason: "set the attribute feed, or announce one in the page's head".to_owned(),
            })?;
        let Some(feed_set) = self.feed_set(placement, &main, config.max_articles)? else {
            return Ok(None);
        };
        let choice = Choice::new(
            &config,
            self.current(placement, &config),
            self.taken_by_others(placement),
        );
        match (self.elements.choose)(self, placement, &choice, &feed_set) {
            Chosen::List => {}
            Chosen::Waiting => return Ok(None),
            Chosen::State(state) => return Ok(Some((state, feed_set))),
        }
        let is_popular = placement.kind == Kind::Popular;
        let given = if is_popular {
            popular
        } else {
            choice.prepared()
        };
        match given.map(|url| self.feed_set(placement, &url, 0)) {
            Some(Ok(None)) => return Ok(None),
            Some(Ok(Some(list))) => {
                let state = choice.given(&feed_set.feed, &list.feed, is_popular);
                if state != State::Empty {
                    // Counts and search engines name no publication.
                    let is_named = !list.feed.title.is_empty();
                    return Ok(Some((state, if is_named { list } else { feed_set })));
                }
                if is_popular {
                    console::noted(&list.set, "names no article that may be listed");
                }
            }
            // What the feed itself gives is better than nothing.
            Some(Err(failure)) => console::failed(&placement.host, &failure.url, &failure.reason),
            None => {}
        }
        if is_popular {
            let counted = choice.popular(&feed_set.feed);
            let state = counted.unwrap_or_else(|| choice.latest(&feed_set.feed));
            return Ok(Some((state, feed_set)));
        }
        let Some(index) = self.index(&feed_set) else {
            return Ok(None);
        };
        if let Some(known) = choice.place(&feed_set) {
            let state = choice.related(&feed_set, index, Query::Known(known));
            return Ok(Some((state, feed_set)));
        }
        if placement.beside.is_some() {
            // Of another page nothing else is known.
            return Ok(None);
        }
        // What the page's JSON-LD says of its article, else its head.
        let said = match page::own(ARTICLE_OF).map(|own| self.feed_set(placement, &own, 0)) {
            Some(Ok(None)) => return Ok(None),
            Some(Ok(said)) => said,
            _ => None,
        };
        let said = said.as_ref().and_then(|said| said.feed.articles.first());
        let head = said.is_none().then(page::article);
        let Some(current) = said.or(head.as_ref()) else {
            return Ok(None);
        };
        let state = choice.related(&feed_set, index, Query::Other(current));
        Ok(Some((state, feed_set)))
    }

    /// The feed at these addresses, which the element reads from now on.
    fn feed_set(
        &self,
        placement: &Placement,
        set: &str,
        most: usize,
    ) -> Result<Option<Rc<FeedSet>>, Failure> {
        *placement.feeds.borrow_mut() += &[set, " "].concat();
        self.feed_sets.get(set, most)
    }

    /// The feed set's index; where it has none yet, that is made, and what waits
    /// for it is filled then.
    pub(super) fn index<'l>(self: &Rc<Self>, feed_set: &'l Rc<FeedSet>) -> Option<&'l Index> {
        let index = feed_set.index();
        if index.is_none() {
            let newsstand = Rc::clone(self);
            feed_set.make_index(move || newsstand.schedule());
        }
        index
    }

    /// The article being read: what an article element on the page shows, else
    /// what the page says.
    fn current(&self, placement: &Placement, config: &Config) -> Current {
        let named = placement.beside.as_ref().or(config.article.as_ref());
        let mut current = page::current(named.map(String::as_str));
        for placement in &*self.placements.borrow() {
            if placement.kind.is_article() {
                current
                    .urls
                    .extend_from_slice(&placement.shown_keys.borrow());
            }
        }
        current
    }

    fn taken_by_others(&self, placement: &Rc<Placement>) -> Vec<String> {
        let placements = self.placements.borrow();
        let mut taken = Vec::new();
        for other in &*placements {
            if !Rc::ptr_eq(other, placement) {
                taken.extend_from_slice(&other.shown_keys.borrow());
            }
        }
        taken
    }
}

/// The addresses of the feeds that an element names, with blanks between them,
/// else that of the page's own. What is no web address stays as it is written:
/// asking for it says so.
fn feed_of(config: &Config) -> Option<String> {
    let Some(named) = config.feed.as_deref() else {
        return page::feed();
    };
    let mut set = String::new();
    for url in named.split([' ', '\t', '\r', '\n']) {
        if url.is_empty() {
            continue;
        }
        if !set.is_empty() {
            set.push(' ');
        }
        set.push_str(page::absolute(url).as_deref().unwrap_or(url));
    }
    Some(set)
}
