//! A value that views follow.
//!
//! Leptos's own signal is code for each type of value it has; its trigger is
//! code once, and beside a plain cell it does the same.

use leptos::prelude::{ArcTrigger, Notify, Track};
use std::cell::RefCell;
use std::rc::Rc;

/// A value, and who is to be told when it changes. Counted, so that a late
/// answer never finds it disposed of.
pub(crate) struct Live<T> {
    value: Rc<RefCell<T>>,
    changed: ArcTrigger,
}

impl<T: Clone> Live<T> {
    pub(crate) fn new(value: T) -> Self {
        Self {
            value: Rc::new(RefCell::new(value)),
            changed: ArcTrigger::new(),
        }
    }

    /// The value; the view that asks is made anew when it changes.
    pub(crate) fn get(&self) -> T {
        self.changed.track();
        self.now()
    }

    /// The value as it is now, and no more than that.
    pub(crate) fn now(&self) -> T {
        self.value.borrow().clone()
    }

    pub(crate) fn set(&self, value: T) {
        self.value.replace(value);
        self.changed.notify();
    }
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        Self {
            value: Rc::clone(&self.value),
            changed: self.changed.clone(),
        }
    }
}
