//! One page of a feed.

use crate::host::clock::now;
use crate::host::console;
use newsrail_core::article::Feed;
use newsrail_core::feed::alike::cut_alike;
use newsrail_core::feed::common;
use newsrail_core::text::link::same_origin;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What one answer brought.
pub(crate) struct FeedPage {
    url: String,
    /// The answer, in a format that is read here.
    bytes: Vec<u8>,
    /// What was read of it, until somebody takes that.
    read: RefCell<Option<Feed>>,
    /// How many of its articles count.
    pub(super) count: usize,
    /// When its server last answered with it, in seconds since 1970.
    pub(super) answered: Cell<f64>,
    /// The address of the next page, if there is one.
    pub(super) next: RefCell<Option<String>>,
    /// What tells the answer from others, see [`mark`].
    pub(super) mark: u32,
}

/// An answer that has been read.
pub(super) struct Answer {
    pub(super) url: String,
    /// In a format that is read here.
    pub(super) bytes: Vec<u8>,
    /// What was read of them.
    pub(super) feed: Feed,
    /// What tells the answer from others: of the bytes as they came.
    pub(super) mark: u32,
}

impl FeedPage {
    /// A page of which `most` articles count. Only one of the same origin follows
    /// it: a feed sends readers nowhere that the publisher has not named.
    pub(super) fn new(answer: Answer, most: usize) -> Rc<Self> {
        let Answer {
            url,
            bytes,
            mut feed,
            mark,
        } = answer;
        let mut next = feed.next.take();
        if next.as_ref().is_some_and(|next| !same_origin(next, &url)) {
            console::noted(
                &url,
                "its next page has another origin and is not asked for",
            );
            next = None;
        }
        Rc::new(Self {
            url,
            bytes,
            count: feed.articles.len().min(most),
            read: RefCell::new(Some(feed)),
            answered: Cell::new(now()),
            next: RefCell::new(next),
            mark,
        })
    }

    /// What is read of it: once more where it has been taken before, so that
    /// several can be made one again without a copy of each article.
    pub(crate) fn feed(&self) -> Feed {
        let again = || common::read(&self.bytes, &self.url).unwrap_or_default();
        let mut feed = self.read.take().unwrap_or_else(again);
        feed.articles.truncate(self.count);
        cut_alike(&mut feed.articles);
        feed
    }
}

/// Whether these are the very same pages.
pub(crate) fn is_same(one: &[Rc<FeedPage>], other: &[Rc<FeedPage>]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| Rc::ptr_eq(one, other))
}

/// What tells bytes from others: FNV-1a, which needs no table.
pub(super) fn mark(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |mark, &byte| {
        (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
