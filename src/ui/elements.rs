//! Which elements a program has. A page pays for those that its program names, and
//! for no others: what nothing names is not linked.

use crate::ui::dom::{El, el};
use crate::ui::element::Standing;
use crate::ui::newsstand::Elements;
use crate::ui::page::{article, author, reply, share, slot};
use crate::ui::placed::placed;
use crate::ui::placement::{Placement, Retry};
use crate::ui::rail::rail;
use crate::ui::site::{front, search};
use crate::ui::subscribe::subscribe;
use newsrail_core::choose;
use newsrail_core::config::Kind;
use std::rc::Rc;
use web_sys::HtmlElement;

/// The lists.
pub static LISTS: Elements = Elements {
    view: list_view,
    choose: choose::list,
};

/// Those, and all that a news site is made of.
pub static PAGE: Elements = Elements {
    view: page_view,
    choose: choose::element,
};

/// The form that signs up: all that its program has.
#[must_use]
pub fn forms(kind: Kind, host: HtmlElement) -> Option<Box<dyn Standing>> {
    (kind == Kind::Subscribe).then(|| subscribe(host))
}

/// Every element there is: for who has all programs in one, as tests do.
#[must_use]
pub fn all(kind: Kind, host: HtmlElement) -> Option<Box<dyn Standing>> {
    match kind {
        Kind::Subscribe => forms(kind, host),
        _ => placed(kind, host),
    }
}

fn list_view(placement: Rc<Placement>, retry: Retry) -> El {
    match placement.kind {
        Kind::Popular | Kind::MoreLikeThis => rail(placement, retry),
        // The loader asks another program for it. What its author wrote is seen.
        _ => el!("slot"),
    }
}

fn page_view(placement: Rc<Placement>, retry: Retry) -> El {
    match placement.kind {
        Kind::Article => article::article(&placement, retry),
        Kind::Share => share::share(placement),
        Kind::Reply => reply::reply(placement),
        Kind::Author => author::author(&placement, retry),
        Kind::Front => front::front(&placement, retry),
        Kind::Search => search::search(&placement, retry),
        Kind::Slot => slot::slot(&placement),
        Kind::Popular | Kind::MoreLikeThis | Kind::Subscribe => list_view(placement, retry),
    }
}
