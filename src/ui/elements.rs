//! Which elements a program has. A page pays for those that its program names, and
//! for no others: what nothing names is not linked.

use crate::ui::choice::Choice;
use crate::ui::dom::{El, el};
use crate::ui::library::Library;
use crate::ui::page::{article, author, reply, share, slot};
use crate::ui::rail::rail;
use crate::ui::site::{front, search};
use crate::ui::stand::{Client, Stand};
use crate::ui::state::State;
use crate::ui::subscribe::stand_alone;
use newsrail_core::config::Kind;
use std::rc::Rc;

/// What a program can show.
pub struct Elements {
    /// The view of an element.
    pub(crate) view: fn(Rc<Client>, Rc<Stand>) -> El,
    /// What an element shows that is no list beside an article.
    pub(crate) choose: fn(&Rc<Stand>, &Client, &Choice, &Rc<Library>) -> Chosen,
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

/// The lists and the sign-up.
pub static LISTS: Elements = Elements {
    view: list_view,
    choose: |_, _, _, _| Chosen::List,
};

/// Those, and all that a news site is made of.
pub static PAGE: Elements = Elements {
    view: page_view,
    choose: choose_for_page,
};

fn list_view(client: Rc<Client>, stand: Rc<Stand>) -> El {
    match client.kind {
        Kind::Popular | Kind::MoreLikeThis => rail(client, stand),
        Kind::Subscribe => stand_alone(client),
        // The loader asks another program for it. What its author wrote is seen.
        _ => el("slot"),
    }
}

fn page_view(client: Rc<Client>, stand: Rc<Stand>) -> El {
    match client.kind {
        Kind::Article => article::article(&client, stand),
        Kind::Share => share::share(client),
        Kind::Reply => reply::reply(client),
        Kind::Author => author::author(&client, stand),
        Kind::Front => front::front(&client, stand),
        Kind::Search => search::search(&client, stand),
        Kind::Slot => slot::slot(client),
        Kind::Popular | Kind::MoreLikeThis | Kind::Subscribe => list_view(client, stand),
    }
}

fn choose_for_page(
    stand: &Rc<Stand>,
    client: &Client,
    choice: &Choice,
    library: &Rc<Library>,
) -> Chosen {
    let config = client.config.now();
    match client.kind {
        Kind::Article => article::reading(library, config.article.as_deref())
            .map_or(Chosen::Waiting, Chosen::State),
        Kind::Author => Chosen::State(choice.author(&library.feed)),
        Kind::Search if config.page.query.is_some() && stand.index(library).is_none() => {
            Chosen::Waiting
        }
        kind => choice
            .of_site(kind, library)
            .map_or(Chosen::List, Chosen::State),
    }
}
