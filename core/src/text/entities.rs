//! Character references: numeric, and the named ones of HTML 4.
//!
//! HTML 5 has 2,231 names. Content systems write the 252 of HTML 4 (its sections 24.2
//! to 24.4). Their table costs a kilobyte, half of it for names that the program of the
//! lists goes without.

use super::number;
use super::word_list::{WordList, word_list};
use crate::WHOLE;
use std::borrow::Cow;

/// The names of U+00A0 to U+00FF, in the order of the code points.
const LATIN_1: WordList = word_list!(
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml",
    1
);

/// The further names that news is written with, each followed by its character.
macro_rules! names_in_news {
    () => {
        "quot \" amp & lt < gt > apos ' OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ ensp \u{2002} emsp \u{2003} thinsp \u{2009} zwnj \u{200c} zwj \u{200d} lrm \u{200e} rlm \u{200f} ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › euro € trade ™ larr ← rarr → minus −"
    };
}

/// The same with Greek and the signs of formulas. The program of the lists goes without
/// these: headlines and excerpts have none. There such a name stays as it is written.
const PAIRS: &str = if WHOLE {
    concat!(
        names_in_news!(),
        " Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω fnof ƒ circ ˆ tilde ˜ thetasym ϑ upsih ϒ piv ϖ Dagger ‡ oline ‾ frasl ⁄ image ℑ weierp ℘ real ℜ alefsym ℵ uarr ↑ darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦"
    )
} else {
    names_in_news!()
};
const NAMES: WordList = word_list!(PAIRS, 2);
const CHARACTERS: [u16; NAMES.lengths.len()] = characters(PAIRS);

/// The characters that follow the names of such a text, decoded from UTF-8.
const fn characters<const N: usize>(pairs: &str) -> [u16; N] {
    let bytes = pairs.as_bytes();
    let mut found = [0; N];
    let (mut word, mut at) = (0, 0);
    while at < bytes.len() {
        let byte = bytes[at] as u16;
        if byte == b' ' as u16 {
            word += 1;
        } else if word % 2 == 1 {
            // The bits of the character: in its only byte, in a further byte, in the
            // first of two, in the first of three.
            let bits = match byte {
                ..0x80 => byte,
                0x80..0xC0 => byte & 0x3F,
                0xC0..0xE0 => byte & 0x1F,
                _ => byte & 0xF,
            };
            found[word / 2] = found[word / 2] << 6 | bits;
        }
        at += 1;
    }
    found
}

/// Windows-1252 at 0x80 to 0x9F. Browsers take numeric references to these for its
/// characters (HTML Standard, 13.2.5.80).
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The longest name above, and with room for a numeric reference.
const LONGEST: usize = 10;

/// The most references that are resolved in one text between two tags. Nobody
/// writes as many, and more would keep the page waiting.
const MOST: usize = 50_000;

/// Resolves character references once: `&amp;lt;` gives `&lt;`. Anything else stays as
/// it is.
#[must_use]
pub fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    for _ in 0..MOST {
        let Some((before, _)) = rest.split_once('&') else {
            break;
        };
        out.push_str(before);
        rest = &rest[before.len()..];
        if let Some((character, length)) = reference(rest) {
            out.push(character);
            rest = &rest[length..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that a reference at the start of `text` stands for, and the
/// reference's length in bytes.
fn reference(text: &str) -> Option<(char, usize)> {
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'#';
    let end = 1 + text.as_bytes()[1..].iter().take_while(is_part).count();
    if !(2..=1 + LONGEST).contains(&end) {
        return None;
    }
    let name = &text[1..end];
    let closed = text[end..].starts_with(';');
    if let Some(digits) = name.strip_prefix('#') {
        return Some((numeric(digits)?, end + usize::from(closed)));
    }
    // Without its semicolon a name counts only where old pages rely on it, and
    // not in `?a=1&lt=2`, an address.
    let bare = ["amp", "lt", "gt", "quot", "nbsp"].contains(&name) && !text[end..].starts_with('=');
    if !closed && !bare {
        return None;
    }
    Some((named(name)?, end + usize::from(closed)))
}

/// The character of a byte in windows-1252.
pub(crate) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252
            .chars()
            .nth(usize::from(byte - 0x80))
            .unwrap_or_default(),
        _ => char::from(byte),
    }
}

fn numeric(digits: &str) -> Option<char> {
    let code = match digits.as_bytes() {
        [b'x' | b'X', hex @ ..] if !hex.is_empty() => hex.iter().try_fold(0_u32, |code, &byte| {
            let digit = char::from(byte).to_digit(16)?;
            code.checked_mul(16)?.checked_add(digit)
        }),
        _ => number::read(digits),
    };
    Some(match code? {
        code @ 0x80..=0x9F => windows_1252(u8::try_from(code).ok()?),
        0 => char::REPLACEMENT_CHARACTER,
        code => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    })
}

fn named(name: &str) -> Option<char> {
    if let Some(at) = LATIN_1.position(name) {
        return char::from_u32(0xA0 + u32::try_from(at).ok()?);
    }
    char::from_u32(CHARACTERS[NAMES.position(name)?].into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
    fn names_numbers_and_what_is_neither() {
        for (given, wanted) in [
            ("caf&eacute; &ndash; &euro;5", "café – €5"),
            ("&Alpha;&Omega;&alpha;&sigmaf;&omega;", "ΑΩας\u{3c9}"),
            ("&#8217;&#x2019;&#146;", "’’’"),
            ("&#0;&#xD800;&#x110000;", "\u{fffd}\u{fffd}\u{fffd}"),
            ("AT&T R&D; &unknown; &", "AT&T R&D; &unknown; &"),
            ("Fish &amp chips", "Fish & chips"),
            ("?a=1&lt=2&copy=3", "?a=1&lt=2&copy=3"),
            ("&yuml;&nbsp;&diams;", "ÿ\u{a0}♦"),
        ] {
            assert_eq!(decode(given), wanted);
        }
    }

    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
    fn every_name_has_its_character() {
        assert_eq!(
            decode("&nbsp;&quot;&thinsp;&euro;&minus;&loz;"),
            "\u{a0}\"\u{2009}€−◊"
        );
        let words: Vec<_> = PAIRS.split(' ').collect();
        for pair in words.chunks(2) {
            assert_eq!(named(pair[0]).map(String::from).as_deref(), Some(pair[1]));
        }
    }

    // Four megabytes of names that are none kept the page waiting for seconds.
    #[test]
    fn what_is_behind_the_most_references_stays_as_it_is_written() {
        let decoded = decode(&"&lt;".repeat(MOST + 2)).into_owned();
        assert_eq!(decoded, ["<".repeat(MOST), "&lt;&lt;".to_owned()].concat());
    }

    #[test]
    fn once_and_not_twice() {
        assert_eq!(decode("&amp;lt;b&amp;gt;"), "&lt;b&gt;");
    }

    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
    fn greek_ends_where_it_should() {
        assert_eq!(decode("&rho;&sigmaf;&sigma;&psi;&omega;"), "ρςσψω");
    }
}
