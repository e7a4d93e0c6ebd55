//! A sign-up, and what may become of it: what the program that has the form and
//! the one that posts say to each other.

use super::provider::Provider;
use crate::text::scan::parts;

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
    /// No answer that could be read.
    Unreachable,
    /// The device says that it has no connection.
    Offline,
}

/// All outcomes, in the order of [`Outcome`], each with its word: in an event,
/// and between the program that posts and the one that has the form.
const OUTCOMES: [(Outcome, &str); 9] = [
    (Outcome::Subscribed, "subscribed"),
    (Outcome::CheckInbox, "check-inbox"),
    (Outcome::Sent, "sent"),
    (Outcome::Already, "already"),
    (Outcome::Accepted, "accepted"),
    (Outcome::Refused, "refused"),
    (Outcome::Unavailable, "unavailable"),
    (Outcome::Unreachable, "unreachable"),
    (Outcome::Offline, "offline"),
];

impl Outcome {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        OUTCOMES[self as usize].1
    }

    /// What a word stands for.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let found = OUTCOMES.iter().find(|(_, other)| *other == word);
        found.map_or(Self::Unreachable, |(outcome, _)| *outcome)
    }

    /// Whether the address has arrived, as far as can be known.
    #[must_use]
    pub fn is_taken(self) -> bool {
        matches!(
            self,
            Self::Subscribed | Self::CheckInbox | Self::Sent | Self::Already | Self::Accepted
        )
    }
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
        let mut parts = parts(text, b"\0").map(str::to_owned);
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
    fn every_outcome_has_a_word() {
        for (at, (outcome, word)) in OUTCOMES.into_iter().enumerate() {
            assert_eq!((outcome as usize, outcome.word()), (at, word));
            assert_eq!(Outcome::of(word), outcome);
        }
        assert_eq!(Outcome::of(""), Outcome::Unreachable);
    }
}
