//! The programs that few pages and readers need: `programs.js` has the loader
//! bring them.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/web/host/programs.js")]
extern "C" {
    /// Takes the loader's function that brings a program by its name.
    pub(crate) fn begin(bring: &Function);
    #[wasm_bindgen(catch, js_name = convert)]
    async fn convert_bytes(
        bytes: Uint8Array,
        url: &str,
        content_type: &str,
    ) -> Result<JsValue, JsValue>;
    /// Has the program of forms brought, since somebody may want one soon.
    #[wasm_bindgen(js_name = expectForms)]
    pub(crate) fn expect_forms();
}

/// A feed in any format as a JSON Feed.
///
/// # Errors
/// Where it is none: why, in words.
pub(crate) async fn convert(bytes: &[u8], url: &str, content_type: &str) -> Result<String, String> {
    match convert_bytes(Uint8Array::from(bytes), url, content_type).await {
        Ok(text) => Ok(text.as_string().unwrap_or_default()),
        Err(thrown) => {
            let reason = thrown.as_string();
            Err(reason.unwrap_or_else(|| "its format's reader could not be loaded".to_owned()))
        }
    }
}
