//! Where an element's settings are: its own attributes, else the `data-*` of the
//! script tag.

use crate::host::console;
use crate::ui::placement::Placement;
use crate::ui::rc_signal::RcSignal;
use newsrail_core::config::{Attributes, Config};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen(module = "/web/host/settings.js")]
extern "C" {
    /// Takes the script tag, whose `data-*` are the page's defaults.
    #[wasm_bindgen(js_name = setDefaults)]
    pub(super) fn set_defaults(script: Option<Element>);
    fn written(element: &Element, name: &str) -> Option<String>;
}

/// What an element is set to; what could not be used is said in the console.
pub(crate) fn read<T>(host: &Element, settings: impl FnOnce(&mut Attributes<'_>) -> T) -> T {
    let value = |name: &'static str| written(host, name);
    let mut complaints = Vec::new();
    let settings = settings(&mut Attributes::new(&value, &mut complaints));
    for complaint in &complaints {
        console::complain(host, complaint);
    }
    settings
}

/// What only one kind of element is set to, beside its [`Config`]: read once for each
/// change of its attributes, so that what cannot be used is said once.
pub(crate) struct OwnSettings<T> {
    host: HtmlElement,
    config: RcSignal<Config>,
    read: fn(&mut Attributes<'_>) -> T,
    last: RefCell<Option<(Rc<Config>, Rc<T>)>>,
}

impl<T> OwnSettings<T> {
    pub(crate) fn new(placement: &Placement, read: fn(&mut Attributes<'_>) -> T) -> Self {
        Self {
            host: placement.host.clone(),
            config: placement.config.clone(),
            read,
            last: RefCell::default(),
        }
    }

    /// The settings; the view that asks is made anew when an attribute changes.
    pub(crate) fn get(&self) -> Rc<T> {
        drop(self.config.get());
        self.peek()
    }

    /// The settings as they are now, and no more than that.
    pub(crate) fn peek(&self) -> Rc<T> {
        let config = self.config.get_untracked();
        if let Some((of, settings)) = &*self.last.borrow()
            && Rc::ptr_eq(of, &config)
        {
            return Rc::clone(settings);
        }
        let settings = Rc::new(read(&self.host, self.read));
        self.last.replace(Some((config, Rc::clone(&settings))));
        settings
    }
}
