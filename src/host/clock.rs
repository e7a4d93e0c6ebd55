//! The time, and one alarm for the whole page.

use newsrail_core::shared::TIME_BUDGET;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

#[wasm_bindgen(module = "/web/host/turn.js")]
extern "C" {
    /// Lets the browser draw and answer the reader, and goes on after that.
    pub(crate) async fn turn();
}

/// Starts a stretch of long work: what it gives back says whether its time is used up.
pub(crate) fn time_budget() -> impl Fn() -> bool {
    let end = js_sys::Date::now() + f64::from(TIME_BUDGET);
    move || js_sys::Date::now() >= end
}

/// Seconds since 1970, whole ones.
pub(crate) fn now() -> f64 {
    (js_sys::Date::now() / 1000.0).floor()
}

#[wasm_bindgen(module = "/web/host/clock.js")]
extern "C" {
    #[wasm_bindgen(js_name = onAlarm)]
    fn on_alarm(call: Closure<dyn FnMut()>);
    fn alarm(seconds: f64);
}

/// The page's one alarm rings by this, when its time has come, and whenever the
/// page is hidden or seen again; until another is given. It is the alarm's to keep:
/// nothing here may drop what is yet to be called.
pub(crate) fn set_alarm_handler(handler: impl FnMut() + 'static) {
    on_alarm(Closure::wrap(Box::new(handler)));
}

/// The alarm rings in so many seconds and not at any time that was set before; for
/// `None` not at all.
pub(crate) fn set_alarm(seconds: Option<f64>) {
    alarm(seconds.unwrap_or(f64::INFINITY));
}
