//! Shadow roots: the only place that touches one.

use crate::ui::dom::El;
use leptos::prelude::Owner;
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

/// A view in its place. Dropping it takes it down.
pub(crate) struct MountedView {
    view: El,
    #[expect(dead_code, reason = "the view's effects run as long as it is there")]
    owner: Owner,
}

impl Drop for MountedView {
    fn drop(&mut self) {
        self.view.node().remove();
    }
}

/// Puts a view in place of all that is in an element's shadow root; a failure
/// leaves a list that was kept for this page.
pub(crate) fn put(
    host: &HtmlElement,
    failed: bool,
    view: impl FnOnce() -> El + 'static,
) -> Option<MountedView> {
    let root = host.shadow_root()?;
    // Made before anything is taken away: what stands there stays where a page keeps it
    // from being made.
    let owner = Owner::new();
    let view = owner.with(view);
    begin_root(&root, failed).then(|| {
        // Appending to a root that was just emptied cannot fail.
        let _ = root.append_child(&view.node());
        MountedView { view, owner }
    })
}
