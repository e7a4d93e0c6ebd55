//! An element on the page, as far as what it shows goes.

use crate::host::clock::set_alarm;
use crate::host::page;
use crate::ui::dom::El;
use crate::ui::rc_signal::RcSignal;
use crate::ui::root::MountedView;
use newsrail_core::choose::{State, Wanted};
use newsrail_core::config::{Config, Kind};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, HtmlElement};

/// Tries again what could not be had.
pub(crate) type Retry = Rc<dyn Fn()>;

/// An element, what it is set to and what it shows.
pub(crate) struct Placement {
    pub(crate) kind: Kind,
    pub(crate) host: HtmlElement,
    pub(crate) config: RcSignal<Config>,
    /// What it shows.
    pub(crate) state: RcSignal<State>,
    /// What it reads, as far as it has come to ask for it.
    pub(super) reads: RefCell<Vec<Wanted>>,
    /// The keys of the articles that it shows.
    pub(super) shown_keys: RefCell<Vec<String>>,
    /// Whether it waits to be filled.
    pub(super) needs_fill: Cell<bool>,
    /// Whether it may wait until the reader has left it.
    pub(super) is_deferred: Cell<bool>,
    /// The outermost part of its view.
    container: RefCell<Option<Element>>,
    /// Its view, once that is in its place.
    pub(super) view: RefCell<Option<MountedView>>,
    /// The address of the article that it is to stand beside, where that is not
    /// the page's own.
    pub(super) beside: Option<String>,
}

impl Placement {
    /// An element that shows nothing yet.
    pub(crate) fn new(
        kind: Kind,
        host: HtmlElement,
        config: RcSignal<Config>,
        beside: Option<String>,
    ) -> Rc<Self> {
        Rc::new(Self {
            kind,
            host,
            config,
            state: RcSignal::new(State::Loading),
            reads: RefCell::default(),
            shown_keys: RefCell::default(),
            needs_fill: Cell::new(true),
            is_deferred: Cell::default(),
            container: RefCell::default(),
            view: RefCell::default(),
            beside,
        })
    }

    /// Whether the reader is at what it shows, with pointer or focus: then that
    /// may not be taken from under their hands.
    pub(super) fn is_in_use(&self) -> bool {
        let container = self.container.borrow();
        self.state.get_untracked().is_read()
            && container.as_ref().is_some_and(|container| {
                container
                    .matches(":hover, :focus-within")
                    .unwrap_or_default()
            })
    }

    /// Whether the reader may be looking at what it shows.
    pub(super) fn is_seen(&self) -> bool {
        self.state.get_untracked().is_read() && page::is_in_view(&self.host)
    }
}

/// The outermost part of a placement's view, which says when the reader has left
/// it and it may be filled with what was held back.
pub(crate) fn watched(container: El, placement: &Rc<Placement>) -> El {
    placement.container.replace(Some(container.node()));
    ["mouseleave", "focusout"]
        .into_iter()
        .fold(container, |container, name| {
            let placement = Rc::clone(placement);
            container.on(name, move |_| {
                // A moment later: focus that goes on inside is nowhere just now.
                if placement.is_deferred.get() {
                    set_alarm(Some(0.0));
                }
            })
        })
}
