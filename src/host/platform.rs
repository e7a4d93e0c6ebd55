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

struct Browser;

impl Platform for Browser {
    fn normalized(&self, text: &str, form: Form) -> String {
        let form = match form {
            Form::Compatible => "compatible",
            Form::Decomposed => "decomposed",
        };
        normalized(text, form)
    }

    fn parsed(&self, base: &str, href: &str) -> Option<String> {
        parsed(base, href)
    }
}

/// Has core use them.
pub(crate) fn begin() {
    provide(&Browser);
}
