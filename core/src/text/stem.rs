//! Light stemmers: they take off what inflection adds to a word, so that *bridges*
//! is compared as *bridge*. There is no dictionary and no derivation; see Savoy,
//! "Light stemming approaches for the French, Portuguese, German and Hungarian
//! languages" (2006). Only English was measured in ranking.

use super::language::Language;

/// Letters of a word that are left at least.
const SHORTEST: usize = 3;

/// Cuts the words of one language to their stems.
#[derive(Clone, Debug, Default)]
pub struct Stemmer {
    language: Language,
    /// What comes off, and what is put in its place; the first that fits counts.
    suffixes: Vec<(String, String)>,
}

impl Stemmer {
    /// That of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let mut suffixes = Vec::new();
        for suffix in language.suffixes().split(' ') {
            let (suffix, instead) = suffix.split_once('>').unwrap_or((suffix, ""));
            suffixes.push((suffix.to_owned(), instead.to_owned()));
        }
        Self { language, suffixes }
    }

    /// Cuts a folded word to its stem. Numbers and words with a digit stay.
    pub fn stem(&self, word: &mut String) {
        if word.len() <= SHORTEST || word.bytes().any(|b| b.is_ascii_digit()) {
            return;
        }
        if self.language == Language::English {
            return english(word);
        }
        cut(word, &self.suffixes);
        match self.language {
            // Ministers: the genitive's s stands behind an ending.
            Language::German => cut(word, &self.suffixes),
            Language::Dutch => {
                undouble(word);
                single_vowel(word);
            }
            _ => {}
        }
    }
}

/// Takes the first suffix off that leaves enough.
fn cut(word: &mut String, suffixes: &[(String, String)]) {
    for (suffix, instead) in suffixes {
        if let Some(stem) = word.strip_suffix(suffix.as_str()) {
            // Haus and gas end in a letter that may be a suffix.
            let least = SHORTEST + usize::from(matches!(suffix.as_str(), "s" | "n" | "x"));
            if stem.chars().count() + instead.len() >= least {
                word.truncate(stem.len());
                word.push_str(instead);
                return;
            }
        }
    }
}

/// Plural *s*, then *-ing*, *-ed*, *-ly* and a final *e*; *y* becomes *i*, as
/// in *city*, *cities*.
fn english(word: &mut String) {
    let off = match word.as_bytes() {
        [.., b'i', b'e', b's'] | [_, _, .., b's' | b'h' | b'x', b'e', b's'] => 2,
        [.., b's' | b'u' | b'i', b's'] => 0,
        [.., b's'] => 1,
        _ => 0,
    };
    word.truncate(word.len() - off);
    let off = match word.as_bytes() {
        [_, _, _, .., b'i', b'n', b'g'] => 3,
        [_, _, _, .., b'e', b'd'] => 2,
        _ => 0,
    };
    if off > 0 {
        word.truncate(word.len() - off);
        undouble(word);
    }
    if let [_, _, _, .., b'l', b'y'] = word.as_bytes() {
        word.truncate(word.len() - 2);
    }
    match word.as_bytes() {
        [_, _, _, _, .., b'e'] => drop(word.pop()),
        [_, _, _, .., b'y'] => {
            word.pop();
            word.push('i');
        }
        _ => {}
    }
}

/// *stopp* is *stop*, but *call* stays.
fn undouble(word: &mut String) {
    if let [_, _, .., before, last] = word.as_bytes()
        && before == last
        && !b"aeiouls".contains(last)
    {
        word.pop();
    }
}

/// Dutch: *maan* is *man* as in *manen*.
fn single_vowel(word: &mut String) {
    if let [.., one, two, last] = word.as_bytes()
        && one == two
        && b"aeou".contains(one)
        && !b"aeiou".contains(last)
    {
        word.remove(word.len() - 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every word of a group has one stem.
    #[test]
    #[cfg_attr(
        not(feature = "languages"),
        ignore = "languages beside English are not built in"
    )]
    fn forms_of_a_word() {
        for (language, groups) in [
            (
                Language::English,
                "bridge bridges bridging|city cities|stop stops stopped stopping|box boxes|close closed closing|quick quickly|report reports reported reporting",
            ),
            (
                Language::German,
                "brücke brücken|haus hauses häuser häusern|wahl wahlen|minister ministers|regierung regierungen",
            ),
            (
                Language::French,
                "pont ponts|journal journaux|grève grèves|élection élections|national nationale nationales nationaux",
            ),
            (
                Language::Spanish,
                "puente puentes|elección elecciones|ciudad ciudades|cerrado cerrada cerrados",
            ),
            (
                Language::Portuguese,
                "ponte pontes|eleição eleições|jornal jornais|fechado fechada",
            ),
            (
                Language::Italian,
                "ponte ponti|elezione elezioni|città città|chiuso chiusa chiusi|parchi parco",
            ),
            (
                Language::Dutch,
                "brug bruggen|kat katten|verkiezing verkiezingen|maan manen",
            ),
            (
                Language::Russian,
                "мост моста мосту мостом|выборы выборов выборах|город города городе городов|новый новая новое новые нового",
            ),
        ] {
            for group in groups.split('|') {
                let mut stems = Vec::new();
                crate::text::words::words(group, &mut |word| {
                    let mut stemmed = String::new();
                    word.fold(&mut stemmed);
                    Stemmer::of(language).stem(&mut stemmed);
                    stems.push(stemmed);
                });
                assert!(stems.windows(2).all(|w| w[0] == w[1]), "{stems:?}");
            }
        }
    }

    #[test]
    fn what_is_not_touched() {
        for (word, language) in [
            ("bus", Language::English),
            ("news", Language::Other),
            ("2020s", Language::English),
            ("東京", Language::English),
            ("us", Language::English),
            ("", Language::Russian),
        ] {
            let mut given = word.to_owned();
            Stemmer::of(language).stem(&mut given);
            assert_eq!(given, word);
        }
    }
}
