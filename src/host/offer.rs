//! Acts of a reader's that the page may take upon itself: `offer.js` has what a page may
//! do with one.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

#[wasm_bindgen(module = "/web/host/offer.js")]
extern "C" {
    #[wasm_bindgen(js_name = offer)]
    fn offer_to_page(
        element: &Element,
        name: &str,
        filled: &JsValue,
        outcomes: &Array,
    ) -> Option<Act>;

    type Act;
    #[wasm_bindgen(method, getter)]
    fn answer(this: &Act) -> Promise;
    #[wasm_bindgen(method)]
    fn leave(this: &Act);
}

/// An act that the page has taken upon itself. Dropping it says that its form is gone:
/// what the page answers after that is not used.
#[must_use = "dropping it gives the act up"]
pub(crate) struct Taken {
    act: Act,
}

impl Taken {
    /// What the page says became of the act: the code of one of the outcomes that it may
    /// have, and the page's own words for it, maybe none. It also ends when the act has
    /// been given up.
    pub(crate) fn answer(&self) -> impl Future<Output = (String, String)> + 'static {
        let answer = JsFuture::from(self.act.answer());
        async move {
            let said = Array::from(&answer.await.unwrap_or_default());
            let text = |at| said.get(at).as_string().unwrap_or_default();
            (text(0), text(1))
        }
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        self.act.leave();
    }
}

/// Offers an act to the page by the event of this name; `None` if it is left to newsrail.
pub(crate) fn offer(
    element: &Element,
    name: &str,
    filled: &JsValue,
    outcomes: &Array,
) -> Option<Taken> {
    let act = offer_to_page(element, name, filled, outcomes);
    act.map(|act| Taken { act })
}
