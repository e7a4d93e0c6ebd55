//! What newsrail's core has of the browser.

use newsrail_core::text::normal_form::Form;
use newsrail_core::text::platform::{Platform, provide};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Url;

struct Browser;

impl Platform for Browser {
    /// No words are compared here.
    fn normalized(&self, text: &str, _form: Form) -> String {
        text.to_owned()
    }

    fn parsed(&self, base: &str, href: &str) -> Option<String> {
        let url = match base {
            "" => Url::new(href),
            base => Url::new_with_base(href, base),
        };
        url.ok().map(|url| url.href())
    }
}

#[wasm_bindgen(start)]
fn begin() {
    provide(&Browser);
}
