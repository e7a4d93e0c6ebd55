//! The way to subscribe: a button that opens a form in place, or a link.

use crate::host::{console, page};
use crate::ui::dom::{El, el};
use crate::ui::live::Live;
use crate::ui::placement::Placement;
use crate::ui::shell::{class, section};
use crate::ui::sign_up::form;
use crate::ui::words;
use newsrail_core::config::Config;
use newsrail_core::outbox::provider::Provider;
use std::rc::Rc;

/// `<newsrail-subscribe>`: a heading and the form, open.
pub(crate) fn stand_alone(placement: Rc<Placement>) -> El {
    el!("div").live(move || {
        let config = placement.config.get();
        let Some(address) = address(&placement, &config) else {
            return el!("slot");
        };
        section(&config, words::SUBSCRIBE).child(match config.form.provider_at(&address) {
            Provider::Page => link(&address),
            provider => form(&placement, &config.form, &address, provider, None),
        })
    })
}

/// The button below a list, where there is an address to subscribe at.
pub(crate) fn foot(placement: Rc<Placement>) -> impl Fn() -> El {
    let is_open = Live::new(false);
    move || {
        let config = placement.config.get();
        let asked = config.subscribe.as_ref();
        let Some(address) = asked.and_then(|_| address(&placement, &config)) else {
            return el!("div", hidden);
        };
        let opens = is_open.clone();
        let content = match config.form.provider_at(&address) {
            Provider::Page => link(&address),
            provider if *is_open.get() => {
                form(&placement, &config.form, &address, provider, Some(opens))
            }
            _ => el!("button", type = "button")
                .attr("aria-expanded", "false")
                .on("click", move |_| opens.set(true))
                .text(words::SUBSCRIBE),
        };
        el!("div")
            .attr("class", &class("foot rail ", &config))
            .child(content)
    }
}

fn link(address: &str) -> El {
    el!("a", class = "button", part = "subscribe")
        .attr("href", address)
        .text(words::SUBSCRIBE)
}

/// The address that takes sign-ups; a line in the console where there is none.
fn address(placement: &Placement, config: &Config) -> Option<String> {
    let written = config.subscribe.as_deref();
    let address = written.and_then(page::absolute);
    if address.is_none() {
        let reason = "the attribute subscribe needs an http or https address";
        console::failed(&placement.host, written.unwrap_or_default(), reason);
    }
    address
}
