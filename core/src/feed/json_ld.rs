//! Articles as pages describe them to search engines: schema.org in JSON-LD,
//! an `ItemList`, or `NewsArticle`s in an array or a `@graph`.

mod graph;
mod write;

pub use write::markup;

use super::MOST_NAMES;
use super::builder::Builder;
use super::fields::{paragraphs, plain_field};
use crate::article::{Article, Author, Feed, Format, Image};
use crate::json::Json;
use crate::text::date::Date;
use crate::text::link::resolve;
use crate::text::plain::plain;
use crate::text::split::at_most;
use graph::Graph;

/// How deep articles are looked for; one JSON-LD rarely nests deeper than
/// graph, page, list, entry, article.
const DEEPEST: usize = 8;

/// The most bytes of a text to which many articles may refer.
const LONGEST_COPY: usize = 4 << 10;

/// The properties of a thing that may have further things.
const WITHIN: [&str; 8] = [
    "@graph",
    "mainEntity",
    "itemListElement",
    "item",
    "hasPart",
    "blogPost",
    "blogPosts",
    "@list",
];

/// Whether this is JSON-LD.
pub(super) fn is(json: &Json<'_>) -> bool {
    let of = |json: &Json<'_>| {
        ["@context", "@type", "@graph"]
            .iter()
            .any(|name| *json.get(name) != Json::Null)
    };
    of(json) || json.list().iter().any(of)
}

/// The articles in some JSON-LD, its relative addresses resolved against `url`.
pub(super) fn feed(json: &Json<'_>, url: &str) -> Feed {
    feed_of(std::slice::from_ref(json), url)
}

/// The articles in all of a page's JSON-LD.
pub(super) fn feed_of(scripts: &[Json<'_>], url: &str) -> Feed {
    let mut builder = Builder::new(Format::JsonLd, String::new(), String::new());
    for json in scripts {
        let graph = Graph::new(json);
        walk(json, DEEPEST, &mut |thing, entry| {
            if !builder.next() {
                return;
            }
            let mut article = article(thing, &graph, url);
            let field = |name: &str| entry.get(name).text().and_then(|href| resolve(url, href));
            if article.url.is_empty() {
                article.url = field("url").or_else(|| field("item")).unwrap_or_default();
            }
            if article.title.is_empty() {
                article.title = plain_field(entry.get("name"));
            }
            let date = thing.get("datePublished");
            builder.field(
                "datePublished",
                article.published.is_none() && !date.is_blank(),
            );
            builder.add(article);
        });
    }
    builder.done(None)
}

/// Gives `found` every article, and the list entry that it is in, or the article once
/// more.
fn walk<'j, 'a>(
    json: &'j Json<'a>,
    depth: usize,
    found: &mut dyn FnMut(&'j Json<'a>, &'j Json<'a>),
) {
    if depth == 0 {
        return;
    }
    for thing in json.many() {
        if is_article(thing) {
            found(thing, thing);
            continue;
        }
        if is_a(thing, |kind| kind == "ListItem") {
            let item = thing.get("item");
            match item {
                Json::Map(_) if item.get("@type").is_blank() || is_article(item) => {
                    found(item, thing);
                }
                Json::Map(_) => walk(item, depth - 1, found),
                // An entry that is only a link and a name.
                _ => found(thing, thing),
            }
            continue;
        }
        for name in WITHIN {
            walk(thing.get(name), depth - 1, found);
        }
    }
}

/// Whether it is an article of some kind: `NewsArticle`, `BlogPosting`,
/// `LiveBlogPosting`, `ReportageNewsArticle` and so on.
pub(super) fn is_article(thing: &Json<'_>) -> bool {
    is_a(thing, |kind| {
        kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
    })
}

fn is_a(thing: &Json<'_>, fits: impl Fn(&str) -> bool) -> bool {
    thing
        .get("@type")
        .many()
        .iter()
        .filter_map(Json::text)
        .any(|kind| fits(kind.rsplit(['/', ':']).next().unwrap_or_default()))
}

/// The article that a thing describes. Its references are resolved in the graph of
/// its document.
fn article(thing: &Json<'_>, graph: &Graph<'_, '_>, base: &str) -> Article {
    let address = |json: &Json<'_>| resolve(base, web_address(json)?);
    let url = ["url", "mainEntityOfPage", "@id"]
        .iter()
        .find_map(|name| address(thing.get(name)));
    let date = |name: &str| thing.get(name).text().and_then(Date::read);
    let modified = date("dateModified");
    let published = date("datePublished").or(modified);
    Article {
        id: thing
            .get("identifier")
            .label()
            .unwrap_or_default()
            .to_owned(),
        url: url.unwrap_or_default(),
        title: plain_field(thing.first(&["headline", "name"])),
        summary: plain_field(thing.first(&["description", "abstract"])),
        body: paragraphs(thing.get("articleBody").str()),
        image: thing
            .first(&["image", "thumbnailUrl"])
            .many()
            .iter()
            .map(|image| graph.resolve(image))
            .find_map(|image| {
                Some(Image {
                    url: address(image)?,
                    alt: brief(image.get("caption").str()),
                    ..Image::default()
                })
            }),
        published: published.map(|date| date.seconds),
        zone: published.unwrap_or_default().zone,
        modified: modified.map(|date| date.seconds),
        authors: thing
            .first(&["author", "creator"])
            .many()
            .iter()
            .map(|author| graph.resolve(author))
            .map(|author| Author {
                name: brief(author.text().unwrap_or_else(|| author.get("name").str())),
                url: address(author.get("url")).unwrap_or_default(),
                ..Author::default()
            })
            .filter(|author| !author.name.is_empty())
            .collect(),
        tags: keywords(thing.get("keywords")),
        section: plain_field(first_of(thing.get("articleSection"))),
        language: thing.get("inLanguage").str().to_owned(),
        ..Article::default()
    }
}

/// A web address given as a text or as a thing that has one.
fn web_address<'j>(json: &'j Json<'_>) -> Option<&'j str> {
    let json = first_of(json);
    json.text().or_else(|| {
        json.first(&["url", "contentUrl", "@id"])
            .text()
            // The identifier of a part of a page is no address of its own.
            .filter(|id| !id.starts_with("#/"))
    })
}

fn first_of<'j, 'a>(json: &'j Json<'a>) -> &'j Json<'a> {
    json.many().first().unwrap_or(json)
}

/// The plain text of a name or a caption, cut, since many articles may have a copy.
fn brief(text: &str) -> String {
    plain(at_most(text, LONGEST_COPY))
}

/// Keywords as a list or as one text between commas, each once.
fn keywords(json: &Json<'_>) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    let pieces = json.many().iter().flat_map(|words| match json {
        Json::List(_) => vec![words.text().unwrap_or_else(|| words.get("name").str())],
        _ => words.str().split(',').collect(),
    });
    for piece in pieces {
        let word = plain(piece);
        if !word.is_empty() && keywords.len() < MOST_NAMES && !keywords.contains(&word) {
            keywords.push(word);
        }
    }
    keywords
}

#[cfg(test)]
mod tests;
