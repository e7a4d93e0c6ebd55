//! The feeds of a page: each is fetched once, and several that are read as one
//! are merged and indexed once, however many elements read them. What the
//! browser has kept of one is there first, and stays where the network has
//! nothing better.

use crate::host::clock::{now, time_budget, turn};
use crate::host::{console, languages, page, programs};
use crate::net::patience;
use crate::ui::feed_page::{FeedPage, is_same};
use crate::ui::source::{Listener, Source};
use leptos::task::spawn_local;
use newsrail_core::article::Feed;
use newsrail_core::choose::Wanted;
use newsrail_core::feed::merge::Merger;
use newsrail_core::rank::engine::{Index, language};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// One feed, or several as one, and, once somebody asks what is like one of
/// its articles, their index.
pub(crate) struct FeedSet {
    /// Where it is from; never nothing.
    of: Vec<Wanted>,
    pub(crate) feed: Feed,
    /// Whether further pages of it are on the way.
    pub(crate) has_more: Cell<bool>,
    /// Whether nothing of it is on the way: all have answered, further pages too.
    pub(crate) is_settled: Cell<bool>,
    /// Whether its index knows all that it is going to: nothing more is being learnt.
    pub(crate) is_learnt: Cell<bool>,
    /// What it was made of, feed by feed.
    pages: Vec<Rc<FeedPage>>,
    /// When the stalest of its feeds last answered, in seconds since 1970.
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
    sources: RefCell<Vec<Rc<Source>>>,
    made: RefCell<Vec<Rc<FeedSet>>>,
    listener: Listener,
}

impl FeedSet {
    /// Of one page it is that page, of several all of them in one, the first
    /// `own` of them of the first feed.
    fn new(of: &[Wanted], pages: Vec<Rc<FeedPage>>, own: usize) -> Rc<Self> {
        let mut feed = pages[0].feed();
        if pages.len() > 1 {
            let mut merger = Merger::new(feed);
            for (at, page) in pages.iter().enumerate().skip(1) {
                merger.add(page.feed(), at < own);
            }
            feed = merger.done();
        }
        Rc::new(Self {
            of: of.to_vec(),
            feed,
            has_more: Cell::default(),
            is_settled: Cell::default(),
            is_learnt: Cell::default(),
            answered: Cell::default(),
            pages,
            index: OnceCell::new(),
            indexing: Cell::default(),
        })
    }

    /// The address of the first that it is from.
    pub(crate) fn url(&self) -> &str {
        self.of[0].url()
    }

    /// The index, once it has been made.
    pub(crate) fn index(&self) -> Option<&Index> {
        self.index.get()
    }

    /// Makes the index, a piece at a time, and then calls `then`; whoever asks
    /// while it is being made is not called. When what was chosen from it is shown, the
    /// index learns more of the feed, and `learnt` is called with the feed's place.
    pub(crate) fn make_index(
        self: &Rc<Self>,
        then: impl FnOnce() + 'static,
        learnt: impl FnOnce(&Wanted) + 'static,
    ) {
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
            let index = feed_set.index.get_or_init(|| index);
            let lists = index.posting_lists();
            feed_set.is_learnt.set(lists.is_none());
            then();
            let Some(lists) = lists else { return };
            turn().await;
            if let Some(coordinates) = programs::learnt(index.len(), &lists).await {
                index.keep_coordinates(coordinates);
            }
            // A rendered list waits for it, also where it could not be had.
            feed_set.is_learnt.set(true);
            learnt(&feed_set.of[0]);
        });
    }

    /// How many seconds ago its server last answered with it; of several feeds
    /// the one that has not answered for longest.
    pub(crate) fn age(&self) -> f64 {
        (now() - self.answered.get()).max(0.0)
    }
}

impl FeedSets {
    pub(crate) fn new(listener: Listener) -> Self {
        Self {
            sources: RefCell::default(),
            made: RefCell::default(),
            listener,
        }
    }

    /// What there is at one place, or at several as one feed, further pages up to
    /// `most` articles among it; `None` until each has come to an end with its
    /// first page, good or bad, after which the listener is told.
    ///
    /// # Errors
    /// Where none of them could be had.
    pub(crate) fn get(&self, set: &[Wanted], most: usize) -> Result<Option<Rc<FeedSet>>, Failure> {
        let share = most.div_ceil(set.len());
        let mut pages: Vec<Rc<FeedPage>> = Vec::new();
        let (mut waits, mut has_more, mut own, mut answered) = (false, false, 0, f64::INFINITY);
        let mut is_settled = true;
        let mut failed = Vec::new();
        for of in set {
            let source = self.source(of).unwrap_or_else(|| self.fetch(of, share));
            // Of several elements on one feed the one that wants most counts.
            source.most.set(source.most.get().max(share));
            has_more |= source.is_following.get();
            is_settled &= source.is_idle();
            if source.is_recalling.get() {
                waits = true;
            } else if let Some(first) = source.pages.borrow().first() {
                answered = answered.min(first.answered.get());
            } else if source.is_pending() {
                waits = true;
            } else {
                failed.push(Failure {
                    url: of.url().to_owned(),
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
        let known = made.iter().find(|feed_set| feed_set.of == set);
        let known = known.filter(|feed_set| is_same(&feed_set.pages, &pages));
        let feed_set = if let Some(known) = known {
            Rc::clone(known)
        } else {
            for failure in failed {
                console::noted(&failure.url, &failure.reason);
            }
            made.retain(|feed_set| feed_set.of != set);
            made.push(FeedSet::new(set, pages, own));
            Rc::clone(&made[made.len() - 1])
        };
        feed_set.has_more.set(has_more);
        feed_set.is_settled.set(is_settled);
        feed_set.answered.set(answered);
        Ok(Some(feed_set))
    }

    /// Forgets the feeds that failed, so that they are asked for again.
    pub(crate) fn forget_failed(&self) {
        self.sources
            .borrow_mut()
            .retain(|source| !source.pages.borrow().is_empty() || source.is_pending());
    }

    /// In how many seconds what is asked for so often is to be asked for again, later
    /// where it failed; `None` for what is being asked for, or by nobody yet.
    pub(crate) fn due(&self, of: &Wanted, period: f64) -> Option<f64> {
        let source = self.source(of).filter(|source| source.is_idle())?;
        let period = period.max(patience(of.url()));
        Some((source.asked.get() + period - now()).max(0.0))
    }

    /// Asks again.
    pub(crate) fn ask_again(&self, of: &Wanted) {
        if let Some(source) = self.source(of) {
            source.ask(true);
        }
    }

    /// Asks again, once what is on the way is here: that may be older than what made
    /// somebody ask.
    pub(crate) fn reload(&self, of: &Wanted) {
        if let Some(source) = self.source(of) {
            if source.is_idle() {
                source.ask(true);
            } else {
                source.asks_again.set(true);
            }
        }
    }

    fn source(&self, of: &Wanted) -> Option<Rc<Source>> {
        let sources = self.sources.borrow();
        sources.iter().find(|source| source.of == *of).cloned()
    }

    /// Asks network and browser side by side, since either may be slow; what the
    /// page itself says is with neither.
    fn fetch(&self, of: &Wanted, most: usize) -> Rc<Source> {
        let source = Source::new(of.clone(), most, Rc::clone(&self.listener));
        self.sources.borrow_mut().push(Rc::clone(&source));
        Rc::clone(&source).ask(false);
        if let Wanted::Feed(_) = of {
            Rc::clone(&source).recall();
        }
        source
    }
}
