//! Which elements a program has. A page pays for those that its program names, and
//! for no others: what nothing names is not linked.

use crate::ui::choice::Choice;
use crate::ui::dom::{El, el};
use crate::ui::element::Standing;
use crate::ui::feed_set::FeedSet;
use crate::ui::newsstand::{Newsstand, Placement};
use crate::ui::page::{article, author, reply, share, slot};
use crate::ui::placed::placed;
use crate::ui::rail::rail;
use crate::ui::settings;
use crate::ui::site::{front, search};
use crate::ui::state::State;
use crate::ui::subscribe::subscribe;
use newsrail_core::config::{Kind, page};
use std::rc::Rc;
use web_sys::HtmlElement;

/// The elements of a program that show something of feeds, or stand beside such.
pub struct Elements {
    /// The view of an element.
    pub(crate) view: fn(Rc<Placement>, Rc<Newsstand>) -> El,
    /// What an element shows that is no list beside an article.
    pub(crate) choose: fn(&Rc<Newsstand>, &Placement, &Choice, &Rc<FeedSet>) -> Chosen,
}

/// What an element shows of its feed.
pub(crate) enum Chosen {
    /// That is for the lists to choose.
    List,
    /// Something of it is still on the way.
    Waiting,
    /// This.
    State(State),
}

/// The lists.
pub static LISTS: Elements = Elements {
    view: list_view,
    choose: |_, _, _, _| Chosen::List,
};

/// Those, and all that a news site is made of.
pub static PAGE: Elements = Elements {
    view: page_view,
    choose: choose_for_page,
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

fn list_view(placement: Rc<Placement>, newsstand: Rc<Newsstand>) -> El {
    match placement.kind {
        Kind::Popular | Kind::MoreLikeThis => rail(placement, newsstand),
        // The loader asks another program for it. What its author wrote is seen.
        _ => el!("slot"),
    }
}

fn page_view(placement: Rc<Placement>, newsstand: Rc<Newsstand>) -> El {
    match placement.kind {
        Kind::Article => article::article(&placement, newsstand),
        Kind::Share => share::share(placement),
        Kind::Reply => reply::reply(placement),
        Kind::Author => author::author(&placement, newsstand),
        Kind::Front => front::front(&placement, newsstand),
        Kind::Search => search::search(&placement, newsstand),
        Kind::Slot => slot::slot(&placement),
        Kind::Popular | Kind::MoreLikeThis | Kind::Subscribe => list_view(placement, newsstand),
    }
}

fn choose_for_page(
    newsstand: &Rc<Newsstand>,
    placement: &Placement,
    choice: &Choice,
    feed_set: &Rc<FeedSet>,
) -> Chosen {
    let config = placement.config.peek();
    match placement.kind {
        Kind::Article => article::reading(feed_set, config.article.as_deref())
            .map_or(Chosen::Waiting, Chosen::State),
        Kind::Author => {
            let named = settings::read(&placement.host, page::author);
            Chosen::State(choice.author(&feed_set.feed, named.as_deref()))
        }
        Kind::Front => Chosen::State(choice.front(&feed_set.feed)),
        Kind::Search => {
            let query = settings::read(&placement.host, page::query);
            if query.is_some() && newsstand.index(feed_set).is_none() {
                Chosen::Waiting
            } else {
                Chosen::State(choice.found(feed_set, query))
            }
        }
        _ => Chosen::List,
    }
}
