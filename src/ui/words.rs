//! What newsrail says in its own words, in one place, so that they can be said
//! in another language. What became of a sign-up `outbox/sign_up.rs` says.

use newsrail_core::rank::reason::Reason;
use newsrail_core::text::number::decimal;

pub(crate) const POPULAR: &str = "Popular";
pub(crate) const LATEST: &str = "Latest";
pub(crate) const MORE_LIKE_THIS: &str = "More like this";
pub(crate) const SUBSCRIBE: &str = "Subscribe";

pub(crate) const LOADING: &str = "Loading…";
pub(crate) const NOTHING: &str = "There are no stories here yet.";
pub(crate) const FAILED: &str = "The stories could not be loaded.";
pub(crate) const TRY_AGAIN: &str = "Try again";

/// Why an article is listed: before what it shares, before its section.
pub(crate) const ABOUT: &str = "About: ";
pub(crate) const SAME_SECTION: &str = "More from ";
/// Before an article's place among the most read.
pub(crate) const MOST_READ: &str = "Most read, no. ";
pub(crate) const AMONG_LATEST: &str = "Among the latest";
pub(crate) const GIVEN: &str = "Chosen by the newsroom";

pub(crate) const EMAIL: &str = "E-mail address";
pub(crate) const NOT_AN_EMAIL: &str = "Please enter an e-mail address, like name@example.com.";
pub(crate) const NO_TOPIC: &str = "Please choose at least one.";
pub(crate) const NAME: &str = "Name (optional)";
pub(crate) const TOPICS: &str = "What would you like to receive?";
pub(crate) const PRIVACY: &str = "Privacy notice";
pub(crate) const SENDING: &str = "Sending…";
pub(crate) const CLOSE: &str = "Close";

/// Why an article is listed, in a line.
pub(crate) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Shares(about) => [ABOUT, &about.join(", ")].concat(),
        Reason::Section(section) => [SAME_SECTION, section].concat(),
        Reason::Views { rank } => [MOST_READ, &decimal(*rank)].concat(),
        Reason::Latest => AMONG_LATEST.to_owned(),
        Reason::Given => GIVEN.to_owned(),
    }
}
