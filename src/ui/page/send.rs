//! Sending a reply: one POST for one act, unless the page takes it upon itself, and what
//! it comes to.

use super::discussion::{Discussion, Progress};
use super::form::{set_value, value};
use super::found::is_there;
use super::kept::keep_details;
use crate::host::device::{self, Shelf};
use crate::host::offer::Taken;
use crate::host::{events, page};
use crate::ui::dom::{focus, focus_soon};
use crate::ui::post::{Lost, Words, post};
use leptos::prelude::{GetUntracked, Set};
use leptos::task::spawn_local;
use newsrail_core::outbox::reply::{Answer, Reply, ReplyTarget, Wrong, website};
use newsrail_core::outbox::wire::reply::{answer, request_body};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// Sends what the fields say, unless that is wrong or on its way already.
pub(super) fn submit(discussion: &Rc<Discussion>, event: &Event) {
    event.prevent_default();
    let fields = &discussion.fields;
    if discussion.progress.get_untracked() == Progress::Sending || fields.acts.is_same() {
        return;
    }
    let reply = reply(discussion);
    let found = reply.wrong();
    if let Some(first) = found.first() {
        focus(&fields.all[*first as usize]);
        discussion.wrong.set(found);
        return;
    }
    keep_details(
        fields.save.unchecked_ref::<HtmlInputElement>().checked(),
        &reply,
    );
    fields.acts.begin();
    let taken = events::replying(&discussion.place.host, &reply);
    discussion.progress.set(Progress::Sending);
    if let Some(taken) = taken {
        return wait_for(discussion, taken);
    }
    let discussion = Rc::clone(discussion);
    spawn_local(async move {
        let (answer, words) = send(&discussion, &reply).await;
        answered(&discussion, answer, words);
    });
}

/// Waits until the page says what became of what it has taken upon itself, or the form is
/// gone.
fn wait_for(discussion: &Rc<Discussion>, taken: Taken) {
    let (answer, form) = (taken.answer(), Rc::downgrade(discussion));
    discussion.fields.taken.replace(Some(taken));
    spawn_local(async move {
        let (code, words) = answer.await;
        if let Some(discussion) = form.upgrade() {
            discussion.fields.taken.take();
            let answer = Answer::of(&code).unwrap_or(Answer::Unreachable);
            answered(&discussion, answer, Words::of_page(words));
        }
    });
}

/// Says what became of a reply, and makes room for another where it has arrived.
fn answered(discussion: &Rc<Discussion>, answer: Answer, words: Words) {
    events::replied(&discussion.place.host, answer);
    if answer.is_taken() {
        device::keep(Shelf::Tab, &discussion.fields.shelf, "");
        set_value(&discussion.fields.all[0], "");
        discussion.answering.set(None);
        if answer != Answer::Held {
            discussion.begin();
        }
    }
    discussion.progress.set(Progress::Answered(answer, words));
    // Once the fields are hidden: the page is shorter by then.
    focus_soon(discussion.fields.message.clone());
}

/// What the fields say.
pub(super) fn reply(discussion: &Discussion) -> Reply {
    let field = |at: Wrong| value(&discussion.fields.all[at as usize]).trim().to_owned();
    Reply {
        article: discussion.place.article.clone(),
        parent: match &discussion.answering.get_untracked() {
            Some(to) => to.id.clone(),
            None => String::new(),
        },
        text: field(Wrong::Comment),
        name: field(Wrong::Name),
        email: field(Wrong::Email),
        website: website(&field(Wrong::Website)),
    }
}

/// Sends it: to a WordPress site by its REST API, and where that takes nothing
/// from readers without an account, which it says before it keeps anything, by
/// its own form.
/// Gives back what became of it, and the site's own message.
async fn send(discussion: &Discussion, reply: &Reply) -> (Answer, Words) {
    let place = &discussion.place;
    let mut by_form = discussion.fields.by_form.get();
    loop {
        let (url, target) = if by_form {
            (&place.form, ReplyTarget::Form)
        } else {
            (&place.comments, place.target)
        };
        if by_form && !page::is_own(url) {
            // Another origin's form may not be read: the reader sends it there.
            return (Answer::OwnForm, Words::none());
        }
        let (found, words) = match post(&place.host, url, &request_body(target, reply)).await {
            Ok(answered) => answer(target, answered.status, &answered.body),
            Err(Lost::Offline) => (Answer::Offline, String::new()),
            Err(Lost::Unreachable) => (Answer::Unreachable, String::new()),
        };
        if found == Answer::Redirected && is_there(place, reply).await {
            return (Answer::Published, Words::none());
        }
        if by_form || found != Answer::Login || target == ReplyTarget::Json {
            return (found, Words::of_server(&words));
        }
        by_form = true;
        discussion.fields.by_form.set(true);
    }
}
