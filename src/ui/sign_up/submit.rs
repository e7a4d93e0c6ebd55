//! What happens when the form is sent: what is wrong is said, and what is right
//! is one POST.

use super::Progress;
use crate::host::{events, programs};
use crate::ui::act::Acts;
use crate::ui::dom::focus;
use crate::ui::live::Live;
use crate::ui::newsstand::Placement;
use leptos::task::spawn_local;
use newsrail_core::outbox::is_email;
use newsrail_core::outbox::provider::Provider;
use newsrail_core::outbox::sign_up::{Outcome, SignUp, is_taken};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

// What becomes of a sign-up that the program which posts has not answered.
const SENT: (&str, &str) = Outcome::Sent.told();
const REFUSED: (&str, &str) = Outcome::Refused.told();
const UNREACHABLE: (&str, &str) = Outcome::Unreachable.told();
const OFFLINE: (&str, &str) = Outcome::Offline.told();

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
    pub(super) placement: Rc<Placement>,
    pub(super) provider: Provider,
    pub(super) endpoint: String,
    /// What the address is called.
    pub(super) field: String,
    pub(super) progress: Live<Progress>,
    pub(super) filled: Filled,
    pub(super) message: Element,
    pub(super) acts: Acts,
}

impl Filled {
    fn wrong(&self, sign_up: &SignUp) -> Option<Progress> {
        if !is_email(&sign_up.email) {
            Some(Progress::NotAnEmail)
        } else if sign_up.topics.is_empty() && !self.topics.is_empty() {
            Some(Progress::NoTopic)
        } else if !said(&self.trap).is_empty() {
            // Only a program fills this in.
            Some(Progress::Answered(false, REFUSED.1.to_owned()))
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
        let done = match &*self.progress.peek() {
            Progress::Sending => true,
            Progress::Answered(is_taken, _) => *is_taken,
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
        if is_native {
            // The browser sends it, after this.
            self.answered(SENT.0, SENT.1, "");
            return;
        }
        self.progress.set(Progress::Sending);
        let sign = Rc::clone(self);
        spawn_local(async move {
            let text = sign_up.written();
            let posted = programs::post(&sign.placement.host, &sign.endpoint, &text).await;
            let told = match posted.told.as_str() {
                "" if posted.word == OFFLINE.0 => OFFLINE.1,
                "" => UNREACHABLE.1,
                told => told,
            };
            if sign.answered(&posted.word, told, &posted.said) {
                // The field that had the focus is gone.
                focus(&sign.message);
            }
        });
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
            email: said(&filled.email),
            name: filled.name.as_ref().map(said).unwrap_or_default(),
            topics,
        }
    }

    /// Says what became of it, and what the provider said; whether the address has
    /// arrived.
    fn answered(&self, word: &str, told: &str, said: &str) -> bool {
        events::signed_up(&self.placement.host, word);
        let is_taken = is_taken(word);
        let words = [told, " ", said].concat();
        let words = words.trim_end_matches(' ').to_owned();
        self.progress.set(Progress::Answered(is_taken, words));
        is_taken
    }
}
