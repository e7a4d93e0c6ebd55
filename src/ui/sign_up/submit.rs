//! What happens when the form is sent: what is wrong is said, and what is right
//! is one POST.

use super::Progress;
use crate::host::{console, events, page};
use crate::net;
use crate::outbox::is_email;
use crate::outbox::provider::{Outcome, Provider, SignUp};
use crate::ui::act::Acts;
use crate::ui::dom::focus;
use crate::ui::live::Live;
use crate::ui::stand::Client;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// The fields, to ask what they say.
pub(super) struct Filled {
    pub(super) email: Element,
    pub(super) name: Option<Element>,
    pub(super) trap: Element,
    /// Boxes to tick, and what is chosen by each.
    pub(super) topics: Vec<(Element, String)>,
}

/// A form that can be sent.
pub(super) struct Sign {
    pub(super) client: Rc<Client>,
    pub(super) provider: Provider,
    pub(super) endpoint: String,
    /// What the address is called, where the publisher has said so.
    pub(super) field: Option<String>,
    pub(super) progress: Live<Progress>,
    pub(super) filled: Filled,
    pub(super) message: Element,
    pub(super) acts: Acts,
}

impl Filled {
    fn sign_up(&self) -> SignUp {
        let mut topics = Vec::new();
        for (tick, id) in &self.topics {
            if tick.unchecked_ref::<HtmlInputElement>().checked() {
                topics.push(id.clone());
            }
        }
        SignUp {
            email: said(&self.email),
            name: self.name.as_ref().map(said).unwrap_or_default(),
            topics,
        }
    }

    fn wrong(&self, sign_up: &SignUp) -> Option<Progress> {
        if !is_email(&sign_up.email) {
            Some(Progress::NotAnEmail)
        } else if sign_up.topics.is_empty() && !self.topics.is_empty() {
            Some(Progress::NoTopic)
        } else if !said(&self.trap).is_empty() {
            // Only a program fills this in.
            Some(Progress::Answered(Outcome::Refused(String::new())))
        } else {
            None
        }
    }
}

fn said(field: &Element) -> String {
    let value = field.unchecked_ref::<HtmlInputElement>().value();
    value.trim_ascii().to_owned()
}

impl Sign {
    pub(super) fn on_submit(self: Rc<Self>) -> impl FnMut(Event) + 'static {
        move |event| self.submit(&event)
    }

    fn submit(self: &Rc<Self>, event: &Event) {
        // One click, one POST: while one is on its way there is no second, and
        // none after one that has arrived.
        let done = match &*self.progress.now() {
            Progress::Sending => true,
            Progress::Answered(outcome) => outcome.is_taken(),
            _ => false,
        } || self.acts.is_same();
        let sign_up = self.filled.sign_up();
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
        if is_native {
            // The browser sends it, after this.
            self.answered(Outcome::Sent);
            return;
        }
        self.progress.set(Progress::Sending);
        let sign = Rc::clone(self);
        spawn_local(async move {
            let outcome = sign.send(&sign_up).await;
            if sign.answered(outcome) {
                // The field that had the focus is gone.
                focus(&sign.message);
            }
        });
    }

    /// Says what became of it; whether the address has arrived.
    fn answered(&self, outcome: Outcome) -> bool {
        events::signed_up(&self.client.host, &outcome);
        let taken = outcome.is_taken();
        self.progress.set(Progress::Answered(outcome));
        taken
    }

    /// Sends it, and gives back what the answer says. Ghost takes only what brings
    /// a token along that it has given out before; older ones know of none.
    async fn send(&self, sign_up: &SignUp) -> Outcome {
        let mut token = String::new();
        if let Some(gives) = self.provider.gives_token(&self.endpoint)
            && let Ok(body) = net::get(&gives, None, true).await
        {
            token = String::from_utf8(body.bytes).unwrap_or_default();
        }
        let field = self.field.as_deref();
        let letter = self.provider.letter(sign_up, field, token.trim_ascii());
        match net::post(&self.endpoint, &letter).await {
            Ok(answer) => self.provider.outcome(answer.status, &answer.body),
            Err(_) if page::is_offline() => Outcome::Offline,
            Err(error) => {
                console::failed(&self.client.host, &self.endpoint, &error.words());
                Outcome::Unreachable
            }
        }
    }
}
