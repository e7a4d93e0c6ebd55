//! The tables, built in: for programs that run where there is no browser.

use super::{Form, Normalize};
use unicode_normalization::UnicodeNormalization;

/// There is nothing to be handed in.
pub fn provide(_normalize: Normalize) {}

pub(super) fn normalized(text: &str, form: Form) -> String {
    match form {
        Form::Compatible => text.nfkc().collect(),
        Form::SmallDecomposed => text.nfd().collect::<String>().to_lowercase(),
    }
}
