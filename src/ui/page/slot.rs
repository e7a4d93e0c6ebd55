//! `<newsrail-slot>`: a place that is kept for whatever the publisher puts
//! there. newsrail loads nothing into it.

use super::words;
use crate::host::{events, page};
use crate::ui::dom::{El, el};
use crate::ui::placement::Placement;
use crate::ui::settings::OwnSettings;
use leptos::prelude::GetUntracked;
use leptos::task::spawn_local;
use newsrail_core::config::page::Slot;
use std::rc::Rc;

/// The place under its label. Once it stands, the page is told; where nobody
/// has anything for it, which cancelling the event says, it closes.
pub(crate) fn slot(placement: &Rc<Placement>) -> El {
    let settings = Rc::new(OwnSettings::new(placement, Slot::read));
    let (of, slot) = (Rc::clone(placement), Rc::clone(&settings));
    spawn_local(async move {
        let slot = slot.peek();
        let size = slot.size_at(page::width());
        let name = slot.name.as_deref().unwrap_or_default();
        let article = page::current(of.config.get_untracked().article.as_deref());
        if !events::slot_ready(&of.host, name, size, &article) {
            // Closing a known element cannot fail.
            let _ = of.host.set_attribute("hidden", "");
        }
    });
    el!("div").live(move || {
        let slot = settings.get();
        let label = slot.label.as_deref().unwrap_or(words::LABEL);
        let mut place = el!("aside", class = "place", part = "place");
        if !label.is_empty() {
            place = place
                .attr("aria-label", label)
                .child(el!("p", class = "label", part = "label").text(label));
        }
        place.child(el!("slot"))
    })
}
