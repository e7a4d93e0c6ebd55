//! What newsrail says in its own words, in one place, so that they can be said
//! in another language.

use crate::outbox::Outcome;

pub(crate) const POPULAR: &str = "Popular";
pub(crate) const LATEST: &str = "Latest";
pub(crate) const MORE_LIKE_THIS: &str = "More like this";
pub(crate) const SUBSCRIBE: &str = "Subscribe";

pub(crate) const LOADING: &str = "Loading…";
pub(crate) const NOTHING: &str = "There are no stories here yet.";
pub(crate) const FAILED: &str = "The stories could not be loaded.";
pub(crate) const TRY_AGAIN: &str = "Try again";

pub(crate) const EMAIL: &str = "E-mail address";
pub(crate) const NOT_AN_EMAIL: &str = "Please enter an e-mail address, like name@example.com.";
pub(crate) const SENDING: &str = "Sending…";
pub(crate) const CLOSE: &str = "Close";

/// What is known of a sign-up after its answer, and no more than that.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
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
