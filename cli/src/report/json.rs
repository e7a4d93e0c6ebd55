//! The report as programs read it. Fields stand in the order of the alphabet.

use super::{Report, SHOWN};
use newsrail_core::article::{Article, Feed};
use newsrail_core::feed::missing;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Document<'r> {
    /// The exit status: 0 is fine, 1 usable, 2 unusable.
    exit: u8,
    feed: Option<FeedReport<'r>>,
    headers: BTreeMap<&'r str, &'r str>,
    /// `null` where the target is a feed.
    page: Option<PageReport<'r>>,
    /// What to paste.
    snippet: Option<&'r str>,
    /// The HTTP status; `null` for a file.
    status: Option<u16>,
    target: &'r str,
    /// Why nothing can be shown of it; `null` where something can.
    unusable: Option<&'r str>,
    warnings: &'r [String],
}

#[derive(Serialize)]
struct PageReport<'r> {
    /// The feeds that the page announces, best first, as far as they were tried.
    announces: &'r [String],
    /// The article that the page is, if it is one.
    article: Option<ArticleReport<'r>>,
}

#[derive(Serialize)]
struct FeedReport<'r> {
    /// How many articles were read.
    articles: usize,
    /// How many items could not be.
    dropped: usize,
    /// The first of the articles.
    first: Vec<ArticleReport<'r>>,
    format: &'static str,
    language: &'r str,
    /// The address of its next page.
    next: Option<&'r str>,
    notes: Vec<String>,
    title: &'r str,
    url: &'r str,
    /// How many articles are without a field, by its name.
    without: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct ArticleReport<'r> {
    authors: Vec<&'r str>,
    /// The address of its picture.
    image: Option<&'r str>,
    /// In seconds since 1970.
    published: Option<i64>,
    section: &'r str,
    tags: &'r [String],
    title: &'r str,
    url: &'r str,
    views: Option<f64>,
}

/// The report as one JSON object.
pub(crate) fn json(report: &Report) -> serde_json::Result<String> {
    serde_json::to_string(&Document {
        exit: report.status(),
        feed: report.feed.as_ref().map(|feed| of_feed(feed, &report.url)),
        headers: report
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect(),
        page: report.is_page.then(|| PageReport {
            announces: &report.announced,
            article: report.article.as_ref().map(of_article),
        }),
        snippet: report.snippet.as_deref(),
        status: report.status,
        target: &report.target,
        unusable: report.failure.as_deref(),
        warnings: &report.warnings,
    })
}

fn of_feed<'r>(feed: &'r Feed, url: &'r str) -> FeedReport<'r> {
    FeedReport {
        articles: feed.articles.len(),
        dropped: feed.dropped,
        first: feed.articles.iter().take(SHOWN).map(of_article).collect(),
        format: feed.format.name(),
        language: &feed.language,
        next: feed.next.as_deref(),
        notes: feed.notes.iter().map(ToString::to_string).collect(),
        title: &feed.title,
        url,
        without: missing(feed).into_iter().collect(),
    }
}

fn of_article(article: &Article) -> ArticleReport<'_> {
    ArticleReport {
        authors: article.authors.iter().map(|a| a.name.as_str()).collect(),
        image: article.image.as_ref().map(|image| image.url.as_str()),
        published: article.published,
        section: &article.section,
        tags: &article.tags,
        title: &article.title,
        url: &article.url,
        views: article.views,
    }
}
