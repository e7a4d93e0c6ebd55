//! `<newsrail-share>`: ways to hand on the page's address, as plain links.

use super::words;
use crate::config::Config;
use crate::host::device::{self, Shelf};
use crate::host::{events, page};
use crate::outbox::share::{Network, server};
use crate::ui::dom::{El, el, focus};
use crate::ui::live::Live;
use crate::ui::shell::section;
use crate::ui::stand::Client;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// Where the reader's Mastodon server is kept, once they have named it.
const SERVER: &str = "newsrail-mastodon";

/// What stands below the ways.
#[derive(Clone, PartialEq)]
enum Below {
    Nothing,
    Copied,
    /// The clipboard may not be written: the address itself, to copy by hand.
    Address,
    AskServer,
    /// What was entered instead of one.
    NotAServer(String),
    /// The server that is known was used; there may be another.
    UsedServer,
}

/// What is shared.
struct Shared {
    url: String,
    title: String,
}

/// The ways to share, and below them what came of the last one.
pub(crate) fn share(client: Rc<Client>) -> El {
    let below = Live::new(Below::Nothing);
    let said = below.clone();
    let at = client.config.clone();
    el("div")
        .live(move || {
            let config = client.config.get();
            let ways = config.page.networks.iter().copied();
            let ways = ways
                .filter(|way| *way != Network::Sheet || device::has_sheet())
                .map(|way| el("li").child(entry(way, &client, &config, &below)));
            section(&config, words::SHARE).child(
                el("ul")
                    .attr("class", "ways")
                    .attr("part", "list")
                    .attr("role", "list")
                    .children(ways),
            )
        })
        .child(
            el("div")
                .attr("class", "below")
                .attr("role", "status")
                .live(move || after(&at, &said)),
        )
}

/// The article that the attribute names by its address, else the page itself.
fn shared(config: &Config) -> Shared {
    let named = config
        .article
        .as_deref()
        .filter(|named| named.contains('/'));
    Shared {
        url: page::current(named).urls.pop().unwrap_or_default(),
        title: page::article().title,
    }
}

fn entry(way: Network, client: &Rc<Client>, config: &Rc<Config>, below: &Live<Below>) -> El {
    let (client, config, below) = (Rc::clone(client), Rc::clone(config), below.clone());
    let known = device::kept(Shelf::Device, SERVER).unwrap_or_default();
    let Shared { url, title } = shared(&config);
    let address = way.address(&url, &title, &known);
    let made = match &address {
        Some(address) => link(way, address),
        None => el("button").attr("type", "button"),
    };
    let node = made.node();
    made.attr("class", "button")
        .attr("part", "way")
        .text(words::network(way))
        .on("click", move |event| {
            // What a page calls itself may have changed since.
            let Shared { url, title } = shared(&config);
            if !events::shared(&client.host, way.word(), &url) {
                event.prevent_default();
                return;
            }
            match way {
                Network::Sheet => device::open_sheet(&url, &title),
                Network::Copy => {
                    let below = below.clone();
                    spawn_local(async move {
                        let copied = device::copy(&url).await;
                        below.set(if copied {
                            Below::Copied
                        } else {
                            Below::Address
                        });
                    });
                }
                Network::Mastodon => {
                    let known = device::kept(Shelf::Device, SERVER).unwrap_or_default();
                    match way.address(&url, &title, &known) {
                        Some(address) if node.local_name() == "a" => {
                            set_href(&node, &address);
                            below.set(Below::UsedServer);
                        }
                        Some(address) => {
                            open(&address);
                            below.set(Below::UsedServer);
                        }
                        None => {
                            event.prevent_default();
                            below.set(Below::AskServer);
                        }
                    }
                }
                _ => {
                    if let Some(address) = way.address(&url, &title, "") {
                        set_href(&node, &address);
                    }
                    below.set(Below::Nothing);
                }
            }
        })
}

/// A link in a tab of its own, but for an e-mail, which opens none.
fn link(way: Network, address: &str) -> El {
    let link = el("a").attr("href", address);
    if way == Network::Email {
        link
    } else {
        link.attr("target", "_blank").attr("rel", "noopener")
    }
}

/// A link's address may still change when it is followed: that comes after.
fn set_href(node: &Element, address: &str) {
    // Setting a known attribute cannot fail.
    let _ = node.set_attribute("href", address);
}

fn open(address: &str) {
    if let Some(window) = web_sys::window() {
        // Where the browser forbids it, the next click is on a link.
        drop(window.open_with_url_and_target_and_features(address, "_blank", "noopener"));
    }
}

fn after(settings: &Live<Rc<Config>>, below: &Live<Below>) -> El {
    let line = |text: &str| el("p").attr("class", "message").text(text);
    match below.get() {
        Below::Nothing => el("div"),
        Below::Copied => line(words::COPIED),
        Below::Address => {
            let field = el("input")
                .attr("readonly", "")
                .attr("aria-label", words::COPY_IT_YOURSELF)
                .attr("value", &shared(&settings.now()).url);
            let node = field.node();
            spawn_local(async move {
                focus(&node);
                node.unchecked_ref::<HtmlInputElement>().select();
            });
            el("div").child(line(words::COPY_IT_YOURSELF)).child(field)
        }
        Below::UsedServer => {
            let below = below.clone();
            el("p").attr("class", "message").child(
                el("button")
                    .attr("type", "button")
                    .attr("class", "quiet")
                    .on("click", move |_| {
                        device::forget(Shelf::Device, SERVER);
                        below.set(Below::AskServer);
                    })
                    .text(words::OTHER_SERVER),
            )
        }
        Below::AskServer => ask_server(settings, below, None),
        Below::NotAServer(entered) => ask_server(settings, below, Some(&entered)),
    }
}

/// Asks for the reader's Mastodon server; it is asked for once.
fn ask_server(settings: &Live<Rc<Config>>, below: &Live<Below>, entered: Option<&str>) -> El {
    let wrong = entered.is_some();
    let field = el("input")
        .attr("id", "server")
        .attr("inputmode", "url")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("value", entered.unwrap_or_default())
        .attr("aria-describedby", "message");
    let field = if wrong {
        field.attr("aria-invalid", "true")
    } else {
        field
    };
    let node = field.node();
    let first = node.clone();
    spawn_local(async move { focus(&first) });
    let message = el("p")
        .attr("id", "message")
        .attr("class", if wrong { "message wrong" } else { "message" })
        .text(if wrong { words::NOT_A_SERVER } else { "" });
    let (settings, below) = (settings.clone(), below.clone());
    let submit = move |event: Event| {
        event.prevent_default();
        let entered = node.unchecked_ref::<HtmlInputElement>().value();
        let Some(host) = server(&entered) else {
            below.set(Below::NotAServer(entered));
            return;
        };
        device::keep(Shelf::Device, SERVER, &host);
        let config = settings.now();
        let Shared { url, title } = shared(&config);
        if let Some(address) = Network::Mastodon.address(&url, &title, &host) {
            open(&address);
        }
        below.set(Below::UsedServer);
        // The button becomes a link.
        settings.set(config);
    };
    el("form")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(el("label").attr("for", "server").text(words::SERVER))
        .child(
            el("div")
                .attr("class", "row")
                .child(field)
                .child(el("button").attr("type", "submit").text(words::SHARE)),
        )
        .child(message)
}
