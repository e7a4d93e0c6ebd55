//! The feeds of a page: each is fetched once and indexed once, however many
//! elements read it.

use crate::article::Feed;
use crate::net;
use crate::rank::related::Index;
use crate::ui::reader;
use leptos::task::spawn_local;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// A feed that is here and, once somebody asks what is like one of its
/// articles, their index.
pub(crate) struct Library {
    pub(crate) url: String,
    pub(crate) feed: Feed,
    index: OnceCell<Index>,
}

/// Why there is nothing to show: at which address, and what is wrong there.
#[derive(Clone)]
pub(crate) struct Failure {
    pub(crate) url: String,
    pub(crate) reason: String,
}

#[derive(Clone)]
enum Source {
    OnTheWay,
    Here(Rc<Library>),
    Failed(String),
}

/// All feeds that the page's elements have asked for.
pub(crate) struct Libraries {
    /// What the loader has asked for already: address to Promise of Response.
    early: js_sys::Map,
    /// What reads the formats that are not read here.
    formats: js_sys::Function,
    sources: RefCell<Vec<(String, Source)>>,
}

impl Library {
    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.feed.articles))
    }
}

impl Libraries {
    pub(crate) fn new(early: js_sys::Map, formats: js_sys::Function) -> Rc<Self> {
        Rc::new(Self {
            early,
            formats,
            sources: RefCell::default(),
        })
    }

    /// The feed at an address; `None` while it is on the way, after which
    /// `arrived` is called once.
    pub(crate) fn get(
        self: &Rc<Self>,
        url: &str,
        arrived: impl FnOnce() + 'static,
    ) -> Result<Option<Rc<Library>>, Failure> {
        let known = self
            .sources
            .borrow()
            .iter()
            .find(|(other, _)| other == url)
            .map(|(_, source)| source.clone());
        match known {
            Some(Source::Here(library)) => Ok(Some(library)),
            Some(Source::Failed(reason)) => Err(Failure {
                url: url.to_owned(),
                reason,
            }),
            Some(Source::OnTheWay) => Ok(None),
            None => {
                self.set(url, Source::OnTheWay);
                let (libraries, url) = (Rc::clone(self), url.to_owned());
                spawn_local(async move {
                    let source =
                        fetch(&url, libraries.early_response(&url), &libraries.formats).await;
                    libraries.set(&url, source);
                    arrived();
                });
                Ok(None)
            }
        }
    }

    /// Forgets the feeds that failed, so that they are asked for again.
    pub(crate) fn forget_failed(&self) {
        self.sources
            .borrow_mut()
            .retain(|(_, source)| !matches!(source, Source::Failed(_)));
    }

    fn set(&self, url: &str, source: Source) {
        let mut sources = self.sources.borrow_mut();
        sources.retain(|(other, _)| other != url);
        sources.push((url.to_owned(), source));
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

async fn fetch(url: &str, early: Option<js_sys::Promise>, formats: &js_sys::Function) -> Source {
    let body = match net::get(url, early).await {
        Ok(body) => body,
        Err(error) => return Source::Failed(error.to_string()),
    };
    match reader::read(body, url, formats).await {
        Ok(feed) => Source::Here(Rc::new(Library {
            url: url.to_owned(),
            feed,
            index: OnceCell::new(),
        })),
        Err(reason) => Source::Failed(reason),
    }
}
