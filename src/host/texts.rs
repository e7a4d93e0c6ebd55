//! What newsrail says, in the language of the element that says it. `texts.js` looks
//! it up, and knows when that language may be another.

use leptos::prelude::{ArcTrigger, Notify, Track};
use newsrail_core::texts::{Plural, Text};
use std::cell::Cell;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/texts.js")]
extern "C" {
    #[wasm_bindgen(js_name = onLanguage)]
    fn on_language(call: &JsValue);
    fn said(element: &Element, key: &str, english: &str, value: &JsValue) -> String;
    fn counted(
        element: &Element,
        key: &str,
        one: &str,
        other: &str,
        count: f64,
        value: &str,
    ) -> String;
}

thread_local! {
    /// Told where elements may have come into another language. As long as its page.
    static LANGUAGE: Cell<Option<&'static ArcTrigger>> = const { Cell::new(None) };
}

/// From now on what follows the language is done anew when that may be another.
pub(crate) fn begin() {
    let trigger: &'static ArcTrigger = Box::leak(Box::new(ArcTrigger::new()));
    LANGUAGE.set(Some(trigger));
    let call = Closure::<dyn Fn()>::new(|| trigger.notify());
    on_language(&call.into_js_value());
}

/// The effect that asks is run anew when the language may be another.
pub(crate) fn follow() {
    if let Some(trigger) = LANGUAGE.get() {
        trigger.track();
    }
}

/// A text, its value in it: a text, a number, or an `Array` of texts. Without one,
/// which is `undefined`, what stands for it is left. Follows the language.
pub(crate) fn text(element: &Element, text: Text, value: &JsValue) -> String {
    follow();
    said(element, text.key, text.english, value)
}

/// The form of a text that a number takes, the number and a value in it. Follows the
/// language.
#[expect(clippy::cast_precision_loss, reason = "nothing is counted that far")]
pub(crate) fn number(element: &Element, text: Plural, count: usize, value: &str) -> String {
    follow();
    counted(element, text.key, text.one, text.other, count as f64, value)
}
