//! Shadow roots: the only place that touches one.

use crate::ui::dom::El;
use leptos::mount::{UnmountHandle, mount_to_renderer};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{HtmlElement, ShadowRoot};

#[wasm_bindgen(module = "/web/host/root.js")]
extern "C" {
    /// The style sheet that all elements share.
    pub(crate) fn set_style(sheet: JsValue);
    /// Empties a shadow root, and gives it that sheet after the loader's own;
    /// whether it did.
    fn begin_root(root: &ShadowRoot, failed: bool) -> bool;
}

/// Puts a view in place of all that is in an element's shadow root; a failure
/// leaves a list that was kept for this page.
pub(crate) fn put(
    host: &HtmlElement,
    failed: bool,
    view: impl FnOnce() -> El + 'static,
) -> Option<UnmountHandle<El>> {
    let root = host.shadow_root()?;
    // A shadow root is no element, but what is asked of it, `insertBefore`, it
    // has as every node does.
    begin_root(&root, failed).then(|| mount_to_renderer(root.unchecked_ref(), view))
}
