//! The form of a reply: its fields, what is wrong with them, the draft, and
//! the one POST.

use super::comments::Comments;
use super::kept::{details, draft, keep_details, keep_draft};
use super::outcome::message;
use super::reply::{Answering, Place};
use super::words;
use crate::host::device::{self, Shelf};
use crate::host::{console, events, page};
use crate::net;
use crate::outbox::reply::{Answer, Reply, Taker, Wrong, answer, form_answer, website};
use crate::ui::act::Acts;
use crate::ui::dom::{El, el, focus};
use crate::ui::live::Live;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// Where the form stands.
#[derive(Clone, PartialEq)]
pub(super) enum Progress {
    Ready,
    Sending,
    Answered(Answer),
}

/// The fields, to ask what they say.
pub(super) struct Fields {
    pub(super) text: Element,
    name: Element,
    email: Element,
    website: Element,
    save: Element,
}

/// The form, and the way to answer a comment with it.
pub(super) fn form(place: &Rc<Place>, comments: &Comments) -> (El, Answering) {
    let progress = Live::new(Progress::Ready);
    let wrong = Live::new(Vec::new());
    let shelf = ["newsrail-reply ", &place.comments, " ", &place.article].concat();
    let (draft, to) = draft(&shelf);
    let [name, email, website] = details();

    let text = el("textarea").attr("rows", "5");
    let answering = Answering::new(to, text.node());
    let input = |kind, complete, value: &str| {
        let input = el("input")
            .attr("type", kind)
            .attr("autocomplete", complete);
        set_value(&input.node(), value);
        input
    };
    let name_field = input("text", "name", &name);
    let email_field = input("email", "email", &email);
    let website_field = input("url", "url", &website);
    let save = el("input").attr("id", "save").attr("type", "checkbox");
    if !name.is_empty() {
        save.node()
            .unchecked_ref::<HtmlInputElement>()
            .set_checked(true);
    }
    set_value(&text.node(), &draft);
    let fields = Rc::new(Fields {
        text: text.node(),
        name: name_field.node(),
        email: email_field.node(),
        website: website_field.node(),
        save: save.node(),
    });

    let keep = {
        let (answering, fields, shelf) = (answering.clone(), Rc::clone(&fields), shelf.clone());
        move |_| keep_draft(&shelf, &value(&fields.text), answering.to.now())
    };
    let message = message(place, &progress, &answering, &fields);
    let submit = submit(
        place,
        comments,
        &shelf,
        &progress,
        &wrong,
        &answering,
        &fields,
        message.node(),
    );
    let (done, sending) = (progress.clone(), progress);
    let button = el("button")
        .attr("type", "submit")
        .live_attr("aria-disabled", move || {
            (sending.get() == Progress::Sending).then_some("true")
        })
        .text(words::POST);
    let all = el("div")
        .attr("class", "field")
        .live_attr("hidden", move || {
            matches!(done.get(), Progress::Answered(answer) if answer.is_taken()).then_some("")
        })
        .child(replying_to(&answering))
        .child(field(
            "comment",
            words::COMMENT,
            Wrong::Comment,
            &wrong,
            text.on("input", keep),
        ))
        .child(field("name", words::NAME, Wrong::Name, &wrong, name_field))
        .child(field(
            "email",
            words::EMAIL,
            Wrong::Email,
            &wrong,
            email_field,
        ))
        .child(el("p").attr("class", "hint").text(words::NOT_PUBLISHED))
        .child(field(
            "website",
            words::WEBSITE,
            Wrong::Website,
            &wrong,
            website_field,
        ))
        .child(
            el("p")
                .attr("class", "save")
                .child(save)
                .child(el("label").attr("for", "save").text(words::SAVE)),
        )
        .child(button);
    let form = el("form")
        .attr("class", "reply")
        .attr("novalidate", "")
        .attr("part", "form")
        .on("submit", submit)
        .child(all);
    (el("div").child(form).child(message), answering)
}

/// A field under its label, and beside it what is wrong with it.
fn field(id: &'static str, label: &str, which: Wrong, wrong: &Live<Vec<Wrong>>, made: El) -> El {
    let (here, said, typed) = (wrong.clone(), wrong.clone(), wrong.clone());
    let beside = [id, "-wrong"].concat();
    let made = made
        .attr("id", id)
        .attr("aria-describedby", &beside)
        .live_attr("aria-invalid", move || {
            here.get().contains(&which).then_some("true")
        })
        .on("input", move |_| {
            let mut left = typed.now();
            if left.contains(&which) {
                left.retain(|other| *other != which);
                typed.set(left);
            }
        });
    let made = if which == Wrong::Website {
        made
    } else {
        made.attr("required", "")
    };
    el("div")
        .attr("class", "one")
        .child(el("label").attr("for", id).text(label))
        .child(made)
        .child(el("div").attr("id", &beside).live(move || {
            if said.get().contains(&which) {
                el("p")
                    .attr("class", "message wrong")
                    .text(words::wrong(which))
            } else {
                el("span")
            }
        }))
}

/// Which comment is being answered, and the way out of it.
fn replying_to(answering: &Answering) -> El {
    let answering = answering.clone();
    el("div").attr("role", "status").live(move || {
        let Some((_, name)) = answering.to.get() else {
            return el("span");
        };
        let stop = answering.clone();
        el("p")
            .attr("class", "to")
            .text(words::REPLYING_TO)
            .text(&name)
            .text(" ")
            .child(
                el("button")
                    .attr("type", "button")
                    .attr("class", "quiet")
                    .on("click", move |_| stop.stop())
                    .text(words::CANCEL),
            )
    })
}

#[expect(clippy::too_many_arguments, reason = "all that a form is made of")]
fn submit(
    place: &Rc<Place>,
    comments: &Comments,
    shelf: &str,
    progress: &Live<Progress>,
    wrong: &Live<Vec<Wrong>>,
    answering: &Answering,
    fields: &Rc<Fields>,
    message: Element,
) -> impl FnMut(Event) + 'static {
    let (place, comments, shelf) = (Rc::clone(place), comments.clone(), shelf.to_owned());
    let (progress, wrong) = (progress.clone(), wrong.clone());
    let (answering, fields) = (answering.clone(), Rc::clone(fields));
    let acts = Acts::default();
    // Whether the site has said that it takes nothing by its REST API.
    let by_form = Rc::new(Cell::new(false));
    move |event| {
        event.prevent_default();
        if progress.now() == Progress::Sending || acts.is_same() {
            return;
        }
        let reply = written(&place, &answering, &fields);
        let found = reply.wrong();
        let first = found.first().copied();
        wrong.set(found);
        if let Some(first) = first {
            focus(match first {
                Wrong::Comment => &fields.text,
                Wrong::Name => &fields.name,
                Wrong::Email => &fields.email,
                Wrong::Website => &fields.website,
            });
            return;
        }
        let ticked = fields.save.unchecked_ref::<HtmlInputElement>().checked();
        keep_details(ticked, &reply);
        acts.begin();
        progress.set(Progress::Sending);
        let (place, comments, shelf) = (Rc::clone(&place), comments.clone(), shelf.clone());
        let (progress, message, by_form) = (progress.clone(), message.clone(), Rc::clone(&by_form));
        let (answering, fields) = (answering.clone(), Rc::clone(&fields));
        spawn_local(async move {
            let answer = send(&place, &reply, &by_form).await;
            events::replied(&place.host, words::outcome(&answer));
            if answer.is_taken() {
                device::forget(Shelf::Tab, &shelf);
                set_value(&fields.text, "");
                answering.to.set(None);
                if answer != Answer::Held {
                    comments.begin();
                }
            }
            progress.set(Progress::Answered(answer));
            // Once the fields are hidden: the page is shorter by then.
            spawn_local(async move { focus(&message) });
        });
    }
}

/// What the fields say.
pub(super) fn written(place: &Place, answering: &Answering, fields: &Fields) -> Reply {
    let trimmed = |field: &Element| value(field).trim().to_owned();
    Reply {
        article: place.article.clone(),
        parent: answering.to.now().unwrap_or_default().0,
        text: trimmed(&fields.text),
        name: trimmed(&fields.name),
        email: trimmed(&fields.email),
        website: website(&value(&fields.website)),
    }
}

/// Sends it: to a WordPress site by its REST API, and where that takes nothing
/// from readers without an account, which it says before it keeps anything, by
/// its own form.
async fn send(place: &Place, reply: &Reply, by_form: &Cell<bool>) -> Answer {
    if !by_form.get() {
        let letter = reply.letter(place.taker);
        let found = match net::post(&place.comments, &letter).await {
            Ok(got) => answer(place.taker, got.status, &got.body),
            Err(error) => unreachable(place, &place.comments, &error.to_string()),
        };
        if found != Answer::Login || place.taker == Taker::Json {
            return found;
        }
        by_form.set(true);
    }
    if !page::is_own(&place.form) {
        // Another origin's form may not be read: the reader sends it there.
        return Answer::OwnForm;
    }
    match net::post(&place.form, &reply.letter(Taker::Form)).await {
        Ok(got) => {
            let led_to = got.led_to.as_deref();
            form_answer(
                got.status,
                led_to.is_some(),
                led_to.unwrap_or_default(),
                &got.body,
            )
        }
        Err(error) => unreachable(place, &place.form, &error.to_string()),
    }
}

fn unreachable(place: &Place, url: &str, reason: &str) -> Answer {
    if page::is_offline() {
        return Answer::Offline;
    }
    console::failed(&place.host, url, reason);
    Answer::Unreachable
}

/// What a field says. A `textarea` has the same property.
fn value(field: &Element) -> String {
    field.unchecked_ref::<HtmlInputElement>().value()
}

fn set_value(field: &Element, value: &str) {
    field.unchecked_ref::<HtmlInputElement>().set_value(value);
}
