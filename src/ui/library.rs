//! The feeds of a page: each is fetched once, and several that are read as one
//! are merged and indexed once, however many elements read them. What the
//! browser has kept of one is there first, and stays where the network has
//! nothing better.

use crate::article::Feed;
use crate::feed::merge::merge;
use crate::host::clock::now;
use crate::host::{console, page};
use crate::rank::engine::{Index, language};
use crate::text::language::Language;
use crate::ui::source::{Listener, Page, Source, is_same};
use js_sys::Function;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// One feed, or several as one, and, once somebody asks what is like one of
/// its articles, their index.
pub(crate) struct Library {
    /// Where it is from: addresses with a blank between them.
    pub(crate) set: String,
    pub(crate) feed: Rc<Feed>,
    /// Whether further pages of it are on the way.
    pub(crate) more: Cell<bool>,
    /// What it was made of: the first page of each feed, which are so many,
    /// then the others.
    pages: Vec<Rc<Page>>,
    firsts: usize,
    index: OnceCell<Index>,
}

/// Why there is nothing to show: at which address, and what is wrong there.
#[derive(Clone)]
pub(crate) struct Failure {
    pub(crate) url: String,
    pub(crate) reason: String,
}

/// All feeds that the page's elements have asked for.
pub(crate) struct Libraries {
    /// What the loader has asked for already: address to Promise of Response.
    early: js_sys::Map,
    /// What reads the formats that are not read here.
    formats: Function,
    sources: RefCell<Vec<Rc<Source>>>,
    made: RefCell<Vec<Rc<Library>>>,
    listener: Listener,
}

impl Library {
    /// Of one page it is that page, of several all of them in one.
    fn new(set: &str, pages: Vec<Rc<Page>>, firsts: usize, most: usize) -> Rc<Self> {
        let feed = if let [page] = &*pages {
            Rc::clone(&page.feed)
        } else {
            let feeds: Vec<&Feed> = pages.iter().map(|page| &*page.feed).collect();
            Rc::new(merge(&feeds, most))
        };
        Rc::new(Self {
            set: set.to_owned(),
            feed,
            more: Cell::default(),
            pages,
            firsts,
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

    /// How many seconds ago its server last answered with it; of several feeds
    /// the one that has not answered for longest.
    pub(crate) fn age(&self) -> f64 {
        let mut answered = now();
        for first in &self.pages[..self.firsts] {
            answered = answered.min(first.answered.get());
        }
        now() - answered
    }
}

impl Libraries {
    pub(crate) fn new(early: js_sys::Map, formats: Function, listener: Listener) -> Self {
        Self {
            early,
            formats,
            sources: RefCell::default(),
            made: RefCell::default(),
            listener,
        }
    }

    /// The feed at an address, or those at several with blanks between them as
    /// one, further pages up to `most` articles among them; `None` until each
    /// has come to an end with its first page, good or bad, after which the
    /// listener is told.
    pub(crate) fn get(&self, set: &str, most: usize) -> Result<Option<Rc<Library>>, Failure> {
        let share = most.div_ceil(set.split(' ').count());
        let (mut pages, mut further) = (Vec::new(), Vec::new());
        let (mut waits, mut more, mut limit) = (false, false, 0);
        let mut failure: Option<Failure> = None;
        for url in set.split(' ') {
            let source = self.source(url).unwrap_or_else(|| self.fetch(url, share));
            source.want(share);
            more |= source.is_following.get();
            if let Some((first, others)) = source.pages.borrow().split_first() {
                limit += first.feed.articles.len().max(source.most.get());
                pages.push(Rc::clone(first));
                further.extend_from_slice(others);
            } else if source.is_pending() {
                waits = true;
            } else {
                let reason = source.failure.borrow().clone().unwrap_or_default();
                if let Some(failure) = &mut failure {
                    failure.reason += &["; ", url, ": ", &reason].concat();
                } else {
                    let url = url.to_owned();
                    failure = Some(Failure { url, reason });
                }
            }
        }
        if waits {
            return Ok(None);
        }
        if let (Some(failure), true) = (&failure, pages.is_empty()) {
            return Err(failure.clone());
        }
        let firsts = pages.len();
        pages.append(&mut further);
        let mut made = self.made.borrow_mut();
        let known = made.iter().position(|library| library.set == set);
        let library = match known {
            Some(at) if is_same(&made[at].pages, &pages) => Rc::clone(&made[at]),
            _ => {
                if let Some(failure) = failure {
                    console::noted(&failure.url, &failure.reason);
                }
                if let Some(at) = known {
                    made.swap_remove(at);
                }
                let library = Library::new(set, pages, firsts, limit);
                made.push(Rc::clone(&library));
                library
            }
        };
        library.more.set(more);
        Ok(Some(library))
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
        let (formats, listener) = (self.formats.clone(), Rc::clone(&self.listener));
        let source = Source::new(url, most, formats, listener);
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
