//! The feeds of a page: each is fetched once and indexed once, however many
//! elements read it. What the browser has kept of one is there first, and
//! stays where the network has nothing better.

use crate::article::Feed;
use crate::feed::usual;
use crate::host::clock::now;
use crate::host::{cache, console, page};
use crate::net::{self, Body};
use crate::rank::engine::{Index, language};
use crate::text::language::Language;
use crate::ui::reader;
use js_sys::Function;
use leptos::task::spawn_local;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// A feed that is here and, once somebody asks what is like one of its
/// articles, their index.
pub(crate) struct Library {
    #[cfg_attr(
        not(feature = "page"),
        expect(dead_code, reason = "an article's links are resolved against it")
    )]
    pub(crate) url: String,
    pub(crate) feed: Feed,
    /// When its server last answered with it, in seconds since 1970.
    answered: Cell<f64>,
    /// The mark of the answer that it was read from.
    mark: u32,
    index: OnceCell<Index>,
}

/// Why there is nothing to show: at which address, and what is wrong there.
#[derive(Clone)]
pub(crate) struct Failure {
    pub(crate) url: String,
    pub(crate) reason: String,
}

/// Told of an address each time there is news of it, and whether its articles
/// are others than before.
type Listener = Rc<dyn Fn(&str, bool)>;

/// Where a feed is from, and how far it has come.
struct Source {
    url: String,
    library: RefCell<Option<Rc<Library>>>,
    /// Why the last answer was none.
    failure: RefCell<Option<String>>,
    /// Whether the network is being asked.
    asking: Cell<bool>,
    /// Whether the browser is being asked for what it has kept.
    recalling: Cell<bool>,
    /// When the network last came to an end, good or bad.
    asked: Cell<f64>,
    formats: Function,
    listener: Listener,
}

/// All feeds that the page's elements have asked for.
pub(crate) struct Libraries {
    /// What the loader has asked for already: address to Promise of Response.
    early: js_sys::Map,
    /// What reads the formats that are not read here.
    formats: Function,
    sources: RefCell<Vec<Rc<Source>>>,
    listener: Listener,
}

impl Library {
    fn new(url: &str, feed: Feed, answered: f64, mark: u32) -> Rc<Self> {
        Rc::new(Self {
            url: url.to_owned(),
            feed,
            answered: Cell::new(answered),
            mark,
            index: OnceCell::new(),
        })
    }

    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let articles = &self.feed.articles;
            let named = &self.feed.language;
            let mut language = language(named, articles);
            if named.is_empty() && language == Language::Other {
                language = Language::of(&page::language());
            }
            let mut index = Index::new(language);
            index.extend(articles);
            index
        })
    }

    /// How many seconds ago its server last answered with it.
    pub(crate) fn age(&self) -> f64 {
        (now() - self.answered.get()).max(0.0)
    }
}

impl Source {
    /// Asks the network; `anew` for an answer that no cache gives unasked.
    fn ask(self: Rc<Self>, early: Option<js_sys::Promise>, anew: bool) {
        self.asking.set(true);
        spawn_local(async move {
            let taken = match net::get(&self.url, early, anew).await {
                Ok(body) => self.take(body).await,
                Err(error) => Err(error.words()),
            };
            self.asking.set(false);
            self.asked.set(now());
            self.failure.replace(taken.as_ref().err().cloned());
            self.tell(matches!(taken, Ok(true)));
        });
    }

    /// Asks the browser for what it has kept; that counts until the network
    /// has answered.
    fn recall(self: Rc<Self>) {
        self.recalling.set(true);
        spawn_local(async move {
            let kept = cache::recall(&self.url).await;
            self.recalling.set(false);
            if self.library.borrow().is_some() {
                return;
            }
            // What is kept is in a format that is read here.
            let library = kept.and_then(|kept| {
                let feed = usual::read(&kept.bytes, &self.url).ok()?;
                Some(Library::new(&self.url, feed, kept.at, kept.mark))
            });
            let found = library.is_some();
            self.library.replace(library);
            if found || !self.asking.get() {
                self.tell(found);
            }
        });
    }

    /// Takes an answer in and keeps it; whether it is another than before.
    async fn take(&self, body: Body) -> Result<bool, String> {
        let mark = mark(&body.bytes);
        let known = self.library.borrow().clone();
        if let Some(known) = known.filter(|known| known.mark == mark) {
            known.answered.set(now());
            if body.may_be_kept {
                cache::renew(&self.url);
            } else {
                cache::forget(&self.url);
            }
            return Ok(false);
        }
        let (feed, converted) = reader::read(&body, &self.url, &self.formats).await?;
        self.library
            .replace(Some(Library::new(&self.url, feed, now(), mark)));
        if body.may_be_kept {
            let bytes = converted.as_deref().map_or(&*body.bytes, str::as_bytes);
            cache::keep(&self.url, bytes, mark);
        } else {
            cache::forget(&self.url);
        }
        Ok(true)
    }

    fn tell(&self, changed: bool) {
        if let (Some(reason), Some(_)) = (&*self.failure.borrow(), &*self.library.borrow()) {
            console::stale(&self.url, reason);
        }
        (self.listener)(&self.url, changed);
    }
}

impl Libraries {
    pub(crate) fn new(early: js_sys::Map, formats: Function, listener: Listener) -> Self {
        Self {
            early,
            formats,
            sources: RefCell::default(),
            listener,
        }
    }

    /// The feed at an address; `None` while it is on the way, after which the
    /// listener is told.
    pub(crate) fn get(&self, url: &str) -> Result<Option<Rc<Library>>, Failure> {
        let source = self.source(url).unwrap_or_else(|| self.fetch(url));
        let library = source.library.borrow().clone();
        if library.is_some() || source.asking.get() || source.recalling.get() {
            return Ok(library);
        }
        Err(Failure {
            url: url.to_owned(),
            reason: source.failure.borrow().clone().unwrap_or_default(),
        })
    }

    /// Forgets the feeds that failed, so that they are asked for again.
    pub(crate) fn forget_failed(&self) {
        self.sources.borrow_mut().retain(|source| {
            source.library.borrow().is_some() || source.asking.get() || source.recalling.get()
        });
    }

    /// In how many seconds a feed is to be asked for again that is asked for so
    /// often; `None` for one that is being asked for, or by nobody yet.
    pub(crate) fn due(&self, url: &str, period: f64) -> Option<f64> {
        let source = self.source(url).filter(|source| !source.asking.get())?;
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
    fn fetch(&self, url: &str) -> Rc<Source> {
        let source = Rc::new(Source {
            url: url.to_owned(),
            library: RefCell::default(),
            failure: RefCell::default(),
            asking: Cell::default(),
            recalling: Cell::default(),
            asked: Cell::default(),
            formats: self.formats.clone(),
            listener: Rc::clone(&self.listener),
        });
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

/// What tells bytes from others: FNV-1a, which needs no table.
fn mark(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |mark, &byte| {
        (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
