//! What newsrail's core has of the browser.

use newsrail_core::text::normal_form::Form;
use newsrail_core::text::platform::{Platform, provide};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/web/host/platform.js")]
extern "C" {
    fn normalized(text: &str, form: &str) -> String;
}

#[wasm_bindgen(module = "/web/host/links.js")]
extern "C" {
    fn parsed(base: &str, href: &str) -> Option<String>;
}

/// Has core use it.
pub(crate) fn begin() {
    provide(Platform {
        normalized: |text, form| {
            let form = match form {
                Form::Compatible => "compatible",
                Form::Decomposed => "decomposed",
            };
            normalized(text, form)
        },
        parsed: |reference| parsed(reference.base, reference.href),
    });
}
