//! From a custom element to what stands in it, and back.

use crate::host::texts;
use crate::ui::root::set_style;
use crate::ui::settings;
use any_spawner::Executor;
use newsrail_core::config::Kind;
use std::cell::Cell;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Element, HtmlElement};

/// Puts what belongs into an element of some kind there; `None` where the program
/// has no such element.
pub type Mount = fn(Kind, HtmlElement) -> Option<Box<dyn Standing>>;

/// What stands in an element. Dropping it takes it down.
pub trait Standing {
    /// Reads the element's attributes anew, after one has changed.
    fn refresh(&self);

    /// Has its feeds asked for anew, if it reads any.
    fn reload(&self) {}
}

thread_local! {
    static MOUNT: Cell<Option<Mount>> = const { Cell::new(None) };
}

/// Called once by the loader, through the program: with the script tag, whose
/// `data-*` are the page's defaults, and the `CSSStyleSheet` of all elements. A
/// program adds which elements it has.
pub fn start(script: Option<Element>, style: JsValue, mount: Mount) {
    settings::set_defaults(script);
    set_style(style);
    texts::begin();
    // Leptos does it with the first view; here tasks come before that. Where there
    // is another instance on the page it has one of its own.
    let _ = Executor::init_wasm_bindgen();
    MOUNT.set(Some(mount));
}

/// Mounts what belongs into an element into its shadow root, in place of all
/// that is there.
///
/// # Errors
/// Where the element is none that this program has.
#[wasm_bindgen]
pub fn mount(host: HtmlElement) -> Result<Mounted, JsValue> {
    let kind = Kind::of(&host.local_name());
    let standing = kind.and_then(|kind| MOUNT.get()?(kind, host));
    let standing = standing.ok_or_else(|| JsValue::from_str("not an element of this program's"))?;
    Ok(Mounted { standing })
}

/// A mounted element. Freeing it takes the component down.
#[wasm_bindgen]
#[must_use = "freeing it unmounts"]
pub struct Mounted {
    standing: Box<dyn Standing>,
}

#[wasm_bindgen]
impl Mounted {
    /// Reads the element's attributes anew, after one has changed.
    pub fn refresh(&self) {
        self.standing.refresh();
    }

    /// Has the element's feeds asked for anew.
    pub fn reload(&self) {
        self.standing.reload();
    }
}
