//! Which article the page is, and when it becomes another without being loaded anew.

use wasm_bindgen::prelude::{Closure, wasm_bindgen};

#[wasm_bindgen(module = "/web/host/navigation.js")]
extern "C" {
    /// The page's canonical address, unless its head names none or is still that of
    /// the page before.
    pub(crate) fn canonical() -> Option<String>;
    #[wasm_bindgen(js_name = onNavigation)]
    fn on_move(call: Closure<dyn FnMut()>);
}

/// Has `handler` called whenever the page has become another article, as long as the
/// page is there.
pub(crate) fn on_navigation(handler: impl FnMut() + 'static) {
    on_move(Closure::wrap(Box::new(handler)));
}
