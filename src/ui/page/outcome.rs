//! What has become of a reply, and what the reader can do next.

use super::discussion::{Discussion, Progress};
use super::send::reply;
use crate::host::events;
use crate::ui::dom::{El, el, focus};
use crate::ui::post::Words;
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
use newsrail_core::outbox::reply::{Answer, ReplyTarget};
use newsrail_core::texts::{self, Text};
use std::rc::Rc;

/// What is said of the form, in a live region that is there from the start,
/// and what the reader can do next.
pub(super) fn message(region: El, discussion: &Rc<Discussion>) -> El {
    let discussion = Rc::clone(discussion);
    region.live(move || {
        let (host, line) = (&discussion.place.host, el!("p"));
        let progress = discussion.progress.get();
        let (answer, words) = match &progress {
            Progress::Ready => return line,
            Progress::Sending => return line.says(host, texts::SENDING),
            Progress::Answered(Answer::OwnForm, _) => return own_form(&discussion),
            Progress::Answered(answer, words) => (*answer, words),
        };
        let (line, site) = match words {
            Words::OfServer(site) => (line.says(host, what_became(answer)), site.as_str()),
            Words::OfPage(said) => (line.attr("dir", "auto").text(said), ""),
        };
        let message = el!("div").child(line);
        if answer.is_taken() {
            let again = Rc::clone(&discussion);
            let another = el!("button", type = "button").says(host, texts::WRITE_ANOTHER);
            message.child(another.on("click", move |_| {
                again.progress.set(Progress::Ready);
                focus(&again.fields.all[0]);
            }))
        } else if site.is_empty() {
            message
        } else {
            message.child(el!("p", dir = "auto").text(site))
        }
    })
}

/// The reply in WordPress's own form, to be sent there by the reader.
fn own_form(discussion: &Rc<Discussion>) -> El {
    // Hidden once it is sent, not taken away: a form that is not on the page is
    // not submitted, and its handlers run before it is.
    let sent = ArcRwSignal::new(false);
    let (hides, says, discussion) = (sent.clone(), sent.clone(), Rc::clone(discussion));
    let host = discussion.place.host.clone();
    let mut form = el!("form", method = "post", target = "_blank", rel = "noopener")
        .attr("action", &discussion.place.form)
        .live_attr("hidden", move || hides.get().then_some(""))
        .child(el!("button", type = "submit").says(&host, texts::SEND_THERE));
    for (name, value) in reply(&discussion).fields(ReplyTarget::Form) {
        let hidden = el!("input", type = "hidden").attr("name", name);
        form = form.child(hidden.attr("value", &value));
    }
    let form = form.on("submit", move |event| {
        if sent.get_untracked() {
            event.prevent_default();
            return;
        }
        sent.set(true);
        events::replied(&discussion.place.host, Answer::Sent);
    });
    el!("div")
        .live(move || {
            let answer = if says.get() {
                Answer::Sent
            } else {
                Answer::OwnForm
            };
            el!("p").says(&host, what_became(answer))
        })
        .child(form)
}

/// What is known of a reply after its answer, and no more; the site's own words come
/// behind it, where it has any.
fn what_became(answer: Answer) -> Text {
    match answer {
        Answer::Published => texts::REPLY_PUBLISHED,
        Answer::Held => texts::REPLY_HELD,
        Answer::Received => texts::REPLY_RECEIVED,
        Answer::Closed => texts::REPLY_CLOSED,
        Answer::Duplicate => texts::REPLY_DUPLICATE,
        Answer::Flood => texts::REPLY_FLOOD,
        Answer::Login => texts::REPLY_LOGIN,
        Answer::OwnForm => texts::REPLY_OWN_FORM,
        Answer::Sent => texts::REPLY_SENT,
        Answer::Refused => texts::REPLY_REFUSED,
        Answer::Unavailable => texts::REPLY_UNAVAILABLE,
        Answer::Unclear => texts::REPLY_UNCLEAR,
        Answer::Redirected => texts::REPLY_REDIRECTED,
        Answer::Unreachable => texts::REPLY_UNREACHABLE,
        Answer::Offline => texts::REPLY_OFFLINE,
    }
}
