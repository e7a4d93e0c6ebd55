//! What `newsrail check` found, for people and for programs.

use crate::check::counted;
use crate::fetch::Reply;
use crate::out::Lines;
use newsrail_core::article::{Article, Feed, Format};
use serde_json::{Value, json};
use std::io;

/// The headers that decide whether and how often a browser loads it.
const HEADERS: [&str; 5] = [
    "content-type",
    "access-control-allow-origin",
    "cache-control",
    "etag",
    "last-modified",
];

/// How many articles, and how many notes, people are shown.
const SHOWN: usize = 5;
const NOTES: usize = 20;

/// A terminal's numbers for what a line is printed in.
const BOLD: u8 = 1;
const RED: u8 = 31;
const GREEN: u8 = 32;
const YELLOW: u8 = 33;

#[derive(Default)]
pub(crate) struct Report {
    target: String,
    /// Where the feed was, after redirects.
    url: String,
    status: Option<u16>,
    headers: Vec<(&'static str, String)>,
    /// Whether it is a page.
    pub(crate) is_page: bool,
    /// For a page: the article that it is, if it is one.
    pub(crate) article: Option<Article>,
    /// For a page: the feeds that it announces, best first, as far as tried.
    pub(crate) announced: Vec<String>,
    pub(crate) feed: Option<Feed>,
    pub(crate) warnings: Vec<String>,
    failure: Option<String>,
    pub(crate) snippet: Option<String>,
}

impl Report {
    pub(crate) fn new(target: &str) -> Self {
        Self {
            target: target.to_owned(),
            ..Self::default()
        }
    }

    /// With what the server said.
    pub(crate) fn answered(mut self, reply: &Reply) -> Self {
        self.url.clone_from(&reply.url);
        if reply.is_remote {
            self.status = Some(reply.status);
            self.headers = HEADERS
                .iter()
                .filter_map(|&name| Some((name, reply.header(name)?.to_owned())))
                .collect();
        }
        self
    }

    /// What is read is in the page itself, at this address.
    pub(crate) fn here(&mut self, url: &str) {
        url.clone_into(&mut self.url);
    }

    pub(crate) fn fail(&mut self, why: String) {
        self.failure = Some(why);
    }

    pub(crate) fn unusable(mut self, why: String) -> Self {
        self.fail(why);
        self
    }

    /// The exit status.
    pub(crate) fn status(&self) -> u8 {
        let noted = self
            .feed
            .as_ref()
            .is_some_and(|feed| !feed.notes.is_empty());
        match &self.failure {
            Some(_) => 2,
            None => u8::from(noted || !self.warnings.is_empty()),
        }
    }
}

pub(crate) fn json(report: &Report) -> Value {
    let feed = report.feed.as_ref().map(|feed| {
        json!({
            "url": report.url,
            "format": feed.format.name(),
            "title": feed.title,
            "language": feed.language,
            "articles": feed.articles.len(),
            "dropped": feed.dropped,
            "next": feed.next,
            "without": counted(feed).into_iter().collect::<std::collections::BTreeMap<_, _>>(),
            "notes": feed.notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "first": feed.articles.iter().take(SHOWN).map(article).collect::<Vec<_>>(),
        })
    });
    json!({
        "target": report.target,
        "exit": report.status(),
        "unusable": report.failure,
        "warnings": report.warnings,
        "status": report.status,
        "headers": report.headers.iter().map(|(n, v)| (*n, v.as_str())).collect::<std::collections::BTreeMap<_, _>>(),
        "page": report.is_page.then(|| json!({
            "article": report.article.as_ref().map(article),
            "announces": report.announced,
        })),
        "feed": feed,
        "snippet": report.snippet,
    })
}

fn article(article: &Article) -> Value {
    json!({
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "section": article.section,
        "tags": article.tags,
        "authors": article.authors.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(),
        "image": article.image.as_ref().map(|image| image.url.as_str()),
        "views": article.views,
    })
}

pub(crate) fn text(report: &Report, out: &mut Lines) -> io::Result<()> {
    out.coloured(BOLD, &report.target)?;
    if report.is_page {
        out.line("  an HTML page")?;
        if let Some(article) = &report.article {
            field(out, "article", &article.title)?;
        }
        for url in &report.announced {
            field(out, "announces", url)?;
        }
    }
    if let Some(status) = report.status {
        field(out, "status", &status.to_string())?;
    }
    for (name, value) in &report.headers {
        field(out, name, value)?;
    }
    if let Some(feed) = &report.feed {
        of_feed(out, feed, &report.url)?;
        for note in feed.notes.iter().take(NOTES) {
            out.coloured(YELLOW, &format!("  note: {note}"))?;
        }
        if feed.notes.len() > NOTES {
            out.line(&format!("  and {} more notes", feed.notes.len() - NOTES))?;
        }
    }
    for warning in &report.warnings {
        out.coloured(YELLOW, &format!("  warning: {warning}"))?;
    }
    match (&report.failure, report.status()) {
        (Some(why), _) => out.coloured(RED, &format!("unusable: {why}"))?,
        (None, 0) => out.coloured(GREEN, "fine")?,
        (None, _) => out.coloured(YELLOW, "usable, with warnings")?,
    }
    if let (None, Some(snippet)) = (&report.failure, &report.snippet) {
        out.line("")?;
        out.line("To paste:")?;
        out.line(&format!("  {snippet}"))?;
    }
    Ok(())
}

fn of_feed(out: &mut Lines, feed: &Feed, url: &str) -> io::Result<()> {
    field(out, "feed", url)?;
    field(out, "format", feed.format.name())?;
    field(out, "title", &feed.title)?;
    field(out, "language", &feed.language)?;
    let all = feed.articles.len();
    let dropped = feed.dropped;
    field(out, "articles", &format!("{all}, {dropped} items dropped"))?;
    for (name, without) in counted(feed) {
        if without > 0 && feed.format != Format::Counts {
            field(out, "without", &format!("{name}: {without} of {all}"))?;
        }
    }
    field(out, "next page", feed.next.as_deref().unwrap_or_default())?;
    for article in feed.articles.iter().take(SHOWN) {
        out.line(&format!("    • {}", article.title))?;
    }
    Ok(())
}

/// A line of a name and a value; none where there is no value.
fn field(out: &mut Lines, name: &str, value: &str) -> io::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    out.line(&format!("  {name}: {value}"))
}
