//! Sets of articles with labels, which say what is like what.

use newsrail_core::article::Article;
use newsrail_core::text::date::{Timestamp, rfc3339};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The names of the sets.
pub(crate) const SETS: [&str; 5] = [
    "fnc_story",
    "ecb_event",
    "uci_headlines",
    "bbc_topic",
    "abp_topic",
];

/// Articles of which those with one label are alike.
pub(crate) struct Set {
    /// Without and with bodies.
    pub(crate) articles: [Vec<Article>; 2],
    /// Per article.
    pub(crate) labels: Vec<String>,
    /// The articles that are asked for.
    pub(crate) queries: Vec<usize>,
}

/// Where the sets are, if `NEWSRAIL_RELATED` says so.
pub(crate) fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("NEWSRAIL_RELATED").map(PathBuf::from)?;
    named.join("bbc_topic.jsonl").exists().then_some(named)
}

/// Reads a set: an article a line, as JSON.
pub(crate) fn load(path: &Path) -> Set {
    let text = std::fs::read_to_string(path).expect("a readable set");
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let labels: Vec<String> = lines.iter().map(|line| string(line, "label")).collect();
    let asked = |at: usize| {
        lines[at]["query"] == Value::Bool(true)
            && labels.iter().filter(|label| **label == labels[at]).count() > 1
    };
    let queries = (0..lines.len()).filter(|&at| asked(at)).collect();
    let articles =
        [false, true].map(|whole| lines.iter().map(|line| article(line, whole)).collect());
    Set {
        articles,
        labels,
        queries,
    }
}

fn article(line: &Value, whole: bool) -> Article {
    let body = if whole {
        string(line, "content_text")
    } else {
        String::new()
    };
    let published: Option<Timestamp> = rfc3339(&string(line, "date_published"));
    Article {
        title: string(line, "title"),
        summary: string(line, "summary"),
        body: body.replace('&', "&amp;").replace('<', "&lt;"),
        published,
        ..Article::default()
    }
}

fn string(line: &Value, name: &str) -> String {
    line[name].as_str().unwrap_or_default().to_owned()
}
