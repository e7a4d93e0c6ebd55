//! The time, and one alarm for the whole page.

use super::page::document;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

#[wasm_bindgen(module = "/src/host/turn.js")]
extern "C" {
    /// Lets the browser draw and answer the reader, and goes on after that.
    pub(crate) async fn turn();
}

/// Milliseconds that one go of long work may take, so that with what else is
/// in a task it stays well below the 50 that a reader notices.
const GO: f64 = 8.0;

/// Says from now on whether a go of long work has taken its time.
pub(crate) fn one_go() -> impl Fn() -> bool {
    let end = js_sys::Date::now() + GO;
    move || js_sys::Date::now() >= end
}

/// Seconds since 1970, whole ones.
pub(crate) fn now() -> f64 {
    (js_sys::Date::now() / 1000.0).floor()
}

/// Whether nobody can see the page, as in a tab behind another.
pub(crate) fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// An alarm that rings when its time has come, and whenever the page is hidden
/// or seen again. It holds one timer at most, and none once it is dropped.
pub(crate) struct Clock {
    ring: Closure<dyn FnMut()>,
    timer: Cell<Option<i32>>,
}

impl Clock {
    pub(crate) fn new(ring: impl FnMut() + 'static) -> Self {
        let ring: Closure<dyn FnMut()> = Closure::wrap(Box::new(ring));
        if let Some(document) = document() {
            // Listening to a document cannot fail.
            let _ = document.add_event_listener_with_callback(
                "visibilitychange",
                ring.as_ref().unchecked_ref(),
            );
        }
        Self {
            ring,
            timer: Cell::new(None),
        }
    }

    /// Rings in so many seconds and not at any time that was set before; for
    /// `None` not at all.
    pub(crate) fn set(&self, seconds: Option<f64>) {
        let Some(window) = web_sys::window() else {
            return;
        };
        if let Some(timer) = self.timer.take() {
            window.clear_timeout_with_handle(timer);
        }
        #[expect(clippy::cast_possible_truncation, reason = "a day at most")]
        let set = |seconds: f64| {
            let (ring, milliseconds) = (self.ring.as_ref().unchecked_ref(), seconds * 1000.0);
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(ring, milliseconds as i32)
                .ok()
        };
        self.timer.set(seconds.and_then(set));
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        self.set(None);
        if let Some(document) = document() {
            // Nor can it fail to stop.
            let _ = document.remove_event_listener_with_callback(
                "visibilitychange",
                self.ring.as_ref().unchecked_ref(),
            );
        }
    }
}
