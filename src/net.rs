//! The one door to the network: `get` reads feeds and comments, `post` sends what a
//! reader has written.
//!
//! Every request says all that matters about itself: a host page may have put
//! a `method` or `headers` on `Object.prototype`, and `fetch` would read them
//! from an ordinary options object. And what `fetch` rejects with is never
//! looked into: pages wrap `fetch`, and what their wrappers throw need not be
//! an `Error`.

mod get;
mod post;

pub(crate) use get::{Body, get, patience, take_over};
pub(crate) use post::{Answered, ask, post};

use newsrail_core::shared::{TOO_LARGE, UNREADABLE};

/// Why there is no answer to what was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NetError {
    /// No answer, a part of one, or one that this page may not read: the
    /// browser does not say which.
    Unreachable,
    /// More than five megabytes.
    TooLarge,
}

impl NetError {
    /// What is the matter, for the publisher.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Unreachable => UNREADABLE,
            Self::TooLarge => TOO_LARGE,
        }
    }
}
