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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The ways to share, in their order.
    pub networks: Vec<Network>,
    /// The address that has and takes comments, as written.
    pub comments: Option<String>,
    /// Whether the newest comments come first.
    pub newest: bool,
    /// Whether an article element tells of its article in the page's head.
    pub announce: bool,
    /// The words that are searched for.
    pub query: Option<String>,
    /// The name of the author who is shown.
    pub author: Option<String>,
    /// What the publisher calls a slot.
    pub name: Option<String>,
    /// The label of a slot; empty for none.
    pub label: Option<String>,
    /// The sizes of a slot.
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

impl Page {
    pub(super) fn read(read: &mut Reader<'_>) -> Self {
        Self {
            networks: networks(read),
            comments: read.text("comments"),
            announce: read.switch("announce", false),
            query: read.text("query"),
            author: read.text("author"),
            name: read.text("name"),
            label: (read.attribute)("label").map(|label| label.trim().to_owned()),
            sizes: sizes(read),
            newest: read.one_of("order", "newest oldest") == 0,
        }
    }

    /// The size of a slot in a viewport of that width.
    #[must_use]
    pub fn size_at(&self, viewport: u32) -> Option<Size> {
        let fitting = self.sizes.iter().filter(|size| size.from <= viewport);
        fitting.max_by_key(|size| size.from).copied()
    }
}

/// `320x100 600:728x90`: width and height, and from which width of the
/// viewport on. The loader reads the same.
fn sizes(read: &mut Reader<'_>) -> Vec<Size> {
    let value = read.text("sizes").unwrap_or_default();
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
            _ => read.complain("sizes", word.to_owned(), "the others"),
        }
    }
    found
}

fn pixels(text: &str) -> Option<u32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |n, b| n * 10 + u32::from(b - b'0')))
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
            .find(|(_, name, ..)| word.eq_ignore_ascii_case(name))
        {
            Some((network, ..)) if !found.contains(network) => found.push(*network),
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
    #[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
    fn the_size_for_the_viewport() {
        let (page, complaints) = page("sizes", "320x100 1000:970x250 600:728x90 300 5:ax1");
        assert_eq!(complaints, 2);
        let height = |viewport| page.size_at(viewport).map(|size| size.height);
        assert_eq!(
            [height(320), height(600), height(1280)],
            [Some(100), Some(90), Some(250)]
        );
    }

    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
    fn networks_in_the_order_they_are_named() {
        assert_eq!(page("networks", "").0.networks, USUAL);
        let (page, complaints) = page("networks", "Mastodon copy myspace mastodon");
        assert_eq!(page.networks, [Network::Mastodon, Network::Copy]);
        assert_eq!(complaints, 1);
    }
}
