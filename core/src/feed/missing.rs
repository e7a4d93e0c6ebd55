//! The fields that lists need, and how many articles of a feed are without them.

use crate::article::{Article, Feed};

/// How many articles are without each field that a list can show or rank by.
#[must_use]
pub fn missing(feed: &Feed) -> [(&'static str, usize); 7] {
    type Without = fn(&Article) -> bool;
    let fields: [(&str, Without); 7] = [
        ("link", |a| a.url.is_empty()),
        ("date", |a| a.published.is_none()),
        ("summary", |a| a.summary.is_empty() && a.body.is_empty()),
        ("picture", |a| a.image.is_none()),
        ("author", |a| a.authors.is_empty()),
        ("section or tag", |a| {
            a.section.is_empty() && a.tags.is_empty()
        }),
        ("views", |a| a.views.is_none()),
    ];
    fields.map(|(name, without)| (name, feed.articles.iter().filter(|a| without(a)).count()))
}
