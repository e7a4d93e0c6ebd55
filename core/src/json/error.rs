//! Why some bytes are no JSON, in words that a publisher can act on.

use crate::text::number::decimal;

/// Where JSON ends to be read, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// The byte at which it was noticed.
    pub at: usize,
    /// What is the matter there.
    pub kind: ErrorKind,
}

/// What is the matter with some JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// It is not UTF-8.
    Encoding,
    /// It ends before its value does.
    End,
    /// It is no JSON.
    Unexpected,
    /// It nests deeper than [`DEEPEST`](super::DEEPEST).
    Deep,
    /// It has more values than [`MOST_VALUES`](super::MOST_VALUES).
    Heavy,
}

impl JsonError {
    /// Whether the text is JSON up to there: it was cut, or it is more than is
    /// read. What was read before counts then.
    #[must_use]
    pub fn is_limit(&self) -> bool {
        matches!(
            self.kind,
            ErrorKind::End | ErrorKind::Deep | ErrorKind::Heavy
        )
    }

    /// What is the matter and where, for the publisher.
    #[must_use]
    pub fn words(&self) -> String {
        let what = match self.kind {
            ErrorKind::Encoding => "not UTF-8",
            ErrorKind::End => "ends too early",
            ErrorKind::Unexpected => "not JSON",
            ErrorKind::Deep => "nested deeper than 64 levels",
            ErrorKind::Heavy => "more than 500,000 values",
        };
        [what, ", at byte ", &decimal(self.at)].concat()
    }
}
