//! `<newsrail-reply>`: the form, what comes of it, and below it the replies
//! that are there.

use super::comments::{Shown, comments};
use super::form::{Fields, Progress, form};
use super::words;
use crate::host::{console, page};
use crate::ui::dom::{El, el};
use crate::ui::live::Live;
use crate::ui::newsstand::Placement;
use crate::ui::shell::section;
use newsrail_core::config::Config;
use newsrail_core::outbox::reply::{ReplyTarget, Wrong, form_url};
use std::rc::Rc;
use web_sys::HtmlElement;

/// Where replies are and go.
pub(super) struct Place {
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

/// What the form and the replies below it have in common.
pub(super) struct Talk {
    pub(super) place: Place,
    /// The replies that are there.
    pub(super) shown: Live<Shown>,
    /// The comment that is being answered: identifier and name.
    pub(super) answering: Live<Option<(String, String)>>,
    pub(super) fields: Fields,
    pub(super) progress: Live<Progress>,
    pub(super) wrong: Live<Vec<Wrong>>,
}

/// The form and the replies, where there is an address for them.
pub(crate) fn reply(placement: Rc<Placement>) -> El {
    el!("div").live(move || {
        let config = placement.config.get();
        let Some(place) = place(&placement.host, &config) else {
            return el!("slot");
        };
        let (talk, form) = form(place);
        section(&config, words::LEAVE_A_REPLY)
            .child(form)
            .child(comments(talk))
    })
}

/// Where the replies to an article are: at the address of the attribute; else
/// on the WordPress site that the feed or the page is of.
fn place(host: &HtmlElement, config: &Config) -> Option<Place> {
    const COMMENTS: &str = "wp/v2/comments";
    let named = config.page.comments.as_deref().map(page::absolute);
    let of_feed = || {
        let feed = config.feed.as_deref().and_then(page::absolute)?;
        let end = feed.find("wp/v2/posts")?;
        Some(feed[..end].to_owned())
    };
    let comments = match named {
        Some(named) => named,
        None => of_feed()
            .or_else(|| page::api().filter(|_| config.feed.is_none()))
            .map(|root| [&root, COMMENTS].concat()),
    };
    let current = page::current(config.article.as_deref());
    let place = comments.and_then(|comments| {
        let root = comments.find(COMMENTS).map(|end| &comments[..end]);
        let (target, form, article) = if let Some(root) = root {
            let number = |id: &String| id.bytes().all(|byte| byte.is_ascii_digit());
            (
                ReplyTarget::WordPress,
                form_url(root),
                current.id.filter(number)?,
            )
        } else {
            let article = current.id.or(current.urls.into_iter().next())?;
            (ReplyTarget::Json, String::new(), article)
        };
        Some(Place {
            host: host.clone(),
            comments,
            target,
            form,
            article,
            count: config.count,
            newest: config.page.newest,
        })
    });
    if place.is_none() {
        let reason = "set the attribute comments to an http or https address, and for WordPress article to the post's number";
        console::failed(
            host,
            config.page.comments.as_deref().unwrap_or_default(),
            reason,
        );
    }
    place
}
