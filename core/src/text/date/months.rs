//! The names of months.

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

/// The fewest letters that stand for a month which they are the beginning of.
const SHORTEST: usize = 3;

/// The month, 1 to 12, that has this name.
pub(super) fn month(name: &str) -> Option<i64> {
    let is_english = |month: &&str| {
        let begins = month.get(..name.len()).unwrap_or_default();
        name.len() >= SHORTEST && begins.eq_ignore_ascii_case(name)
    };
    let at = ENGLISH.iter().position(is_english);
    let at = at.or_else(|| further(name))?;
    i64::try_from(at + 1).ok()
}

/// The place of the month that has this name, or the one month that has a name with this
/// beginning: papers shorten as they like (`ноя`). In Hebrew a day is "in" its month, by
/// a letter before it.
fn further(name: &str) -> Option<usize> {
    let name = &folded(name);
    named(name).or_else(|| named(name.strip_prefix('ב')?))
}

fn named(name: &str) -> Option<usize> {
    let those = |is: &dyn Fn(&str) -> bool| {
        let months = FURTHER.lines().enumerate();
        let found = months.filter(|(_, names)| names.split(' ').any(is));
        found.map(|(at, _)| at).collect::<Vec<_>>()
    };
    let months = those(&|known| known == name);
    if let [at] = months[..] {
        return Some(at);
    }
    let is_long = name.chars().count() >= SHORTEST;
    match those(&|known| is_long && known.starts_with(name))[..] {
        [at] => Some(at),
        _ => None,
    }
}

#[cfg(test)]
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
    fn names_of_further_languages() {
        assert_eq!(folded(FURTHER), FURTHER);
        assert_eq!(FURTHER.lines().count(), 12);
        // Of two months, too short, and of none.
        for none in ["jui", "но", "samedi", "domingo", "lun"] {
            assert_eq!(month(none), None, "{none}");
        }
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
            ("בנובמבר", 11),
        ] {
            assert_eq!(month(name), Some(number), "{name}");
        }
    }
}
