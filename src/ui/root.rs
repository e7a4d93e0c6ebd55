//! Shadow roots: the only place that touches one.

use crate::ui::dom::El;
use crate::ui::placement::Placement;
use leptos::mount::mount_to_renderer;
use newsrail_core::choose::State;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::ShadowRoot;

#[wasm_bindgen(module = "/web/host/root.js")]
extern "C" {
    /// The style sheet that all elements share.
    pub(crate) fn set_style(sheet: JsValue);
    /// Empties a shadow root, and gives it that sheet after the loader's own;
    /// whether it did.
    fn begin_root(root: &ShadowRoot, failed: bool) -> bool;
}

/// Puts an element's view in place of all that is in its shadow root, unless it
/// is there already; a failure leaves a list that was kept for this page.
pub(crate) fn mount(placement: &Placement, view: impl FnOnce() -> El + 'static) {
    let is_new = placement.view.borrow().is_none();
    if is_new
        && let Some(root) = placement.host.shadow_root()
        && begin_root(&root, matches!(*placement.state.peek(), State::Failed))
    {
        // A shadow root is no element, but what is asked of it, `insertBefore`, it
        // has as every node does.
        let mounted = mount_to_renderer(root.unchecked_ref(), view);
        placement.view.replace(Some(mounted));
    }
}
