//! The form of a reply: its fields, what is wrong with them, and the draft.

use super::comments::Shown;
use super::discussion::{Answering, Discussion, Fields, Progress, ReplyPlace};
use super::kept::{details, draft, keep_draft};
use super::outcome::message;
use super::send::submit;
use crate::ui::act::Acts;
use crate::ui::dom::{El, el};
use crate::ui::rc_signal::RcSignal;
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
use newsrail_core::outbox::reply::Wrong;
use newsrail_core::texts::{self, Text};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// One of the form's fields.
struct Field {
    /// What is wrong where it is.
    wrong: Wrong,
    /// Its identifier, which its label and the line beside it are tied to.
    id: &'static str,
    /// What its label says.
    label: Text,
    /// What is said beside it where it cannot be sent as it is.
    complaint: Text,
    make: fn() -> El,
}

/// The fields, as they stand below one another.
const FIELDS: [Field; 4] = [
    Field {
        wrong: Wrong::Comment,
        id: "comment",
        label: texts::COMMENT,
        complaint: texts::COMMENT_WRONG,
        make: || el!("textarea", rows = "5", required),
    },
    Field {
        wrong: Wrong::Name,
        id: "name",
        label: texts::NAME,
        complaint: texts::NAME_WRONG,
        make: || el!("input", type = "text", autocomplete = "name", required),
    },
    Field {
        wrong: Wrong::Email,
        id: "email",
        label: texts::REPLY_EMAIL,
        complaint: texts::REPLY_EMAIL_WRONG,
        make: || el!("input", type = "email", autocomplete = "email", required),
    },
    Field {
        wrong: Wrong::Website,
        id: "website",
        label: texts::WEBSITE,
        complaint: texts::WEBSITE_WRONG,
        make: || el!("input", type = "url", autocomplete = "url"),
    },
];

/// The form, and what it has in common with the comments.
pub(super) fn form(place: ReplyPlace) -> (Rc<Discussion>, El) {
    let shelf = ["newsrail-reply ", &place.comments, " ", &place.article].concat();
    let (draft, to) = draft(&shelf);
    let details = details();
    let mut saved = details.split('\n');
    let (mut made, mut all) = (Vec::new(), Vec::new());
    for Field {
        wrong, id, make, ..
    } in FIELDS
    {
        let field = make().attr("id", id).attr("aria-describedby", &beside(id));
        let text = if wrong == Wrong::Comment {
            &draft
        } else {
            saved.next().unwrap_or_default()
        };
        set_value(&field.node(), text);
        all.push(field.node());
        made.push(field);
    }
    let save = el!("input", id = "save", type = "checkbox");
    let region = el!("div", class = "message", role = "status", tabindex = "-1");
    let input: &HtmlInputElement = &save.node().unchecked_into();
    input.set_checked(!details.is_empty());
    let discussion = Rc::new(Discussion {
        place,
        shown: RcSignal::new(Shown::Loading),
        answering: ArcRwSignal::new(to),
        fields: Fields {
            all,
            save: save.node(),
            message: region.node(),
            shelf,
            acts: Acts::default(),
            taken: RefCell::default(),
            by_form: Cell::default(),
        },
        progress: ArcRwSignal::new(Progress::Ready),
        wrong: ArcRwSignal::new(Vec::new()),
    });
    let (host, done) = (&discussion.place.host, Rc::clone(&discussion));
    let mut all = el!("div", class = "field")
        .live_attr("hidden", move || {
            matches!(&done.progress.get(), Progress::Answered(answer, _) if answer.is_taken())
                .then_some("")
        })
        .child(replying_to(&discussion));
    for (which, made) in made.into_iter().enumerate() {
        all = all.child(field(&discussion, which, made));
        if FIELDS[which].wrong == Wrong::Email {
            all = all.child(el!("p", class = "hint").says(host, texts::EMAIL_HIDDEN));
        }
    }
    let save = el!("label", class = "tick")
        .child(save)
        .says(host, texts::SAVE);
    let sending = Rc::clone(&discussion);
    let button = el!("button", type = "submit").says(host, texts::POST_COMMENT);
    let button = button.live_attr("aria-disabled", move || {
        (sending.progress.get() == Progress::Sending).then_some("true")
    });
    let all = all.child(save).child(button);
    let sends = Rc::clone(&discussion);
    let form = el!("form", class = "reply", novalidate, part = "form")
        .on("submit", move |event| submit(&sends, &event))
        .child(all);
    let outcome = message(region, &discussion);
    (discussion, el!("div").child(form).child(outcome))
}

/// The identifier of the line beside a field.
fn beside(id: &str) -> String {
    [id, "-wrong"].concat()
}

/// A field under its label, and beside it what is wrong with it.
fn field(discussion: &Rc<Discussion>, at: usize, made: El) -> El {
    let Field {
        wrong: which,
        id,
        label,
        complaint,
        ..
    } = FIELDS[at];
    let host = discussion.place.host.clone();
    let (here, beside_it, typed) = (
        Rc::clone(discussion),
        Rc::clone(discussion),
        Rc::clone(discussion),
    );
    let made = made
        .live_attr("aria-invalid", move || {
            here.wrong.get().contains(&which).then_some("true")
        })
        .on("input", move |_| {
            let mut left = typed.wrong.get_untracked();
            if left.contains(&which) {
                left.retain(|other| *other != which);
                typed.wrong.set(left);
            }
            let fields = &typed.fields;
            keep_draft(
                &fields.shelf,
                &value(&fields.all[0]),
                typed.answering.get_untracked().as_ref(),
            );
        });
    el!("div", class = "one")
        .child(el!("label").attr("for", id).says(&host, label))
        .child(made)
        .child(el!("div").attr("id", &beside(id)).live(move || {
            if beside_it.wrong.get().contains(&which) {
                let line = el!("p", class = "message wrong");
                line.says(&host, complaint)
            } else {
                el!("span")
            }
        }))
}

/// Which comment is being answered, and the way out of it.
fn replying_to(discussion: &Rc<Discussion>) -> El {
    let discussion = Rc::clone(discussion);
    el!("div", role = "status").live(move || {
        let answering = discussion.answering.get();
        let Some(Answering { name, .. }) = &answering else {
            return el!("span");
        };
        let (host, stops) = (&discussion.place.host, Rc::clone(&discussion));
        let stop = el!("button", type = "button", class = "quiet")
            .on("click", move |_| stops.answer(None))
            .says(host, texts::CANCEL);
        let name = name.as_str().into();
        let line = el!("p", class = "to").says_of(host, texts::REPLYING_TO, name);
        line.text(" ").child(stop)
    })
}

/// What a field says. A `textarea` has the same property.
pub(super) fn value(field: &Element) -> String {
    field.unchecked_ref::<HtmlInputElement>().value()
}

pub(super) fn set_value(field: &Element, value: &str) {
    field.unchecked_ref::<HtmlInputElement>().set_value(value);
}
