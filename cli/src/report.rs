//! What `newsrail check` found: `text` says it to people, `json` to programs.

mod json;
mod text;

pub(crate) use json::json;
pub(crate) use text::text;

use crate::fetch::Reply;
use newsrail_core::article::{Article, Feed};

/// The headers that decide whether and how often a browser loads it.
const HEADERS: [&str; 5] = [
    "content-type",
    "access-control-allow-origin",
    "cache-control",
    "etag",
    "last-modified",
];

/// How many articles are named.
const SHOWN: usize = 5;

/// What was found of one target.
#[derive(Default)]
pub(crate) struct Report {
    /// What was to be checked, as it was given.
    target: String,
    /// Where the feed was, after redirects.
    url: String,
    /// The HTTP status of the feed; none for a file.
    status: Option<u16>,
    /// Those of `HEADERS` that came with the feed.
    headers: Vec<(&'static str, String)>,
    /// Whether it is a page.
    pub(crate) is_page: bool,
    /// For a page: the article that it is, if it is one.
    pub(crate) article: Option<Article>,
    /// For a page: the feeds that it announces, best first, as far as tried.
    pub(crate) announced: Vec<String>,
    /// The feed, if there is one that can be read.
    pub(crate) feed: Option<Feed>,
    /// What is amiss, though the feed can be used.
    pub(crate) warnings: Vec<String>,
    /// Why it cannot be used, if it cannot.
    failure: Option<String>,
    /// What to paste into a page.
    pub(crate) snippet: Option<String>,
}

impl Report {
    /// A report of a target of which nothing is known yet.
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

    /// It cannot be used, for this reason.
    pub(crate) fn fail(&mut self, why: String) {
        self.failure = Some(why);
    }

    /// The same, as the end of a report.
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
