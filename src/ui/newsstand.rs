//! The newsstand: fills all elements of a page from the feeds they share, so
//! that no article stands in two lists.

use crate::host::clock::{set_alarm_handler, time_budget, turn};
use crate::host::{console, events};
use crate::ui::dom::El;
use crate::ui::element;
use crate::ui::elements::Elements;
use crate::ui::feed_set::{Failure, FeedSet, FeedSets};
use crate::ui::live::Live;
use crate::ui::state::State;
use leptos::mount::UnmountHandle;
use leptos::task::spawn_local;
use newsrail_core::config::{Config, Kind};
use newsrail_core::sort::sorted;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use web_sys::{Element, HtmlElement, Node};

/// An element on the page, as far as what it shows goes.
pub(crate) struct Placement {
    pub(crate) kind: Kind,
    pub(crate) host: HtmlElement,
    pub(crate) config: Live<Config>,
    /// What it shows.
    pub(crate) state: Live<State>,
    /// The addresses of the feeds that it reads, with blanks between them, as
    /// far as it has come to ask for them.
    pub(super) feeds: RefCell<String>,
    /// The keys of the articles that it shows.
    pub(super) shown_keys: RefCell<Vec<String>>,
    /// Whether it waits to be filled.
    pub(super) needs_fill: Cell<bool>,
    /// Whether it may wait until the reader has left it.
    pub(super) is_deferred: Cell<bool>,
    /// The outermost part of its view.
    pub(super) container: RefCell<Option<Element>>,
    /// Its view, once that is in its place.
    pub(super) view: RefCell<Option<UnmountHandle<El>>>,
    /// The article that it is to stand beside, where that is not the page's own.
    pub(super) beside: Option<String>,
}

/// What an element is to show, and the feed it is from, or why there is none.
type Chosen = (State, Result<Rc<FeedSet>, Failure>);

/// The one newsstand of a page.
pub(crate) struct Newsstand {
    /// The script tag, whose `data-*` are the page's defaults.
    pub(crate) script: Option<Element>,
    /// What this program can show.
    pub(super) elements: &'static Elements,
    pub(super) feed_sets: FeedSets,
    pub(super) placements: RefCell<Vec<Rc<Placement>>>,
    scheduled: Cell<bool>,
}

impl Placement {
    pub(crate) fn new(
        kind: Kind,
        host: HtmlElement,
        config: Live<Config>,
        beside: Option<String>,
    ) -> Rc<Self> {
        Rc::new(Self {
            kind,
            host,
            config,
            state: Live::new(Rc::new(State::Loading)),
            feeds: RefCell::default(),
            shown_keys: RefCell::default(),
            needs_fill: Cell::new(true),
            is_deferred: Cell::default(),
            container: RefCell::default(),
            view: RefCell::default(),
            beside,
        })
    }
}

impl Newsstand {
    pub(crate) fn new(
        script: Option<Element>,
        early: js_sys::Map,
        elements: &'static Elements,
    ) -> Rc<Self> {
        Rc::new_cyclic(|newsstand: &Weak<Self>| {
            let (one, other) = (newsstand.clone(), newsstand.clone());
            let renew = move |url: &str, changed, further| {
                if let Some(newsstand) = one.upgrade() {
                    newsstand.renew(url, changed, further);
                }
            };
            let ring = move || {
                if let Some(newsstand) = other.upgrade() {
                    newsstand.on_alarm();
                }
            };
            set_alarm_handler(ring);
            Self {
                script,
                elements,
                feed_sets: FeedSets::new(early, Rc::new(renew)),
                placements: RefCell::default(),
                scheduled: Cell::default(),
            }
        })
    }

    /// Takes an element in; it is filled as soon as what it needs is there.
    pub(crate) fn join(self: &Rc<Self>, placement: Rc<Placement>) {
        self.placements.borrow_mut().push(placement);
        self.schedule();
        self.plan_refresh();
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
    pub(crate) fn refill(self: &Rc<Self>, placement: &Placement) {
        placement.needs_fill.set(true);
        placement.is_deferred.set(false);
        self.schedule();
        self.plan_refresh();
    }

    /// Tries again what failed, for every element that waits for it.
    pub(crate) fn retry(self: &Rc<Self>) {
        self.feed_sets.forget_failed();
        let failed = |placement: &&Rc<Placement>| matches!(*placement.state.peek(), State::Failed);
        for placement in self.placements.borrow().iter().filter(failed) {
            placement.state.set(Rc::new(State::Loading));
            placement.needs_fill.set(true);
        }
        self.schedule();
    }

    /// Fills what waits, in the page's order, so that elements that come together
    /// share out the articles, and a few at a time, so that the reader is answered
    /// in between.
    pub(super) fn schedule(self: &Rc<Self>) {
        if self.scheduled.replace(true) {
            return;
        }
        let newsstand = Rc::clone(self);
        spawn_local(async move {
            turn().await;
            newsstand.scheduled.set(false);
            let mut waiting = Vec::new();
            for placement in &*newsstand.placements.borrow() {
                if placement.needs_fill.get() {
                    waiting.push(Rc::clone(placement));
                }
            }
            let mut is_long = time_budget();
            for placement in in_order(&waiting) {
                let chosen = newsstand.choose(placement);
                if is_long() {
                    turn().await;
                    is_long = time_budget();
                }
                if let Some(chosen) = chosen
                    && newsstand.has(placement)
                {
                    newsstand.show(placement, chosen);
                }
            }
        });
    }

    /// Whether an element is there still: others may have had a turn.
    fn has(&self, placement: &Rc<Placement>) -> bool {
        let placements = self.placements.borrow();
        placements.iter().any(|one| Rc::ptr_eq(one, placement))
    }

    /// Chooses what an element is to show: that, and the feed it is from. `None`
    /// where it has been chosen, the element has been taken down, or what is needed
    /// is still on the way.
    fn choose(self: &Rc<Self>, placement: &Rc<Placement>) -> Option<Chosen> {
        if !placement.needs_fill.get() || !self.has(placement) {
            return None;
        }
        let (state, from) = match self.state_for(placement) {
            Ok(None) => return None,
            Ok(Some((state, feed_set))) => (state, Ok(feed_set)),
            Err(failure) => (State::Failed, Err(failure)),
        };
        if *placement.state.peek() != state && placement.is_deferred.get() && placement.is_in_use()
        {
            return None;
        }
        placement.needs_fill.set(false);
        placement.is_deferred.set(false);
        *placement.shown_keys.borrow_mut() = state.keys();
        Some((state, from))
    }

    /// Shows what was chosen for an element, and tells the page of it.
    fn show(self: &Rc<Self>, placement: &Rc<Placement>, (state, from): Chosen) {
        let state = Rc::new(state);
        // What stands there already is not made anew.
        if placement.state.peek() != state {
            placement.state.set(Rc::clone(&state));
            if placement.kind.is_article() {
                self.refill_lists();
            }
        }
        element::show(placement, self);
        match from {
            Ok(feed_set) => {
                let (basis, items) = state.told();
                events::loaded(
                    &placement.host,
                    basis,
                    &items,
                    &feed_set.feed,
                    feed_set.age(),
                );
            }
            Err(Failure { url, reason }) => {
                console::failed(&placement.host, &url, &reason);
                events::failed(&placement.host, &url, &reason);
            }
        }
    }

    /// Fills the lists anew that are filled already: another article is read.
    fn refill_lists(self: &Rc<Self>) {
        let placements = self.placements.borrow();
        for list in placements
            .iter()
            .filter(|placement| !placement.kind.is_article() && !placement.needs_fill.replace(true))
        {
            list.shown_keys.borrow_mut().clear();
            self.schedule();
        }
    }
}

/// Elements in the order in which they choose: that of the page, but an article
/// says what the lists beside it may not show, so it is first.
pub(super) fn in_order(placements: &[Rc<Placement>]) -> impl Iterator<Item = &Rc<Placement>> {
    let order = sorted(placements.len(), &|a, b| {
        let (a, b) = (&placements[a], &placements[b]);
        let lists = |placement: &Placement| !placement.kind.is_article();
        lists(a)
            .cmp(&lists(b))
            .then_with(|| in_page_order(&a.host, &b.host))
    });
    order.into_iter().map(|at| &placements[at])
}

fn in_page_order(a: &HtmlElement, b: &HtmlElement) -> std::cmp::Ordering {
    if a.compare_document_position(b) & Node::DOCUMENT_POSITION_FOLLOWING != 0 {
        std::cmp::Ordering::Less
    } else {
        std::cmp::Ordering::Greater
    }
}
