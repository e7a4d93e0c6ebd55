//! Whether a reply stands among the comments: what is known of one that was
//! answered with a redirect, as WordPress's own form answers whatever it takes.

use super::comments::{AT_ONCE, fetch, own_url};
use super::discussion::ReplyPlace;
use newsrail_core::comments::wordpress_url;
use newsrail_core::outbox::reply::{Reply, ReplyTarget};

/// Whether it is published, as far as can be seen: one that waits for approval is
/// not, nor is one that was never taken.
pub(super) async fn is_there(place: &ReplyPlace, reply: &Reply) -> bool {
    let url = if place.target == ReplyTarget::Json {
        own_url(place)
    } else {
        let none = reply.parent.is_empty();
        let parent = if none { "0" } else { &reply.parent };
        wordpress_url(&place.comments, &place.article, parent, (0, AT_ONCE), true)
    };
    let list = fetch(place, &url).await.unwrap_or_default();
    list.iter().any(|comment| comment.is(reply))
}
