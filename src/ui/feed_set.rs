//! The feeds of a page: each is fetched once, and several that are read as one
//! are merged and indexed once, however many elements read them. What the
//! browser has kept of one is there first, and stays where the network has
//! nothing better.

use crate::host::clock::{now, time_budget, turn};
use crate::host::languages;
use crate::host::{console, page};
use crate::ui::source::{Listener, Page, Source, is_same};
use leptos::task::spawn_local;
use newsrail_core::article::Feed;
use newsrail_core::feed::merge::Merger;
use newsrail_core::rank::engine::{Index, language};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// One feed, or several as one, and, once somebody asks what is like one of
/// its articles, their index.
pub(crate) struct FeedSet {
    /// Where it is from: addresses with a blank between them.
    pub(crate) set: String,
    pub(crate) feed: Feed,
    /// Whether further pages of it are on the way.
    pub(crate) more: Cell<bool>,
    /// What it was made of, feed by feed.
    pages: Vec<Rc<Page>>,
    /// When the feed last answered that has not done so for longest, in
    /// seconds since 1970.
    answered: Cell<f64>,
    index: OnceCell<Index>,
    /// Whether that is being made, or has been.
    indexing: Cell<bool>,
}

/// Why there is nothing to show: at which address, and what is wrong there.
#[derive(Clone)]
pub(crate) struct Failure {
    pub(crate) url: String,
    pub(crate) reason: String,
}

/// All feeds that the page's elements have asked for.
pub(crate) struct FeedSets {
    /// What the loader has asked for already: address to Promise of Response.
    early: js_sys::Map,
    sources: RefCell<Vec<Rc<Source>>>,
    made: RefCell<Vec<Rc<FeedSet>>>,
    listener: Listener,
}

impl FeedSet {
    /// Of one page it is that page, of several all of them in one, the first
    /// `own` of them of the first feed.
    fn new(set: &str, pages: Vec<Rc<Page>>, own: usize) -> Rc<Self> {
        let mut feed = pages[0].feed();
        if pages.len() > 1 {
            let mut merger = Merger::new(feed);
            for (at, page) in pages.iter().enumerate().skip(1) {
                merger.add(page.feed(), at < own);
            }
            feed = merger.done();
        }
        Rc::new(Self {
            set: set.to_owned(),
            feed,
            more: Cell::default(),
            answered: Cell::default(),
            pages,
            index: OnceCell::new(),
            indexing: Cell::default(),
        })
    }

    /// The index, once it has been made.
    pub(crate) fn index(&self) -> Option<&Index> {
        self.index.get()
    }

    /// Makes the index, a piece at a time, and then calls `then`; whoever asks
    /// while it is being made is not called.
    pub(crate) fn make_index(self: &Rc<Self>, then: impl FnOnce() + 'static) {
        if self.indexing.replace(true) {
            return;
        }
        let feed_set = Rc::clone(self);
        spawn_local(async move {
            let articles = &feed_set.feed.articles;
            let mut named = feed_set.feed.language.clone();
            if named.is_empty() {
                named = page::language();
            }
            languages::learn_for(&named).await;
            let mut index = Index::new(language(&named, articles));
            let mut rest = &**articles;
            while !rest.is_empty() {
                turn().await;
                rest = index.take(rest, &time_budget());
            }
            turn().await;
            index.weigh();
            let _ = feed_set.index.set(index);
            then();
        });
    }

    /// How many seconds ago its server last answered with it; of several feeds
    /// the one that has not answered for longest.
    pub(crate) fn age(&self) -> f64 {
        (now() - self.answered.get()).max(0.0)
    }
}

impl FeedSets {
    pub(crate) fn new(early: js_sys::Map, listener: Listener) -> Self {
        Self {
            early,
            sources: RefCell::default(),
            made: RefCell::default(),
            listener,
        }
    }

    /// The feed at an address, or those at several with blanks between them as
    /// one, further pages up to `most` articles among them; `None` until each
    /// has come to an end with its first page, good or bad, after which the
    /// listener is told.
    pub(crate) fn get(&self, set: &str, most: usize) -> Result<Option<Rc<FeedSet>>, Failure> {
        let blanks = set.bytes().filter(|byte| *byte == b' ');
        let share = most.div_ceil(blanks.count() + 1);
        let mut pages: Vec<Rc<Page>> = Vec::new();
        let (mut waits, mut more, mut own, mut answered) = (false, false, 0, f64::INFINITY);
        let mut failed = Vec::new();
        for url in set.split(' ') {
            let source = self.source(url).unwrap_or_else(|| self.fetch(url, share));
            // Of several elements on one feed the one that wants most counts.
            source.most.set(source.most.get().max(share));
            more |= source.is_following.get();
            if let Some(first) = source.pages.borrow().first() {
                answered = answered.min(first.answered.get());
            } else if source.is_pending() {
                waits = true;
            } else {
                failed.push(Failure {
                    url: source.url.clone(),
                    reason: source.failure.borrow().clone().unwrap_or_default(),
                });
            }
            pages.extend_from_slice(&source.pages.borrow());
            if own == 0 {
                own = pages.len();
            }
        }
        if waits {
            return Ok(None);
        }
        if pages.is_empty() {
            return failed.pop().map_or(Ok(None), Err);
        }
        let mut made = self.made.borrow_mut();
        let known = made.iter().find(|feed_set| feed_set.set == set);
        let known = known.filter(|feed_set| is_same(&feed_set.pages, &pages));
        let feed_set = if let Some(known) = known {
            Rc::clone(known)
        } else {
            for failure in failed {
                console::noted(&failure.url, &failure.reason);
            }
            made.retain(|feed_set| feed_set.set != set);
            made.push(FeedSet::new(set, pages, own));
            Rc::clone(&made[made.len() - 1])
        };
        feed_set.more.set(more);
        feed_set.answered.set(answered);
        Ok(Some(feed_set))
    }

    /// Forgets the feeds that failed, so that they are asked for again.
    pub(crate) fn forget_failed(&self) {
        self.sources
            .borrow_mut()
            .retain(|source| !source.pages.borrow().is_empty() || source.is_pending());
    }

    /// In how many seconds a feed is to be asked for again that is asked for so
    /// often; `None` for one that is being asked for, or by nobody yet.
    pub(crate) fn due(&self, url: &str, period: f64) -> Option<f64> {
        let source = self.source(url).filter(|source| source.is_idle())?;
        Some((source.asked.get() + period - now()).max(0.0))
    }

    /// Asks for a feed again.
    pub(crate) fn ask_again(&self, url: &str) {
        if let Some(source) = self.source(url) {
            source.ask(None, true);
        }
    }

    fn source(&self, url: &str) -> Option<Rc<Source>> {
        let sources = self.sources.borrow();
        sources.iter().find(|source| source.url == url).cloned()
    }

    /// Asks network and browser side by side, since either may be slow.
    fn fetch(&self, url: &str, most: usize) -> Rc<Source> {
        let source = Source::new(url, most, Rc::clone(&self.listener));
        self.sources.borrow_mut().push(Rc::clone(&source));
        Rc::clone(&source).ask(self.early_response(url), false);
        Rc::clone(&source).recall();
        source
    }

    /// Takes over what the loader has asked for, once: a response can be read
    /// only once.
    fn early_response(&self, url: &str) -> Option<js_sys::Promise> {
        let name = url.into();
        let promise = self.early.get(&name).dyn_into().ok();
        self.early.delete(&name);
        promise
    }
}
