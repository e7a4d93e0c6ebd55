//! The form that subscribes: what it asks, what is wrong, and the one POST.

use crate::config::sign_up::Form;
use crate::host::{console, events, page};
use crate::net;
use crate::outbox::is_email;
use crate::outbox::provider::{Names, Outcome, Provider, SignUp};
use crate::ui::act::Acts;
use crate::ui::dom::{El, el, focus, focus_soon};
use crate::ui::live::Live;
use crate::ui::stand::Client;
use crate::ui::words;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// Where a form stands: nothing yet, on its way, wrong, answered.
#[derive(Clone, PartialEq)]
enum Progress {
    Ready,
    NotAnEmail,
    NoTopic,
    Sending,
    Answered(Outcome),
}

/// The form. `is_open` is the button's state where it can be closed again.
pub(crate) fn form(
    client: &Rc<Client>,
    asked: &Form,
    address: &str,
    provider: Provider,
    is_open: Option<Live<bool>>,
) -> El {
    let progress = Live::new(Progress::Ready);
    let names = provider.names();
    let input = input(
        asked.field.as_deref().unwrap_or(names.email),
        progress.clone(),
    );
    let message = message(progress.clone());
    if is_open.is_some() {
        // Once the form stands on the page, the reader can type at once.
        focus_soon(input.node());
    }
    let name = asked.names.then(|| {
        el("input id=name")
            .attr("name", names.name)
            .attr("autocomplete", "name")
    });
    let trap = el("input")
        .attr("name", &provider.trap(address))
        .attr("tabindex", "-1")
        .attr("autocomplete", "off");
    let topics: Vec<_> = asked
        .topics
        .iter()
        .map(|topic| tick(names, topic))
        .collect();
    let filled = Filled {
        email: input.node(),
        name: name.as_ref().map(El::node),
        trap: trap.node(),
        topics: topics
            .iter()
            .zip(&asked.topics)
            .map(|(tick, (id, _))| (tick.node(), id.clone()))
            .collect(),
    };
    let endpoint = provider.endpoint(address);
    let submit = submit(
        client,
        asked,
        provider,
        &endpoint,
        &progress,
        filled,
        message.node(),
    );
    let close = is_open.map(|is_open| {
        el("button type=button class=close")
            .attr("aria-label", words::CLOSE)
            .on("click", move |_| is_open.set(false))
            .text("×")
    });
    let (done, sending) = (progress.clone(), progress);
    let button = el("button type=submit")
        .live_attr("aria-disabled", move || {
            (sending.get() == Progress::Sending).then_some("true")
        })
        .text(words::SUBSCRIBE);
    let name = name.map(|name| {
        el("div class=extra")
            .child(el("label for=name").text(words::NAME))
            .child(name)
    });
    let field = el("div class=field")
        .live_attr("hidden", move || {
            matches!(done.get(), Progress::Answered(outcome) if outcome.is_taken()).then_some("")
        })
        .children(close)
        .children(name)
        .children(choice(topics, &asked.topics))
        .child(el("label for=email").text(words::EMAIL))
        .child(el("div class=row").child(input).child(button))
        .child(el("p class=hidden aria-hidden=true").child(trap))
        .children(consent(asked));
    let form = el("form novalidate part=form")
        .on("submit", submit)
        .child(field)
        .child(message);
    if provider.is_native() {
        native(form, provider, &endpoint)
    } else {
        form
    }
}

/// A form that the browser itself sends, into a new tab.
fn native(form: El, provider: Provider, endpoint: &str) -> El {
    let form = form
        .attr("method", "post")
        .attr("action", endpoint)
        .attr("target", "_blank")
        .attr("rel", "noopener");
    // As Buttondown's own embedded form says of itself.
    let embed =
        (provider == Provider::Buttondown).then(|| el("input type=hidden name=embed value=1"));
    form.children(embed)
}

/// A box to tick for a topic; a single one is no choice.
fn tick(names: Names, (id, _): &(String, String)) -> El {
    let (name, value) = if names.topic.is_empty() {
        (id.as_str(), "1")
    } else {
        (names.topic, id.as_str())
    };
    el("input type=checkbox")
        .attr("name", name)
        .attr("value", value)
}

/// What can be chosen; where there is but one topic it is chosen, unseen.
fn choice(ticks: Vec<El>, topics: &[(String, String)]) -> Option<El> {
    if let [only] = ticks.as_slice() {
        let tick = only.node();
        // Setting known attributes cannot fail.
        let _ = (
            tick.set_attribute("checked", ""),
            tick.set_attribute("hidden", ""),
        );
    }
    if topics.len() < 2 {
        return ticks.into_iter().next();
    }
    let rows = ticks
        .into_iter()
        .zip(topics)
        .map(|(tick, (_, name))| el("label class=tick").child(tick).text(name));
    let rows: Vec<_> = rows.collect();
    Some(
        el("fieldset")
            .child(el("legend").text(words::TOPICS))
            .children(rows),
    )
}

/// The line that says what the reader agrees to, and the page behind it.
fn consent(asked: &Form) -> Option<El> {
    let page = asked.privacy.as_deref().and_then(page::absolute);
    if asked.consent.is_none() && page.is_none() {
        return None;
    }
    let line = el("p class=consent");
    let line = line
        .text(asked.consent.as_deref().unwrap_or_default())
        .text(" ");
    Some(line.children(page.map(|page| {
        el("a")
            .attr("href", &page)
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .text(words::PRIVACY)
    })))
}

/// The fields, to ask what they say.
struct Filled {
    email: Element,
    name: Option<Element>,
    trap: Element,
    topics: Vec<(Element, String)>,
}

impl Filled {
    fn sign_up(&self) -> SignUp {
        SignUp {
            email: said(&self.email),
            name: self.name.as_ref().map(said).unwrap_or_default(),
            topics: self
                .topics
                .iter()
                .filter(|(tick, _)| tick.unchecked_ref::<HtmlInputElement>().checked())
                .map(|(_, id)| id.clone())
                .collect(),
        }
    }
}

fn said(field: &Element) -> String {
    field
        .unchecked_ref::<HtmlInputElement>()
        .value()
        .trim()
        .to_owned()
}

fn submit(
    client: &Rc<Client>,
    asked: &Form,
    provider: Provider,
    endpoint: &str,
    progress: &Live<Progress>,
    filled: Filled,
    message: Element,
) -> impl FnMut(Event) + 'static {
    let (client, endpoint, progress) = (Rc::clone(client), endpoint.to_owned(), progress.clone());
    let field = asked.field.clone();
    let acts = Acts::default();
    move |event| {
        // One click, one POST: while one is on its way there is no second, and
        // none after one that has arrived.
        let done = match progress.now() {
            Progress::Sending => true,
            Progress::Answered(outcome) => outcome.is_taken(),
            _ => false,
        };
        let sign_up = filled.sign_up();
        let wrong = if !is_email(&sign_up.email) {
            Some(Progress::NotAnEmail)
        } else if sign_up.topics.is_empty() && !filled.topics.is_empty() {
            Some(Progress::NoTopic)
        } else if !said(&filled.trap).is_empty() {
            // Only a program fills this in.
            Some(Progress::Answered(Outcome::Refused(String::new())))
        } else {
            None
        };
        if done || acts.is_same() || wrong.is_some() || !provider.is_native() {
            event.prevent_default();
        }
        if done || acts.is_same() {
            return;
        }
        if let Some(wrong) = wrong {
            let is_topic = wrong == Progress::NoTopic;
            progress.set(wrong);
            focus(
                filled
                    .topics
                    .first()
                    .filter(|_| is_topic)
                    .map_or(&filled.email, |(tick, _)| tick),
            );
            return;
        }
        acts.begin();
        if provider.is_native() {
            // The browser sends it, after this.
            events::signed_up(&client.host, &Outcome::Sent);
            progress.set(Progress::Answered(Outcome::Sent));
            return;
        }
        progress.set(Progress::Sending);
        let (client, progress) = (Rc::clone(&client), progress.clone());
        let (endpoint, message, field) = (endpoint.clone(), message.clone(), field.clone());
        spawn_local(async move {
            let outcome = send(
                &client.host,
                provider,
                &endpoint,
                &sign_up,
                field.as_deref(),
            )
            .await;
            events::signed_up(&client.host, &outcome);
            let taken = outcome.is_taken();
            progress.set(Progress::Answered(outcome));
            if taken {
                // The field that had the focus is gone.
                focus(&message);
            }
        });
    }
}

fn input(name: &str, progress: Live<Progress>) -> El {
    let wrong = progress.clone();
    el("input id=email")
        .attr("name", name)
        .attr("type", "email")
        .attr("autocomplete", "email")
        .attr("required", "")
        .attr("aria-describedby", "message")
        .live_attr("aria-invalid", move || {
            (wrong.get() == Progress::NotAnEmail).then_some("true")
        })
        .on("input", move |_| {
            if progress.now() == Progress::NotAnEmail {
                progress.set(Progress::Ready);
            }
        })
}

/// What is said of the form, in a live region that is there from the start.
fn message(progress: Live<Progress>) -> El {
    let wrong = progress.clone();
    el("p id=message role=status tabindex=-1")
        .live_attr("class", move || match wrong.get() {
            Progress::NotAnEmail | Progress::NoTopic => Some("message wrong"),
            _ => Some("message"),
        })
        .live(move || {
            let line = el("span");
            match progress.get() {
                Progress::Ready => line,
                Progress::NotAnEmail => line.text(words::NOT_AN_EMAIL),
                Progress::NoTopic => line.text(words::NO_TOPIC),
                Progress::Sending => line.text(words::SENDING),
                Progress::Answered(outcome) => {
                    let line = line.text(words::outcome(&outcome));
                    match outcome {
                        Outcome::Refused(said) if !said.is_empty() => line.text(" ").text(&said),
                        _ => line,
                    }
                }
            }
        })
}

/// Sends it, and gives back what the answer says. Ghost takes only what brings
/// a token along that it has given out before; older ones know of none.
async fn send(
    host: &HtmlElement,
    provider: Provider,
    endpoint: &str,
    sign_up: &SignUp,
    field: Option<&str>,
) -> Outcome {
    let mut token = String::new();
    if provider == Provider::Ghost {
        let gives = endpoint.replace("send-magic-link", "integrity-token");
        if let Ok(body) = net::get(&gives, None, true).await {
            token = String::from_utf8(body.bytes).unwrap_or_default();
        }
    }
    match net::post(endpoint, &provider.letter(sign_up, field, token.trim())).await {
        Ok(answer) => provider.outcome(answer.status, &answer.body),
        Err(_) if page::is_offline() => Outcome::Offline,
        Err(error) => {
            console::failed(host, endpoint, &error.to_string());
            Outcome::Unreachable
        }
    }
}
