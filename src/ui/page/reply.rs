//! `<newsrail-reply>`: the form, what comes of it, and below it the replies
//! that are there.

use super::comments::comments;
use super::discussion::ReplyPlace;
use super::form::form;
use crate::host::{console, page};
use crate::ui::dom::{El, el};
use crate::ui::placement::Placement;
use crate::ui::settings::OwnSettings;
use crate::ui::shell::section;
use newsrail_core::config::Config;
use newsrail_core::config::page::Comments;
use newsrail_core::outbox::reply::{ReplyTarget, form_url};
use newsrail_core::texts::LEAVE_A_REPLY;
use std::rc::Rc;
use web_sys::HtmlElement;

/// The form and the replies, where there is an address for them.
pub(crate) fn reply(placement: Rc<Placement>) -> El {
    let settings = OwnSettings::new(&placement, Comments::read);
    el!("div").live(move || {
        let config = placement.config.get();
        let Some(place) = place(&placement.host, &config, &settings.get()) else {
            return el!("slot");
        };
        let (discussion, form) = form(place);
        section(&placement.host, &config, LEAVE_A_REPLY)
            .child(form)
            .child(comments(discussion))
    })
}

/// Where the replies to an article are: at the address of the attribute; else
/// on the WordPress site that the feed or the page is of.
fn place(host: &HtmlElement, config: &Config, settings: &Comments) -> Option<ReplyPlace> {
    const COMMENTS: &str = "wp/v2/comments";
    let comments = page::replies_at(settings.address.as_deref(), config.feed.as_deref());
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
        Some(ReplyPlace {
            host: host.clone(),
            comments,
            target,
            form,
            article,
            count: config.count,
            newest: settings.newest,
        })
    });
    if place.is_none() {
        let reason = "set the attribute comments to an http or https address, and for WordPress article to the post's number";
        console::failed(
            host,
            settings.address.as_deref().unwrap_or_default(),
            reason,
        );
    }
    place
}
