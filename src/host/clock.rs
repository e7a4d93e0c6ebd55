//! The time, and one alarm for the whole page.

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

#[wasm_bindgen(module = "/src/host/clock.js")]
extern "C" {
    fn rings(call: Closure<dyn FnMut()>);
    fn alarm(seconds: f64);
}

/// The page's one alarm rings by this, when its time has come, and whenever the
/// page is hidden or seen again; until another is given. It is the alarm's to keep:
/// nothing here may drop what is yet to be called.
pub(crate) fn ring_by(ring: impl FnMut() + 'static) {
    rings(Closure::wrap(Box::new(ring)));
}

/// The alarm rings in so many seconds and not at any time that was set before; for
/// `None` not at all.
pub(crate) fn set_alarm(seconds: Option<f64>) {
    alarm(seconds.unwrap_or(f64::INFINITY));
}
