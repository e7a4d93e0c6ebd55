//! Articles from files: a feed in any format that newsrail reads, or one
//! article a line.

use crate::Failure;
use crate::out::tell;
use newsrail_core::article::{Article, Author, Feed};
use newsrail_core::rank::engine;
use newsrail_core::text::date::{Timestamp, rfc3339};
use newsrail_core::text::language::Language;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Number, Value};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// The present.
pub(crate) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        Timestamp::try_from(since.as_secs()).unwrap_or(Timestamp::MAX)
    })
}

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
        // An object first: of a field that is there twice the last counts, and a list
        // is no article.
        let line = match serde_json::from_str(&line).map_err(|error| wrong(&error))? {
            Value::Object(fields) => Line::deserialize(fields).map_err(|error| wrong(&error))?,
            _ => Line::default(),
        };
        let article = article(line);
        if article.id.is_empty() {
            return Err(wrong(&"no \"id\"").into());
        }
        articles.push(article);
    }
    Ok(articles)
}

/// An article of an archive. A field that is something else than it should be
/// counts as absent, and costs no other.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Line {
    id: Text,
    url: Text,
    title: Text,
    summary: Text,
    content_text: Text,
    content_html: Text,
    date_published: Text,
    tags: Names,
    section: Text,
    authors: Names,
}

/// A text. Feeds give numbers as identifiers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    String(String),
    Number(Number),
    Other(IgnoredAny),
}

impl Default for Text {
    fn default() -> Self {
        Self::Other(IgnoredAny)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        match text {
            Text::String(text) => text,
            Text::Number(number) => number.to_string(),
            Text::Other(_) => Self::new(),
        }
    }
}

/// A list of names.
#[derive(Deserialize)]
#[serde(untagged)]
enum Names {
    List(Vec<Name>),
    Other(IgnoredAny),
}

impl Default for Names {
    fn default() -> Self {
        Self::Other(IgnoredAny)
    }
}

impl From<Names> for Vec<String> {
    fn from(names: Names) -> Self {
        let Names::List(names) = names else {
            return Self::new();
        };
        let name = |name| match name {
            Name::Plain(name) | Name::Named { name } => Some(name),
            Name::Other(_) => None,
        };
        names.into_iter().filter_map(name).collect()
    }
}

/// A name, or an object that has one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Name {
    Plain(String),
    Named { name: String },
    Other(IgnoredAny),
}

fn article(line: Line) -> Article {
    let plain = String::from(line.content_text);
    Article {
        id: line.id.into(),
        url: line.url.into(),
        title: line.title.into(),
        summary: line.summary.into(),
        body: if plain.is_empty() {
            line.content_html.into()
        } else {
            escape(&plain)
        },
        published: rfc3339(&String::from(line.date_published)),
        tags: line.tags.into(),
        section: line.section.into(),
        authors: Vec::from(line.authors)
            .into_iter()
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
    let feed = newsrail_core::feed::read(&bytes, "https://feed.invalid/", None)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Article {
        article(serde_json::from_str(line).expect("a line"))
    }

    #[test]
    fn a_field_that_is_something_else_costs_no_other() {
        let read = read(
            r#"{"id":7,"title":["no"],"summary":"A & B","tags":["a",{"name":"b"},{"name":null},["c"],3],
            "authors":"Ana","section":null,"content_text":"1 < 2","content_html":"<p>","date_published":"soon"}"#,
        );
        assert_eq!((read.id.as_str(), read.title.as_str()), ("7", ""));
        assert_eq!(
            (read.summary.as_str(), read.body.as_str()),
            ("A & B", "1 &lt; 2")
        );
        assert_eq!(read.tags, ["a", "b"]);
        assert!(read.authors.is_empty() && read.section.is_empty());
        assert_eq!(read.published, None);
    }

    #[test]
    fn authors_are_names_or_objects_that_have_one() {
        let read = read(r#"{"authors":["Ana",{"name":"Bo","url":"https://p.example/"}]}"#);
        let names: Vec<&str> = read.authors.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Ana", "Bo"]);
    }
}
