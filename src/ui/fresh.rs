//! How what is shown stays fresh: when feeds are asked for again, and how what
//! they bring takes the old one's place without disturbing the reader.

use crate::host::clock::set_alarm;
use crate::host::page;
use crate::ui::dom::El;
use crate::ui::stand::{Client, Stand};
use newsrail_core::text::scan::parts;
use std::rc::Rc;

impl Client {
    /// Whether the reader is at what it shows, with pointer or focus: then that
    /// may not be taken from under their hands.
    pub(super) fn is_in_use(&self) -> bool {
        let room = self.room.borrow();
        self.state.now().is_read()
            && room
                .as_ref()
                .is_some_and(|room| room.matches(":hover, :focus-within").unwrap_or_default())
    }

    /// Whether the reader may be looking at what it shows.
    fn is_seen(&self) -> bool {
        self.state.now().is_read() && page::is_in_view(&self.host)
    }
}

/// The outermost part of a client's view, which says when the reader has left
/// it and it may be filled with what was held back.
pub(crate) fn watched(room: El, client: &Rc<Client>) -> El {
    client.room.replace(Some(room.node()));
    ["mouseleave", "focusout"]
        .into_iter()
        .fold(room, |room, name| {
            let client = Rc::clone(client);
            room.on(name, move |_| {
                // A moment later: focus that goes on inside is nowhere just now.
                if client.held.get() {
                    set_alarm(Some(0.0));
                }
            })
        })
}

impl Stand {
    /// There is news of a feed: `changed` articles, or only that it has been
    /// asked again. Its `further` pages follow the first so soon that a reader
    /// would see the list change: one in view keeps what it shows, and has
    /// them from its next change on.
    pub(super) fn renew(self: &Rc<Self>, url: &str, changed: bool, further: bool) {
        for client in &*self.clients.borrow() {
            let reads = parts(&client.feeds.borrow(), b" ").any(|of| of == url);
            if !reads || further && client.is_seen() {
                continue;
            }
            if !client.waits.replace(true) {
                client.held.set(true);
            }
            // The lists share the new articles out among themselves, but for
            // those that are on a list which stays as it is for now.
            if changed && !client.kind.is_article() && !client.is_in_use() {
                client.shown.borrow_mut().clear();
            }
        }
        self.schedule();
        self.wind();
    }

    /// The alarm: asks for the feeds that are due, unless nobody looks, and
    /// fills what the reader has left. A page that is being left gets no further
    /// task: Firefox loses those.
    pub(super) fn ring(self: &Rc<Self>) {
        self.periods(&mut |url, seconds| {
            if self.libraries.due(url, seconds) == Some(0.0) {
                self.libraries.ask_again(url);
            }
        });
        if !page::is_hidden() {
            self.schedule();
        }
        self.wind();
    }

    /// Sets the alarm to the feed that is due next; to none while the page is
    /// hidden, or if no element asks for it.
    pub(super) fn wind(&self) {
        let mut next = None;
        self.periods(&mut |url, seconds| {
            if let Some(due) = self.libraries.due(url, seconds) {
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
        for client in &*self.clients.borrow() {
            let minutes = client.config.now().refresh;
            if let Some(minutes) = minutes {
                for url in parts(&client.feeds.borrow(), b" ") {
                    name(url, f64::from(minutes) * 60.0);
                }
            }
        }
    }
}
