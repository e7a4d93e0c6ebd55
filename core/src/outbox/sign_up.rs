//! A sign-up, and what may become of it: what the program that has the form and
//! the one that posts say to each other.

use super::provider::Provider;

/// What a reader signs up with, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct SignUp {
    /// Who takes it.
    pub provider: Provider,
    /// At which address.
    pub endpoint: String,
    /// What the e-mail address is called there.
    pub field: String,
    /// The e-mail address.
    pub email: String,
    /// The name, if it was asked for and given.
    pub name: String,
    /// What was chosen, as the provider calls it.
    pub topics: Vec<String>,
}

/// What became of a sign-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The reader is subscribed.
    Subscribed,
    /// The provider asks for confirmation by e-mail.
    CheckInbox,
    /// A form went to the provider, in a tab that says what became of it.
    Sent,
    /// The address was subscribed before.
    Already,
    /// The provider took the address. Whether it will ask for confirmation is
    /// not known.
    Accepted,
    /// The provider answered and did not take it.
    Refused,
    /// The provider has a fault of its own or too much to do.
    Unavailable,
    /// The provider answered with a redirect, which is not followed: it has the
    /// address, and what became of that is not known.
    Redirected,
    /// No answer that could be read.
    Unreachable,
    /// The device says that it has no connection.
    Offline,
}

/// The words for outcomes after which the address has not arrived, or may not have.
const LOST: &str = "refused unavailable redirected unreachable offline";

impl Outcome {
    /// The word for it, in an event and between the program that posts and the one
    /// that has the form, and what is said of it to the reader: what is known, and
    /// no more than that. The provider's own words come behind it, where it has any.
    #[must_use]
    pub const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Subscribed => ("subscribed", "Thank you. You are subscribed."),
            Self::CheckInbox => (
                "check-inbox",
                "Thank you. Please look in your inbox for a message that asks you to confirm.",
            ),
            Self::Sent => (
                "sent",
                "Your address has been sent to the newsletter in a new tab. Please look there, and in your inbox, for what comes next.",
            ),
            Self::Already => ("already", "This address is subscribed already."),
            Self::Accepted => (
                "accepted",
                "Thank you. Your address has been received; look out for a message that asks you to confirm.",
            ),
            Self::Refused => (
                "refused",
                "The newsletter did not accept this address. Please check it and try again.",
            ),
            Self::Unavailable => (
                "unavailable",
                "The newsletter cannot take sign-ups right now. Please try again in a while.",
            ),
            Self::Redirected => (
                "redirected",
                "Your address was sent, but the newsletter answered by pointing to another page, so it is not known whether it was taken. It is still here; please look in your inbox before you try again.",
            ),
            Self::Unreachable => (
                "unreachable",
                "The newsletter could not be reached, so your address may not have arrived. Please try again.",
            ),
            Self::Offline => (
                "offline",
                "You seem to be offline. Your address is still here; please try again once you are connected.",
            ),
        }
    }
}

/// Whether the address has arrived, as far as can be known, by the word for what
/// became of it.
#[must_use]
pub fn is_taken(word: &str) -> bool {
    !LOST.split(' ').any(|lost| lost == word)
}

impl SignUp {
    /// All of it as one text, with a NUL between its parts: no attribute and no
    /// field has one.
    #[must_use]
    pub fn written(&self) -> String {
        let mut text = self.provider.word().to_owned();
        let parts = [&self.endpoint, &self.field, &self.email, &self.name];
        for part in parts.into_iter().chain(&self.topics) {
            text.push('\0');
            text.push_str(part);
        }
        text
    }

    /// The same from its text.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut parts = text.split('\0').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Self {
            provider: Provider::of(&next()),
            endpoint: next(),
            field: next(),
            email: next(),
            name: next(),
            topics: parts.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_text_and_back() {
        let mut sign_up = SignUp {
            provider: Provider::Ghost,
            endpoint: "https://p.example/".into(),
            field: "email".into(),
            email: "a@b.example".into(),
            name: String::new(),
            topics: Vec::new(),
        };
        assert_eq!(SignUp::read(&sign_up.written()), sign_up);
        sign_up.topics = vec!["Morning,\nnews".into(), "é".into()];
        assert_eq!(SignUp::read(&sign_up.written()), sign_up);
    }

    #[test]
    fn what_has_arrived() {
        for (outcome, taken) in [
            (Outcome::Subscribed, true),
            (Outcome::CheckInbox, true),
            (Outcome::Sent, true),
            (Outcome::Already, true),
            (Outcome::Accepted, true),
            (Outcome::Refused, false),
            (Outcome::Unavailable, false),
            (Outcome::Redirected, false),
            (Outcome::Unreachable, false),
            (Outcome::Offline, false),
        ] {
            assert_eq!(is_taken(outcome.told().0), taken, "{outcome:?}");
        }
    }
}
