//! The newsstand: fills all elements of a page from the feeds they share, so
//! that no article stands in two lists.

use crate::config::{Config, Kind};
use crate::feed::{ARTICLE_OF, LIST_OF};
use crate::host::clock::Clock;
use crate::host::{console, events, page};
use crate::rank::choose::Current;
use crate::rank::engine::{Index, Query};
use crate::rank::sorted;
use crate::text::scan::parts;
use crate::ui::choice::Choice;
use crate::ui::library::{Failure, Libraries, Library};
use crate::ui::live::Live;
#[cfg(feature = "page")]
use crate::ui::page::article::reading;
use crate::ui::state::State;
use js_sys::Function;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use web_sys::{Element, HtmlElement, Node};

/// An element on the page, as far as what it shows goes.
pub(crate) struct Client {
    pub(crate) kind: Kind,
    pub(crate) host: HtmlElement,
    pub(crate) config: Live<Rc<Config>>,
    /// What it shows.
    pub(crate) state: Live<Rc<State>>,
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
}

/// The one newsstand of a page.
pub(crate) struct Stand {
    /// The script tag, whose `data-*` are the page's defaults.
    pub(crate) script: Option<Element>,
    pub(super) libraries: Libraries,
    pub(super) clients: RefCell<Vec<Rc<Client>>>,
    pub(super) clock: Clock,
    scheduled: Cell<bool>,
}

impl Client {
    pub(crate) fn new(kind: Kind, host: HtmlElement, config: Rc<Config>) -> Rc<Self> {
        Rc::new(Self {
            kind,
            host,
            config: Live::new(config),
            state: Live::new(Rc::new(State::Loading)),
            feeds: RefCell::default(),
            shown: RefCell::default(),
            waits: Cell::new(true),
            held: Cell::default(),
            room: RefCell::default(),
        })
    }

    /// Shows this, and makes nothing anew that stands there already.
    fn show(&self, state: &Rc<State>) {
        *self.shown.borrow_mut() = state.keys();
        if self.state.now() != *state {
            self.state.set(Rc::clone(state));
        }
    }

    /// The feed whose order is how often its articles are read.
    fn popular_feed(&self, config: &Config) -> Option<String> {
        let named = config.popular.as_deref();
        named
            .filter(|_| self.kind == Kind::Popular)
            .and_then(page::absolute)
    }
}

impl Stand {
    pub(crate) fn new(script: Option<Element>, early: js_sys::Map, formats: Function) -> Rc<Self> {
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
            Self {
                script,
                libraries: Libraries::new(early, formats, Rc::new(renew)),
                clients: RefCell::default(),
                clock: Clock::new(ring),
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

    /// Fills what waits in the next microtask, so that elements that come
    /// together share out the articles in the page's order.
    pub(super) fn schedule(self: &Rc<Self>) {
        if !self.scheduled.replace(true) {
            let stand = Rc::clone(self);
            spawn_local(async move {
                stand.scheduled.set(false);
                stand.fill();
            });
        }
    }

    pub(super) fn fill(self: &Rc<Self>) {
        let mut waiting = Vec::new();
        for client in &*self.clients.borrow() {
            if client.waits.get() {
                waiting.push(Rc::clone(client));
            }
        }
        // An article says what the lists beside it may not show, so it is first.
        let order = sorted(waiting.len(), &|a, b| {
            let (a, b) = (&waiting[a], &waiting[b]);
            let lists = |client: &Client| !client.kind.is_article();
            lists(a)
                .cmp(&lists(b))
                .then_with(|| in_page_order(&a.host, &b.host))
        });
        for client in order.into_iter().map(|at| &waiting[at]) {
            match self.state_for(client) {
                Ok(None) => {}
                Ok(Some((state, library))) => {
                    let other = *client.state.now() != state;
                    if other && client.held.get() && client.is_in_use() {
                        continue;
                    }
                    client.waits.set(false);
                    client.held.set(false);
                    let state = Rc::new(state);
                    client.show(&state);
                    if other && client.kind.is_article() {
                        self.refill_lists();
                    }
                    let (basis, items) = state.told();
                    events::loaded(&client.host, basis, &items, &library.feed, library.age());
                }
                Err(Failure { url, reason }) => {
                    client.waits.set(false);
                    client.held.set(false);
                    client.show(&Rc::new(State::Failed));
                    console::failed(&client.host, &url, &reason);
                    events::failed(&client.host, &url, &reason);
                }
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

    /// What an element is to show and the feed it is from, `None` where that is
    /// still on the way.
    fn state_for(
        self: &Rc<Self>,
        client: &Rc<Client>,
    ) -> Result<Option<(State, Rc<Library>)>, Failure> {
        client.feeds.borrow_mut().clear();
        let config = client.config.now();
        let popular = client.popular_feed(&config);
        let main = feed_of(&config)
            .or_else(|| popular.clone())
            .or_else(|| page::own(LIST_OF))
            .ok_or_else(|| Failure {
                url: "no feed".to_owned(),
                reason: "set the attribute feed, or announce one in the page's head".to_owned(),
            })?;
        let Some(library) = self.library(client, &main, config.max_articles)? else {
            return Ok(None);
        };
        #[cfg(feature = "page")]
        if client.kind.is_article() {
            let state = reading(&library, config.article.as_deref());
            return Ok(state.map(|state| (state, library)));
        }
        let choice = Choice::new(&config, self.current(&config), self.taken_by_others(client));
        #[cfg(feature = "page")]
        if config.page.query.is_some() && self.index(&library).is_none() {
            return Ok(None);
        }
        #[cfg(feature = "page")]
        if let Some(state) = choice.of_page(client.kind, &library) {
            return Ok(Some((state, library)));
        }
        let is_popular = client.kind == Kind::Popular;
        let given = if is_popular {
            popular
        } else {
            choice.prepared()
        };
        match given.map(|url| self.library(client, &url, 0)) {
            Some(Ok(None)) => return Ok(None),
            Some(Ok(Some(list))) => {
                let state = choice.given(&library.feed, &list.feed, is_popular);
                if state != State::Empty {
                    // Counts and search engines name no publication.
                    let is_named = !list.feed.title.is_empty();
                    return Ok(Some((state, if is_named { list } else { library })));
                }
                if is_popular {
                    console::noted(&list.set, "names no article that may be listed");
                }
            }
            // What the feed itself gives is better than nothing.
            Some(Err(failure)) => console::failed(&client.host, &failure.url, &failure.reason),
            None => {}
        }
        if is_popular {
            let counted = choice.popular(&library.feed);
            let state = counted.unwrap_or_else(|| choice.latest(&library.feed));
            return Ok(Some((state, library)));
        }
        let Some(index) = self.index(&library) else {
            return Ok(None);
        };
        if let Some(known) = choice.place(&library) {
            let state = choice.related(&library, index, Query::Known(known));
            return Ok(Some((state, library)));
        }
        // What the page's JSON-LD says of its article, else its head.
        let said = match page::own(ARTICLE_OF).map(|own| self.library(client, &own, 0)) {
            Some(Ok(None)) => return Ok(None),
            Some(Ok(said)) => said,
            _ => None,
        };
        let said = said.as_ref().and_then(|said| said.feed.articles.first());
        let head = said.is_none().then(page::article);
        let Some(current) = said.or(head.as_ref()) else {
            return Ok(None);
        };
        let state = choice.related(&library, index, Query::Other(current));
        Ok(Some((state, library)))
    }

    /// The feed at these addresses, which the element reads from now on.
    fn library(
        &self,
        client: &Client,
        set: &str,
        most: usize,
    ) -> Result<Option<Rc<Library>>, Failure> {
        *client.feeds.borrow_mut() += &[set, " "].concat();
        self.libraries.get(set, most)
    }

    /// The library's index; where it has none yet, that is made, and what waits
    /// for it is filled then.
    fn index<'l>(self: &Rc<Self>, library: &'l Rc<Library>) -> Option<&'l Index> {
        let index = library.index();
        if index.is_none() {
            let stand = Rc::clone(self);
            library.make_index(move || stand.fill());
        }
        index
    }

    /// The article being read: what an article element on the page shows, else
    /// what the page says.
    fn current(&self, config: &Config) -> Current {
        let mut current = page::current(config.article.as_deref());
        for client in &*self.clients.borrow() {
            if client.kind.is_article() {
                current.urls.extend_from_slice(&client.shown.borrow());
            }
        }
        current
    }

    fn taken_by_others(&self, client: &Rc<Client>) -> Vec<String> {
        let clients = self.clients.borrow();
        let mut taken = Vec::new();
        for other in &*clients {
            if !Rc::ptr_eq(other, client) {
                taken.extend_from_slice(&other.shown.borrow());
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
    for url in parts(named, b" \t\r\n") {
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

fn in_page_order(a: &HtmlElement, b: &HtmlElement) -> std::cmp::Ordering {
    if a.compare_document_position(b) & Node::DOCUMENT_POSITION_FOLLOWING != 0 {
        std::cmp::Ordering::Less
    } else {
        std::cmp::Ordering::Greater
    }
}
