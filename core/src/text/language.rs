//! The languages whose stop words and suffixes ranking knows.

use super::split::until;

/// A language whose words are cut to their stems. Words of any other are compared as
/// they stand.
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

/// The languages by their primary subtag.
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

/// The stop words of English: they stand in any text and tell nothing of what it is
/// about. They are written as [`words`](super::words) folds them. The list is short
/// on purpose, as those of the others: in a feed of more than a few dozen articles
/// the index sees for itself which words are of no topic.
const ENGLISH: &str = "about after all an and any are as at be because been before being but by can could did do does dont down during for from get got had has have he her here him his how if in into is it its just like made may me more most much must my no not now of off on one only or other our out over own said say says she should so some still such than that the their them then there these they this those through to too two under until up us very was we were what when where which while who why will with would you your";

// Stop words and suffixes of the others are built in, or learnt from a file.
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

    /// The language whose stop words stand most often in some text, for feeds that
    /// name none; [`Other`](Self::Other) where they are too few to tell.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        let stop_words = KNOWN.map(|(_, language)| language.stop_words());
        let mut seen = [0_u32; KNOWN.len()];
        let mut all = 0;
        let mut folded = String::new();
        super::words::words(text, &mut |word| {
            all += 1;
            word.fold(&mut folded);
            for (count, stop_words) in seen.iter_mut().zip(&stop_words) {
                *count += u32::from(stop_words.split(' ').any(|other| other == folded));
            }
        });
        // Between equal counts the order of the table decides.
        let most = (0..KNOWN.len())
            .rev()
            .max_by_key(|&n| seen[n])
            .unwrap_or_default();
        // Low, because headlines leave stop words out.
        if seen[most] * 16 > all {
            KNOWN[most].1
        } else {
            Self::Other
        }
    }

    /// Its stop words, with blanks between them; none of a language that is not
    /// known.
    pub(crate) fn stop_words(self) -> String {
        match self {
            Self::English => ENGLISH.to_owned(),
            _ => self.learnt().0,
        }
    }

    /// The suffixes that its stemmer takes off, with blanks between them: see
    /// `languages.txt`. English has rules in their place.
    pub(crate) fn suffixes(self) -> String {
        self.learnt().1
    }

    /// Stop words and suffixes as the table of further languages has them.
    fn learnt(self) -> (String, String) {
        let known = KNOWN.iter().find(|(_, language)| *language == self);
        let tag = known.map_or("", |(tag, _)| tag);
        with_others(|others| {
            let mut lines = others.split('\n').filter_map(|line| line.split_once('\t'));
            let line = lines.find(|(other, _)| *other == tag);
            let (stop_words, suffixes) = line.and_then(|(_, line)| line.split_once('\t'))?;
            Some((stop_words.to_owned(), suffixes.to_owned()))
        })
        .unwrap_or_default()
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
