//! The reader's own device: what it keeps, its clipboard, its share sheet.
//! Each may be missing or denied, and then nothing happens.

use super::bare_object;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

/// How long something is kept.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Shelf {
    /// Until it is taken away: what the reader asked to be kept.
    Device,
    /// As long as the tab is there, reloads included.
    Tab,
}

/// What is kept under a name.
pub(crate) fn kept(shelf: Shelf, name: &str) -> Option<String> {
    storage(shelf)?.get_item(name).ok()?
}

/// Keeps a text; where there is no room or no permission, not.
pub(crate) fn keep(shelf: Shelf, name: &str, text: &str) {
    if let Some(storage) = storage(shelf) {
        drop(storage.set_item(name, text));
    }
}

/// Keeps nothing under that name any more.
pub(crate) fn forget(shelf: Shelf, name: &str) {
    if let Some(storage) = storage(shelf) {
        drop(storage.remove_item(name));
    }
}

/// In a sandboxed frame, or where the reader has said so, asking throws.
fn storage(shelf: Shelf) -> Option<Storage> {
    let window = web_sys::window()?;
    let storage = match shelf {
        Shelf::Device => window.local_storage(),
        Shelf::Tab => window.session_storage(),
    };
    storage.ok()?
}

/// Whether there is a share sheet.
pub(crate) fn has_sheet() -> bool {
    navigator().is_some_and(|navigator| method(&navigator, "share").is_some())
}

/// Opens the share sheet; what the reader does there is not known here.
pub(crate) fn open_sheet(url: &str, title: &str) {
    let data = bare_object();
    for (name, value) in [("url", url), ("title", title)] {
        // Setting a field of a new object cannot fail.
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    if let Some(navigator) = navigator()
        && let Some(share) = method(&navigator, "share")
        && let Ok(promise) = share.call1(&navigator, &data)
    {
        // The reader may close it, which rejects; somebody has to take that.
        let promise = Promise::resolve(&promise);
        wasm_bindgen_futures::spawn_local(async move {
            drop(JsFuture::from(promise).await);
        });
    }
}

/// Puts a text on the clipboard; false where that may not be.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(clipboard) = navigator().and_then(|navigator| field(&navigator, "clipboard")) else {
        return false;
    };
    let Some(write) = method(&clipboard, "writeText") else {
        return false;
    };
    match write.call1(&clipboard, &text.into()) {
        Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await.is_ok(),
        Err(_) => false,
    }
}

/// The language that the reader reads in, as BCP 47 writes it.
pub(crate) fn language() -> String {
    let language = navigator().and_then(|navigator| field(&navigator, "language"));
    language
        .and_then(|language| language.as_string())
        .filter(|language| !language.is_empty())
        .unwrap_or_else(|| "en".to_owned())
}

fn navigator() -> Option<JsValue> {
    web_sys::window().map(|window| window.navigator().into())
}

fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    field(of, name)?.dyn_into().ok()
}
