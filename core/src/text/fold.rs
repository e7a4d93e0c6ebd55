//! Folding: letters in lower case and without accents, as words are compared.

use super::normal_form::{compatible, decomposed};

/// A text with its letters folded. What stands between its words stays.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in compatible(text).chars() {
        fold(letter, &mut out);
    }
    out
}

/// Marks that belong to the letter before them.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{900}'..='\u{963}' | '\u{980}'..='\u{dff}' | '\u{200c}' | '\u{200d}')
}

/// The letters U+00E0 to U+017F without their accents. `*` marks a letter that has
/// none, or that becomes two.
const LATIN: &[u8; 160] = b"aaaaaa*ceeeeiiiidnooooo*ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Pairs of a letter and the letter it is compared as: letters that Unicode composes of
/// a letter and a mark, and letters that are written either way.
const ALIKE: [(char, char); 21] = [
    ('й', 'и'),
    ('ё', 'е'),
    ('ї', 'і'),
    ('ў', 'у'),
    ('ά', 'α'),
    ('έ', 'ε'),
    ('ή', 'η'),
    ('ί', 'ι'),
    ('ό', 'ο'),
    ('ύ', 'υ'),
    ('ώ', 'ω'),
    ('ϊ', 'ι'),
    ('ϋ', 'υ'),
    ('ς', 'σ'),
    ('أ', 'ا'),
    ('إ', 'ا'),
    ('آ', 'ا'),
    ('ى', 'ي'),
    ('ی', 'ي'),
    ('ک', 'ك'),
    ('ة', 'ه'),
];

/// Adds a letter, folded. Composed text, decomposed text and text that was typed without
/// accents then agree.
pub(super) fn fold(letter: char, out: &mut String) {
    if letter.is_ascii() {
        out.push(letter.to_ascii_lowercase());
        return;
    }
    // Indic vowel signs tell words apart; points and accents do not.
    if is_mark(letter) && !matches!(letter, '\u{900}'..='\u{dff}') || letter == '\u{640}' {
        return;
    }
    match lower(letter) {
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        lower @ 'à'..='ſ' if LATIN[lower as usize - 0xe0] != b'*' => {
            out.push(char::from(LATIN[lower as usize - 0xe0]));
        }
        // Ligatures, Latin letters with two marks, Greek with its old accents, and the
        // scripts with capitals that the tables here do not have.
        lower @ ('à'..='\u{2af}'
        | '\u{10a0}'..='\u{10ff}'
        | '\u{13a0}'..='\u{13ff}'
        | '\u{1c90}'..='\u{1cbf}'
        | '\u{1e00}'..='\u{1fff}'
        | '\u{2c00}'..='\u{2dff}'
        | '\u{a640}'..='\u{a7ff}'
        | '\u{10400}'..='\u{104ff}') => {
            let letters = decomposed(lower);
            let letters = letters.chars().filter(|&letter| !is_mark(letter));
            out.extend(letters.map(alike));
        }
        lower => out.push(alike(lower)),
    }
}

fn alike(letter: char) -> char {
    let found = ALIKE.iter().find(|(from, _)| *from == letter);
    found.map_or(letter, |(_, to)| *to)
}

/// The lower case of a letter in the Latin, Greek, Cyrillic and Armenian scripts, one
/// letter for one. The standard library's `to_lowercase` has every script and the few
/// letters that become two, and costs the bundle 6.6 KB.
pub(crate) fn lower(c: char) -> char {
    let code = u32::from(c);
    let lower = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => {
            code + 32
        }
        0x130 => 0x69,
        0x1E9E => 0xDF,
        0x178 => 0xFF,
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x400..=0x40F => code + 80,
        0x4C0 => 0x4CF,
        0x531..=0x556 => code + 48,
        // Pairs, the capital first: at even places, and where the row is odd.
        0x100..=0x137
        | 0x14A..=0x177
        | 0x1E00..=0x1EFF
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F => code | 1,
        0x139..=0x148 | 0x179..=0x17E | 0x4C1..=0x4CE => code + code % 2,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::lower;

    /// Against the standard library, over the letters that `lower` answers for.
    #[test]
    fn lower_case_as_the_standard_library_has_it() {
        let rows = [
            0..=0x17F,
            0x386..=0x3CE,
            0x400..=0x556,
            0x1E00..=0x1E95,
            0x1EA0..=0x1EFF,
        ];
        for c in rows.into_iter().flatten().filter_map(char::from_u32) {
            let mut standard = c.to_lowercase();
            let first = standard.next().expect("at least one letter");
            // İ becomes i and a combining dot there, i alone here.
            assert_eq!(lower(c), first, "{c} U+{:X}", u32::from(c));
        }
    }
}
