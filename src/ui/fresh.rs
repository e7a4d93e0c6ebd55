//! How what is shown stays fresh: when feeds are asked for again, and how what
//! they bring takes the old one's place without disturbing the reader.

use crate::config::Kind;
use crate::host::clock::is_hidden;
use crate::ui::dom::El;
use crate::ui::stand::{Client, Stand};
use crate::ui::state::State;
use leptos::prelude::WithUntracked;
use std::rc::Rc;

impl Client {
    /// Whether the reader is at what it shows, with pointer or focus: then that
    /// may not be taken from under their hands.
    pub(super) fn is_in_use(&self) -> bool {
        let shows = |state: &State| matches!(state, State::List(..) | State::Article(..));
        let room = self.room.borrow();
        self.state.with_untracked(shows)
            && room
                .as_ref()
                .is_some_and(|room| room.matches(":hover, :focus-within").unwrap_or_default())
    }
}

/// The outermost part of a client's view, which says when the reader has left
/// it and it may be filled with what was held back.
pub(crate) fn watched(room: El, client: &Rc<Client>, stand: &Rc<Stand>) -> El {
    client.room.replace(Some(room.node()));
    ["mouseleave", "focusout"]
        .into_iter()
        .fold(room, |room, name| {
            let (client, stand) = (Rc::clone(client), Rc::clone(stand));
            room.on(name, move |_| {
                // A moment later: focus that goes on inside is nowhere just now.
                if client.held.get() {
                    stand.clock.set(Some(0.0));
                }
            })
        })
}

impl Stand {
    /// There is news of a feed: `changed` articles, or only that it has been
    /// asked again.
    pub(super) fn renew(self: &Rc<Self>, url: &str, changed: bool) {
        let clients = self.clients.borrow().clone();
        for client in clients
            .iter()
            .filter(|client| client.feeds().iter().any(|feed| feed == url))
        {
            if !client.waits.replace(true) {
                client.held.set(true);
            }
            // The lists share the new articles out among themselves, but for
            // those that are on a list which stays as it is for now.
            if changed && client.kind != Kind::Article && !client.is_in_use() {
                client.shown.borrow_mut().clear();
            }
        }
        self.fill();
        self.wind();
    }

    /// The alarm: asks for the feeds that are due, unless nobody looks, and
    /// fills what the reader has left.
    pub(super) fn ring(self: &Rc<Self>) {
        if !is_hidden() {
            for (url, seconds) in self.periods() {
                if self.libraries.due(&url, seconds) == Some(0.0) {
                    self.libraries.ask_again(&url);
                }
            }
        }
        self.schedule();
        self.wind();
    }

    /// Sets the alarm to the feed that is due next; to none while the page is
    /// hidden, or if no element asks for it.
    pub(super) fn wind(&self) {
        let due = |(url, seconds): (String, f64)| self.libraries.due(&url, seconds);
        let periods = if is_hidden() {
            Vec::new()
        } else {
            self.periods()
        };
        let next = periods.into_iter().filter_map(due).reduce(f64::min);
        self.clock.set(next);
    }

    /// Every feed that some element wants again, and after how many seconds.
    fn periods(&self) -> Vec<(String, f64)> {
        let clients = self.clients.borrow();
        let mut periods = Vec::new();
        for client in clients.iter() {
            if let Some(minutes) = client.config.borrow().refresh {
                let seconds = f64::from(minutes) * 60.0;
                periods.extend(client.feeds().into_iter().map(|url| (url, seconds)));
            }
        }
        periods
    }
}
