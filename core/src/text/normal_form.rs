//! Unicode's normal forms (Unicode Standard Annex #15): the same letter may be written
//! as several code points, and words are compared as if there were one way.
//!
//! The tables are large: they are those of the [`platform`](super::platform).

use super::platform::normalized;
use std::borrow::Cow;

/// The normal forms that words are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// NFKC: ligatures, full and half width, letters in circles as the letters that
    /// they are; Hangul as syllables. Characters that a text is shown without
    /// (`Default_Ignorable_Code_Point`) are left out: soft hyphens, word joiners, marks
    /// of direction. Joiners that choose the shape of a letter (U+200C, U+200D) stay, as
    /// Persian spells with them.
    Compatible,
    /// NFKD in lower case: a small letter, and behind it each of its marks.
    Decomposed,
}

/// A text in which each letter is written in one way.
pub(crate) fn compatible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(has_another_form) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(normalized(text, Form::Compatible))
}

/// A letter in lower case with each of its marks behind it; two for a ligature.
pub(super) fn decomposed(letter: char) -> String {
    let mut bytes = [0; 4];
    normalized(letter.encode_utf8(&mut bytes), Form::Decomposed)
}

/// Whether a text with this character may read otherwise in the compatible form: that of
/// most texts need not be asked for. Accents need not either, as they are folded.
fn has_another_form(letter: char) -> bool {
    matches!(letter,
        '\u{ad}'..='\u{ba}' | '\u{61c}' | '\u{900}'..='\u{11ff}' | '\u{200b}'
        | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{24ff}' | '\u{2f00}'..)
}
