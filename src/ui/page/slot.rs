//! `<newsrail-slot>`: a place that is kept for whatever the publisher puts
//! there. newsrail loads nothing into it.

use crate::host::{events, page};
use crate::ui::dom::{El, el};
use crate::ui::placement::Placement;
use crate::ui::settings::OwnSettings;
use leptos::task::spawn_local;
use newsrail_core::config::page::Slot;
use newsrail_core::texts::ADVERTISEMENT;
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
    let host = placement.host.clone();
    el!("div").live(move || {
        let slot = settings.get();
        let line = el!("p", class = "label", part = "label");
        let place = el!("aside", class = "place", part = "place");
        let place = match slot.label.as_deref() {
            Some("") => place,
            Some(label) => place.attr("aria-label", label).child(line.text(label)),
            None => place
                .says_in("aria-label", &host, ADVERTISEMENT)
                .child(line.says(&host, ADVERTISEMENT)),
        };
        place.child(el!("slot"))
    })
}
