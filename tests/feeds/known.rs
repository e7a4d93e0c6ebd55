//! Differences that are meant: the file, the field, and why.

const PERMALINK: &str = "a guid is the address unless it says that it is not";

/// In files whose names contain the first, the field differs for this reason.
pub(crate) const KNOWN: &[(&str, &str, &str)] = &[
    ("rss_2.0_spec_1", "link", PERMALINK),
    ("feedparser/rss/item_guid", "link", PERMALINK),
    (
        "rss2.0simplechapter",
        "link",
        "Atom's link without its namespace, for which feed-rs gives no link in RSS",
    ),
    (
        "rss_2.0_nbcny",
        "date",
        "\"Sat, Dec 16 2023 02:02:33 PM\", for which feed-rs gives no date",
    ),
    (
        "withModules",
        "date",
        "a dc:date, for which feed-rs gives no date",
    ),
    (
        "item_dc_title",
        "title",
        "dc:title where RSS has none of its own, as the file expects",
    ),
];
