//! Unicode's normal forms (Unicode Standard Annex #15): the same letter may be written
//! as several code points, and words are compared as if there were one way.
//!
//! The tables are large, and every browser has them. So the programs of a page hand in
//! the browser's, and a native program has them built in.

use std::borrow::Cow;

/// The normal forms that words are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// NFKC: ligatures, full and half width, letters in circles as the letters that
    /// they are; Hangul as syllables.
    Compatible,
    /// NFD in lower case: a small letter, and behind it each of its marks.
    SmallDecomposed,
}

/// A text in a normal form.
pub type Normalize = fn(&str, Form) -> String;

#[cfg_attr(feature = "unicode", path = "normal_form/built_in.rs")]
#[cfg_attr(not(feature = "unicode"), path = "normal_form/handed_in.rs")]
mod tables;

use tables::normalized;
pub use tables::provide;

/// A text in which each letter is written in one way, without the characters that are
/// not seen: soft hyphens, word joiners, marks of direction. Joiners that choose the
/// shape of a letter stay, as Persian spells with them.
pub(crate) fn compatible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(has_another_form) {
        return Cow::Borrowed(text);
    }
    let mut text = normalized(text, Form::Compatible);
    text.retain(|letter| !is_ignorable(letter));
    Cow::Owned(text)
}

/// A letter in lower case and without its marks: the first of its canonical
/// decomposition.
pub(super) fn base(letter: char) -> char {
    let mut bytes = [0; 4];
    let decomposed = normalized(letter.encode_utf8(&mut bytes), Form::SmallDecomposed);
    decomposed.chars().next().unwrap_or(letter)
}

/// Characters that a text is shown without (`Default_Ignorable_Code_Point`), but for the
/// joiners.
fn is_ignorable(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a text with this character may read otherwise in the compatible form: that of
/// most texts need not be asked for. Accents need not either, as they are folded.
fn has_another_form(letter: char) -> bool {
    is_ignorable(letter)
        || matches!(letter,
            'ª' | '²' | '³' | '¹' | 'º' | 'Ĳ' | 'ĳ' | 'Ŀ' | 'ŀ' | 'ŉ' | '\u{1c4}'..='\u{1cc}'
            | '\u{1f1}'..='\u{1f3}' | '\u{e33}' | '\u{eb3}' | '\u{1100}'..='\u{11ff}'
            | '\u{2070}'..='\u{209f}' | '\u{2100}'..='\u{218f}' | '\u{2460}'..='\u{24ff}'
            | '\u{2f00}'..='\u{2fdf}' | '\u{3099}' | '\u{309a}' | '\u{3131}'..='\u{33ff}'
            | '\u{f900}'..='\u{faff}' | '\u{fb00}'..='\u{ffef}' | '\u{1d400}'..='\u{1d7ff}'
            | '\u{2f800}'..='\u{2fa1f}')
}
