//! A sign-up, and what may become of it.

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

/// All outcomes, in the order of [`Outcome`].
pub const OUTCOMES: [Outcome; 10] = [
    Outcome::Subscribed,
    Outcome::CheckInbox,
    Outcome::Sent,
    Outcome::Already,
    Outcome::Accepted,
    Outcome::Refused,
    Outcome::Unavailable,
    Outcome::Redirected,
    Outcome::Unreachable,
    Outcome::Offline,
];

impl Outcome {
    /// The outcome with this code in an event.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        OUTCOMES.into_iter().find(|outcome| outcome.code() == code)
    }

    /// The code for it in an event.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Subscribed => "subscribed",
            Self::CheckInbox => "check-inbox",
            Self::Sent => "sent",
            Self::Already => "already",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Unavailable => "unavailable",
            Self::Redirected => "redirected",
            Self::Unreachable => "unreachable",
            Self::Offline => "offline",
        }
    }

    /// Whether the address has arrived, as far as can be known.
    #[must_use]
    pub const fn is_taken(self) -> bool {
        matches!(
            self,
            Self::Subscribed | Self::CheckInbox | Self::Sent | Self::Already | Self::Accepted
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_is_known_by_its_code() {
        for (at, outcome) in OUTCOMES.into_iter().enumerate() {
            assert_eq!(outcome as usize, at);
            assert_eq!(Outcome::of(outcome.code()), Some(outcome));
        }
        assert_eq!(Outcome::of("perhaps"), None);
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
            assert_eq!(outcome.is_taken(), taken, "{outcome:?}");
        }
    }
}
