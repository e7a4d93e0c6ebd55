//! Articles from files: a feed in any format that newsrail reads, or one
//! article a line.

use crate::Failure;
use crate::out::tell;
use newsrail::article::{Article, Author, Feed};
use newsrail::rank::engine;
use newsrail::text::date::rfc3339;
use newsrail::text::language::Language;
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// Reads a file of one article a line: `id`, `title`, `summary`,
/// `content_text` or `content_html`, `date_published`, `tags`, `section`,
/// `authors` (names, or objects with `name`), `url`. Empty lines are skipped.
pub(crate) fn lines(path: &Path) -> Result<Vec<Article>, Failure> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut articles = Vec::new();
    for (number, line) in (1..).zip(BufReader::new(file).lines()) {
        let wrong =
            |what: &dyn std::fmt::Display| format!("{}, line {number}: {what}", path.display());
        let line = line.map_err(|error| wrong(&error))?;
        if line.trim().is_empty() {
            continue;
        }
        let value: Value = serde_json::from_str(&line).map_err(|error| wrong(&error))?;
        let article = article(&value);
        if article.id.is_empty() {
            return Err(wrong(&"no \"id\"").into());
        }
        articles.push(article);
    }
    Ok(articles)
}

fn article(value: &Value) -> Article {
    let text = |name: &str| match &value[name] {
        Value::String(text) => text.clone(),
        // Feeds give numbers as identifiers.
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let list = |name: &str| value[name].as_array().cloned().unwrap_or_default();
    let name = |item: &Value| item.as_str().or(item["name"].as_str()).map(str::to_owned);
    let plain = text("content_text");
    Article {
        id: text("id"),
        url: text("url"),
        title: text("title"),
        summary: text("summary"),
        body: if plain.is_empty() {
            text("content_html")
        } else {
            escape(&plain)
        },
        published: rfc3339(&text("date_published")),
        tags: list("tags").iter().filter_map(name).collect(),
        section: text("section"),
        authors: list("authors")
            .iter()
            .filter_map(name)
            .map(|name| Author {
                name,
                ..Author::default()
            })
            .collect(),
        ..Article::default()
    }
}

/// Plain text as the HTML that a body is.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Reads a feed; a file of one article a line is taken for one too.
pub(crate) fn feed(path: &Path) -> Result<Feed, Failure> {
    if path
        .extension()
        .is_some_and(|extension| extension == "jsonl")
    {
        let articles = lines(path)?;
        return Ok(Feed {
            articles,
            ..Feed::default()
        });
    }
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    // Relative addresses stay useless, and none are followed.
    let feed = newsrail::feed::read(&bytes, "https://feed.invalid/", None)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    // An archive may well be more than is read of a feed.
    for note in feed.limits() {
        tell(&format!("newsrail: {}: {note}", path.display()));
    }
    Ok(feed)
}

/// The language of a feed: the one that is `named`, else its own, else what its
/// articles seem to be in.
pub(crate) fn language(feed: &Feed, named: &str) -> Language {
    let tag = if named.is_empty() {
        &feed.language
    } else {
        named
    };
    engine::language(tag, &feed.articles)
}
