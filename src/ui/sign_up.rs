//! The form that subscribes: what it asks, and what is said of it.

mod submit;

use crate::host::{events, page};
use crate::ui::act::Acts;
use crate::ui::dom::{El, el, focus_soon};
use crate::ui::post::Words;
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
use newsrail_core::config::sign_up::{Form, Topic};
use newsrail_core::outbox::provider::{Names, Provider};
use newsrail_core::outbox::sign_up::Outcome;
use newsrail_core::texts::{self, Text};
use std::cell::RefCell;
use std::rc::Rc;
use submit::{Filled, Submission};
use web_sys::HtmlElement;

/// Where a form stands: nothing yet, on its way, wrong, answered.
#[derive(Clone, PartialEq)]
enum Progress {
    Ready,
    NotAnEmail,
    NoTopic,
    Sending,
    /// What became of it, and what else is said to that.
    Answered(Outcome, Words),
}

/// Where a form stands.
#[derive(Clone, Copy)]
pub(crate) enum Stands {
    /// Where the page has it.
    Alone,
    /// In a list, whose button has opened it: the reader can close it again.
    InList {
        /// Whether the reader is there, so that they can type at once.
        takes_focus: bool,
    },
}

/// The form of an element, for who takes sign-ups at an address.
pub(crate) fn form(
    host: &HtmlElement,
    asked: &Form,
    address: &str,
    provider: Provider,
    stands: Stands,
) -> El {
    let progress = ArcRwSignal::new(Progress::Ready);
    let names = provider.names();
    let field_name = asked.field.as_deref().unwrap_or(names.email);
    let input = input(field_name, &progress);
    let message = message(host, progress.clone());
    let trap =
        el!("input", tabindex = "-1", autocomplete = "off").attr("name", &provider.trap(address));
    let mut filled = Filled {
        email: input.node(),
        name: None,
        trap: trap.node(),
        topics: Vec::new(),
    };

    let done = progress.clone();
    let mut field = el!("div", class = "field").live_attr("hidden", move || {
        matches!(&done.get(), Progress::Answered(outcome, _) if outcome.is_taken()).then_some("")
    });
    if let Stands::InList { takes_focus } = stands {
        let closes = host.clone();
        let close = el!("button", type = "button", class = "close")
            .says_in("aria-label", host, texts::CLOSE)
            .on("click", move |_| events::closed(&closes))
            .text("×");
        field = field.child(close);
        if takes_focus {
            focus_soon(input.node());
        }
    }
    if asked.names {
        let name = el!("input", id = "name", autocomplete = "name").attr("name", names.name);
        filled.name = Some(name.node());
        let label = el!("label", for = "name").says(host, texts::NAME_OPTIONAL);
        field = field.child(el!("div", class = "extra").child(label).child(name));
    }
    if !asked.topics.is_empty() {
        field = field.child(topics(host, asked, names, &mut filled));
    }
    let sending = progress.clone();
    let button = el!("button", type = "submit")
        .live_attr("aria-disabled", move || {
            (sending.get() == Progress::Sending).then_some("true")
        })
        .says(host, texts::SUBSCRIBE);
    field = field
        .child(el!("label", for = "email").says(host, texts::EMAIL))
        .child(el!("div", class = "row").child(input).child(button))
        .child(
            el!("p", class = "hidden")
                .attr("aria-hidden", "true")
                .child(trap),
        );
    if let Some(consent) = consent(host, asked) {
        field = field.child(consent);
    }

    let endpoint = provider.endpoint(address);
    let mut form = el!("form", novalidate, part = "form");
    if provider.is_native() {
        // One that the browser itself sends, into a new tab.
        form = form
            .attr("method", "post")
            .attr("action", &endpoint)
            .attr("target", "_blank")
            .attr("rel", "noopener");
    }
    if provider == Provider::Buttondown {
        // As its own embedded form says of itself.
        form = form.child(el!("input", type = "hidden", name = "embed", value = "1"));
    }
    let submission = Submission {
        host: host.clone(),
        provider,
        endpoint,
        field: field_name.to_owned(),
        progress,
        filled,
        message: message.node(),
        acts: Acts::default(),
        taken: RefCell::default(),
    };
    form.on("submit", Rc::new(submission).on_submit())
        .child(field)
        .child(message)
}

/// What can be chosen; where there is but one topic it is chosen, unseen.
fn topics(host: &HtmlElement, asked: &Form, names: Names, filled: &mut Filled) -> El {
    let only = asked.topics.len() == 1;
    let mut rows = el!("fieldset").child(el!("legend").says(host, texts::TOPICS));
    for Topic { id, name } in &asked.topics {
        let (field, value) = match names.topic {
            "" => (id.as_str(), "1"),
            field => (field, id.as_str()),
        };
        let tick = el!("input", type = "checkbox")
            .attr("name", field)
            .attr("value", value);
        filled.topics.push((tick.node(), id.clone()));
        if only {
            return tick.attr("checked", "").attr("hidden", "");
        }
        rows = rows.child(el!("label", class = "tick").child(tick).text(name));
    }
    rows
}

/// The line that says what the reader agrees to, and the page behind it.
fn consent(host: &HtmlElement, asked: &Form) -> Option<El> {
    let page = asked.privacy.as_deref().and_then(page::absolute);
    if asked.consent.is_none() && page.is_none() {
        return None;
    }
    let line = el!("p", class = "consent")
        .text(asked.consent.as_deref().unwrap_or_default())
        .text(" ");
    Some(match page {
        None => line,
        Some(page) => line.child(
            el!("a", target = "_blank", rel = "noopener")
                .attr("href", &page)
                .says(host, texts::PRIVACY),
        ),
    })
}

fn input(name: &str, progress: &ArcRwSignal<Progress>) -> El {
    let (wrong, typed) = (progress.clone(), progress.clone());
    el!("input", id = "email", type = "email", autocomplete = "email", required)
        .attr("aria-describedby", "message")
        .attr("name", name)
        .live_attr("aria-invalid", move || {
            (wrong.get() == Progress::NotAnEmail).then_some("true")
        })
        .on("input", move |_| {
            if typed.get_untracked() == Progress::NotAnEmail {
                typed.set(Progress::Ready);
            }
        })
}

/// What is said of the form, in a live region that is there from the start.
fn message(host: &HtmlElement, progress: ArcRwSignal<Progress>) -> El {
    let (host, wrong) = (host.clone(), progress.clone());
    el!("p", id = "message", role = "status", tabindex = "-1")
        .live_attr("class", move || match &wrong.get() {
            Progress::NotAnEmail | Progress::NoTopic => Some("message wrong"),
            _ => Some("message"),
        })
        .live(move || {
            let line = el!("span");
            match &progress.get() {
                Progress::Ready => line,
                Progress::NotAnEmail => line.says(&host, texts::EMAIL_WRONG),
                Progress::NoTopic => line.says(&host, texts::TOPICS_WRONG),
                Progress::Sending => line.says(&host, texts::SENDING),
                Progress::Answered(outcome, Words::OfServer(theirs)) => {
                    let line = line.says(&host, what_became(*outcome));
                    if theirs.is_empty() {
                        return line;
                    }
                    line.text(" ").child(el!("bdi").text(theirs))
                }
                Progress::Answered(_, Words::OfPage(theirs)) => line.child(el!("bdi").text(theirs)),
            }
        })
}

/// What is said of a sign-up that was answered: what is known, and no more than that.
fn what_became(outcome: Outcome) -> Text {
    match outcome {
        Outcome::Subscribed => texts::SIGN_UP_SUBSCRIBED,
        Outcome::CheckInbox => texts::SIGN_UP_CHECK_INBOX,
        Outcome::Sent => texts::SIGN_UP_SENT,
        Outcome::Already => texts::SIGN_UP_ALREADY,
        Outcome::Accepted => texts::SIGN_UP_ACCEPTED,
        Outcome::Refused => texts::SIGN_UP_REFUSED,
        Outcome::Unavailable => texts::SIGN_UP_UNAVAILABLE,
        Outcome::Redirected => texts::SIGN_UP_REDIRECTED,
        Outcome::Unreachable => texts::SIGN_UP_UNREACHABLE,
        Outcome::Offline => texts::SIGN_UP_OFFLINE,
    }
}
