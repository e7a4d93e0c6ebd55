//! What only the elements of an article page are set to.

use super::Reader;
use crate::outbox::share::{NETWORKS, Network};

/// The networks that `<newsrail-share>` offers where none are named.
const USUAL: [Network; 6] = [
    Network::Sheet,
    Network::Copy,
    Network::Email,
    Network::Facebook,
    Network::X,
    Network::WhatsApp,
];

/// What an element of an article page is set to.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The ways to share, in their order.
    pub networks: Vec<Network>,
    /// The address that has and takes comments, as written.
    pub comments: Option<String>,
    /// Whether the newest comments come first.
    pub newest: bool,
}

impl Page {
    pub(super) fn read(read: &mut Reader<'_>) -> Self {
        Self {
            networks: networks(read),
            comments: read.text("comments"),
            newest: read.one_of("order", &[("newest", true), ("oldest", false)]),
        }
    }
}

/// The ways that `networks` names, each once; a word that is none is left out.
fn networks(read: &mut Reader<'_>) -> Vec<Network> {
    let Some(value) = read.text("networks") else {
        return USUAL.to_vec();
    };
    let mut found = Vec::new();
    for word in value.split_ascii_whitespace() {
        match NETWORKS
            .iter()
            .find(|(name, _)| word.eq_ignore_ascii_case(name))
        {
            Some((_, network)) if !found.contains(network) => found.push(*network),
            Some(_) => {}
            None => read.complain("networks", word.to_owned(), "the others"),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Kind};

    fn page(name: &str, value: &str) -> (Page, usize) {
        let mut complaints = Vec::new();
        let attribute = |asked: &'static str| (asked == name).then(|| value.to_owned());
        let config = Config::new(Kind::Share, attribute, &mut complaints);
        (config.page, complaints.len())
    }

    #[test]
    fn networks_in_the_order_they_are_named() {
        assert_eq!(page("networks", "").0.networks, USUAL);
        let (page, complaints) = page("networks", "Mastodon copy myspace mastodon");
        assert_eq!(page.networks, [Network::Mastodon, Network::Copy]);
        assert_eq!(complaints, 1);
    }
}
