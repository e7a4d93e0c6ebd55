//! What the lists would show on the page that the reader goes to next.

use crate::ui::newsstand::{Newsstand, Placement, in_order};
use crate::ui::rail::content;
use js_sys::Array;
use std::rc::Rc;

/// The most lists that are chosen for another page, since the reader waits for
/// it: a slow phone takes up to 8 ms for each.
const MOST: usize = 4;

impl Newsstand {
    /// What the lists that came near the viewport first would show beside the
    /// article at `url`: elements, in the page's order, and after each its list.
    /// Without those that would not know at once. What they show now is left as it
    /// is, and nobody is told.
    pub(crate) fn beside(self: &Rc<Self>, url: &str) -> Array {
        let mut lists = Vec::new();
        for placement in &*self.placements.borrow() {
            if placement.kind.is_list() && lists.len() < MOST {
                let (host, config) = (placement.host.clone(), placement.config.clone());
                lists.push(Placement::new(
                    placement.kind,
                    host,
                    config,
                    Some(url.to_owned()),
                ));
            }
        }
        let chosen = Array::new();
        // As far as choosing goes, these are all elements of that page.
        let own = self.placements.replace(lists);
        for placement in in_order(&self.placements.borrow()) {
            if let Ok(Some((state, _))) = self.state_for(placement)
                && state.is_read()
            {
                let state = Rc::new(state);
                *placement.shown_keys.borrow_mut() = state.keys();
                chosen.push(&placement.host);
                chosen.push(&content(placement, self, &placement.config.peek(), &state).node());
            }
        }
        self.placements.replace(own);
        chosen
    }
}
