//! Sending a reply: one POST for one act, and what it comes to.

use super::form::{Progress, set_value, value};
use super::found::is_there;
use super::kept::keep_details;
use super::reply::Talk;
use crate::host::device::{self, Shelf};
use crate::host::{events, page, programs};
use crate::ui::dom::{focus, focus_soon};
use leptos::task::spawn_local;
use newsrail_core::outbox::reply::{Answer, Reply, ReplyTarget, Wrong, website};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// Sends what the fields say, unless that is wrong or on its way already.
pub(super) fn submit(talk: &Rc<Talk>, event: &Event) {
    event.prevent_default();
    let fields = &talk.fields;
    if *talk.progress.peek() == Progress::Sending || fields.acts.is_same() {
        return;
    }
    let reply = written(talk);
    let found = reply.wrong();
    if let Some(first) = found.first() {
        focus(&fields.all[*first as usize]);
        talk.wrong.set(found);
        return;
    }
    keep_details(
        fields.save.unchecked_ref::<HtmlInputElement>().checked(),
        &reply,
    );
    fields.acts.begin();
    talk.progress.set(Progress::Sending);
    let talk = Rc::clone(talk);
    spawn_local(async move {
        let (answer, said) = send(&talk, &reply).await;
        events::replied(&talk.place.host, answer);
        if answer.is_taken() {
            device::keep(Shelf::Tab, &talk.fields.shelf, "");
            set_value(&talk.fields.all[0], "");
            talk.answering.set(None);
            if answer != Answer::Held {
                talk.begin();
            }
        }
        talk.progress.set(Progress::Answered(answer, said));
        // Once the fields are hidden: the page is shorter by then.
        focus_soon(talk.fields.message.clone());
    });
}

/// What the fields say.
pub(super) fn written(talk: &Talk) -> Reply {
    let field = |at: Wrong| value(&talk.fields.all[at as usize]).trim().to_owned();
    Reply {
        article: talk.place.article.clone(),
        parent: match &*talk.answering.peek() {
            Some((id, _)) => id.clone(),
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
/// Gives back what became of it, and what was said to that.
async fn send(talk: &Talk, reply: &Reply) -> (Answer, String) {
    let place = &talk.place;
    let mut by_form = talk.fields.by_form.get();
    loop {
        let (url, target) = if by_form {
            (&place.form, ReplyTarget::Form)
        } else {
            (&place.comments, place.target)
        };
        if by_form && !page::is_own(url) {
            // Another origin's form may not be read: the reader sends it there.
            return (Answer::OwnForm, String::new());
        }
        let text = reply.written(target, url);
        let posted = programs::post(&place.host, url, &text).await;
        let found = Answer::of(&posted.word);
        if found == Answer::Redirected && is_there(place, reply).await {
            return (Answer::Published, String::new());
        }
        if by_form || found != Answer::Login || target == ReplyTarget::Json {
            return (found, posted.said);
        }
        by_form = true;
        talk.fields.by_form.set(true);
    }
}
