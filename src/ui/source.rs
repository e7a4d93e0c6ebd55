//! Where articles are from: the first page of a feed, asked for again whenever
//! somebody wants it fresh, and the pages behind it; or the page itself.

use crate::host::cache::{self, Kept};
use crate::host::clock::{now, turn};
use crate::host::console;
use crate::net::{self, Body};
use crate::ui::feed_page::{Answer, FeedPage, mark};
use crate::ui::reader;
use leptos::task::spawn_local;
use newsrail_core::choose::Wanted;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The most pages of one feed: one that never ends costs no more requests.
const MOST_PAGES: usize = 20;

/// What has come of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// The first page is what it was before, or could not be had.
    Unchanged,
    /// The first page is another than before.
    Changed,
    /// The further pages have come.
    FurtherPages,
}

/// Told each time there is news.
pub(crate) type Listener = Rc<dyn Fn(&Wanted, News)>;

/// Where articles are from, and how far it has come.
pub(crate) struct Source {
    pub(crate) of: Wanted,
    /// Its pages, as far as they are here.
    pub(crate) pages: RefCell<Vec<Rc<FeedPage>>>,
    /// Up to how many articles further pages are asked for.
    pub(crate) most: Cell<usize>,
    /// Why the last answer was none.
    pub(crate) failure: RefCell<Option<String>>,
    /// When the network last came to an end, good or bad.
    pub(crate) asked: Cell<f64>,
    /// Whether further pages are being asked for.
    pub(crate) is_following: Cell<bool>,
    /// Whether it is to be asked again as soon as it is idle.
    pub(crate) asks_again: Cell<bool>,
    /// Whether the network is being asked for the first page.
    is_asking: Cell<bool>,
    /// Whether the browser is being asked for what it has kept: no longer than until the
    /// network has answered.
    pub(crate) is_recalling: Cell<bool>,
    /// Whether one of the two is being read.
    is_reading: Cell<bool>,
    listener: Listener,
}

impl Source {
    /// One that nobody has asked yet.
    pub(crate) fn new(of: Wanted, most: usize, listener: Listener) -> Rc<Self> {
        Rc::new(Self {
            of,
            pages: RefCell::default(),
            most: Cell::new(most),
            failure: RefCell::default(),
            asked: Cell::default(),
            is_following: Cell::default(),
            asks_again: Cell::default(),
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
    fn missing(&self, pages: &[Rc<FeedPage>]) -> usize {
        let mut missing = self.most.get();
        for page in pages {
            missing = missing.saturating_sub(page.count);
        }
        missing
    }

    /// The address of the page behind the first `count`, where one is wanted.
    fn next_after(&self, count: usize) -> Option<String> {
        let pages = self.pages.borrow();
        let pages = pages.get(..count)?;
        let last = pages.last()?;
        let goes_on = self.missing(pages) > 0 && count < MOST_PAGES && last.count > 0;
        if goes_on {
            last.next.borrow().clone()
        } else {
            None
        }
    }

    /// Asks the network; `anew` for an answer that no cache gives unasked.
    /// Further pages are asked for where the first is another than before, or
    /// some are missing.
    pub(crate) fn ask(self: Rc<Self>, anew: bool) {
        self.is_asking.set(true);
        spawn_local(async move {
            let first = self.take_in(self.of.url(), 0, anew, None).await;
            // How many of the pages go with that answer; after a failure all are
            // better than none, and nothing is asked for behind them.
            let count = match first {
                Ok(News::Changed) => Some(1),
                Ok(_) => Some(self.pages.borrow().len()),
                Err(_) => None,
            };
            self.is_asking.set(false);
            if first.is_ok() {
                self.is_recalling.set(false);
            }
            self.asked.set(now());
            let follows = count.and_then(|count| self.next_after(count)).is_some();
            self.is_following.set(follows);
            let news = *first.as_ref().unwrap_or(&News::Unchanged);
            self.failure.replace(first.err());
            self.tell(news);
            if let Some(count) = count {
                self.follow(count, anew).await;
            }
            if self.is_following.replace(false) {
                self.tell(News::FurtherPages);
            }
            if self.asks_again.replace(false) {
                self.ask(true);
            }
        });
    }

    /// Asks for the pages behind the first `count`, one after the other.
    async fn follow(&self, mut count: usize, anew: bool) {
        while let Some(url) = self.next_after(count) {
            if let Err(reason) = self.take_in(&url, count, anew, None).await {
                // Pages that are left from before are better than nothing.
                return console::noted(&url, &reason);
            }
            count += 1;
        }
        // Those were behind another first page.
        self.pages.borrow_mut().truncate(count);
    }

    /// Asks the browser for what it has kept; that counts until the network
    /// has answered.
    pub(crate) fn recall(self: Rc<Self>) {
        self.is_recalling.set(true);
        spawn_local(async move {
            let mut count = 0;
            let mut wanted = Some(self.of.url().to_owned());
            while let Some(url) = wanted
                && let Some(kept) = cache::recall(&url).await
                && self.take_in(&url, count, false, Some(kept)).await.is_ok()
            {
                count += 1;
                wanted = self.next_after(count);
            }
            if !self.is_recalling.replace(false) {
                return;
            }
            if count > 0 {
                self.tell(News::Changed);
            } else if !self.is_asking.get() {
                self.tell(News::Unchanged);
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

    /// Takes in the page at an address as the one in this place, and keeps it; or what
    /// is `kept` of it, for as long as that is asked for. Whether it is another than what
    /// was there.
    async fn take_in(
        &self,
        url: &str,
        place: usize,
        anew: bool,
        kept: Option<Kept>,
    ) -> Result<News, String> {
        let mut body = Body::default();
        if let Some(kept) = &kept {
            body.bytes = kept.bytes().to_vec();
        } else if let Wanted::Feed(_) = self.of {
            if !url.starts_with("http") {
                return Err("not an http or https address".to_owned());
            }
            body = net::get(url, anew).await?;
        }
        self.alone().await;
        let (mark, answered) = match &kept {
            Some(_) if !self.is_recalling.get() => {
                self.is_reading.set(false);
                return Err(String::new());
            }
            Some(kept) => (kept.mark(), kept.at()),
            None => (mark(&body.bytes), now()),
        };
        let known = self.pages.borrow().get(place).cloned();
        let (page, news) = if let Some(known) = known.filter(|known| known.mark == mark) {
            self.is_reading.set(false);
            if body.may_be_kept {
                cache::renew(url);
            }
            (known, News::Unchanged)
        } else {
            let feed = reader::in_turns(&body.bytes, url).await;
            self.is_reading.set(false);
            let (feed, bytes) = match feed {
                Some(feed) => (feed, body.bytes),
                None => reader::converted(&self.of, &body, url).await?,
            };
            if body.may_be_kept {
                cache::keep(url, &bytes, mark);
            }
            let url = url.to_owned();
            let mut pages = self.pages.borrow_mut();
            let answer = Answer {
                url,
                bytes,
                feed,
                mark,
            };
            let page = self.page(answer, &pages[..place]);
            if let Some(before) = pages.get_mut(place) {
                *before = Rc::clone(&page);
            } else {
                pages.push(Rc::clone(&page));
            }
            (page, News::Changed)
        };
        page.answered.set(answered);
        if !body.may_be_kept && kept.is_none() {
            cache::forget(url);
        }
        // What says so is a header, which is not kept.
        if body.is_last {
            page.next.take();
        }
        Ok(news)
    }

    /// A page behind others, of which no more counts than is wanted; of the first
    /// page all does.
    fn page(&self, answer: Answer, before: &[Rc<FeedPage>]) -> Rc<FeedPage> {
        let most = if before.is_empty() {
            usize::MAX
        } else {
            self.missing(before)
        };
        FeedPage::new(answer, most)
    }

    fn tell(&self, news: News) {
        if news != News::FurtherPages
            && let Some(reason) = &*self.failure.borrow()
            && !self.pages.borrow().is_empty()
        {
            console::stale(self.of.url(), reason);
        }
        (self.listener)(&self.of, news);
    }
}
