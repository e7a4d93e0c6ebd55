//! What the lists would show on the page that the reader goes to next.

use crate::ui::newsstand::{Newsstand, in_order};
use crate::ui::placement::Placement;
use crate::ui::rail::{ContentProps, content};
use js_sys::Array;

/// The most lists that are chosen for another page, since the reader waits for
/// it: a slow phone takes up to 8 ms for each.
const MOST: usize = 4;

/// What the lists that came near the viewport first would show beside the
/// article at `url`: elements, in the page's order, and after each its list.
/// Without those that would not know at once. What they show now is left as it
/// is, and nobody is told.
pub(crate) fn beside(newsstand: &'static Newsstand, url: &str) -> Array {
    let mut lists = newsstand.placements();
    lists.retain(|placement| placement.kind.is_list());
    lists.truncate(MOST);
    // As far as choosing goes, these are all elements of that page.
    for list in &mut lists {
        let (host, config) = (list.host.clone(), list.config.clone());
        *list = Placement::new(list.kind, host, config, Some(url.to_owned()));
    }
    let chosen = Array::new();
    for placement in in_order(&lists) {
        if let Ok(Some((state, _))) = newsstand.choose(placement, &lists)
            && state.is_read()
        {
            *placement.shown_keys.borrow_mut() = state.keys();
            chosen.push(&placement.host);
            let list = content(&ContentProps {
                placement,
                config: &placement.config.get_untracked(),
                state: &state,
                retry: &newsstand.retry(),
            });
            chosen.push(&list.node());
        }
    }
    chosen
}
