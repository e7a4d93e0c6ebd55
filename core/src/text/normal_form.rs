//! Unicode's normal forms (Unicode Standard Annex #15): the same letter may be written
//! as several code points, and words are compared as if there were one way.

use super::platform;
use std::borrow::Cow;

/// A text in which each letter is written in one way, in the form NFKC: ligatures, full
/// and half width, letters in circles as the letters that they are; Hangul as syllables.
/// Characters that a text is shown without (`Default_Ignorable_Code_Point`) are left out:
/// soft hyphens, word joiners, marks of direction. Joiners that choose the shape of a
/// letter (U+200C, U+200D) stay, as Persian spells with them.
pub(crate) fn compatible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(has_another_form) {
        return Cow::Borrowed(text);
    }
    let mut text = platform::compatible(text);
    text.retain(|letter| !is_ignorable(letter));
    Cow::Owned(text)
}

/// A letter in lower case with each of its marks behind it, in the form NFKD; two for a
/// ligature.
pub(super) fn decomposed(letter: char) -> String {
    let mut bytes = [0; 4];
    platform::decomposed(letter.encode_utf8(&mut bytes))
}

/// Whether a text with this character may read otherwise in the compatible form: that of
/// most texts need not be asked for. Accents need not either, as they are folded.
fn has_another_form(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{1100}'..='\u{11ff}' | '\u{200b}' | '\u{200e}'..='\u{200f}'
        | '\u{2060}'..='\u{24ff}' | '\u{2f00}'..)
}

/// Characters that a text is shown without (`Default_Ignorable_Code_Point` of the Unicode
/// Character Database), but for the joiners.
fn is_ignorable(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}
