//! The way to subscribe: a button that opens a form in place, or a link.

use crate::config::{Config, Provider};
use crate::host::{console, events, page};
use crate::net;
use crate::outbox::{Letter, Outcome, is_email, outcome, sign_up};
use crate::ui::dom::{El, el, live};
use crate::ui::rail::Owned;
use crate::ui::stand::Client;
use crate::ui::{theme, words};
use leptos::html::Custom;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Where a form's message stands: nothing yet, on its way, wrong, answered.
#[derive(Clone, Copy, PartialEq)]
enum Progress {
    Ready,
    NotAnEmail,
    Sending,
    Answered(Outcome),
}

/// `<newsrail-subscribe>`: a heading and the form, open.
pub(crate) fn stand_alone(client: Owned<Client>, settings: ArcRwSignal<Config>) -> AnyView {
    live(move || {
        let config = settings.get();
        let Some(address) = address(client, &config) else {
            return el("slot").into_view();
        };
        let heading = config.heading.as_deref().unwrap_or(words::SUBSCRIBE);
        let section = el("section")
            .attr("class", ["rail ", theme(config.theme)].concat())
            .attr("part", "rail")
            .attr(
                "aria-label",
                if heading.is_empty() {
                    words::SUBSCRIBE
                } else {
                    heading
                },
            );
        let section = if heading.is_empty() {
            section
        } else {
            section.child(el("h2").attr("part", "heading").text(heading))
        };
        let content = match config.provider {
            Provider::Page => link(address),
            provider => form(client, address, provider, None),
        };
        section.child(content).into_view()
    })
}

/// The button below a list, where there is an address to subscribe at.
pub(crate) fn button(client: Owned<Client>, settings: ArcRwSignal<Config>) -> AnyView {
    let is_open = RwSignal::new(false);
    live(move || {
        let config = settings.get();
        let address = config
            .subscribe
            .is_some()
            .then(|| address(client, &config))
            .flatten();
        let Some(address) = address else {
            return ().into_any();
        };
        let content = if config.provider == Provider::Page {
            link(address)
        } else if is_open.get() {
            form(client, address, config.provider, Some(is_open))
        } else {
            el("button")
                .attr("type", "button")
                .attr("aria-expanded", "false")
                .on("click", move |_| is_open.set(true))
                .text(words::SUBSCRIBE)
        };
        el("div")
            .attr("class", ["foot rail ", theme(config.theme)].concat())
            .child(content)
            .into_view()
    })
}

fn link(address: String) -> El {
    el("a")
        .attr("class", "button")
        .attr("part", "subscribe")
        .attr("href", address)
        .text(words::SUBSCRIBE)
}

/// The address that takes sign-ups; a line in the console where there is none.
fn address(client: Owned<Client>, config: &Config) -> Option<String> {
    let written = config.subscribe.as_deref();
    let address = written.and_then(page::absolute);
    if address.is_none() {
        let host = client.with_value(|client| client.host.clone());
        let reason = "the attribute subscribe needs an http or https address";
        console::failed(&host, written.unwrap_or_default(), reason);
    }
    address
}

/// The form. `is_open` is the button's state where it can be closed again.
fn form(
    client: Owned<Client>,
    address: String,
    provider: Provider,
    is_open: Option<RwSignal<bool>>,
) -> El {
    let progress = RwSignal::new(Progress::Ready);
    let input = NodeRef::<Custom<&'static str>>::new();
    let answer = NodeRef::<Custom<&'static str>>::new();
    if is_open.is_some() {
        input.on_load(|input| focus(&input));
    }
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        // One click, one POST: while one is on its way there is no second.
        let Some(field) = input
            .get_untracked()
            .filter(|_| progress.get_untracked() != Progress::Sending)
        else {
            return;
        };
        let email = field.unchecked_ref::<HtmlInputElement>().value();
        let email = email.trim();
        let Some(letter) = sign_up(provider, email).filter(|_| is_email(email)) else {
            progress.set(Progress::NotAnEmail);
            focus(&field);
            return;
        };
        progress.set(Progress::Sending);
        let (address, host) = (
            address.clone(),
            client.with_value(|client| client.host.clone()),
        );
        spawn_local(async move {
            let result = send(&host, &address, &letter).await;
            events::signed_up(&host, result);
            // The form may be gone by now.
            let shown = progress.try_set(Progress::Answered(result)).is_none();
            let answer = answer.try_get_untracked().flatten();
            if let Some(answer) = answer.filter(|_| shown && result == Outcome::Accepted) {
                focus(&answer);
            }
        });
    };
    let wrong = move || progress.get() == Progress::NotAnEmail;
    let message = move || match progress.get() {
        Progress::Ready => "",
        Progress::NotAnEmail => words::NOT_AN_EMAIL,
        Progress::Sending => words::SENDING,
        Progress::Answered(outcome) => words::outcome(outcome),
    };
    let close = is_open.map(|is_open| {
        el("button")
            .attr("type", "button")
            .attr("class", "close")
            .attr("aria-label", words::CLOSE)
            .on("click", move |_| is_open.set(false))
            .text("×")
    });
    let submit_button = el("button")
        .attr("type", "submit")
        .live_attr("aria-disabled", move || {
            (progress.get() == Progress::Sending).then_some("true")
        })
        .text(words::SUBSCRIBE);
    el("form")
        .attr("novalidate", "")
        .attr("part", "form")
        .on("submit", submit)
        .child(
            el("div")
                .attr("class", "field")
                .live_attr("hidden", move || {
                    (progress.get() == Progress::Answered(Outcome::Accepted)).then_some("")
                })
                .child(el("label").attr("for", "email").text(words::EMAIL))
                .children(close)
                .child(
                    el("div")
                        .attr("class", "row")
                        .child(field(input, progress))
                        .child(submit_button),
                ),
        )
        .child(
            el("p")
                .known_as(answer)
                .attr("id", "message")
                .live_attr("class", move || {
                    Some(if wrong() { "message wrong" } else { "message" })
                })
                .attr("role", "status")
                .attr("tabindex", "-1")
                .view(live(move || message().into_any())),
        )
}

fn field(input: NodeRef<Custom<&'static str>>, progress: RwSignal<Progress>) -> El {
    el("input")
        .known_as(input)
        .attr("id", "email")
        .attr("name", "email")
        .attr("type", "email")
        .attr("autocomplete", "email")
        .attr("required", "")
        .attr("aria-describedby", "message")
        .live_attr("aria-invalid", move || {
            (progress.get() == Progress::NotAnEmail).then_some("true")
        })
        .on("input", move |_| {
            if progress.get_untracked() == Progress::NotAnEmail {
                progress.set(Progress::Ready);
            }
        })
}

async fn send(host: &HtmlElement, address: &str, letter: &Letter) -> Outcome {
    match net::post(address, letter).await {
        Ok(status) => outcome(status),
        Err(_) if page::is_offline() => Outcome::Offline,
        Err(error) => {
            console::failed(host, address, &error.to_string());
            Outcome::Unreachable
        }
    }
}

fn focus(element: &Element) {
    // Failing to move the focus is no reason to fail.
    drop(element.unchecked_ref::<HtmlElement>().focus());
}
