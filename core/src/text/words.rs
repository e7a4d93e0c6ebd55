//! The tokenizer of plain text: its words, as ranking compares them.
//!
//! A word is a run of letters, digits and the marks on them. Scripts that leave no space
//! between words (Han, kana, Hangul, Thai, Lao, Khmer, Burmese) give overlapping pairs
//! of characters (bigrams) instead, which need no dictionary.

use super::alphanumeric::is_alphanumeric;
use super::fold::{fold, is_mark};

/// One word of a text.
#[derive(Clone, Copy, Debug)]
pub struct Word<'t> {
    /// The text that it stands in.
    pub text: &'t str,
    /// Where in that it begins, in bytes.
    pub at: usize,
    /// As it is written.
    pub written: &'t str,
    /// A hash of that, the same for capital and small ASCII letters. Most words of a text
    /// have stood there before, and need not be folded once more.
    pub form: u32,
    /// Whether it begins a sentence or a quotation, where any word is capitalised.
    pub opens: bool,
}

impl Word<'_> {
    /// Puts the word into `folded`, in lower case, without accents and points.
    pub fn fold(&self, folded: &mut String) {
        folded.clear();
        if self
            .written
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric())
        {
            folded.push_str(self.written);
            folded.make_ascii_lowercase();
            return;
        }
        for letter in self.written.chars() {
            match letter {
                '\'' | '’' => {}
                // 10,000 and 10.000 are one number in two countries.
                ',' => folded.push('.'),
                letter => fold(letter, folded),
            }
        }
    }
}

/// Calls `each` for every word of a plain text, in order.
pub fn words(text: &str, each: &mut dyn FnMut(Word<'_>)) {
    let mut opens = true;
    let mut at = 0;
    while let Some(first) = char_at(text, at) {
        if first == ' ' {
            at += 1;
        } else if first >= UNSPACED && is_unspaced(first) {
            at = unspaced(text, at, each);
            opens = false;
        } else if is_alphanumeric(first) {
            let (end, possessive, form) = word(text, at);
            // A letter on its own is an initial, an elided article, a list's
            // mark; in other scripts than Latin it may be a word.
            let alone = end - at == first.len_utf8() && first < '\u{180}';
            if !alone || first.is_ascii_digit() {
                let written = &text[at..end];
                each(Word {
                    text,
                    at,
                    written,
                    form,
                    opens,
                });
            }
            at = end + possessive;
            opens = false;
        } else {
            opens |= matches!(first, '.' | '!' | '?' | ':' | '"' | '“' | '«' | '„' | '…');
            at += first.len_utf8();
        }
    }
}

/// The character at a byte's place; ASCII without decoding, which most of a
/// text is.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text[at..].chars().next(),
        None => None,
    }
}

/// A hash with one more letter.
pub(crate) fn hashed(hash: u32, letter: u32) -> u32 {
    (hash ^ letter).wrapping_mul(0x9e37_79b1).rotate_left(15)
}

/// The word that begins at `start`: where it ends, how many bytes of a possessive follow,
/// and its hash.
fn word(text: &str, start: usize) -> (usize, usize, u32) {
    let bytes = text.as_bytes();
    let mut end = start;
    let mut form = 0;
    loop {
        while let Some(byte) = bytes.get(end)
            && byte.is_ascii_alphanumeric()
        {
            // What a capital lacks of a small letter, and a digit has.
            form = hashed(form, u32::from(byte | 0x20));
            end += 1;
        }
        if bytes.get(end).is_none_or(|&byte| byte == b' ') {
            return (end, 0, form);
        }
        let next = char_at(text, end).unwrap_or(' ');
        let tail = end + next.len_utf8();
        let after = || char_at(text, tail);
        if next >= UNSPACED && is_unspaced(next) {
            return (end, 0, form);
        } else if matches!(next, '\'' | '’') && after().is_some_and(is_alphanumeric) {
            if is_possessive(&text[tail..]) {
                return (end, next.len_utf8() + 1, form);
            }
            // L'été, dell'arte, jusqu'au: two words. Don't, aujourd'hui: one.
            let before = &text[start..end];
            if before.len() < 3 || before.ends_with("ll") || before.ends_with("qu") {
                return (end, 0, form);
            }
        } else if !(is_letter_or_mark(next)
            || matches!(next, '.' | ',')
                && bytes[end - 1].is_ascii_digit()
                && after().is_some_and(|c| c.is_ascii_digit()))
        {
            return (end, 0, form);
        }
        form = hashed(form, u32::from(next));
        end = tail;
    }
}

/// Whether a character beyond ASCII continues a word.
fn is_letter_or_mark(next: char) -> bool {
    !next.is_ascii() && (is_alphanumeric(next) || is_mark(next))
}

/// Whether a text after an apostrophe is the `s` of a possessive and no more.
fn is_possessive(tail: &str) -> bool {
    let mut tail = tail.chars();
    matches!(tail.next(), Some('s' | 'S')) && !tail.next().is_some_and(is_alphanumeric)
}

/// The pairs of a run of characters without spaces; where the run ends.
fn unspaced(text: &str, at: usize, each: &mut dyn FnMut(Word<'_>)) -> usize {
    let mut give = |from: usize, end: usize| {
        let written = &text[from..end];
        each(Word {
            text,
            at: from,
            written,
            form: written
                .chars()
                .fold(0, |form, c| hashed(form, u32::from(c))),
            opens: true,
        });
    };
    let mut last: Option<(usize, char)> = None;
    let mut alone = true;
    let mut end = at;
    for (offset, next) in text[at..].char_indices() {
        if !is_unspaced(next) {
            break;
        }
        end = at + offset + next.len_utf8();
        if let Some((from, before)) = last {
            alone = false;
            // Two hiragana are an ending or a particle: Japanese for "of the".
            if !(is_hiragana(before) && is_hiragana(next)) {
                give(from, end);
            }
        }
        last = Some((at + offset, next));
    }
    if let Some((from, only)) = last
        && alone
        && !is_hiragana(only)
    {
        give(from, end);
    }
    end
}

fn is_hiragana(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{309f}')
}

/// The first letter of such a script. Most letters are before it.
const UNSPACED: char = '\u{e00}';

/// Letters of scripts whose words are not set apart, or in Hangul carry
/// their particles with them.
fn is_unspaced(character: char) -> bool {
    matches!(character,
            '\u{e00}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e80}'..='\u{ecd}'
            | '\u{1000}'..='\u{1049}' | '\u{1780}'..='\u{17d3}'
            | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::words;

    fn of(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(text, &mut |word| {
            assert_eq!(&text[word.at..word.at + word.written.len()], word.written);
            let mut folded = String::new();
            word.fold(&mut folded);
            found.push(folded);
        });
        found
    }

    #[test]
    fn words_without_case_and_accents() {
        assert_eq!(
            of("The mayor’s 2nd “Bridge-Plan”."),
            ["the", "mayor", "2nd", "bridge", "plan"]
        );
        assert_eq!(
            of("L'été 'quoted' — Ünal's STRASSE Straße"),
            ["ete", "quoted", "unal", "strasse", "strasse"]
        );
        assert_eq!(
            of("don't dell'arte jusqu’au O'Brien"),
            ["dont", "dell", "arte", "jusqu", "au", "brien"]
        );
        assert_eq!(of("10,000 10.000 3.5% 7"), ["10.000", "10.000", "3.5", "7"]);
        assert_eq!(of("J. R. a 5"), ["5"]);
        assert!(of(" … 🚢🌉 ❤️").is_empty());
    }

    #[test]
    fn the_same_letters_composed_or_not() {
        assert_eq!(of("caf\u{e9}"), of("cafe\u{301}"));
        assert_eq!(of("Кра\u{439}"), of("Кра\u{438}\u{306}"));
        assert_eq!(of("İstanbul"), ["istanbul"]);
        // Hebrew with and without points, Arabic with and without vowels.
        assert_eq!(of("שָׁלוֹם"), of("שלום"));
        assert_eq!(of("مَدِينَة"), of("مدينة"));
        assert_eq!(of("हिन्दी समाचार").len(), 2);
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(of("東京都"), ["東京", "京都"]);
        assert_eq!(
            of("橋のニュースです"),
            ["橋の", "のニ", "ニュ", "ュー", "ース", "スで"]
        );
        assert_eq!(of("在Berlin开会 3月"), ["在", "berlin", "开会", "3", "月"]);
        assert_eq!(of("ข่าว"), ["ข่", "่า", "าว"]);
        assert_eq!(of("대통령이"), ["대통", "통령", "령이"]);
    }

    #[test]
    fn where_a_sentence_opens() {
        let mut opening = Vec::new();
        words("Rain fell. It stopped: “Good” news", &mut |word| {
            if word.opens {
                opening.push(word.written.to_owned());
            }
        });
        assert_eq!(opening, ["Rain", "It", "Good"]);
    }
}
