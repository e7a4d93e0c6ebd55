//! What only one of the elements of an article page is set to.

use super::Attributes;
use crate::outbox::share::{NETWORKS, Network};
use crate::shared::NETWORKS_DEFAULT;

/// What `<newsrail-reply>` is set to.
#[derive(Clone, Debug, PartialEq)]
pub struct Comments {
    /// The address that has and takes comments, as written.
    pub address: Option<String>,
    /// Whether the newest come first.
    pub newest: bool,
}

/// What `<newsrail-slot>` is set to.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// What the publisher calls it.
    pub name: Option<String>,
    /// Its label; empty for none.
    pub label: Option<String>,
    /// What it measures.
    pub sizes: Vec<Size>,
}

/// What a slot measures in CSS pixels, in a viewport of at least some width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// From which width of the viewport on.
    pub from: u32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

impl Comments {
    /// Whose comments, and in which order.
    pub fn read(attributes: &mut Attributes<'_>) -> Self {
        Self {
            address: attributes.text("comments"),
            newest: attributes.one_of("order", &[("newest", true), ("oldest", false)]),
        }
    }
}

impl Slot {
    /// Its name, label and sizes.
    pub fn read(attributes: &mut Attributes<'_>) -> Self {
        Self {
            name: attributes.text("name"),
            label: attributes
                .maybe_empty("label")
                .map(|label| label.trim_ascii().to_owned()),
            sizes: sizes(attributes),
        }
    }

    /// The size in a viewport of that width.
    #[must_use]
    pub fn size_at(&self, viewport: u32) -> Option<Size> {
        let fitting = self.sizes.iter().filter(|size| size.from <= viewport);
        fitting.max_by_key(|size| size.from).copied()
    }
}

/// Whether an article element tells of its article in the page's head.
pub fn announce(attributes: &mut Attributes<'_>) -> bool {
    attributes.switch("announce", false)
}

/// The ways to share that `networks` names, in that order and each once; a word
/// that is none is left out.
pub fn networks(attributes: &mut Attributes<'_>) -> Vec<Network> {
    let value = attributes.text("networks");
    let value = value.as_deref().unwrap_or(NETWORKS_DEFAULT);
    let mut found = Vec::new();
    for word in value.split_ascii_whitespace() {
        match NETWORKS
            .iter()
            .find(|(_, name, ..)| word.eq_ignore_ascii_case(name))
        {
            Some((network, ..)) if !found.contains(network) => found.push(*network),
            Some(_) => {}
            None => attributes.complain("networks", word.to_owned(), "the others"),
        }
    }
    found
}

/// `320x100 600:728x90`: width and height, and from which width of the
/// viewport on. `web/loader/settings.js` reads the same.
fn sizes(attributes: &mut Attributes<'_>) -> Vec<Size> {
    let value = attributes.text("sizes").unwrap_or_default();
    let mut found = Vec::new();
    for word in value.split_ascii_whitespace() {
        let (from, size) = word.split_once(':').unwrap_or(("0", word));
        let (width, height) = size.split_once('x').unwrap_or_default();
        match (pixels(from), pixels(width), pixels(height)) {
            (Some(from), Some(width), Some(height)) => found.push(Size {
                from,
                width,
                height,
            }),
            _ => attributes.complain("sizes", word.to_owned(), "the others"),
        }
    }
    found
}

fn pixels(text: &str) -> Option<u32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |n, b| n * 10 + u32::from(b - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tests::read;

    #[test]
    fn the_size_for_the_viewport() {
        let set = [("sizes", "320x100 1000:970x250 600:728x90 300 5:ax1")];
        let (slot, complaints) = read(&set, Slot::read);
        assert_eq!(complaints.len(), 2);
        let height = |viewport| slot.size_at(viewport).map(|size| size.height);
        assert_eq!(
            [height(320), height(600), height(1280)],
            [Some(100), Some(90), Some(250)]
        );
    }

    #[test]
    fn networks_in_the_order_they_are_named() {
        let default = [
            Network::Sheet,
            Network::Copy,
            Network::Email,
            Network::Facebook,
            Network::X,
            Network::WhatsApp,
        ];
        assert_eq!(read(&[("networks", "")], networks).0, default);
        let set = [("networks", "Mastodon copy myspace mastodon")];
        let (named, complaints) = read(&set, networks);
        assert_eq!(named, [Network::Mastodon, Network::Copy]);
        assert_eq!(complaints.len(), 1);
    }

    #[test]
    fn comments_come_newest_first_unless_told_otherwise() {
        for (order, newest, complaints) in [
            ("", true, 0),
            ("Oldest", false, 0),
            ("newest", true, 0),
            ("best", true, 1),
        ] {
            let (comments, said) = read(&[("order", order)], Comments::read);
            assert_eq!((comments.newest, said.len()), (newest, complaints));
        }
    }
}
