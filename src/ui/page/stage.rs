//! What the elements have in common that show something of a feed in one
//! piece: what stands there while it is on the way, missing or not to be had.

use crate::ui::dom::{El, el};
use crate::ui::placement::{Placement, Retry, watched};
use crate::ui::shell::{failed, loading, notice};
use newsrail_core::choose::State;
use newsrail_core::texts::Text;
use std::rc::Rc;

/// The view of a state that has something to show.
pub(crate) type Whole = Box<dyn Fn(&State) -> Vec<El>>;

/// An element that shows something in one piece.
pub(crate) struct StageProps<'s> {
    /// The element.
    pub(crate) placement: &'s Rc<Placement>,
    /// Where its feed could not be had: tries again.
    pub(crate) retry: Retry,
    /// What is said where there is nothing to show, if anything.
    pub(crate) nothing: Option<Text>,
    /// What is there to show.
    pub(crate) whole: Whole,
}

/// The state as `whole` shows it. What the publisher put inside stays until
/// then.
pub(crate) fn stage(props: StageProps<'_>) -> El {
    let StageProps {
        placement,
        retry,
        nothing,
        whole,
    } = props;
    let (host, state) = (placement.host.clone(), placement.state.clone());
    watched(el!("div"), placement).live(move || {
        el!("div").children(match &*state.get() {
            State::Loading => vec![el!("slot"), loading(&host)],
            State::Empty => match nothing {
                Some(nothing) => vec![el!("slot"), notice(&host, nothing)],
                None => vec![el!("slot")],
            },
            State::Failed => failed(&host, Rc::clone(&retry)),
            shown => whole(shown),
        })
    })
}
