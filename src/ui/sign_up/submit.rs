//! What happens when the form is sent: what is wrong is said, and what is right
//! is one POST, unless the page takes it upon itself.

use super::Progress;
use crate::host::events;
use crate::host::offer::Taken;
use crate::net::ask;
use crate::ui::act::Acts;
use crate::ui::dom::focus;
use crate::ui::post::{Lost, Words, post};
use leptos::prelude::{ArcRwSignal, GetUntracked, Set};
use leptos::task::spawn_local;
use newsrail_core::outbox::is_email;
use newsrail_core::outbox::provider::Provider;
use newsrail_core::outbox::sign_up::{Outcome, SignUp};
use newsrail_core::outbox::wire::sign_up::{outcome, request_body, token_url};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// The fields, to ask what they say.
pub(super) struct Filled {
    pub(super) email: Element,
    pub(super) name: Option<Element>,
    pub(super) trap: Element,
    /// Boxes to tick, and what is chosen by each.
    pub(super) topics: Vec<(Element, String)>,
}

/// A form that can be sent.
pub(super) struct Submission {
    pub(super) host: HtmlElement,
    pub(super) provider: Provider,
    pub(super) endpoint: String,
    /// What the address is called.
    pub(super) field: String,
    pub(super) progress: ArcRwSignal<Progress>,
    pub(super) filled: Filled,
    pub(super) message: Element,
    pub(super) acts: Acts,
    /// What the page has taken upon itself and not yet answered.
    pub(super) taken: RefCell<Option<Taken>>,
}

impl Filled {
    fn wrong(&self, sign_up: &SignUp) -> Option<Progress> {
        if !is_email(&sign_up.email) {
            Some(Progress::NotAnEmail)
        } else if sign_up.topics.is_empty() && !self.topics.is_empty() {
            Some(Progress::NoTopic)
        } else if !value(&self.trap).is_empty() {
            // Only a program fills this in.
            Some(Progress::Answered(Outcome::Refused, Words::none()))
        } else {
            None
        }
    }
}

fn value(field: &Element) -> String {
    let value = field.unchecked_ref::<HtmlInputElement>().value();
    value.trim_ascii().to_owned()
}

impl Submission {
    pub(super) fn on_submit(self: Rc<Self>) -> impl FnMut(Event) + 'static {
        move |event| self.submit(&event)
    }

    fn submit(self: &Rc<Self>, event: &Event) {
        // One click, one POST: while one is on its way there is no second, and
        // none after one that has arrived.
        let done = match &self.progress.get_untracked() {
            Progress::Sending => true,
            Progress::Answered(outcome, _) => outcome.is_taken(),
            _ => false,
        } || self.acts.is_same();
        let sign_up = self.sign_up();
        let wrong = self.filled.wrong(&sign_up);
        let is_native = self.provider.is_native();
        if done || wrong.is_some() || !is_native {
            event.prevent_default();
        }
        if done {
            return;
        }
        if let Some(wrong) = wrong {
            let first = self.filled.topics.first();
            match first.filter(|_| wrong == Progress::NoTopic) {
                Some((tick, _)) => focus(tick),
                None => focus(&self.filled.email),
            }
            self.progress.set(wrong);
            return;
        }
        self.acts.begin();
        if let Some(taken) = events::signing_up(&self.host, &sign_up) {
            event.prevent_default();
            self.wait_for(taken);
            return;
        }
        if is_native {
            // The browser sends it, after this.
            self.answered(Outcome::Sent, Words::none());
            return;
        }
        self.progress.set(Progress::Sending);
        let submission = Rc::clone(self);
        spawn_local(async move {
            let (outcome, words) = submission.send(&sign_up).await;
            submission.answered(outcome, words);
            submission.leave_fields(outcome);
        });
    }

    /// Waits until the page says what became of what it has taken upon itself, or the
    /// form is gone.
    fn wait_for(self: &Rc<Self>, taken: Taken) {
        self.progress.set(Progress::Sending);
        let (answer, form) = (taken.answer(), Rc::downgrade(self));
        self.taken.replace(Some(taken));
        spawn_local(async move {
            let (code, words) = answer.await;
            if let Some(submission) = form.upgrade() {
                submission.taken.take();
                let outcome = Outcome::of(&code).unwrap_or(Outcome::Unreachable);
                submission.answered(outcome, Words::of_page(words));
                submission.leave_fields(outcome);
            }
        });
    }

    /// Moves the focus where the field that had it is gone.
    fn leave_fields(&self, outcome: Outcome) {
        if outcome.is_taken() {
            focus(&self.message);
        }
    }

    /// Posts it. Ghost takes only what brings a token along that it has given out
    /// before; older ones know of none. Gives back what became of it, and what the
    /// provider said to that.
    async fn send(&self, sign_up: &SignUp) -> (Outcome, Words) {
        let mut token = String::new();
        if let Some(url) = token_url(sign_up)
            && let Ok(answered) = ask(&url).await
            && answered.status == 200
        {
            token = String::from_utf8(answered.body).unwrap_or_default();
        }
        let body = request_body(sign_up, token.trim_ascii());
        match post(&self.host, &sign_up.endpoint, &body).await {
            Ok(answered) => {
                let (outcome, words) = outcome(sign_up.provider, answered.status, &answered.body);
                (outcome, Words::of_server(&words))
            }
            Err(Lost::Offline) => (Outcome::Offline, Words::none()),
            Err(Lost::Unreachable) => (Outcome::Unreachable, Words::none()),
        }
    }

    /// What the fields say.
    fn sign_up(&self) -> SignUp {
        let filled = &self.filled;
        let mut topics = Vec::new();
        for (tick, id) in &filled.topics {
            if tick.unchecked_ref::<HtmlInputElement>().checked() {
                topics.push(id.clone());
            }
        }
        SignUp {
            provider: self.provider,
            endpoint: self.endpoint.clone(),
            field: self.field.clone(),
            email: value(&filled.email),
            name: filled.name.as_ref().map(value).unwrap_or_default(),
            topics,
        }
    }

    /// Says what became of it, and what else there is to say to that.
    fn answered(&self, outcome: Outcome, words: Words) {
        events::signed_up(&self.host, outcome);
        self.progress.set(Progress::Answered(outcome, words));
    }
}
