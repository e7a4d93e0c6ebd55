//! What newsrail's core has of the browser.

use newsrail_core::text::platform::{Platform, provide};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Url;

#[wasm_bindgen(start)]
fn begin() {
    provide(Platform {
        // No words are compared here.
        normalized: |text, _form| text.to_owned(),
        parsed: |reference| {
            let url = match reference.base {
                "" => Url::new(reference.href),
                base => Url::new_with_base(reference.href, base),
            };
            url.ok().map(|url| url.href())
        },
    });
}
