//! The newsstand: fills all elements of a page from the feeds they share, so
//! that no article stands in two lists.

use crate::config::{Config, Kind};
use crate::host::clock::{one_go, ring_by, turn};
use crate::host::{console, events};
use crate::rank::sorted;
use crate::ui::dom::El;
use crate::ui::element;
use crate::ui::library::{Failure, Libraries, Library};
use crate::ui::live::Live;
use crate::ui::state::State;
use leptos::mount::UnmountHandle;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use web_sys::{Element, HtmlElement, Node};

/// An element on the page, as far as what it shows goes.
pub(crate) struct Client {
    pub(crate) kind: Kind,
    pub(crate) host: HtmlElement,
    pub(crate) config: Live<Config>,
    /// What it shows.
    pub(crate) state: Live<State>,
    /// The addresses of the feeds that it reads, with blanks between them, as
    /// far as it has come to ask for them.
    pub(super) feeds: RefCell<String>,
    /// The keys of the articles that it shows.
    pub(super) shown: RefCell<Vec<String>>,
    /// Whether it waits to be filled.
    pub(super) waits: Cell<bool>,
    /// Whether it may wait until the reader has left it.
    pub(super) held: Cell<bool>,
    /// The outermost part of its view.
    pub(super) room: RefCell<Option<Element>>,
    /// Its view, once that is in its place.
    pub(super) view: RefCell<Option<UnmountHandle<El>>>,
    /// The article that it is to stand beside, where that is not the page's own.
    pub(super) beside: Option<String>,
}

/// What an element is to show, and the feed it is from, or why there is none.
type Chosen = (State, Result<Rc<Library>, Failure>);

/// The one newsstand of a page.
pub(crate) struct Stand {
    /// The script tag, whose `data-*` are the page's defaults.
    pub(crate) script: Option<Element>,
    pub(super) libraries: Libraries,
    pub(super) clients: RefCell<Vec<Rc<Client>>>,
    scheduled: Cell<bool>,
}

impl Client {
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
            shown: RefCell::default(),
            waits: Cell::new(true),
            held: Cell::default(),
            room: RefCell::default(),
            view: RefCell::default(),
            beside,
        })
    }
}

impl Stand {
    pub(crate) fn new(script: Option<Element>, early: js_sys::Map) -> Rc<Self> {
        Rc::new_cyclic(|stand: &Weak<Self>| {
            let (one, other) = (stand.clone(), stand.clone());
            let renew = move |url: &str, changed, further| {
                if let Some(stand) = one.upgrade() {
                    stand.renew(url, changed, further);
                }
            };
            let ring = move || {
                if let Some(stand) = other.upgrade() {
                    stand.ring();
                }
            };
            ring_by(ring);
            Self {
                script,
                libraries: Libraries::new(early, Rc::new(renew)),
                clients: RefCell::default(),
                scheduled: Cell::default(),
            }
        })
    }

    /// Takes an element in; it is filled as soon as what it needs is there.
    pub(crate) fn join(self: &Rc<Self>, client: Rc<Client>) {
        self.clients.borrow_mut().push(client);
        self.schedule();
        self.wind();
    }

    /// Lets an element go; what it showed is free for others.
    pub(crate) fn leave(&self, client: &Rc<Client>) {
        self.clients
            .borrow_mut()
            .retain(|other| !Rc::ptr_eq(other, client));
        self.wind();
    }

    /// Fills an element anew, after its settings have changed. It goes on
    /// showing what it shows until then.
    pub(crate) fn refill(self: &Rc<Self>, client: &Client) {
        client.waits.set(true);
        client.held.set(false);
        self.schedule();
        self.wind();
    }

    /// Tries again what failed, for every element that waits for it.
    pub(crate) fn retry(self: &Rc<Self>) {
        self.libraries.forget_failed();
        let failed = |client: &&Rc<Client>| matches!(*client.state.now(), State::Failed);
        for client in self.clients.borrow().iter().filter(failed) {
            client.state.set(Rc::new(State::Loading));
            client.waits.set(true);
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
        let stand = Rc::clone(self);
        spawn_local(async move {
            turn().await;
            stand.scheduled.set(false);
            let mut waiting = Vec::new();
            for client in &*stand.clients.borrow() {
                if client.waits.get() {
                    waiting.push(Rc::clone(client));
                }
            }
            let mut is_long = one_go();
            for client in in_order(&waiting) {
                let chosen = stand.choose(client);
                if is_long() {
                    turn().await;
                    is_long = one_go();
                }
                if let Some(chosen) = chosen
                    && stand.has(client)
                {
                    stand.show(client, chosen);
                }
            }
        });
    }

    /// Whether an element is there still: others may have had a turn.
    fn has(&self, client: &Rc<Client>) -> bool {
        let clients = self.clients.borrow();
        clients.iter().any(|one| Rc::ptr_eq(one, client))
    }

    /// Chooses what an element is to show: that, and the feed it is from. `None`
    /// where it has been chosen, the element has been taken down, or what is needed
    /// is still on the way.
    fn choose(self: &Rc<Self>, client: &Rc<Client>) -> Option<Chosen> {
        if !client.waits.get() || !self.has(client) {
            return None;
        }
        let (state, from) = match self.state_for(client) {
            Ok(None) => return None,
            Ok(Some((state, library))) => (state, Ok(library)),
            Err(failure) => (State::Failed, Err(failure)),
        };
        if *client.state.now() != state && client.held.get() && client.is_in_use() {
            return None;
        }
        client.waits.set(false);
        client.held.set(false);
        *client.shown.borrow_mut() = state.keys();
        Some((state, from))
    }

    /// Shows what was chosen for an element, and tells the page of it.
    fn show(self: &Rc<Self>, client: &Rc<Client>, (state, from): Chosen) {
        let state = Rc::new(state);
        // What stands there already is not made anew.
        if client.state.now() != state {
            client.state.set(Rc::clone(&state));
            if client.kind.is_article() {
                self.refill_lists();
            }
        }
        element::show(client, self);
        match from {
            Ok(library) => {
                let (basis, items) = state.told();
                events::loaded(&client.host, basis, &items, &library.feed, library.age());
            }
            Err(Failure { url, reason }) => {
                console::failed(&client.host, &url, &reason);
                events::failed(&client.host, &url, &reason);
            }
        }
    }

    /// Fills the lists anew that are filled already: another article is read.
    fn refill_lists(self: &Rc<Self>) {
        let clients = self.clients.borrow();
        for list in clients
            .iter()
            .filter(|client| !client.kind.is_article() && !client.waits.replace(true))
        {
            list.shown.borrow_mut().clear();
            self.schedule();
        }
    }
}

/// Elements in the order in which they choose: that of the page, but an article
/// says what the lists beside it may not show, so it is first.
pub(super) fn in_order(clients: &[Rc<Client>]) -> impl Iterator<Item = &Rc<Client>> {
    let order = sorted(clients.len(), &|a, b| {
        let (a, b) = (&clients[a], &clients[b]);
        let lists = |client: &Client| !client.kind.is_article();
        lists(a)
            .cmp(&lists(b))
            .then_with(|| in_page_order(&a.host, &b.host))
    });
    order.into_iter().map(|at| &clients[at])
}

fn in_page_order(a: &HtmlElement, b: &HtmlElement) -> std::cmp::Ordering {
    if a.compare_document_position(b) & Node::DOCUMENT_POSITION_FOLLOWING != 0 {
        std::cmp::Ordering::Less
    } else {
        std::cmp::Ordering::Greater
    }
}
