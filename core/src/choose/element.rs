//! What any element shows. Whoever has lists alone calls [`list`], and is spared
//! the rest.

use super::{Answer, Choice, Given, Origin, list};
use crate::config::Kind;

/// What an element of any kind shows.
#[must_use]
pub fn element(choice: &Choice<'_>, given: &Given<'_>) -> Answer {
    match choice.kind {
        Kind::Article => choice.article(given),
        Kind::Author => Answer::Shown(choice.author(given.feed), Origin::Feeds),
        Kind::Front => Answer::Shown(choice.front(given.feed), Origin::Feeds),
        Kind::Search => choice.search(given),
        _ => list(choice, given),
    }
}
