//! Light stemmers: they take off what inflection adds to a word, so that *bridges*
//! is compared as *bridge*. There is no dictionary and no derivation; see Savoy,
//! "Light stemming approaches for the French, Portuguese, German and Hungarian
//! languages" (2006). Only English was measured in ranking.
//!
//! What comes off is in `languages.txt`. It is what the algorithms of the Snowball project
//! (Porter, "Snowball: a language for stemming algorithms", 2001, snowballstem.org) take off
//! of nouns and adjectives, without their tests of where in a word that stands. Those of
//! Arabic follow Larkey et al., "Improving stemming for Arabic information retrieval"
//! (2002), of Czech Dolamic and Savoy, "Indexing and stemming approaches for the Czech
//! language" (2009), of Hindi Ramanathan and Rao, "A lightweight stemmer for Hindi" (2003).

use super::language::Language;

/// Letters of a word that are left at least.
const SHORTEST: usize = 3;

/// What stands between two passes.
const NEXT_PASS: &str = "/";

/// Cuts the words of one language to their stems.
#[derive(Clone, Debug, Default)]
pub struct Stemmer {
    language: Language,
    /// What comes off, and what is put in its place, as `languages.txt` has them; of each
    /// pass the first that fits counts.
    affixes: Vec<(String, String)>,
}

impl Stemmer {
    /// That of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let mut affixes = Vec::new();
        for affix in language.affixes().split(' ') {
            let (affix, instead) = affix.split_once('>').unwrap_or((affix, ""));
            affixes.push((affix.to_owned(), instead.to_owned()));
        }
        Self { language, affixes }
    }

    /// Cuts a folded word to its stem. Numbers and words with a digit stay.
    pub fn stem(&self, word: &mut String) {
        if word.len() <= SHORTEST || word.bytes().any(|b| b.is_ascii_digit()) {
            return;
        }
        if self.language == Language::ENGLISH {
            return english(word);
        }
        let mut is_cut = false;
        for (affix, instead) in &self.affixes {
            is_cut = affix != NEXT_PASS && (is_cut || cut(word, affix, instead));
        }
    }
}

/// Takes an affix off where that leaves enough; whether it did.
fn cut(word: &mut String, affix: &str, instead: &str) -> bool {
    let (is_prefix, least, letters) = match affix.as_bytes().first() {
        Some(b'^') => (true, SHORTEST, &affix[1..]),
        Some(b'_') => (false, SHORTEST + 1, &affix[1..]),
        _ => (false, SHORTEST, affix),
    };
    let rest = if is_prefix {
        word.strip_prefix(letters)
    } else {
        word.strip_suffix(letters)
    };
    let Some(rest) = rest else {
        return false;
    };
    let fits = rest.chars().count() + instead.len() >= least;
    if fits {
        *word = [rest, instead].concat();
    }
    fits
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
                Language::ENGLISH,
                "bridge bridges bridging|city cities|stop stops stopped stopping|box boxes|close closed closing|quick quickly|report reports reported reporting",
            ),
            (
                Language::of("de"),
                "brücke brücken|haus hauses häuser häusern|wahl wahlen|minister ministers|regierung regierungen",
            ),
            (
                Language::of("fr"),
                "pont ponts|journal journaux|grève grèves|élection élections|national nationale nationales nationaux",
            ),
            (
                Language::of("es"),
                "puente puentes|elección elecciones|ciudad ciudades|cerrado cerrada cerrados",
            ),
            (
                Language::of("pt"),
                "ponte pontes|eleição eleições|jornal jornais|fechado fechada",
            ),
            (
                Language::of("it"),
                "ponte ponti|elezione elezioni|città città|chiuso chiusa chiusi|parchi parco",
            ),
            (
                Language::of("nl"),
                "brug bruggen|kat katten|verkiezing verkiezingen|maan manen",
            ),
            (
                Language::of("ru"),
                "мост моста мосту мостом|выборы выборов выборах|город города городе городов|новый новая новое новые нового",
            ),
            (
                Language::of("sv"),
                "bil bilen bilar bilarna bilarnas|val valet valen|regering regeringen regeringar regeringarnas|kommun kommunen kommuner kommunerna|myndighet myndigheten myndigheterna",
            ),
            (
                Language::of("da"),
                "kat katten katte kattene|regering regeringen regeringer regeringens|kommune kommunen kommuner kommunerne|myndighed myndigheden myndigheder",
            ),
            (
                Language::of("fi"),
                "vaali vaalit vaalien vaaleissa vaaleja vaaleihin|hallitus hallituksen hallitukset hallituksessa|koulu koulun koulussa koulusta kouluissa koulujen|suomalainen suomalaisen suomalaiset suomalaisia|Suomi Suomen Suomessa",
            ),
            (
                Language::of("tr"),
                "okul okulu okulun okulda okuldan okullar okullarında|seçim seçimi seçimler seçimlerde seçimin|belediye belediyesi belediyesinin belediyeler belediyede|araba arabalar arabada arabanın",
            ),
            (
                Language::of("el"),
                "γέφυρα γέφυρας γέφυρες γεφυρών|δρόμος δρόμου δρόμοι δρόμους δρόμων|κυβέρνηση κυβέρνησης κυβερνήσεις|πρόβλημα προβλήματος προβλήματα",
            ),
            (
                Language::of("ar"),
                "جسر الجسر بالجسر والجسر للجسر|انتخاب الانتخابات انتخابات الانتخابية|مدينة المدينة|معلم المعلمون معلمين",
            ),
            (
                Language::of("hi"),
                "पुल पुलों|चुनाव चुनावों|सरकार सरकारें सरकारों सरकारी|नेता नेताओं|पार्टी पार्टियों",
            ),
            (
                Language::of("pl"),
                "most mostu mostem mosty mostów mostach|wybory wyborów wyborach wyborami|nowy nowa nowego nowych nowej|rząd rządu rządowi rządem",
            ),
            (
                Language::of("cs"),
                "most mostu mostem mosty mostech mostů|město města městem městech|vláda vlády vládou vládě|volby volbách volbami|nový nová nového novým",
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

    /// Words of different things keep apart, the shortest above all.
    #[test]
    #[cfg_attr(
        not(feature = "languages"),
        ignore = "languages beside English are not built in"
    )]
    fn words_that_only_look_alike() {
        for (tag, words) in [
            ("de", "haus gas"),
            ("sv", "gas gata"),
            ("da", "hus hund"),
            ("fi", "maa mies"),
            ("tr", "kadın kadro"),
            ("el", "νέος νερό"),
            ("ar", "وزير زير"),
            ("hi", "नदी नद"),
            ("pl", "rok rak"),
            ("cs", "rok rak"),
        ] {
            let mut stems = Vec::new();
            crate::text::words::words(words, &mut |word| {
                let mut stemmed = String::new();
                word.fold(&mut stemmed);
                Stemmer::of(Language::of(tag)).stem(&mut stemmed);
                stems.push(stemmed);
            });
            assert!(stems.len() == 2 && stems[0] != stems[1], "{stems:?}");
            assert!(
                stems
                    .iter()
                    .all(|stem| stem.chars().count() >= 3 || stem == "नद"),
                "{stems:?}"
            );
        }
    }

    #[test]
    fn what_is_not_touched() {
        for (word, language) in [
            ("bus", Language::ENGLISH),
            ("news", Language::OTHER),
            ("2020s", Language::ENGLISH),
            ("東京", Language::ENGLISH),
            ("us", Language::ENGLISH),
            ("", Language::of("ru")),
        ] {
            let mut given = word.to_owned();
            Stemmer::of(language).stem(&mut given);
            assert_eq!(given, word);
        }
    }
}
