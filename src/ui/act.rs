//! One act, one POST: a double click, or an Enter key held down, is one act.

use js_sys::Date;
use std::cell::Cell;

/// How long what follows a submission belongs to it, in milliseconds: the
/// longest double click of the common systems.
const ONE_ACT: f64 = 500.0;

/// The submissions of one form.
#[derive(Default)]
pub(crate) struct Acts {
    last: Cell<f64>,
}

impl Acts {
    /// Whether a submission that comes now belongs to the one before it.
    pub(crate) fn is_same(&self) -> bool {
        let now = Date::now();
        // Not a comparison with what comes later: a clock may be set back.
        let same = (now - self.last.get()).abs() < ONE_ACT;
        if same {
            self.last.set(now);
        }
        same
    }

    /// Something is sent now.
    pub(crate) fn begin(&self) {
        self.last.set(Date::now());
    }
}
