//! A signal of values that are shared and not copied.

use leptos::prelude::{ArcTrigger, Notify, Track};
use std::cell::RefCell;
use std::rc::Rc;

/// A value that views follow. It is one of Leptos's triggers beside the value instead of an
/// [`ArcRwSignal`](leptos::prelude::ArcRwSignal), which is compiled once for each type.
pub(crate) struct RcSignal<T> {
    value: Rc<RefCell<Rc<T>>>,
    changed: ArcTrigger,
}

impl<T> RcSignal<T> {
    pub(crate) fn new(value: T) -> Self {
        Self {
            value: Rc::new(RefCell::new(Rc::new(value))),
            changed: ArcTrigger::new(),
        }
    }

    /// The value; the view that asks is made anew when it changes.
    pub(crate) fn get(&self) -> Rc<T> {
        self.changed.track();
        self.get_untracked()
    }

    /// The value as it is now, and no more than that.
    pub(crate) fn get_untracked(&self) -> Rc<T> {
        Rc::clone(&self.value.borrow())
    }

    /// Takes another value, and has the views made anew that have asked for it.
    pub(crate) fn set(&self, value: Rc<T>) {
        self.value.replace(value);
        self.changed.notify();
    }
}

impl<T> Clone for RcSignal<T> {
    fn clone(&self) -> Self {
        Self {
            value: Rc::clone(&self.value),
            changed: self.changed.clone(),
        }
    }
}
