//! Unicode's normal forms by the browser's tables, for words that are compared.

use newsrail_core::text::normal_form::{Form, provide};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/web/host/normal-form.js")]
extern "C" {
    fn normalized(text: &str, form: &str, is_small: bool) -> String;
}

/// Has all that compares words use them.
pub(crate) fn begin() {
    provide(|text, form| match form {
        Form::Compatible => normalized(text, "NFKC", false),
        Form::SmallDecomposed => normalized(text, "NFD", true),
    });
}
