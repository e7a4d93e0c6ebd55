//! What the browser knows.

use js_sys::JsString;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Url;

#[wasm_bindgen]
extern "C" {
    /// `String`, of which a script of the page may have broken a method.
    type Text;
    #[wasm_bindgen(method, catch)]
    fn normalize(this: &Text, form: &str) -> Result<JsString, JsValue>;
}

/// A text in the form NFKC, or as it stands.
pub(in crate::text) fn compatible(text: &str) -> String {
    normalized(text, "NFKC").map_or_else(|| text.to_owned(), String::from)
}

/// A text in the form NFKD, in lower case, or as it stands.
pub(in crate::text) fn decomposed(text: &str) -> String {
    normalized(text, "NFKD").map_or_else(|| text.to_owned(), |text| text.to_lower_case().into())
}

fn normalized(text: &str, form: &str) -> Option<JsString> {
    let text: Text = JsValue::from_str(text).unchecked_into();
    text.normalize(form).ok()
}

/// The address of a reference on a page at a base, which may be empty, as the browser's
/// parser writes it; `None` where it is none.
pub(in crate::text) fn parsed(base: &str, href: &str) -> Option<String> {
    let url = match base {
        "" => Url::new(href),
        base => Url::new_with_base(href, base),
    };
    url.ok().map(|url| url.href())
}
