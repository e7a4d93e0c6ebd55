//! The form of a reply: its fields, what is wrong with them, and the draft.

use super::comments::Shown;
use super::kept::{details, draft, keep_draft};
use super::outcome::message;
use super::reply::{Place, Talk};
use super::send::submit;
use super::words;
use crate::host::programs;
use crate::ui::act::Acts;
use crate::ui::dom::{El, el, focus};
use crate::ui::live::Live;
use newsrail_core::outbox::reply::{Answer, Wrong};
use newsrail_core::text::scan;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// Where the form stands.
#[derive(PartialEq)]
pub(super) enum Progress {
    Ready,
    Sending,
    /// What became of it, and what was said to that.
    Answered(Answer, String),
}

/// The form's parts, to ask what they say.
pub(super) struct Fields {
    /// Text, name, e-mail and website, as [`FIELDS`] has them.
    pub(super) all: Vec<Element>,
    pub(super) save: Element,
    /// What has become of it.
    pub(super) message: Element,
    /// Under which name the draft is kept.
    pub(super) shelf: String,
    pub(super) acts: Acts,
    /// Whether the site has said that it takes nothing by its REST API.
    pub(super) by_form: Cell<bool>,
}

/// The fields: what is wrong where one is, the element, its label and the place
/// beside it, and what the label says.
const FIELDS: [(Wrong, [&str; 4]); 4] = [
    (
        Wrong::Comment,
        [
            "textarea id=comment rows=5 aria-describedby=comment-wrong required",
            "label for=comment",
            "div id=comment-wrong",
            words::COMMENT,
        ],
    ),
    (
        Wrong::Name,
        [
            "input id=name type=text autocomplete=name aria-describedby=name-wrong required",
            "label for=name",
            "div id=name-wrong",
            words::NAME,
        ],
    ),
    (
        Wrong::Email,
        [
            "input id=email type=email autocomplete=email aria-describedby=email-wrong required",
            "label for=email",
            "div id=email-wrong",
            words::EMAIL,
        ],
    ),
    (
        Wrong::Website,
        [
            "input id=website type=url autocomplete=url aria-describedby=website-wrong",
            "label for=website",
            "div id=website-wrong",
            words::WEBSITE,
        ],
    ),
];

/// The form, and what it has in common with the replies.
pub(super) fn form(place: Place) -> (Rc<Talk>, El) {
    let shelf = ["newsrail-reply ", &place.comments, " ", &place.article].concat();
    let (draft, to) = draft(&shelf);
    let details = details();
    let mut saved = scan::parts(&details, b"\n");
    let (mut made, mut all) = (Vec::new(), Vec::new());
    for (which, [element, ..]) in FIELDS {
        let field = el(element);
        let text = if which == Wrong::Comment {
            &draft
        } else {
            saved.next().unwrap_or_default()
        };
        set_value(&field.node(), text);
        all.push(field.node());
        made.push(field);
    }
    let save = el("input id=save type=checkbox");
    let said = el("div class=message role=status tabindex=-1");
    let input: &HtmlInputElement = &save.node().unchecked_into();
    input.set_checked(!details.is_empty());
    let talk = Rc::new(Talk {
        place,
        shown: Live::new(Shown::Loading),
        answering: Live::new(to),
        fields: Fields {
            all,
            save: save.node(),
            message: said.node(),
            shelf,
            acts: Acts::default(),
            by_form: Cell::default(),
        },
        progress: Live::new(Progress::Ready),
        wrong: Live::new(Vec::new()),
    });
    let done = Rc::clone(&talk);
    let mut all = el("div class=field")
        .live_attr("hidden", move || {
            matches!(&*done.progress.get(), Progress::Answered(answer, _) if answer.is_taken())
                .then_some("")
        })
        .child(replying_to(&talk));
    for (which, made) in made.into_iter().enumerate() {
        all = all.child(field(&talk, which, made));
        if FIELDS[which].0 == Wrong::Email {
            all = all.child(el("p class=hint").text(words::NOT_PUBLISHED));
        }
    }
    let save = el("label class=tick").child(save).text(words::SAVE);
    let sending = Rc::clone(&talk);
    let button = el("button type=submit").text(words::POST);
    let button = button.live_attr("aria-disabled", move || {
        (*sending.progress.get() == Progress::Sending).then_some("true")
    });
    let all = all.child(save).child(button);
    let sends = Rc::clone(&talk);
    let form = el("form class=reply novalidate part=form")
        .on("focusin", |_| programs::expect_post())
        .on("submit", move |event| submit(&sends, &event))
        .child(all);
    let said = message(said, &talk);
    (talk, el("div").child(form).child(said))
}

/// A field under its label, and beside it what is wrong with it.
fn field(talk: &Rc<Talk>, at: usize, made: El) -> El {
    let (which, [_, label, beside, name]) = FIELDS[at];
    let (here, said, typed) = (Rc::clone(talk), Rc::clone(talk), Rc::clone(talk));
    let made = made
        .live_attr("aria-invalid", move || {
            here.wrong.get().contains(&which).then_some("true")
        })
        .on("input", move |_| {
            let mut left = typed.wrong.now().to_vec();
            if left.contains(&which) {
                left.retain(|other| *other != which);
                typed.wrong.set(left);
            }
            let fields = &typed.fields;
            keep_draft(
                &fields.shelf,
                &value(&fields.all[0]),
                typed.answering.now().as_ref().as_ref(),
            );
        });
    el("div class=one")
        .child(el(label).text(name))
        .child(made)
        .child(el(beside).live(move || {
            if said.wrong.get().contains(&which) {
                let line = el("p").attr("class", "message wrong");
                line.text(words::wrong(which))
            } else {
                el("span")
            }
        }))
}

/// Which comment is being answered, and the way out of it.
fn replying_to(talk: &Rc<Talk>) -> El {
    let talk = Rc::clone(talk);
    el("div role=status").live(move || {
        let answering = talk.answering.get();
        let Some((_, name)) = &*answering else {
            return el("span");
        };
        let stops = Rc::clone(&talk);
        let stop = el("button type=button class=quiet")
            .on("click", move |_| stops.answer(None))
            .text(words::CANCEL);
        let line = el("p class=to").text(words::REPLYING_TO).text(name);
        line.text(" ").child(stop)
    })
}

impl Talk {
    /// What is written from now on answers this comment.
    pub(super) fn answer(&self, to: Option<(String, String)>) {
        self.answering.set(to);
        focus(&self.fields.all[0]);
    }
}

/// What a field says. A `textarea` has the same property.
pub(super) fn value(field: &Element) -> String {
    field.unchecked_ref::<HtmlInputElement>().value()
}

pub(super) fn set_value(field: &Element, value: &str) {
    field.unchecked_ref::<HtmlInputElement>().set_value(value);
}
