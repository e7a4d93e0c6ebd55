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

pub(crate) use get::{Body, get};
pub(crate) use post::{Answered, ask, post};

use newsrail_core::text::number::decimal;

/// Why there is no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NetError {
    /// No answer, a part of one, or one that this page may not read: the
    /// browser does not say which.
    Unreachable,
    /// An answer with a status that is no success.
    Status(u32),
    /// More than five megabytes.
    TooLarge,
}

impl NetError {
    /// What is the matter, for the publisher.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Unreachable => {
                "no answer that this page may read (offline, broken off, or CORS headers missing)"
                    .to_owned()
            }
            Self::Status(status) => ["the server answered ", &decimal(status as usize)].concat(),
            Self::TooLarge => "larger than 5 MB".to_owned(),
        }
    }
}
