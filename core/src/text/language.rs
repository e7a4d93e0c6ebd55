//! The languages whose stop words and suffixes ranking knows: English, and those of
//! `languages.txt`.

use super::split::until;
use super::split::without_last;

/// The language that some words are in. They are cut to their stems where it is known; else
/// they are compared as they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Language([u8; 2]);

/// The stop words of English: they stand in any text and tell nothing of what it is
/// about. They are written as [`words`](super::words) folds them. The list is short
/// on purpose, as those of the others: in a feed of more than a few dozen articles
/// the index sees for itself which words are of no topic.
const ENGLISH: &str = "about after all an and any are as at be because been before being but by can could did do does dont down during for from get got had has have he her here him his how if in into is it its just like made may me more most much must my no not now of off on one only or other our out over own said say says she should so some still such than that the their them then there these they this those through to too two under until up us very was we were what when where which while who why will with would you your";

// Stop words and affixes of the others are built in, or learnt from a file.
#[cfg_attr(feature = "languages", path = "language/built_in.rs")]
#[cfg_attr(not(feature = "languages"), path = "language/learnt.rs")]
mod others;

use others::with_others;
pub use others::{is_learnt, learn};

impl Language {
    /// None that is named.
    pub const OTHER: Self = Self([0; 2]);
    /// English.
    pub const ENGLISH: Self = Self(*b"en");

    /// The language of a BCP 47 tag by its first part: `de-AT` is German. One without a tag
    /// of two letters is [`OTHER`](Self::OTHER).
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let first = until(tag.trim_ascii(), &['-', '_']);
        let Ok(letters) = <[u8; 2]>::try_from(first.as_bytes()) else {
            return Self::OTHER;
        };
        Self(letters.map(|letter| letter.to_ascii_lowercase()))
    }

    /// Its tag, empty of one that has none.
    #[must_use]
    pub fn tag(&self) -> &str {
        without_last(std::str::from_utf8(&self.0).unwrap_or_default(), 0)
    }

    /// The language whose stop words stand most often in some text, for feeds that
    /// name none; [`OTHER`](Self::OTHER) where they are too few to tell.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        let mut best = (Self::OTHER, 0);
        // Between equal counts the first decides.
        let mut look = |language: Self, stop_words: &str| {
            let (mut seen, mut all) = (0, 0);
            let mut folded = String::new();
            super::words::words(text, &mut |word| {
                all += 1;
                word.fold(&mut folded);
                seen += usize::from(stop_words.split(' ').any(|other| other == folded));
            });
            // Low, because headlines leave stop words out.
            if seen > best.1 && seen * 16 > all {
                best = (language, seen);
            }
        };
        look(Self::ENGLISH, ENGLISH);
        with_others(|others| {
            for line in others.split('\n') {
                let mut fields = line.split('\t');
                if let (Some(tag), Some(stop_words)) = (fields.next(), fields.next()) {
                    look(Self::of(tag), stop_words);
                }
            }
        });
        best.0
    }

    /// Its stop words, with blanks between them; none of a language that is not
    /// known.
    pub(crate) fn stop_words(self) -> String {
        match self {
            Self::ENGLISH => ENGLISH.to_owned(),
            _ => self.learnt().0,
        }
    }

    /// What its stemmer takes off: see `built_in.rs`. English has rules in its place.
    pub(crate) fn affixes(self) -> String {
        self.learnt().1
    }

    /// What the file has behind its tag: the stop words, and all that follows.
    fn learnt(self) -> (String, String) {
        with_others(|others| {
            let mut lines = others.split('\n').filter_map(|line| line.split_once('\t'));
            let (_, line) = lines.find(|(tag, _)| tag.as_bytes() == self.0)?;
            let (stop_words, affixes) = line.split_once('\t')?;
            Some((stop_words.to_owned(), affixes.to_owned()))
        })
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Language;
    use crate::text::fold::folded;

    #[test]
    fn by_tag() {
        assert_eq!(Language::of("DE-at"), Language::of("de"));
        assert_eq!(Language::of("DE-at").tag(), "de");
        assert_eq!(Language::OTHER.tag(), "");
        assert_eq!(Language::of(" EN_us"), Language::ENGLISH);
        assert_ne!(Language::of("ja"), Language::ENGLISH);
        assert_eq!(Language::of("gsw-CH"), Language::OTHER);
        assert_eq!(Language::of(""), Language::OTHER);
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
                Language::ENGLISH,
            ),
            (
                "Die Brücke wird für den Verkehr gesperrt",
                Language::of("de"),
            ),
            ("Le pont est fermé pour des travaux", Language::of("fr")),
            ("El puente está cerrado por las obras", Language::of("es")),
            (
                "A ponte foi fechada para as obras e não reabre",
                Language::of("pt"),
            ),
            (
                "Il ponte della città è chiuso per i lavori",
                Language::of("it"),
            ),
            (
                "De brug is dicht en het verkeer moet om",
                Language::of("nl"),
            ),
            ("Мост закрыт на ремонт, и это не всё", Language::of("ru")),
            (
                "Bron stängs för trafik och det är inte klart",
                Language::of("sv"),
            ),
            ("Broen er lukket og det har ikke været", Language::of("da")),
            (
                "Silta on suljettu, mutta se ei ole ongelma",
                Language::of("fi"),
            ),
            ("Köprü bu hafta kapalı ve çok uzun", Language::of("tr")),
            ("Η γέφυρα είναι κλειστή για τα έργα", Language::of("el")),
            ("الجسر مغلق من أجل هذا العمل", Language::of("ar")),
            ("यह पुल बंद है और काम की वजह से", Language::of("hi")),
            ("Most jest zamknięty i nie ma go", Language::of("pl")),
            ("Most je zavřený a není to tak", Language::of("cs")),
            ("橋は閉鎖された", Language::OTHER),
            ("🚢🌉", Language::OTHER),
            ("", Language::OTHER),
        ] {
            assert_eq!(Language::guess(text), language, "{text}");
        }
    }

    /// A word that is not written as words are folded is never met in a text.
    #[test]
    fn the_file_is_as_words_are_folded() {
        let mut tags = Vec::new();
        for line in include_str!("languages.txt").lines() {
            let (tag, rest) = line.split_once('\t').expect("a tag");
            tags.push(tag);
            for entry in rest.split(['\t', ' ']).filter(|entry| *entry != "/") {
                for letters in entry.trim_start_matches(['^', '_']).split('>') {
                    assert!(!letters.is_empty(), "{tag}: {entry}");
                    assert_eq!(folded(letters), letters, "{tag}");
                }
            }
            let (_, affixes) = rest.split_once('\t').expect("affixes");
            for pass in affixes.split(" / ") {
                let off = |entry: &'static str| {
                    let off = entry.split('>').next().unwrap_or_default();
                    off.trim_start_matches('_')
                };
                let all: Vec<&str> = pass.split(' ').map(off).collect();
                for (at, entry) in all.iter().enumerate() {
                    let longer = |other: &&&str| other.ends_with(entry) && !entry.starts_with('^');
                    let after = all[at + 1..].iter().find(longer);
                    assert_eq!(after, None, "{tag}: {entry} comes off before it");
                }
            }
        }
        // The page asks for the file where it may be of use.
        let script = include_str!("../../../web/host/languages.js");
        tags.sort_unstable();
        assert!(
            script.contains(&format!("({})", tags.join("|"))),
            "{tags:?}"
        );
    }
}
