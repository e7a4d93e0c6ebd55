//! The newsstand: fills all elements of a page from the feeds they share, so
//! that no article stands in two lists.

#[cfg(feature = "page")]
use crate::article::{Article, Author};
use crate::config::{Config, Kind};
use crate::host::{console, events, page};
use crate::rank::choose::{Current, choose};
use crate::rank::popular::{by_views, latest};
use crate::rank::sorted;
use crate::text::link::key;
use crate::ui::library::{Failure, Libraries, Library};
use crate::ui::state::{Basis, Item, State};
use leptos::prelude::{ArcRwSignal, Set, WithUntracked};
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, HtmlElement, Node};

/// An element on the page, as far as what it shows goes.
pub(crate) struct Client {
    pub(crate) kind: Kind,
    pub(crate) host: HtmlElement,
    pub(crate) config: RefCell<Config>,
    /// What it shows. Counted, so that a late answer never finds it disposed of.
    pub(crate) state: ArcRwSignal<State>,
    /// The keys of the articles that it shows.
    shown: RefCell<Vec<String>>,
    /// Whether it waits to be filled.
    waits: Cell<bool>,
}

/// The one newsstand of a page.
pub(crate) struct Stand {
    /// The script tag, whose `data-*` are the page's defaults.
    pub(crate) script: Option<Element>,
    libraries: Rc<Libraries>,
    clients: RefCell<Vec<Rc<Client>>>,
    scheduled: Cell<bool>,
}

impl Client {
    pub(crate) fn new(kind: Kind, host: HtmlElement, config: Config) -> Rc<Self> {
        Rc::new(Self {
            kind,
            host,
            config: RefCell::new(config),
            state: ArcRwSignal::new(State::Loading),
            shown: RefCell::default(),
            waits: Cell::new(true),
        })
    }

    fn show(&self, state: State) {
        *self.shown.borrow_mut() = match &state {
            State::List(_, items) | State::Author(_, items) => {
                items.iter().map(|item| key(&item.url)).collect()
            }
            State::Article(article, _) => vec![key(&article.url)],
            _ => Vec::new(),
        };
        self.state.set(state);
    }
}

impl Stand {
    pub(crate) fn new(script: Option<Element>, early: js_sys::Map) -> Rc<Self> {
        let (libraries, scheduled) = (Libraries::new(early), Cell::new(false));
        Rc::new(Self {
            script,
            libraries,
            clients: RefCell::default(),
            scheduled,
        })
    }

    /// Takes an element in; it is filled as soon as what it needs is there.
    pub(crate) fn join(self: &Rc<Self>, client: Rc<Client>) {
        self.clients.borrow_mut().push(client);
        self.schedule();
    }

    /// Lets an element go; what it showed is free for others.
    pub(crate) fn leave(&self, client: &Rc<Client>) {
        self.clients
            .borrow_mut()
            .retain(|other| !Rc::ptr_eq(other, client));
    }

    /// Fills an element anew, after its settings have changed. It goes on
    /// showing what it shows until then.
    pub(crate) fn refill(self: &Rc<Self>, client: &Client) {
        client.waits.set(true);
        self.schedule();
    }

    /// Tries again what failed, for every element that waits for it.
    pub(crate) fn retry(self: &Rc<Self>) {
        self.libraries.forget_failed();
        let failed =
            |client: &&Rc<Client>| client.state.with_untracked(|state| *state == State::Failed);
        for client in self.clients.borrow().iter().filter(failed) {
            client.state.set(State::Loading);
            client.waits.set(true);
        }
        self.schedule();
    }

    /// Fills what waits in the next microtask, so that elements that come
    /// together share out the articles in the page's order.
    fn schedule(self: &Rc<Self>) {
        if !self.scheduled.replace(true) {
            let stand = Rc::clone(self);
            spawn_local(async move {
                stand.scheduled.set(false);
                stand.fill();
            });
        }
    }

    fn fill(self: &Rc<Self>) {
        let clients = self.clients.borrow().clone();
        let waiting: Vec<_> = clients
            .into_iter()
            .filter(|client| client.waits.get())
            .collect();
        // An article says what the lists beside it may not show, so it is first.
        let order = sorted(waiting.len(), &|a, b| {
            let (a, b) = (&waiting[a], &waiting[b]);
            let lists = |client: &Client| client.kind != Kind::Article;
            lists(a)
                .cmp(&lists(b))
                .then_with(|| in_page_order(&a.host, &b.host))
        });
        for client in order.into_iter().map(|at| &waiting[at]) {
            match self.state_for(client) {
                Ok(None) => {}
                Ok(Some((state, library))) => {
                    client.waits.set(false);
                    client.show(state.clone());
                    if client.kind == Kind::Article {
                        self.refill_lists();
                    }
                    tell(&client.host, &state, &library.feed.title);
                }
                Err(Failure { url, reason }) => {
                    client.waits.set(false);
                    client.show(State::Failed);
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
            .filter(|client| client.kind != Kind::Article && !client.waits.replace(true))
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
        let config = client.config.borrow();
        let popular = config
            .popular
            .as_deref()
            .filter(|_| client.kind == Kind::Popular)
            .and_then(page::absolute);
        let main = feed_of(&config)?
            .or_else(|| popular.clone())
            .ok_or_else(|| Failure {
                url: "no feed".to_owned(),
                reason: "set the attribute feed, or announce one in the page's head".to_owned(),
            })?;
        let Some(library) = self.library(&main)? else {
            return Ok(None);
        };
        if client.kind == Kind::Article {
            return Ok(Some((
                reading(&library, config.article.as_deref()),
                library,
            )));
        }
        let current = self.current(&config);
        let taken = self.taken_by_others(client);
        let pick = |library: &Rc<Library>, order: Vec<usize>, basis: Basis| {
            let articles = &library.feed.articles;
            let chosen = choose(articles, order, &current, &taken, config.count);
            let items: Vec<_> = chosen
                .into_iter()
                .map(|at| Item::from(&articles[at]))
                .collect();
            let state = if items.is_empty() {
                State::Empty
            } else {
                State::List(basis, items)
            };
            (state, Rc::clone(library))
        };
        let articles = &library.feed.articles;
        #[cfg(feature = "page")]
        if client.kind == Kind::Author {
            let Some(author) = author(articles, &current, config.page.author.as_deref()) else {
                return Ok(Some((State::Empty, library)));
            };
            let by_them = |at: &usize| articles[*at].authors.iter().any(|a| a.name == author.name);
            let order = latest(articles).into_iter().filter(by_them).collect();
            let items = match pick(&library, order, Basis::Latest).0 {
                State::List(_, items) => items,
                _ => Vec::new(),
            };
            return Ok(Some((State::Author(author.clone(), items), library)));
        }
        if client.kind == Kind::Popular {
            if let Some(order) = by_views(articles) {
                return Ok(Some(pick(&library, order, Basis::Popular)));
            }
            match popular.map(|url| self.library(&url)) {
                Some(Ok(None)) => return Ok(None),
                Some(Ok(Some(ranked))) => {
                    let order = (0..ranked.feed.articles.len()).collect();
                    return Ok(Some(pick(&ranked, order, Basis::Popular)));
                }
                // The latest is still something to read, and says so.
                Some(Err(Failure { url, reason })) => console::failed(&client.host, &url, &reason),
                None => {}
            }
            return Ok(Some(pick(&library, latest(articles), Basis::Latest)));
        }
        let known = articles.iter().find(|article| current.is(article));
        let order = match known {
            Some(article) => library.index().like(article),
            None => library.index().like(&page::article()),
        };
        Ok(Some(match pick(&library, order, Basis::Related) {
            (State::Empty, _) => pick(&library, latest(articles), Basis::Latest),
            related => related,
        }))
    }

    fn library(self: &Rc<Self>, url: &str) -> Result<Option<Rc<Library>>, Failure> {
        let stand = Rc::clone(self);
        self.libraries.get(url, move || stand.fill())
    }

    /// The article being read: what an article element on the page shows, else
    /// what the page says.
    fn current(&self, config: &Config) -> Current {
        let mut current = page::current(config.article.as_deref());
        for client in self
            .clients
            .borrow()
            .iter()
            .filter(|client| client.kind == Kind::Article)
        {
            current.urls.extend(client.shown.borrow().iter().cloned());
        }
        current
    }

    fn taken_by_others(&self, client: &Rc<Client>) -> Vec<String> {
        let clients = self.clients.borrow();
        let others = clients.iter().filter(|other| !Rc::ptr_eq(other, client));
        others
            .flat_map(|other| other.shown.borrow().clone())
            .collect()
    }
}

/// The address of the feed that an element names, else of the page's own.
fn feed_of(config: &Config) -> Result<Option<String>, Failure> {
    let Some(named) = config.feed.as_deref() else {
        return Ok(page::feed());
    };
    page::absolute(named).map(Some).ok_or_else(|| Failure {
        url: named.to_owned(),
        reason: "not an http or https address".to_owned(),
    })
}

/// The article that is being read; where none is named and the page's address
/// is none of the feed's, the newest.
fn reading(library: &Library, named: Option<&str>) -> State {
    let current = page::current(named);
    let articles = &library.feed.articles;
    let newest = || latest(articles).first().map(|&at| &articles[at]);
    let found = articles.iter().find(|article| current.is(article));
    match found.or_else(|| newest().filter(|_| named.is_none())) {
        Some(article) => State::Article(Box::new(article.clone()), library.url.clone()),
        None => State::Empty,
    }
}

/// The author of that name, else of the article being read.
#[cfg(feature = "page")]
fn author<'a>(
    articles: &'a [Article],
    current: &Current,
    named: Option<&str>,
) -> Option<&'a Author> {
    let Some(name) = named else {
        let read = articles.iter().find(|article| current.is(article))?;
        return read.authors.first();
    };
    let mut all = articles.iter().flat_map(|article| &article.authors);
    all.find(|author| author.name == name)
}

/// Tells the page what an element shows, and of which publication.
fn tell(host: &HtmlElement, state: &State, feed: &str) {
    match state {
        State::List(basis, items) => events::loaded(host, basis.word(), items, feed),
        State::Article(article, _) => {
            events::loaded(host, "article", &[Item::from(&**article)], feed);
        }
        State::Author(_, items) => events::loaded(host, "author", items, feed),
        _ => events::loaded(host, "empty", &[], feed),
    }
}

fn in_page_order(a: &HtmlElement, b: &HtmlElement) -> std::cmp::Ordering {
    if a.compare_document_position(b) & Node::DOCUMENT_POSITION_FOLLOWING != 0 {
        std::cmp::Ordering::Less
    } else {
        std::cmp::Ordering::Greater
    }
}
