//! The newsstand: fills all elements of a page from the feeds they share, so
//! that no article stands in two lists.

use crate::host::clock::{set_alarm_handler, time_budget, turn};
use crate::host::{console, events, navigation, page};
use crate::ui::dom::El;
use crate::ui::feed_set::{Failure, FeedSet, FeedSets};
use crate::ui::filling::{Chosen, Filling};
use crate::ui::placement::{Placement, Retry};
use crate::ui::source::News;
use crate::ui::{fresh, root};
use leptos::task::spawn_local;
use newsrail_core::choose::order::order;
use newsrail_core::choose::{Answer, Choice, Given, State, Wanted};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use web_sys::Node;

/// The elements of a program that show something of feeds, or stand beside such.
pub struct Elements {
    /// The view of an element; what it calls where its feed could not be had.
    pub(crate) view: fn(Rc<Placement>, Retry) -> El,
    /// What an element shows of its feeds.
    pub(crate) choose: fn(&Choice<'_>, &Given<'_>) -> Answer,
}

/// What an element is to show, and the feed it is from, or why there is none.
type Shown = (State, Result<Rc<FeedSet>, Failure>);

/// The one newsstand of a page, which is there as long as the page is.
pub(crate) struct Newsstand {
    /// What this program can show.
    elements: &'static Elements,
    feed_sets: FeedSets,
    placements: RefCell<Vec<Rc<Placement>>>,
    scheduled: Cell<bool>,
}

impl Newsstand {
    /// The newsstand of a page.
    pub(crate) fn new(elements: &'static Elements) -> &'static Self {
        let newsstand: &'static OnceCell<Self> = Box::leak(Box::default());
        let hear = |of: &Wanted, news| {
            if let Some(newsstand) = newsstand.get() {
                newsstand.hear(of, news);
            }
        };
        let newsstand = newsstand.get_or_init(|| Self {
            elements,
            feed_sets: FeedSets::new(Rc::new(hear)),
            placements: RefCell::default(),
            scheduled: Cell::default(),
        });
        set_alarm_handler(|| newsstand.on_alarm());
        navigation::on_navigation(|| newsstand.follow());
        newsstand
    }

    /// Tries again what failed, for every element that waits for it.
    pub(crate) fn retry(&'static self) -> Retry {
        Rc::new(|| self.retry_failed())
    }

    /// Takes an element in. One that reads feeds is filled as soon as what it needs is
    /// there.
    pub(crate) fn join(&'static self, placement: &Rc<Placement>) {
        self.placements.borrow_mut().push(Rc::clone(placement));
        self.refill(placement);
    }

    /// Lets an element go; what it showed is free for others.
    pub(crate) fn leave(&self, placement: &Rc<Placement>) {
        self.placements
            .borrow_mut()
            .retain(|other| !Rc::ptr_eq(other, placement));
        self.plan_refresh();
    }

    /// Fills an element anew, after its settings have changed. It goes on
    /// showing what it shows until then.
    pub(crate) fn refill(&'static self, placement: &Placement) {
        placement.needs_fill.set(placement.kind.reads_feed());
        placement.is_deferred.set(false);
        self.schedule();
        self.plan_refresh();
    }

    /// Has all that an element reads asked for anew.
    pub(crate) fn reload(&self, placement: &Placement) {
        for of in &*placement.reads.borrow() {
            self.feed_sets.reload(of);
        }
    }

    /// The elements of the page, in the order in which they came.
    pub(crate) fn placements(&self) -> Vec<Rc<Placement>> {
        self.placements.borrow().clone()
    }

    /// What an element is to show on a page that has these; where that waits for an
    /// index, it is made.
    pub(crate) fn choose(
        &'static self,
        placement: &Placement,
        placements: &[Rc<Placement>],
    ) -> Result<Option<(State, Rc<FeedSet>)>, Failure> {
        let filling = Filling {
            choose: self.elements.choose,
            feed_sets: &self.feed_sets,
            placements,
        };
        Ok(match filling.choose(placement)? {
            Chosen::Shown(state, from) => Some((state, from)),
            Chosen::NeedsIndex(feed_set) => {
                // A list in view stays as it is, as it does when further pages come.
                let learnt = |of: &Wanted| self.hear(of, News::FurtherPages);
                feed_set.make_index(|| self.schedule(), learnt);
                None
            }
            Chosen::Waits => None,
        })
    }

    /// Puts an element's view in its place, unless it is there already.
    pub(crate) fn mount(&'static self, placement: &Rc<Placement>) {
        if placement.view.borrow().is_some() {
            return;
        }
        let failed = matches!(*placement.state.get_untracked(), State::Failed);
        let of = Rc::clone(placement);
        let mounted = root::put(&placement.host, failed, || {
            (self.elements.view)(of, self.retry())
        });
        placement.view.replace(mounted);
    }

    fn retry_failed(&'static self) {
        self.feed_sets.forget_failed();
        let failed =
            |placement: &&Rc<Placement>| matches!(*placement.state.get_untracked(), State::Failed);
        for placement in self.placements.borrow().iter().filter(failed) {
            placement.state.set(Rc::new(State::Loading));
            placement.needs_fill.set(true);
        }
        self.schedule();
    }

    /// Fills what waits, in the page's order, so that elements that come together
    /// share out the articles, and a few at a time, so that the reader is answered
    /// in between.
    fn schedule(&'static self) {
        if self.scheduled.replace(true) {
            return;
        }
        spawn_local(async {
            turn().await;
            self.scheduled.set(false);
            let mut waiting = self.placements();
            waiting.retain(|placement| placement.needs_fill.get());
            let mut is_long = time_budget();
            for placement in in_order(&waiting) {
                let shown = self.fill(placement);
                if is_long() {
                    turn().await;
                    is_long = time_budget();
                }
                if let Some(shown) = shown
                    && self.has(placement)
                {
                    self.show(placement, shown);
                }
            }
        });
    }

    /// Whether an element is there still: others may have had a turn.
    fn has(&self, placement: &Rc<Placement>) -> bool {
        let placements = self.placements.borrow();
        placements.iter().any(|one| Rc::ptr_eq(one, placement))
    }

    /// Chooses what an element is to show. `None` where it has been chosen, the
    /// element has been taken down, what is needed is still on the way, or the
    /// reader is at what it shows.
    fn fill(&'static self, placement: &Rc<Placement>) -> Option<Shown> {
        if !placement.needs_fill.get() || !self.has(placement) {
            return None;
        }
        let (state, from) = match self.choose(placement, &self.placements.borrow()) {
            Ok(None) => return None,
            Ok(Some((state, feed_set))) => (state, Ok(feed_set)),
            Err(failure) => (State::Failed, Err(failure)),
        };
        if !placement.state.get_untracked().is_known_as(&state)
            && placement.is_deferred.get()
            && placement.is_in_use()
        {
            return None;
        }
        placement.needs_fill.set(false);
        placement.is_deferred.set(false);
        *placement.shown_keys.borrow_mut() = state.keys();
        Some((state, from))
    }

    /// Shows what was chosen for an element, and tells the page of it.
    fn show(&'static self, placement: &Rc<Placement>, (state, from): Shown) {
        let state = Rc::new(state);
        // What stands there already is not made anew.
        if !placement.state.get_untracked().is_known_as(&state) {
            placement.state.set(Rc::clone(&state));
            if placement.kind.is_article() {
                self.refill_lists();
            }
        }
        self.mount(placement);
        match from {
            Ok(feed_set) => {
                let (feed, age) = (&feed_set.feed, feed_set.age());
                let wants_seen = placement.config.get_untracked().impressions;
                events::loaded(&placement.host, &state, feed, age, wants_seen);
            }
            Err(Failure { url, reason }) => {
                console::failed(&placement.host, &url, &reason);
                events::failed(&placement.host, &url, &reason);
            }
        }
    }

    /// Fills the lists anew that are filled already: another article is read.
    fn refill_lists(&'static self) {
        let placements = self.placements.borrow();
        let is_list =
            |placement: &Placement| placement.kind.reads_feed() && !placement.kind.is_article();
        for list in placements
            .iter()
            .filter(|placement| is_list(placement) && !placement.needs_fill.replace(true))
        {
            list.shown_keys.borrow_mut().clear();
            self.schedule();
        }
    }

    /// The page has become another article: what goes by that is chosen anew. What
    /// stands there stays until then, and where it is the same after that too.
    fn follow(&'static self) {
        for placement in self.placements() {
            placement.shown_keys.borrow_mut().clear();
            self.refill(&placement);
            if !placement.kind.reads_feed() {
                // Its view reads the page's address, and is made anew.
                placement.config.set(placement.config.get_untracked());
            }
        }
    }

    /// There is news of what some elements read.
    fn hear(&'static self, of: &Wanted, news: News) {
        fresh::mark(&self.placements.borrow(), of, news);
        self.schedule();
        self.plan_refresh();
    }

    /// The alarm: asks for the feeds that are due, unless nobody looks, and
    /// fills what the reader has left. A page that is being left gets no further
    /// task: Firefox loses those.
    fn on_alarm(&'static self) {
        fresh::ask_due(&self.placements.borrow(), &self.feed_sets);
        if !page::is_hidden() {
            self.schedule();
        }
        self.plan_refresh();
    }

    fn plan_refresh(&self) {
        fresh::plan(&self.placements.borrow(), &self.feed_sets);
    }
}

/// Elements in the order in which they choose.
pub(super) fn in_order(placements: &[Rc<Placement>]) -> impl Iterator<Item = &Rc<Placement>> {
    let kinds: Vec<_> = placements.iter().map(|placement| placement.kind).collect();
    let is_before = |a: usize, b: usize| {
        let place = placements[a]
            .host
            .compare_document_position(&placements[b].host);
        place & Node::DOCUMENT_POSITION_FOLLOWING != 0
    };
    let order = order(&kinds, &is_before);
    order.into_iter().map(|at| &placements[at])
}
