//! One feed: its first page, asked for again whenever somebody wants it fresh,
//! and the pages behind it.

use crate::host::clock::{now, turn};
use crate::host::{cache, console};
use crate::net::{self, Body, NetError};
use crate::ui::reader;
use js_sys::Promise;
use leptos::task::spawn_local;
use newsrail_core::article::Feed;
use newsrail_core::feed::{ARTICLE_OF, LIST_OF, common};
use newsrail_core::text::link::same_origin;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The most pages of one feed: one that never ends costs no more requests.
const MOST_PAGES: usize = 20;

/// Told of an address each time there is news of it: whether its articles are
/// others than before, and whether it is its further pages that have come.
pub(crate) type Listener = Rc<dyn Fn(&str, bool, bool)>;

/// What one answer brought.
pub(crate) struct Page {
    url: String,
    /// The answer, in a format that is read here.
    bytes: Vec<u8>,
    /// What was read of it, until somebody takes that.
    read: RefCell<Option<Feed>>,
    /// How many of its articles count.
    count: usize,
    /// When its server last answered with it, in seconds since 1970.
    pub(crate) answered: Cell<f64>,
    /// Where the next page is, if there is one.
    next: RefCell<Option<String>>,
    /// What tells the answer from others.
    mark: u32,
}

/// Where a feed is from, and how far it has come.
pub(crate) struct Source {
    pub(crate) url: String,
    /// Its pages, as far as they are here.
    pub(crate) pages: RefCell<Vec<Rc<Page>>>,
    /// Up to how many articles further pages are asked for.
    pub(crate) most: Cell<usize>,
    /// Why the last answer was none.
    pub(crate) failure: RefCell<Option<String>>,
    /// When the network last came to an end, good or bad.
    pub(crate) asked: Cell<f64>,
    /// Whether further pages are being asked for.
    pub(crate) is_following: Cell<bool>,
    /// Whether the network is being asked for the first page.
    is_asking: Cell<bool>,
    /// Whether the browser is being asked for what it has kept.
    is_recalling: Cell<bool>,
    /// Whether one of the two is being read.
    is_reading: Cell<bool>,
    listener: Listener,
}

impl Page {
    /// What is read of it: once more where it has been taken before, so that
    /// several can be made one again without a copy of each article.
    pub(crate) fn feed(&self) -> Feed {
        let again = || common::read(&self.bytes, &self.url).unwrap_or_default();
        let mut feed = self.read.take().unwrap_or_else(again);
        feed.articles.truncate(self.count);
        feed
    }
}

impl Source {
    pub(crate) fn new(url: &str, most: usize, listener: Listener) -> Rc<Self> {
        Rc::new(Self {
            url: url.to_owned(),
            pages: RefCell::default(),
            most: Cell::new(most),
            failure: RefCell::default(),
            asked: Cell::default(),
            is_following: Cell::default(),
            is_asking: Cell::default(),
            is_recalling: Cell::default(),
            is_reading: Cell::default(),
            listener,
        })
    }

    /// Whether its first page is on the way.
    pub(crate) fn is_pending(&self) -> bool {
        self.is_asking.get() || self.is_recalling.get()
    }

    /// Whether the network is not being asked.
    pub(crate) fn is_idle(&self) -> bool {
        !self.is_asking.get() && !self.is_following.get()
    }

    /// How many articles are wanted beside those of these pages.
    fn missing(&self, pages: &[Rc<Page>]) -> usize {
        let mut missing = self.most.get();
        for page in pages {
            missing = missing.saturating_sub(page.count);
        }
        missing
    }

    /// The address of the page behind these, where one is wanted.
    fn next(&self, pages: &[Rc<Page>]) -> Option<String> {
        let last = pages.last()?;
        let goes_on = self.missing(pages) > 0 && pages.len() < MOST_PAGES && last.count > 0;
        if goes_on {
            last.next.borrow().clone()
        } else {
            None
        }
    }

    /// Asks the network; `anew` for an answer that no cache gives unasked.
    /// Further pages are asked for where the first is another than before, or
    /// some are missing.
    pub(crate) fn ask(self: Rc<Self>, mut early: Option<Promise>, anew: bool) {
        self.is_asking.set(true);
        spawn_local(async move {
            let mut place = 0;
            let mut wanted = Some(self.url.clone());
            while let Some(url) = wanted {
                let got = self.page(&url, place, early.take(), anew).await;
                let changed = got == Ok(true);
                let failure = got.err();
                let here = self.pages.borrow();
                place = if failure.is_some() {
                    usize::MAX
                } else if place > 0 || changed {
                    place + 1
                } else {
                    here.len()
                };
                wanted = here.get(..place).and_then(|here| self.next(here));
                drop(here);
                if self.is_asking.replace(false) {
                    self.asked.set(now());
                    self.failure.replace(failure);
                    self.is_following.set(wanted.is_some());
                    self.tell(changed, false);
                } else if let Some(reason) = failure {
                    console::noted(&url, &reason);
                }
            }
            // What is behind the last was another's; after a failure it is
            // better than nothing.
            self.pages.borrow_mut().truncate(place);
            if self.is_following.replace(false) {
                self.tell(true, true);
            }
        });
    }

    /// Asks the browser for what it has kept; that counts until the network
    /// has answered.
    pub(crate) fn recall(self: Rc<Self>) {
        self.is_recalling.set(true);
        spawn_local(async move {
            let mut kept = Vec::new();
            let mut wanted = Some(self.url.clone());
            while let Some(url) = wanted.take() {
                let Some(found) = cache::recall(&url).await else {
                    break;
                };
                self.alone().await;
                // What is kept is in a format that is read here.
                if self.pages.borrow().is_empty()
                    && let Some(feed) = reader::in_turns(&found.bytes, &url).await
                {
                    let page = self.made(url, found.bytes, feed, found.mark, &kept);
                    page.answered.set(found.at);
                    kept.push(page);
                    wanted = self.next(&kept);
                }
                self.is_reading.set(false);
            }
            self.is_recalling.set(false);
            if !self.pages.borrow().is_empty() {
                return;
            }
            let found = !kept.is_empty();
            self.pages.replace(kept);
            if found || !self.is_asking.get() {
                self.tell(found, false);
            }
        });
    }

    /// Waits for a task of its own in which no other answer is being read, and keeps
    /// others waiting: what is kept is mostly what the network answers, and not read
    /// twice.
    async fn alone(&self) {
        turn().await;
        while self.is_reading.replace(true) {
            turn().await;
        }
    }

    /// Takes in the page at an address as the one in this place, and keeps it;
    /// whether it is another than what was there.
    async fn page(
        &self,
        url: &str,
        place: usize,
        early: Option<Promise>,
        anew: bool,
    ) -> Result<bool, String> {
        let body = if url.starts_with("http") {
            net::get(url, early, anew).await.map_err(NetError::words)?
        } else if url.starts_with(LIST_OF) || url.starts_with(ARTICLE_OF) {
            Body::default()
        } else {
            return Err("not an http or https address".to_owned());
        };
        self.alone().await;
        let mark = mark(&body.bytes);
        let known = self.pages.borrow().get(place).cloned();
        let changed = known.as_ref().is_none_or(|known| known.mark != mark);
        let mut feed = None;
        if changed {
            feed = reader::in_turns(&body.bytes, url).await;
        }
        self.is_reading.set(false);
        let page = match known {
            Some(known) if !changed => {
                known.answered.set(now());
                if body.may_be_kept {
                    cache::renew(url);
                }
                known
            }
            _ => {
                let (feed, bytes) = match feed {
                    Some(feed) => (feed, body.bytes),
                    None => reader::converted(&body, url).await?,
                };
                if body.may_be_kept {
                    cache::keep(url, &bytes, mark);
                }
                let mut pages = self.pages.borrow_mut();
                let page = self.made(url.to_owned(), bytes, feed, mark, &pages[..place]);
                if let Some(before) = pages.get_mut(place) {
                    *before = Rc::clone(&page);
                } else {
                    pages.push(Rc::clone(&page));
                }
                page
            }
        };
        if !body.may_be_kept {
            cache::forget(url);
        }
        // What says so is a header, which is not kept.
        if body.is_last {
            page.next.take();
        }
        Ok(changed)
    }

    /// A page behind others; what is more than wanted does not count. Only one
    /// of the same origin follows: a feed sends readers nowhere that the
    /// publisher has not named.
    fn made(
        &self,
        url: String,
        bytes: Vec<u8>,
        mut feed: Feed,
        mark: u32,
        before: &[Rc<Page>],
    ) -> Rc<Page> {
        let mut next = feed.next.take();
        if next.as_ref().is_some_and(|next| !same_origin(next, &url)) {
            console::noted(
                &url,
                "its next page has another origin and is not asked for",
            );
            next = None;
        }
        let mut count = feed.articles.len();
        if !before.is_empty() {
            count = count.min(self.missing(before));
        }
        Rc::new(Page {
            url,
            bytes,
            read: RefCell::new(Some(feed)),
            count,
            answered: Cell::new(now()),
            next: RefCell::new(next),
            mark,
        })
    }

    fn tell(&self, changed: bool, further: bool) {
        if let (Some(reason), false, false) = (
            &*self.failure.borrow(),
            self.pages.borrow().is_empty(),
            further,
        ) {
            console::stale(&self.url, reason);
        }
        (self.listener)(&self.url, changed, further);
    }
}

/// Whether these are the very same pages.
pub(crate) fn is_same(one: &[Rc<Page>], other: &[Rc<Page>]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| Rc::ptr_eq(one, other))
}

/// What tells bytes from others: FNV-1a, which needs no table.
fn mark(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |mark, &byte| {
        (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
