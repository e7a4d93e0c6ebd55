//! Where the address of an article is handed on: plain links to each network's
//! own page for it. Nothing of a network's is loaded before a reader follows one.

use super::encoded;

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

/// The word for each way in an attribute and in an event.
pub const NETWORKS: [(&str, Network); 12] = [
    ("sheet", Network::Sheet),
    ("copy", Network::Copy),
    ("email", Network::Email),
    ("facebook", Network::Facebook),
    ("x", Network::X),
    ("whatsapp", Network::WhatsApp),
    ("linkedin", Network::LinkedIn),
    ("reddit", Network::Reddit),
    ("telegram", Network::Telegram),
    ("bluesky", Network::Bluesky),
    ("mastodon", Network::Mastodon),
    ("pinterest", Network::Pinterest),
];

impl Network {
    /// The word for it in an attribute and in an event.
    #[must_use]
    pub fn word(self) -> &'static str {
        NETWORKS
            .iter()
            .find(|(_, network)| *network == self)
            .map_or("", |(word, _)| word)
    }

    /// The address at which an article is shared there; `None` for the ways
    /// that are no address. `server` is the reader's own, where it takes one.
    ///
    /// The parameters are those of each network's own documentation of its
    /// share links, in November 2026.
    #[must_use]
    pub fn address(self, url: &str, title: &str, server: &str) -> Option<String> {
        let (url, title) = (encoded(url, "%20"), encoded(title, "%20"));
        let both = [&title, "%20", &url].concat();
        Some(match self {
            Self::Sheet | Self::Copy => return None,
            Self::Email => ["mailto:?subject=", &title, "&body=", &url].concat(),
            Self::Facebook => ["https://www.facebook.com/sharer/sharer.php?u=", &url].concat(),
            Self::X => ["https://x.com/intent/post?url=", &url, "&text=", &title].concat(),
            Self::WhatsApp => ["https://wa.me/?text=", &both].concat(),
            Self::LinkedIn => {
                ["https://www.linkedin.com/sharing/share-offsite/?url=", &url].concat()
            }
            Self::Reddit => [
                "https://www.reddit.com/submit?url=",
                &url,
                "&title=",
                &title,
            ]
            .concat(),
            Self::Telegram => ["https://t.me/share/url?url=", &url, "&text=", &title].concat(),
            Self::Bluesky => ["https://bsky.app/intent/compose?text=", &both].concat(),
            Self::Mastodon => {
                if server.is_empty() {
                    return None;
                }
                ["https://", server, "/share?text=", &both].concat()
            }
            Self::Pinterest => [
                "https://www.pinterest.com/pin/create/button/?url=",
                &url,
                "&description=",
                &title,
            ]
            .concat(),
        })
    }
}

/// The host name of a Mastodon server, from however a reader writes it:
/// `mastodon.social`, `https://mastodon.social/@me`, `@me@mastodon.social`.
#[must_use]
pub fn server(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.split(['/', '?', '#']).next().unwrap_or_default();
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
        for (word, network) in NETWORKS {
            assert_eq!(network.word(), word);
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
