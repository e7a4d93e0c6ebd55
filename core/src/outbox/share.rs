//! Where the address of an article is handed on: plain links to each network's
//! own page for it. Nothing of a network's is loaded before a reader follows one.

use super::encoded;
use crate::text::split::until;

/// A way to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// The system's own sheet, where there is one.
    Sheet,
    /// The clipboard.
    Copy,
    /// An e-mail.
    Email,
    /// facebook.com
    Facebook,
    /// x.com
    X,
    /// wa.me
    WhatsApp,
    /// linkedin.com
    LinkedIn,
    /// reddit.com
    Reddit,
    /// t.me
    Telegram,
    /// bsky.app
    Bluesky,
    /// The reader's own server.
    Mastodon,
    /// pinterest.com
    Pinterest,
}

/// All ways, in the order of [`Network`]: the word for each in an attribute and
/// in an event, its name where that is one, and the address at which an article is shared there,
/// in which `U` and `T` stand for its address and title, `S` for the reader's own
/// server. Those of the device itself have none.
///
/// The parameters are those of each network's own documentation of its share
/// links, in November 2026.
pub const NETWORKS: [(Network, &str, &str, &str); 12] = [
    (Network::Sheet, "sheet", "", ""),
    (Network::Copy, "copy", "", ""),
    (Network::Email, "email", "", "mailto:?subject=T&body=U"),
    (
        Network::Facebook,
        "facebook",
        "Facebook",
        "https://www.facebook.com/sharer/sharer.php?u=U",
    ),
    (
        Network::X,
        "x",
        "X",
        "https://x.com/intent/post?url=U&text=T",
    ),
    (
        Network::WhatsApp,
        "whatsapp",
        "WhatsApp",
        "https://wa.me/?text=T%20U",
    ),
    (
        Network::LinkedIn,
        "linkedin",
        "LinkedIn",
        "https://www.linkedin.com/sharing/share-offsite/?url=U",
    ),
    (
        Network::Reddit,
        "reddit",
        "Reddit",
        "https://www.reddit.com/submit?url=U&title=T",
    ),
    (
        Network::Telegram,
        "telegram",
        "Telegram",
        "https://t.me/share/url?url=U&text=T",
    ),
    (
        Network::Bluesky,
        "bluesky",
        "Bluesky",
        "https://bsky.app/intent/compose?text=T%20U",
    ),
    (
        Network::Mastodon,
        "mastodon",
        "Mastodon",
        "https://S/share?text=T%20U",
    ),
    (
        Network::Pinterest,
        "pinterest",
        "Pinterest",
        "https://www.pinterest.com/pin/create/button/?url=U&description=T",
    ),
];

impl Network {
    /// The word for it in an attribute and in an event.
    #[must_use]
    pub fn word(self) -> &'static str {
        NETWORKS[self as usize].1
    }

    /// Its name, which is the same in all languages; empty for the ways of the device
    /// itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        NETWORKS[self as usize].2
    }

    /// The address at which an article is shared there; `None` for the ways
    /// that are no address, and while the reader's own server is not known
    /// where it takes one.
    #[must_use]
    pub fn address(self, url: &str, title: &str, server: &str) -> Option<String> {
        let pattern = NETWORKS[self as usize].3;
        if pattern.is_empty() || self == Self::Mastodon && server.is_empty() {
            return None;
        }
        let mut address = String::new();
        for letter in pattern.chars() {
            match letter {
                'U' => address.push_str(&encoded(url, "%20")),
                'T' => address.push_str(&encoded(title, "%20")),
                'S' => address.push_str(server),
                other => address.push(other),
            }
        }
        Some(address)
    }
}

/// The host name of a Mastodon server, from however a reader writes it:
/// `mastodon.social`, `https://mastodon.social/@me`, `@me@mastodon.social`.
#[must_use]
pub fn server(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = until(text, &['/', '?', '#']);
    let host = text.rsplit('@').next().unwrap_or_default();
    super::is_host(host).then(|| host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_has_its_own_page_for_it() {
        let url = "https://paper.example/a?b=1&c=2";
        for (network, wanted) in [
            (
                Network::Email,
                "mailto:?subject=Fish%20%26%20chips&body=https%3A%2F%2Fpaper.example%2Fa%3Fb%3D1%26c%3D2",
            ),
            (
                Network::Facebook,
                "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fpaper.example%2Fa%3Fb%3D1%26c%3D2",
            ),
            (
                Network::WhatsApp,
                "https://wa.me/?text=Fish%20%26%20chips%20https%3A%2F%2Fpaper.example%2Fa%3Fb%3D1%26c%3D2",
            ),
            (
                Network::Mastodon,
                "https://m.example/share?text=Fish%20%26%20chips%20https%3A%2F%2Fpaper.example%2Fa%3Fb%3D1%26c%3D2",
            ),
        ] {
            assert_eq!(
                network.address(url, "Fish & chips", "m.example").as_deref(),
                Some(wanted)
            );
        }
        assert_eq!(
            crate::shared::NETWORKS,
            NETWORKS.map(|(_, word, ..)| word),
            "as the loader knows them"
        );
        for (at, (network, word, name, _)) in NETWORKS.into_iter().enumerate() {
            assert_eq!(
                (network as usize, network.word(), network.name()),
                (at, word, name)
            );
            let address = network.address(url, "é", "m.example");
            assert_eq!(
                address.is_none(),
                matches!(network, Network::Sheet | Network::Copy)
            );
            if let Some(address) = address {
                assert!(
                    address.contains("paper.example%2Fa") && address.is_ascii(),
                    "{address}"
                );
            }
        }
        assert_eq!(Network::Mastodon.address(url, "x", ""), None);
    }

    #[test]
    fn a_server_however_it_is_written() {
        for text in [
            "mastodon.social",
            " https://Mastodon.social/@me ",
            "@me@mastodon.social",
            "http://mastodon.social?x",
        ] {
            assert_eq!(server(text).as_deref(), Some("mastodon.social"), "{text}");
        }
        for text in [
            "",
            "mastodon",
            "a b.social",
            "javascript:alert(1)",
            "//",
            "m.social:80",
        ] {
            assert_eq!(server(text), None, "{text}");
        }
    }
}
