//! How what is shown stays fresh: when feeds are asked for again, and how what
//! they bring takes the old one's place without disturbing the reader.

use crate::host::clock::set_alarm;
use crate::host::page;
use crate::ui::dom::El;
use crate::ui::newsstand::{Newsstand, Placement};
use std::rc::Rc;

impl Placement {
    /// Whether the reader is at what it shows, with pointer or focus: then that
    /// may not be taken from under their hands.
    pub(super) fn is_in_use(&self) -> bool {
        let room = self.container.borrow();
        self.state.peek().is_read()
            && room
                .as_ref()
                .is_some_and(|room| room.matches(":hover, :focus-within").unwrap_or_default())
    }

    /// Whether the reader may be looking at what it shows.
    fn is_seen(&self) -> bool {
        self.state.peek().is_read() && page::is_in_view(&self.host)
    }
}

/// The outermost part of a placement's view, which says when the reader has left
/// it and it may be filled with what was held back.
pub(crate) fn watched(room: El, placement: &Rc<Placement>) -> El {
    placement.container.replace(Some(room.node()));
    ["mouseleave", "focusout"]
        .into_iter()
        .fold(room, |room, name| {
            let placement = Rc::clone(placement);
            room.on(name, move |_| {
                // A moment later: focus that goes on inside is nowhere just now.
                if placement.is_deferred.get() {
                    set_alarm(Some(0.0));
                }
            })
        })
}

impl Newsstand {
    /// There is news of a feed: `changed` articles, or only that it has been
    /// asked again. Its `further` pages follow the first so soon that a reader
    /// would see the list change: one in view keeps what it shows, and has
    /// them from its next change on.
    pub(super) fn renew(self: &Rc<Self>, url: &str, changed: bool, further: bool) {
        for placement in &*self.placements.borrow() {
            let reads = placement.feeds.borrow().split(' ').any(|of| of == url);
            if !reads || further && placement.is_seen() {
                continue;
            }
            if !placement.needs_fill.replace(true) {
                placement.is_deferred.set(true);
            }
            // The lists share the new articles out among themselves, but for
            // those that are on a list which stays as it is for now.
            if changed && !placement.kind.is_article() && !placement.is_in_use() {
                placement.shown_keys.borrow_mut().clear();
            }
        }
        self.schedule();
        self.plan_refresh();
    }

    /// The alarm: asks for the feeds that are due, unless nobody looks, and
    /// fills what the reader has left. A page that is being left gets no further
    /// task: Firefox loses those.
    pub(super) fn on_alarm(self: &Rc<Self>) {
        self.periods(&mut |url, seconds| {
            if self.feed_sets.due(url, seconds) == Some(0.0) {
                self.feed_sets.ask_again(url);
            }
        });
        if !page::is_hidden() {
            self.schedule();
        }
        self.plan_refresh();
    }

    /// Sets the alarm to the feed that is due next; to none while the page is
    /// hidden, or if no element asks for it.
    pub(super) fn plan_refresh(&self) {
        let mut next = None;
        self.periods(&mut |url, seconds| {
            if let Some(due) = self.feed_sets.due(url, seconds) {
                next = Some(next.map_or(due, |next| due.min(next)));
            }
        });
        set_alarm(next);
    }

    /// Names every feed that some element wants again, and after how many
    /// seconds; none while nobody looks.
    fn periods(&self, name: &mut dyn FnMut(&str, f64)) {
        if page::is_hidden() {
            return;
        }
        for placement in &*self.placements.borrow() {
            let minutes = placement.config.peek().refresh;
            if let Some(minutes) = minutes {
                for url in placement.feeds.borrow().split(' ') {
                    name(url, f64::from(minutes) * 60.0);
                }
            }
        }
    }
}
