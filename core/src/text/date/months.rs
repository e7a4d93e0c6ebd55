//! The names of months.

use crate::WHOLE;
use crate::text::fold::folded;

/// The English names. Their beginnings, of three letters and more, are names too.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Those of further languages, long and short, a line for each month, folded.
/// `tools/months.mjs` has written them from the Unicode CLDR.
const FURTHER: &str = include_str!("months.txt");

/// The month, 1 to 12, that has this name. Programs for lists alone know the English
/// names, and hand over a feed whose dates they cannot read.
pub(super) fn month(name: &str) -> Option<i64> {
    let is_english = |month: &&str| {
        let begins = month.get(..name.len()).unwrap_or_default();
        name.len() >= 3 && begins.eq_ignore_ascii_case(name)
    };
    let at = ENGLISH.iter().position(|month| is_english(&month));
    let at = if WHOLE { at.or_else(|| further(name)) } else { at };
    at.and_then(|at| i64::try_from(at + 1).ok())
}

fn further(name: &str) -> Option<usize> {
    let name = folded(name);
    let mut months = FURTHER.lines();
    months.position(|names| names.split(' ').any(|known| known == name))
}

#[cfg(test)]
#[cfg_attr(not(feature = "whole"), expect(dead_code, reason = "lists know the English names"))]
mod tests {
    use super::*;

    #[test]
    fn english_names_and_their_beginnings() {
        for (name, number) in [
            ("jan", 1),
            ("Sept", 9),
            ("september", 9),
            ("MAY", 5),
            ("december", 12),
        ] {
            assert_eq!(month(name), Some(number), "{name}");
        }
        for none in ["", "ma", "mars!", "mardi", "decemberx", "monday"] {
            assert_eq!(month(none), None, "{none}");
        }
    }

    #[test]
    #[cfg(feature = "whole")]
    fn names_of_further_languages() {
        assert_eq!(folded(FURTHER), FURTHER);
        assert_eq!(FURTHER.lines().count(), 12);
        for (name, number) in [
            ("Mär", 3),
            ("Okt", 10),
            ("gen", 1),
            ("fev", 2),
            ("mrt", 3),
            ("décembre", 12),
            ("ноя", 11),
            ("ноября", 11),
            ("ene", 1),
            ("października", 10),
            ("kasım", 11),
            ("marraskuuta", 11),
            ("Νοεμβρίου", 11),
            ("نوفمبر", 11),
            ("נובמבר", 11),
        ] {
            assert_eq!(month(name), Some(number), "{name}");
        }
    }
}
