//! `<newsrail-share>`: ways to hand on the page's address, as plain links.

use crate::host::device::{self, Shelf};
use crate::host::{events, page};
use crate::ui::dom::{El, el, focus_soon};
use crate::ui::placement::Placement;
use crate::ui::rc_signal::RcSignal;
use crate::ui::settings::OwnSettings;
use crate::ui::shell::section;
use leptos::prelude::{ArcRwSignal, Get, Set};
use leptos::task::spawn_local;
use newsrail_core::config::Config;
use newsrail_core::config::page::networks;
use newsrail_core::outbox::share::{Network, server};
use newsrail_core::texts::{self, Text};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// Where the reader's Mastodon server is kept, once they have named it.
const SERVER: &str = "newsrail-mastodon";

/// What stands below the ways.
#[derive(Clone, PartialEq)]
enum Below {
    Nothing,
    Copied,
    /// The clipboard may not be written: the address itself, to copy by hand.
    Address,
    /// With what was entered instead of one, if anything was.
    AskServer(Option<String>),
    /// The server that is known was used; there may be another.
    UsedServer,
}

/// What is shared.
struct Shared {
    url: String,
    title: String,
}

/// The ways to share, and below them what came of the last one.
pub(crate) fn share(placement: Rc<Placement>) -> El {
    let below = ArcRwSignal::new(Below::Nothing);
    let said = below.clone();
    let (host, at) = (placement.host.clone(), placement.config.clone());
    let named = OwnSettings::new(&placement, networks);
    let ways = move || {
        let config = placement.config.get();
        let mut ways = el!("ul", class = "ways", part = "list", role = "list");
        for way in &*named.get() {
            if *way != Network::Sheet || device::has_sheet() {
                let way = entry(WayProps {
                    way: *way,
                    host: placement.host.clone(),
                    config: Rc::clone(&config),
                    below: below.clone(),
                });
                ways = ways.child(el!("li").child(way));
            }
        }
        section(&placement.host, &config, texts::SHARE).child(ways)
    };
    let result =
        el!("div", class = "below", role = "status").live(move || after(&host, &at, &said));
    el!("div").live(ways).child(result)
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

/// A way to share.
struct WayProps {
    way: Network,
    /// The element that it is in.
    host: HtmlElement,
    /// What that is set to.
    config: Rc<Config>,
    /// What stands below the ways.
    below: ArcRwSignal<Below>,
}

/// The link or the button of a way.
fn entry(props: WayProps) -> El {
    let WayProps {
        way,
        host,
        config,
        below,
    } = props;
    let known = device::kept(Shelf::Device, SERVER);
    let Shared { url, title } = shared(&config);
    let address = way.address(&url, &title, &known);
    let made = match &address {
        Some(address) => link(way, address),
        None => el!("button", type = "button", class = "button", part = "way"),
    };
    let node = made.node();
    let made = match own_name(way) {
        Some(name) => made.says(&host, name),
        None => made.text(way.name()),
    };
    made.on("click", move |event| {
        // What a page calls itself may have changed since.
        let Shared { url, title } = shared(&config);
        if !events::shared(&host, way.word(), &url) {
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
                let known = device::kept(Shelf::Device, SERVER);
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
                        below.set(Below::AskServer(None));
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

/// What a way of the device itself is called.
fn own_name(way: Network) -> Option<Text> {
    match way {
        Network::Sheet => Some(texts::SHARE_SHEET),
        Network::Copy => Some(texts::SHARE_COPY),
        Network::Email => Some(texts::SHARE_EMAIL),
        _ => None,
    }
}

/// A link in a tab of its own, but for an e-mail, which opens none.
fn link(way: Network, address: &str) -> El {
    let link = if way == Network::Email {
        el!("a", class = "button", part = "way")
    } else {
        el!(
            "a",
            class = "button",
            part = "way",
            target = "_blank",
            rel = "noopener"
        )
    };
    link.attr("href", address)
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

/// What came of the last way that was chosen.
fn after(host: &HtmlElement, settings: &RcSignal<Config>, below: &ArcRwSignal<Below>) -> El {
    let line = el!("p", class = "message");
    match &below.get() {
        Below::Nothing => el!("div"),
        Below::Copied => line.says(host, texts::SHARE_COPIED),
        Below::Address => {
            let field = el!("input", readonly)
                .says_in("aria-label", host, texts::SHARE_BY_HAND)
                .attr("value", &shared(&settings.get_untracked()).url);
            let node = field.node();
            focus_soon(node.clone());
            let field = field.on("focus", move |_| {
                node.unchecked_ref::<HtmlInputElement>().select();
            });
            let line = line.says(host, texts::SHARE_BY_HAND);
            el!("div").child(line).child(field)
        }
        Below::UsedServer => {
            let below = below.clone();
            let other = el!("button", type = "button", class = "quiet")
                .says(host, texts::SHARE_OTHER_SERVER);
            line.child(other.on("click", move |_| {
                device::keep(Shelf::Device, SERVER, "");
                below.set(Below::AskServer(None));
            }))
        }
        Below::AskServer(entered) => ask_server(ServerProps {
            host,
            settings: settings.clone(),
            below: below.clone(),
            entered: entered.as_deref(),
        }),
    }
}

/// A question for the reader's Mastodon server.
struct ServerProps<'s> {
    /// The element that it is in.
    host: &'s HtmlElement,
    /// What the element is set to.
    settings: RcSignal<Config>,
    /// What stands below the ways.
    below: ArcRwSignal<Below>,
    /// What was entered that is no server.
    entered: Option<&'s str>,
}

/// Asks for the reader's Mastodon server, once, or again where what they have
/// entered is none.
fn ask_server(props: ServerProps<'_>) -> El {
    let ServerProps {
        host: element,
        settings,
        below,
        entered,
    } = props;
    let mut field = el!(
        "input",
        id = "server",
        inputmode = "url",
        autocapitalize = "none",
        spellcheck = "false"
    )
    .attr("aria-describedby", "message");
    let mut message = el!("p", id = "message", class = "message");
    if let Some(entered) = entered {
        field = field.attr("value", entered).attr("aria-invalid", "true");
        message = message
            .attr("class", "message wrong")
            .says(element, texts::SHARE_SERVER_WRONG);
    }
    let node = field.node();
    focus_soon(node.clone());
    let submit = move |event: Event| {
        event.prevent_default();
        let entered = node.unchecked_ref::<HtmlInputElement>().value();
        let Some(host) = server(&entered) else {
            below.set(Below::AskServer(Some(entered)));
            return;
        };
        device::keep(Shelf::Device, SERVER, &host);
        let config = settings.get_untracked();
        let Shared { url, title } = shared(&config);
        if let Some(address) = Network::Mastodon.address(&url, &title, &host) {
            open(&address);
        }
        below.set(Below::UsedServer);
        // The button becomes a link.
        settings.set(config);
    };
    let button = el!("button", type = "submit").says(element, texts::SHARE);
    el!("form", novalidate)
        .on("submit", submit)
        .child(el!("label", for = "server").says(element, texts::SHARE_SERVER))
        .child(el!("div", class = "row").child(field).child(button))
        .child(message)
}
