//! The way to subscribe: a button that opens a form in place, or a link.

use crate::config::Config;
use crate::host::{console, page};
use crate::outbox::provider::Provider;
use crate::ui::dom::{El, el};
use crate::ui::shell::{class, section};
use crate::ui::sign_up::form;
use crate::ui::stand::Client;
use crate::ui::words;
use leptos::prelude::{ArcRwSignal, Get, Set};
use std::rc::Rc;

/// `<newsrail-subscribe>`: a heading and the form, open.
pub(crate) fn stand_alone(client: Rc<Client>, settings: ArcRwSignal<Config>) -> El {
    el("div").live(move || {
        let config = settings.get();
        let Some(address) = address(&client, &config) else {
            return el("slot");
        };
        let provider = config.form.provider_at(&address);
        section(&config, words::SUBSCRIBE).child(match provider {
            Provider::Page => link(&address),
            _ => form(&client, &config.form, &address, provider, None),
        })
    })
}

/// The button below a list, where there is an address to subscribe at.
pub(crate) fn foot(client: Rc<Client>, settings: ArcRwSignal<Config>) -> impl Fn() -> El {
    let is_open = ArcRwSignal::new(false);
    move || {
        let config = settings.get();
        let address = config
            .subscribe
            .is_some()
            .then(|| address(&client, &config))
            .flatten();
        let Some(address) = address else {
            return el("div").attr("hidden", "");
        };
        let provider = config.form.provider_at(&address);
        let content = if provider == Provider::Page {
            link(&address)
        } else if is_open.get() {
            form(
                &client,
                &config.form,
                &address,
                provider,
                Some(is_open.clone()),
            )
        } else {
            let is_open = is_open.clone();
            el("button")
                .attr("type", "button")
                .attr("aria-expanded", "false")
                .on("click", move |_| is_open.set(true))
                .text(words::SUBSCRIBE)
        };
        el("div")
            .attr("class", &class("foot rail ", &config))
            .child(content)
    }
}

fn link(address: &str) -> El {
    el("a")
        .attr("class", "button")
        .attr("part", "subscribe")
        .attr("href", address)
        .text(words::SUBSCRIBE)
}

/// The address that takes sign-ups; a line in the console where there is none.
fn address(client: &Client, config: &Config) -> Option<String> {
    let written = config.subscribe.as_deref();
    let address = written.and_then(page::absolute);
    if address.is_none() {
        let reason = "the attribute subscribe needs an http or https address";
        console::failed(&client.host, written.unwrap_or_default(), reason);
    }
    address
}
