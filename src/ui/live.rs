//! A value that views follow.
//!
//! Leptos's own signal is code for each type of value it has; its trigger is
//! code once, and beside a plain cell it does the same. The value is counted, so
//! that reading it is the same code whatever it is.

use leptos::prelude::{ArcTrigger, Notify, Track};
use std::cell::RefCell;
use std::rc::Rc;

/// A value, and who is to be told when it changes. Counted, so that a late
/// answer never finds it disposed of.
pub(crate) struct Live<T> {
    value: Rc<RefCell<Rc<T>>>,
    changed: ArcTrigger,
}

impl<T> Live<T> {
    pub(crate) fn new(value: impl Into<Rc<T>>) -> Self {
        Self {
            value: Rc::new(RefCell::new(value.into())),
            changed: ArcTrigger::new(),
        }
    }

    /// The value; the view that asks is made anew when it changes.
    pub(crate) fn get(&self) -> Rc<T> {
        self.changed.track();
        self.peek()
    }

    /// The value as it is now, and no more than that.
    pub(crate) fn peek(&self) -> Rc<T> {
        Rc::clone(&self.value.borrow())
    }

    pub(crate) fn set(&self, value: impl Into<Rc<T>>) {
        self.value.replace(value.into());
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
