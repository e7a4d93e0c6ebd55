//! JSON (RFC 8259) into a tree that is easy to ask.
//!
//! Feeds are wrong in places: a number where a string should be, a field of another
//! type. So nothing is deserialised into types. Each field is asked for what it should
//! be, and answers `None` if it is not. `serde_json` would do the same for more weight:
//! docs/decisions has both sizes.

mod error;
mod read;
mod write;

pub use error::{ErrorKind, JsonError};
pub use read::{Lenient, read, read_leniently, read_some};
pub use write::push_string;

use crate::text::number;
use crate::text::split::split_before;
use std::borrow::Cow;

/// How deep lists, maps or elements may nest.
pub const DEEPEST: usize = 64;
/// The most values or elements in one document: what bounds the memory that
/// small ones cost.
pub const MOST_VALUES: usize = 500_000;

/// A JSON value. Text borrows from the input where nothing is escaped in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`, and what is asked for and not there.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it was written: identifiers keep every digit.
    Number(&'a str),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Json<'a>>),
    /// An object, in the order of the input.
    Map(Vec<(Cow<'a, str>, Json<'a>)>),
}

static NULL: Json<'static> = Json::Null;

impl<'a> Json<'a> {
    /// The field of an object; `Null` where this is no object or has no such field.
    /// The last counts where a name stands twice, as in JavaScript.
    #[must_use]
    pub fn get(&self, name: &str) -> &Json<'a> {
        match self {
            Json::Map(fields) => fields
                .iter()
                .rev()
                .find(|(key, _)| key == name)
                .map_or(&NULL, |(_, value)| value),
            _ => &NULL,
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a string, or a number as it was written.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        match self {
            Json::Number(digits) => Some(digits),
            _ => self.text(),
        }
    }

    /// The text of a string, empty where this is none.
    #[must_use]
    pub fn str(&self) -> &str {
        self.text().unwrap_or_default()
    }

    /// The first of these fields that is there and not empty.
    #[must_use]
    pub fn first(&self, names: &[&str]) -> &Json<'a> {
        names
            .iter()
            .map(|name| self.get(name))
            .find(|value| !value.is_blank())
            .unwrap_or(&NULL)
    }

    /// Whether nothing is there: `null`, an empty text or list.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Json::Null => true,
            Json::Text(text) => text.trim_ascii().is_empty(),
            Json::List(values) => values.is_empty(),
            _ => false,
        }
    }

    /// The values of a list, or this alone where it is something else.
    #[must_use]
    pub fn many(&self) -> &[Json<'a>] {
        match self {
            Json::List(values) => values,
            Json::Null => &[],
            one => std::slice::from_ref(one),
        }
    }

    /// The values of a list; none where this is no list.
    #[must_use]
    pub fn list(&self) -> &[Json<'a>] {
        match self {
            Json::List(values) => values,
            _ => &[],
        }
    }

    /// A count: a finite number of zero or more, also if written as a string.
    ///
    /// `str::parse::<f64>` is exact to the last bit and costs the bundle ten
    /// kilobytes; a count of views needs neither.
    #[must_use]
    pub fn count(&self) -> Option<f64> {
        let text = self.label()?;
        let (number, exponent) = split_before(text, &['e', 'E']);
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let digits = |text: &str| {
            text.bytes().try_fold(0.0, |n: f64, b| {
                b.is_ascii_digit().then(|| n * 10.0 + f64::from(b - b'0'))
            })
        };
        if whole.is_empty() {
            return None;
        }
        let places = i32::try_from(fraction.len()).ok()?;
        let value = digits(whole)? + digits(fraction)? * 10_f64.powi(-places);
        let value = value * 10_f64.powi(power(exponent)?);
        value.is_finite().then_some(value)
    }
}

/// What stands behind a number's `e`: 0 where there is none.
fn power(exponent: &str) -> Option<i32> {
    let digits = exponent.get(1..).unwrap_or("0");
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, digits.strip_prefix('+').unwrap_or(digits)),
    };
    Some(sign * i32::try_from(number::read(digits)?).ok()?)
}

#[cfg(test)]
mod tests;
