//! What the elements of an article page say in newsrail's own words.

use crate::outbox::share::Network;

pub(crate) const NO_ARTICLE: &str = "This article could not be found.";
pub(crate) const BY: &str = "By ";
pub(crate) const UPDATED: &str = "Updated ";

pub(crate) const SHARE: &str = "Share";
pub(crate) const COPIED: &str = "The link is copied.";
pub(crate) const COPY_IT_YOURSELF: &str = "Here is the link, to copy:";
pub(crate) const SERVER: &str = "Your Mastodon server";
pub(crate) const NOT_A_SERVER: &str = "Please enter a server, like mastodon.social.";
pub(crate) const OTHER_SERVER: &str = "Use another server";

/// The name of a way to share.
pub(crate) fn network(network: Network) -> &'static str {
    match network {
        Network::Sheet => "Share…",
        Network::Copy => "Copy link",
        Network::Email => "E-mail",
        Network::Facebook => "Facebook",
        Network::X => "X",
        Network::WhatsApp => "WhatsApp",
        Network::LinkedIn => "LinkedIn",
        Network::Reddit => "Reddit",
        Network::Telegram => "Telegram",
        Network::Bluesky => "Bluesky",
        Network::Mastodon => "Mastodon",
        Network::Pinterest => "Pinterest",
    }
}
