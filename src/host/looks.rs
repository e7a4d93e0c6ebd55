//! What few elements ask for, in a script of its own (`web/looks.js`) that the loader
//! brings where one does.

use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/looks.js")]
extern "C" {
    /// Finishes a list of an element's before it is shown: its items' keys, each with what
    /// `meta` may name. Does nothing where that script is not there.
    pub(crate) fn finish(element: &Element, list: &Element, items: &Array);
    /// Shows the way to subscribe, where an element has one, in the place below a list;
    /// `english` is what it says.
    pub(crate) fn foot(element: &Element, place: &Element, class: &str, english: &str);
    /// Says what is to be seen of a picture that is cropped, in percent.
    pub(crate) fn crop(image: &Element, x: u8, y: u8);
}
