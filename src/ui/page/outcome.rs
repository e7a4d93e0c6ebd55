//! What has become of a reply, and what the reader can do next.

use super::form::{Fields, Progress, written};
use super::reply::{Answering, Place};
use super::words;
use crate::host::events;
use crate::outbox::reply::{Answer, Reply, Taker};
use crate::ui::dom::{El, el, focus};
use crate::ui::live::Live;
use std::rc::Rc;
use web_sys::Event;

/// What is said of the form, in a live region that is there from the start,
/// and what the reader can do next.
pub(super) fn message(
    place: &Rc<Place>,
    progress: &Live<Progress>,
    answering: &Answering,
    fields: &Rc<Fields>,
) -> El {
    let (place, progress) = (Rc::clone(place), progress.clone());
    let (answering, fields) = (answering.clone(), Rc::clone(fields));
    el("div")
        .attr("class", "message")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .live(move || match progress.get() {
            Progress::Ready => el("p"),
            Progress::Sending => el("p").text(crate::ui::words::SENDING),
            Progress::Answered(answer) => {
                let line = el("p").text(words::answer(&answer));
                let said = el("div");
                match answer {
                    Answer::Refused(site) if !site.is_empty() => said
                        .child(line)
                        .child(el("p").attr("dir", "auto").text(&site)),
                    Answer::OwnForm => {
                        let reply = written(&place, &answering, &fields);
                        said.child(own_form(&place, &reply))
                    }
                    answer if answer.is_taken() => {
                        let (again, text) = (progress.clone(), fields.text.clone());
                        let another = el("button")
                            .attr("type", "button")
                            .on("click", move |_| {
                                again.set(Progress::Ready);
                                focus(&text);
                            })
                            .text(words::WRITE_ANOTHER);
                        said.child(line).child(another)
                    }
                    _ => said.child(line),
                }
            }
        })
}

/// The reply in WordPress's own form, to be sent there by the reader.
fn own_form(place: &Place, reply: &Reply) -> El {
    let hidden = |(name, value): (&str, &str)| {
        el("input")
            .attr("type", "hidden")
            .attr("name", name)
            .attr("value", value)
    };
    // Hidden once it is sent, not taken away: a form that is not on the page is
    // not submitted, and its handlers run before it is.
    let sent = Live::new(false);
    let (hides, says, host) = (sent.clone(), sent.clone(), place.host.clone());
    let form = el("form")
        .attr("method", "post")
        .attr("action", &place.form)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .live_attr("hidden", move || hides.get().then_some(""))
        .on("submit", move |event: Event| {
            if sent.now() {
                event.prevent_default();
                return;
            }
            sent.set(true);
            events::replied(&host, words::outcome(&Answer::Sent));
        })
        .children(reply.fields(Taker::Form).into_iter().map(hidden))
        .child(el("button").attr("type", "submit").text(words::SEND_THERE));
    el("div")
        .live(move || {
            let answer = if says.get() {
                Answer::Sent
            } else {
                Answer::OwnForm
            };
            el("p").text(words::answer(&answer))
        })
        .child(form)
}
