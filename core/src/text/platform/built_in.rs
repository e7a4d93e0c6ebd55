//! What programs have built in that run where there is no browser.

use super::{Form, Platform, Reference};
use unicode_normalization::UnicodeNormalization;
use url::Url;

/// There is nothing to be handed in.
pub fn provide(_platform: Platform) {}

pub(in crate::text) fn normalized(text: &str, form: Form) -> String {
    match form {
        Form::Compatible => text
            .nfkc()
            .filter(|&letter| !is_ignorable(letter))
            .collect(),
        Form::Decomposed => text.nfkd().collect::<String>().to_lowercase(),
    }
}

pub(in crate::text) fn parsed(reference: &Reference<'_>) -> Option<String> {
    let base = Url::parse(reference.base).ok();
    let url = Url::options().base_url(base.as_ref());
    Some(url.parse(reference.href).ok()?.into())
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
