//! The report on what was typed or handed over: the feeds that can be read, and what
//! stands in the way of the others.

mod look;
mod problem;

pub use look::{Answer, Decode, handed_over, look};
pub use problem::Problem;

use newsrail_core::article::Feed;
use newsrail_core::feed::missing;
use serde::{Deserialize, Serialize};

/// How many articles are named.
const SHOWN: usize = 100;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The feeds that can be read, in the order of what was typed.
    pub feeds: Vec<FeedReport>,
    /// What stands in the way of the others.
    pub problems: Vec<Problem>,
    /// Whether it is of newsrail's own sample, which stands in until there is a site.
    pub is_sample: bool,
}

/// A feed that can be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeedReport {
    /// Its address.
    pub url: String,
    /// The page that has led to it, where one has.
    pub page: Option<String>,
    /// The publication's name.
    pub title: String,
    /// The format, as publishers know it.
    pub format: String,
    /// How many articles were read.
    pub count: usize,
    /// The first of them.
    pub articles: Vec<ArticleReport>,
    /// The origins of its pictures.
    pub pictures: Vec<String>,
    /// What many of the articles are without.
    pub lacks: Vec<String>,
    /// What was passed over, and what is amiss in how it is served.
    pub notes: Vec<String>,
    /// The feed itself, where no address has it: it was handed over, or a page lists its
    /// articles.
    pub text: Option<String>,
}

/// An article of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleReport {
    /// Its address.
    pub url: String,
    /// Its headline.
    pub title: String,
}

impl Report {
    /// The addresses of the feeds, as the attribute `feed` has them.
    #[must_use]
    pub fn addresses(&self) -> String {
        let urls: Vec<&str> = self.feeds.iter().map(|feed| feed.url.as_str()).collect();
        urls.join(" ")
    }

    /// Whether any of it has no address of its own.
    #[must_use]
    pub fn is_handed_over(&self) -> bool {
        self.feeds.iter().any(|feed| feed.text.is_some())
    }

    /// The articles of all feeds.
    pub fn articles(&self) -> impl Iterator<Item = &ArticleReport> {
        self.feeds.iter().flat_map(|feed| &feed.articles)
    }
}

/// The scheme and host of an address: `https://paper.example`.
#[must_use]
pub fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url[host..]
        .find(['/', '?', '#'])
        .map_or(url.len(), |at| host + at);
    &url[..end]
}

impl FeedReport {
    /// The report on a feed that was read.
    fn of(feed: &Feed, url: &str) -> Self {
        let all = feed.articles.len();
        let lacks = missing(feed)
            .into_iter()
            .filter(|&(name, without)| name != "views" && without > 0 && without * 4 >= all);
        let mut pictures: Vec<String> = Vec::new();
        for image in feed
            .articles
            .iter()
            .filter_map(|article| article.image.as_ref())
        {
            let from = origin(&image.url);
            if !pictures.iter().any(|known| known == from) {
                pictures.push(from.to_owned());
            }
        }
        let articles = feed
            .articles
            .iter()
            .filter(|article| !article.url.is_empty());
        Self {
            url: url.to_owned(),
            page: None,
            title: feed.title.clone(),
            format: feed.format.name().to_owned(),
            count: all,
            articles: articles
                .take(SHOWN)
                .map(|article| ArticleReport {
                    url: article.url.clone(),
                    title: article.title.clone(),
                })
                .collect(),
            pictures,
            lacks: lacks
                .map(|(name, without)| format!("{without} of {all} articles have no {name}"))
                .collect(),
            notes: feed.notes.iter().map(ToString::to_string).collect(),
            text: None,
        }
    }
}

#[cfg(test)]
mod tests;
