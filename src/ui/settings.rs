//! Where an element's settings are: its own attributes, else the `data-*` of the
//! script tag.

use crate::host::console;
use crate::ui::placement::Placement;
use leptos::prelude::{ArcRwSignal, Get, GetUntracked};
use newsrail_core::config::{Attributes, Config};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};

thread_local! {
    static SCRIPT: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Takes the script tag, whose `data-*` are the page's defaults.
pub(super) fn set_defaults(script: Option<Element>) {
    SCRIPT.replace(script);
}

/// What an element is set to; what could not be used is said in the console.
pub(crate) fn read<T>(host: &Element, settings: impl FnOnce(&mut Attributes<'_>) -> T) -> T {
    let script = SCRIPT.with_borrow(Clone::clone);
    let value = |name: &'static str| {
        let of_page = || script.as_ref()?.get_attribute(&["data-", name].concat());
        host.get_attribute(name).or_else(of_page)
    };
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
    config: ArcRwSignal<Rc<Config>>,
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
