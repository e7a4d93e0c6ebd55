//! What a reply form and the comments below it have in common.

use super::comments::Shown;
use crate::host::offer::Taken;
use crate::ui::act::Acts;
use crate::ui::dom::focus;
use crate::ui::post::Words;
use crate::ui::rc_signal::RcSignal;
use leptos::prelude::{ArcRwSignal, Set};
use newsrail_core::outbox::reply::{Answer, ReplyTarget, Wrong};
use std::cell::{Cell, RefCell};
use web_sys::{Element, HtmlElement};

/// Where replies are and go.
pub(super) struct ReplyPlace {
    pub(super) host: HtmlElement,
    /// The address that has them and takes them.
    pub(super) comments: String,
    pub(super) target: ReplyTarget,
    /// WordPress's own form, where there is one.
    pub(super) form: String,
    /// The article, as the target calls it.
    pub(super) article: String,
    /// How many threads a page has.
    pub(super) count: usize,
    pub(super) newest: bool,
}

/// A comment that is being answered.
#[derive(Clone)]
pub(super) struct Answering {
    /// Its identifier.
    pub(super) id: String,
    /// Who wrote it.
    pub(super) name: String,
}

/// Where the form stands.
#[derive(Clone, PartialEq)]
pub(super) enum Progress {
    Ready,
    Sending,
    /// What became of it, and what else is said to that.
    Answered(Answer, Words),
}

/// The form's parts, to ask what they say.
pub(super) struct Fields {
    /// Text, name, e-mail and website.
    pub(super) all: Vec<Element>,
    pub(super) save: Element,
    /// What has become of it.
    pub(super) message: Element,
    /// Under which name the draft is kept.
    pub(super) shelf: String,
    pub(super) acts: Acts,
    /// What the page has taken upon itself and not yet answered.
    pub(super) taken: RefCell<Option<Taken>>,
    /// Whether the site has said that it takes nothing by its REST API.
    pub(super) by_form: Cell<bool>,
}

/// A form and the comments below it.
pub(super) struct Discussion {
    pub(super) place: ReplyPlace,
    /// The comments that are there.
    pub(super) shown: RcSignal<Shown>,
    pub(super) answering: ArcRwSignal<Option<Answering>>,
    pub(super) fields: Fields,
    pub(super) progress: ArcRwSignal<Progress>,
    pub(super) wrong: ArcRwSignal<Vec<Wrong>>,
}

impl Discussion {
    /// What is written from now on answers this comment.
    pub(super) fn answer(&self, to: Option<Answering>) {
        self.answering.set(to);
        focus(&self.fields.all[0]);
    }
}
