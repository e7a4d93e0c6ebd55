//! How what is shown stays fresh: when feeds are asked for again, and how what
//! they bring takes the old one's place without disturbing the reader.

use crate::host::clock::set_alarm;
use crate::host::page;
use crate::ui::feed_set::FeedSets;
use crate::ui::placement::Placement;
use crate::ui::source::News;
use newsrail_core::choose::Wanted;
use std::rc::Rc;

/// Marks the elements that there is news for, so that they are filled again.
///
/// The further pages of a feed follow the first so soon that a reader would see
/// the list change: one in view keeps what it shows, and has them from its next
/// change on.
pub(super) fn mark(placements: &[Rc<Placement>], of: &Wanted, news: News) {
    for placement in placements {
        let reads = placement.reads.borrow().contains(of);
        if !reads || news == News::FurtherPages && placement.is_seen() {
            continue;
        }
        if !placement.needs_fill.replace(true) {
            placement.is_deferred.set(true);
        }
        // The lists share the new articles out among themselves, but for those
        // that are on a list which stays as it is for now.
        if news != News::Unchanged && !placement.kind.is_article() && !placement.is_in_use() {
            placement.shown_keys.borrow_mut().clear();
        }
    }
}

/// Asks for the feeds that are due.
pub(super) fn ask_due(placements: &[Rc<Placement>], feed_sets: &FeedSets) {
    periods(placements, &mut |of, seconds| {
        if feed_sets.due(of, seconds) == Some(0.0) {
            feed_sets.ask_again(of);
        }
    });
}

/// Sets the alarm to the feed that is due next; to none while the page is hidden,
/// or if no element asks for it.
pub(super) fn plan(placements: &[Rc<Placement>], feed_sets: &FeedSets) {
    let mut next = None;
    periods(placements, &mut |of, seconds| {
        if let Some(due) = feed_sets.due(of, seconds) {
            next = Some(next.map_or(due, |next| due.min(next)));
        }
    });
    set_alarm(next);
}

/// Names what some element wants again, and after how many seconds; nothing while
/// nobody looks.
fn periods(placements: &[Rc<Placement>], name: &mut dyn FnMut(&Wanted, f64)) {
    if page::is_hidden() {
        return;
    }
    for placement in placements {
        if let Some(minutes) = placement.config.get_untracked().refresh {
            for of in &*placement.reads.borrow() {
                name(of, f64::from(minutes) * 60.0);
            }
        }
    }
}
