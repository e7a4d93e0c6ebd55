//! The way to subscribe: a button that opens a form in place, or a link.

use crate::config::{Config, Provider};
use crate::host::{console, events, page};
use crate::net;
use crate::outbox::{Letter, Outcome, is_email, outcome, sign_up};
use crate::ui::dom::{El, el, focus};
use crate::ui::shell::{class, section};
use crate::ui::stand::Client;
use crate::ui::words;
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Where a form stands: nothing yet, on its way, wrong, answered.
#[derive(Clone, Copy, PartialEq)]
enum Progress {
    Ready,
    NotAnEmail,
    Sending,
    Answered(Outcome),
}

/// `<newsrail-subscribe>`: a heading and the form, open.
pub(crate) fn stand_alone(client: Rc<Client>, settings: ArcRwSignal<Config>) -> El {
    el("div").live(move || {
        let config = settings.get();
        let Some(address) = address(&client, &config) else {
            return el("slot");
        };
        section(&config, words::SUBSCRIBE).child(match config.provider {
            Provider::Page => link(&address),
            provider => form(&client, address, provider, None),
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
        let content = if config.provider == Provider::Page {
            link(&address)
        } else if is_open.get() {
            form(&client, address, config.provider, Some(is_open.clone()))
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

/// The form. `is_open` is the button's state where it can be closed again.
fn form(
    client: &Rc<Client>,
    address: String,
    provider: Provider,
    is_open: Option<ArcRwSignal<bool>>,
) -> El {
    let progress = ArcRwSignal::new(Progress::Ready);
    let input = input(progress.clone());
    let message = message(progress.clone());
    if is_open.is_some() {
        // Once the form stands on the page, the reader can type at once.
        let input = input.node();
        spawn_local(async move { focus(&input) });
    }
    let submit = {
        let (client, progress) = (Rc::clone(client), progress.clone());
        let (input, message) = (input.node(), message.node());
        move |event: web_sys::Event| {
            event.prevent_default();
            // One click, one POST: while one is on its way there is no second.
            if progress.get_untracked() == Progress::Sending {
                return;
            }
            let email = input.unchecked_ref::<HtmlInputElement>().value();
            let email = email.trim();
            let Some(letter) = sign_up(provider, email).filter(|_| is_email(email)) else {
                progress.set(Progress::NotAnEmail);
                focus(&input);
                return;
            };
            progress.set(Progress::Sending);
            let (client, progress) = (Rc::clone(&client), progress.clone());
            let (address, message) = (address.clone(), message.clone());
            spawn_local(async move {
                let result = send(&client.host, &address, &letter).await;
                events::signed_up(&client.host, result);
                progress.set(Progress::Answered(result));
                if result == Outcome::Accepted {
                    // The field that had the focus is gone.
                    focus(&message);
                }
            });
        }
    };
    let close = is_open.map(|is_open| {
        el("button")
            .attr("type", "button")
            .attr("class", "close")
            .attr("aria-label", words::CLOSE)
            .on("click", move |_| is_open.set(false))
            .text("×")
    });
    let (done, sending) = (progress.clone(), progress);
    let button = el("button")
        .attr("type", "submit")
        .live_attr("aria-disabled", move || {
            (sending.get() == Progress::Sending).then_some("true")
        })
        .text(words::SUBSCRIBE);
    let field = el("div")
        .attr("class", "field")
        .live_attr("hidden", move || {
            (done.get() == Progress::Answered(Outcome::Accepted)).then_some("")
        })
        .child(el("label").attr("for", "email").text(words::EMAIL))
        .children(close)
        .child(el("div").attr("class", "row").child(input).child(button));
    el("form")
        .attr("novalidate", "")
        .attr("part", "form")
        .on("submit", submit)
        .child(field)
        .child(message)
}

fn input(progress: ArcRwSignal<Progress>) -> El {
    let wrong = progress.clone();
    el("input")
        .attr("id", "email")
        .attr("name", "email")
        .attr("type", "email")
        .attr("autocomplete", "email")
        .attr("required", "")
        .attr("aria-describedby", "message")
        .live_attr("aria-invalid", move || {
            (wrong.get() == Progress::NotAnEmail).then_some("true")
        })
        .on("input", move |_| {
            if progress.get_untracked() == Progress::NotAnEmail {
                progress.set(Progress::Ready);
            }
        })
}

/// What is said of the form, in a live region that is there from the start.
fn message(progress: ArcRwSignal<Progress>) -> El {
    let wrong = progress.clone();
    el("p")
        .attr("id", "message")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .live_attr("class", move || match wrong.get() {
            Progress::NotAnEmail => Some("message wrong"),
            _ => Some("message"),
        })
        .live(move || {
            el("span").text(match progress.get() {
                Progress::Ready => "",
                Progress::NotAnEmail => words::NOT_AN_EMAIL,
                Progress::Sending => words::SENDING,
                Progress::Answered(result) => words::outcome(result),
            })
        })
}

async fn send(host: &HtmlElement, address: &str, letter: &Letter) -> Outcome {
    match net::post(address, letter).await {
        Ok(answer) => outcome(answer.status),
        Err(_) if page::is_offline() => Outcome::Offline,
        Err(error) => {
            console::failed(host, address, &error.to_string());
            Outcome::Unreachable
        }
    }
}
