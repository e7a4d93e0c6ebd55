//! Unicode's normal forms by the browser's tables, for words that are compared.

use newsrail_core::text::normal_form::{Form, provide};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/web/host/normal-form.js")]
extern "C" {
    fn normalized(text: &str, form: &str) -> String;
}

/// Has all that compares words use them.
pub(crate) fn begin() {
    provide(|text, form| {
        let form = match form {
            Form::Compatible => "compatible",
            Form::Decomposed => "decomposed",
        };
        normalized(text, form)
    });
}
