//! What the lists would show on the page that the reader goes to next.

use crate::ui::rail::content;
use crate::ui::stand::{Client, Stand, in_order};
use js_sys::Array;
use std::rc::Rc;

/// The most lists that are chosen for another page, since the reader waits for
/// it: a slow phone takes up to 8 ms for each.
const MOST: usize = 4;

impl Stand {
    /// What the lists that came near the viewport first would show beside the
    /// article at `url`: elements, in the page's order, and after each its list.
    /// Without those that would not know at once. What they show now is left as it
    /// is, and nobody is told.
    pub(crate) fn beside(self: &Rc<Self>, url: &str) -> Array {
        let mut lists = Vec::new();
        for client in &*self.clients.borrow() {
            if client.kind.is_list() && lists.len() < MOST {
                let (host, config) = (client.host.clone(), client.config.clone());
                lists.push(Client::new(client.kind, host, config, Some(url.to_owned())));
            }
        }
        let chosen = Array::new();
        // As far as choosing goes, these are all elements of that page.
        let own = self.clients.replace(lists);
        for client in in_order(&self.clients.borrow()) {
            if let Ok(Some((state, _))) = self.state_for(client)
                && state.is_read()
            {
                let state = Rc::new(state);
                *client.shown.borrow_mut() = state.keys();
                chosen.push(&client.host);
                chosen.push(&content(client, self, &client.config.now(), &state).node());
            }
        }
        self.clients.replace(own);
        chosen
    }
}
