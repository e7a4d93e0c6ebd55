//! The languages that ranking knows the endings and the small words of.

use super::split::until;

/// A language whose words are cut to their stems; any other is compared word
/// by word as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// None of those below.
    #[default]
    Other,
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese.
    Portuguese,
    /// Italian.
    Italian,
    /// Dutch.
    Dutch,
    /// Russian.
    Russian,
}

/// By primary subtag.
const KNOWN: [(&str, Language); 8] = [
    ("en", Language::English),
    ("de", Language::German),
    ("fr", Language::French),
    ("es", Language::Spanish),
    ("pt", Language::Portuguese),
    ("it", Language::Italian),
    ("nl", Language::Dutch),
    ("ru", Language::Russian),
];

/// The words that stand in any English text and tell nothing of what it is
/// about, as [`words`](super::words) folds them. Short on purpose, as those of
/// the others: in a feed of more than a few dozen articles the index sees for
/// itself which words are of no topic.
const ENGLISH: &str = "about after all an and any are as at be because been before being but by can could did do does dont down during for from get got had has have he her here him his how if in into is it its just like made may me more most much must my no not now of off on one only or other our out over own said say says she should so some still such than that the their them then there these they this those through to too two under until up us very was we were what when where which while who why will with would you your";

// What is known of the others is built in, or learnt from a file of its own.
#[cfg_attr(feature = "languages", path = "language/built_in.rs")]
#[cfg_attr(not(feature = "languages"), path = "language/learnt.rs")]
mod others;

use others::with_others;
pub use others::{is_learnt, learn};

impl Language {
    /// The language of a BCP 47 tag by its first part: `de-AT` is German.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let tag = tag.trim_ascii();
        let first = until(tag, &['-', '_']);
        KNOWN
            .iter()
            .find(|(name, _)| first.eq_ignore_ascii_case(name))
            .map_or(Self::Other, |(_, language)| *language)
    }

    /// The language whose small words stand most often in some text, for
    /// feeds that name none; [`Other`](Self::Other) where they are too few to
    /// tell.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        let small = KNOWN.map(|(_, language)| language.data().0);
        let mut seen = [0_u32; KNOWN.len()];
        let mut all = 0;
        let mut folded = String::new();
        super::words::words(text, &mut |word| {
            all += 1;
            word.fold(&mut folded);
            for (count, small) in seen.iter_mut().zip(&small) {
                *count += u32::from(small.split(' ').any(|other| other == folded));
            }
        });
        // The first of the most: equal counts are decided by the table's order.
        let most = (0..KNOWN.len())
            .rev()
            .max_by_key(|&n| seen[n])
            .unwrap_or_default();
        // Low, because headlines leave small words out.
        if seen[most] * 16 > all {
            KNOWN[most].1
        } else {
            Self::Other
        }
    }

    /// Its small words, with blanks between them, and its endings likewise;
    /// nothing of one that is not known, and of English no endings.
    pub(crate) fn data(self) -> (String, String) {
        match KNOWN.iter().position(|(_, language)| *language == self) {
            None => (String::new(), String::new()),
            Some(0) => (ENGLISH.to_owned(), String::new()),
            Some(at) => with_others(|others| {
                let line = others.split('\n').nth(at - 1).unwrap_or_default();
                let (small, endings) = line.split_once('\t').unwrap_or_default();
                (small.to_owned(), endings.to_owned())
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn by_tag() {
        assert_eq!(Language::of("de-AT"), Language::German);
        assert_eq!(Language::of(" EN_us"), Language::English);
        assert_eq!(Language::of("ja"), Language::Other);
        assert_eq!(Language::of(""), Language::Other);
    }

    #[test]
    #[cfg_attr(
        not(feature = "languages"),
        ignore = "languages beside English are not built in"
    )]
    fn by_its_small_words() {
        for (text, language) in [
            (
                "The mayor said that the bridge will be closed",
                Language::English,
            ),
            ("Die Brücke wird für den Verkehr gesperrt", Language::German),
            ("Le pont est fermé pour des travaux", Language::French),
            ("El puente está cerrado por las obras", Language::Spanish),
            (
                "A ponte foi fechada para as obras e não reabre",
                Language::Portuguese,
            ),
            (
                "Il ponte della città è chiuso per i lavori",
                Language::Italian,
            ),
            ("De brug is dicht en het verkeer moet om", Language::Dutch),
            ("Мост закрыт на ремонт, и это не всё", Language::Russian),
            ("橋は閉鎖された", Language::Other),
            ("🚢🌉", Language::Other),
            ("", Language::Other),
        ] {
            assert_eq!(Language::guess(text), language, "{text}");
        }
    }
}
