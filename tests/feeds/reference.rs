//! What feed-rs reads in the same bytes, in this project's terms.

use newsrail_core::text::link::resolve;
use newsrail_core::text::plain::{folded, plain};

/// An item as feed-rs reads it.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) title: String,
    /// Every address that may be meant: feed-rs keeps all links.
    pub(crate) links: Vec<String>,
    /// Its date of publication, else of change.
    pub(crate) date: Option<i64>,
}

/// The items, or `None` where feed-rs cannot read the bytes.
pub(crate) fn items(bytes: &[u8], base: &str) -> Option<Vec<Item>> {
    let parser = feed_rs::parser::Builder::new().base_uri(Some(base)).build();
    let feed = parser.parse(bytes).ok()?;
    Some(
        feed.entries
            .into_iter()
            .map(|entry| item(entry, base))
            .collect(),
    )
}

fn item(entry: feed_rs::model::Entry, base: &str) -> Item {
    let title = entry.title.map_or(String::new(), |title| {
        if title.content_type.subty() == "html" {
            plain(&title.content)
        } else {
            folded(&title.content)
        }
    });
    let is_page = |rel: &Option<String>| rel.as_deref().is_none_or(|rel| rel == "alternate");
    Item {
        title,
        links: entry
            .links
            .iter()
            .filter(|link| is_page(&link.rel) && link.target.is_none())
            .filter_map(|link| resolve(base, &link.href))
            .collect(),
        date: entry
            .published
            .or(entry.updated)
            .map(|date| date.timestamp()),
    }
}
