//! The page itself in the test's hand: its clock, its promises, its `fetch`.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The page's clock, in the test's hand as long as this lives: it stands still,
/// however busy the machine is, and timers of a second and more wait until it
/// is moved past their end.
pub(crate) struct Clock(());

impl Clock {
    /// Stops it.
    pub(crate) fn stopped() -> Self {
        js_sys::eval(
            "self.clock = { now: Date.now, set: setTimeout, unset: clearTimeout, at: Date.now(), held: new Map(), last: 0 };
             Date.now = () => clock.at;
             self.setTimeout = (act, time, ...given) => {
                 if (!(time >= 1000)) return clock.set.call(self, act, time, ...given);
                 clock.held.set(--clock.last, [clock.at + time, act]);
                 return clock.last;
             };
             self.clearTimeout = (timer) => clock.held.delete(timer) || clock.unset.call(self, timer)",
        )
        .expect("a clock");
        undo_later(
            "Date.now = clock.now; self.setTimeout = clock.set; self.clearTimeout = clock.unset",
        );
        Self(())
    }

    /// Moves it on by so many milliseconds.
    pub(crate) fn pass(&self, time: u32) {
        let Self(()) = self;
        js_sys::eval(&format!(
            "clock.at += {time};
             for (const [timer, [end, act]] of [...clock.held])
                 if (end <= clock.at && clock.held.delete(timer)) act()"
        ))
        .expect("time passes");
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        undo();
    }
}

/// What puts the page right again that a test has changed. A test that fails
/// drops nothing, so whatever it has left is undone before the next one.
pub(crate) fn undo_later(script: &str) {
    js_sys::eval(&format!("(self.undos ??= []).push(() => {{ {script} }})")).expect("noted");
}

/// Undoes all that is to be undone.
pub(crate) fn undo() {
    js_sys::eval("for (const act of self.undos?.splice(0) ?? []) act()").expect("undone");
}

/// Lets promises have their turns and nothing else: no timer, no event, and no
/// question of the driver's that watches the page.
pub(crate) async fn promises_settled() {
    for _ in 0..50 {
        let turn = Promise::resolve(&JsValue::NULL);
        JsFuture::from(turn).await.expect("a turn");
    }
}

/// Replaces `window.fetch` until dropped, as wrappers on host pages do.
pub(crate) struct FetchWrapper(JsValue);

/// Evaluates to the function that stands in for `fetch`.
pub(crate) fn wrap_fetch(source: &str) -> FetchWrapper {
    let window = web_sys::window().expect("a window");
    let before = js_sys::Reflect::get(&window, &"fetch".into()).expect("fetch");
    let wrapper = js_sys::eval(&format!("({source})")).expect("a function");
    js_sys::Reflect::set(&window, &"fetch".into(), &wrapper).expect("set");
    FetchWrapper(before)
}

impl Drop for FetchWrapper {
    fn drop(&mut self) {
        let window = web_sys::window().expect("a window");
        js_sys::Reflect::set(&window, &"fetch".into(), &self.0).expect("set");
    }
}
