//! The reader's own device: what it keeps, its clipboard, its share sheet, and
//! how dates are written. `device.js` has it all: here it would be the
//! same questions to the browser, one by one.

use super::texts;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/device.js")]
extern "C" {
    fn kept_text(tab: bool, name: &str) -> String;
    fn keep_text(tab: bool, name: &str, text: &str);
    /// Whether there is a share sheet.
    pub(crate) fn has_sheet() -> bool;
    /// Opens the share sheet.
    pub(crate) fn open_sheet(url: &str, title: &str);
    async fn copy_text(text: &str) -> JsValue;
    #[wasm_bindgen(js_name = iso)]
    fn iso_at(seconds: f64) -> String;
    #[wasm_bindgen(js_name = written)]
    fn written_at(
        element: &Element,
        seconds: f64,
        zone: Option<f64>,
        day: bool,
        time: bool,
    ) -> String;
}

/// How long something is kept.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Shelf {
    /// Until it is taken away: what the reader asked to be kept.
    Device,
    /// As long as the tab is there, reloads included.
    Tab,
}

/// What is kept under a name; empty where that is nothing.
pub(crate) fn kept(shelf: Shelf, name: &str) -> String {
    kept_text(shelf == Shelf::Tab, name)
}

/// Keeps a text, unless it is empty; where there is no room or no permission,
/// not either.
pub(crate) fn keep(shelf: Shelf, name: &str, text: &str) {
    keep_text(shelf == Shelf::Tab, name, text);
}

/// Puts a text on the clipboard; false where that may not be.
pub(crate) async fn copy(text: &str) -> bool {
    copy_text(text).await.is_truthy()
}

/// RFC 3339, in UTC.
pub(crate) fn iso(seconds: i64) -> String {
    iso_at(number(seconds))
}

/// A moment in the language of an element, its day, its time, or both; by a clock
/// that is `zone` seconds ahead of UTC, else by the reader's own.
pub(crate) fn written(
    element: &Element,
    seconds: i64,
    zone: Option<i64>,
    [day, time]: [bool; 2],
) -> String {
    texts::follow();
    written_at(element, number(seconds), zone.map(number), day, time)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "exact for the next 285 million years"
)]
fn number(seconds: i64) -> f64 {
    seconds as f64
}
