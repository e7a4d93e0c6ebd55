//! What the elements have in common that show something of a feed in one
//! piece: what stands there while it is on the way, missing or not to be had.

use crate::ui::dom::{El, el};
use crate::ui::fresh::watched;
use crate::ui::newsstand::{Newsstand, Placement};
use crate::ui::shell::{failed, loading, notice};
use crate::ui::state::State;
use std::rc::Rc;

/// A view of a state that is none of those below.
pub(crate) type Whole = Box<dyn Fn(&State) -> Vec<El>>;

/// The state as `whole` shows it. What the publisher put inside stays until
/// then; where there is nothing, `nothing` is said, unless it is empty.
pub(crate) fn stage(
    placement: &Rc<Placement>,
    newsstand: Rc<Newsstand>,
    nothing: &'static str,
    whole: Whole,
) -> El {
    let state = placement.state.clone();
    watched(el!("div"), placement).live(move || {
        el!("div").children(match &*state.get() {
            State::Loading => vec![el!("slot"), loading()],
            State::Empty if nothing.is_empty() => vec![el!("slot")],
            State::Empty => vec![el!("slot"), notice(nothing)],
            State::Failed => failed(&newsstand),
            shown => whole(shown),
        })
    })
}
