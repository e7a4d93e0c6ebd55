//! What newsrail says in its own words, in one place, so that they can be said
//! in another language.

use crate::outbox::sign_up::Outcome;
use crate::rank::reason::Reason;
use crate::text::number::decimal;

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

/// What is known of a sign-up after its answer, and no more than that; the
/// provider's own words come behind it, where it has any.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Subscribed => "Thank you. You are subscribed.",
        Outcome::CheckInbox => {
            "Thank you. Please look in your inbox for a message that asks you to confirm."
        }
        Outcome::Sent => {
            "Your address has been sent to the newsletter in a new tab. Please look there, and in your inbox, for what comes next."
        }
        Outcome::Already => "This address is subscribed already.",
        Outcome::Accepted => {
            "Thank you. Your address has been received; look out for a message that asks you to confirm."
        }
        Outcome::Refused => {
            "The newsletter did not accept this address. Please check it and try again."
        }
        Outcome::Unavailable => {
            "The newsletter cannot take sign-ups right now. Please try again in a while."
        }
        Outcome::Unreachable => {
            "The newsletter could not be reached, so your address may not have arrived. Please try again."
        }
        Outcome::Offline => {
            "You seem to be offline. Your address is still here; please try again once you are connected."
        }
    }
}

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
