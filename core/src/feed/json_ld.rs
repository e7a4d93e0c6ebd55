//! Articles as pages describe them to search engines: schema.org in JSON-LD,
//! an `ItemList`, or `NewsArticle`s in an array or a `@graph`.

mod graph;
mod walk;
mod write;

pub use write::markup;

use super::builder::Builder;
use super::fields::{paragraphs, plain_field};
use super::positions::Positions;
use super::{MOST_ITEMS, MOST_NAMES};
use crate::article::{Article, Author, Feed, Format, Image};
use crate::json::Json;
use crate::text::date::Date;
use crate::text::link::{key, resolve};
use crate::text::plain::plain;
use crate::text::split::at_most;
use graph::Graph;
use walk::{Entry, walk};

/// The most bytes of a text to which many articles may refer.
const LONGEST_COPY: usize = 4 << 10;

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
    collect(scripts, url, &|_| true)
}

/// The articles that a page's JSON-LD describes, without those that it only names in a
/// list.
pub(super) fn described(scripts: &[Json<'_>], url: &str) -> Vec<Article> {
    collect(scripts, url, &is_article).articles
}

/// The articles of those things that are `wanted`.
fn collect(scripts: &[Json<'_>], url: &str, wanted: &dyn Fn(&Json<'_>) -> bool) -> Feed {
    let graphs: Vec<Graph<'_, '_>> = scripts.iter().map(Graph::new).collect();
    let mut entries = Vec::new();
    let mut graph_of = Vec::new();
    for (json, graph) in scripts.iter().zip(&graphs) {
        walk(json, graph, &mut |entry| {
            // One more than is read, for the note on it.
            if entries.len() <= MOST_ITEMS && wanted(entry.thing) {
                entries.push(entry);
                graph_of.push(graph);
            }
        });
    }
    let mut builder = Builder::new(Format::JsonLd, String::new(), String::new());
    for at in once_each(&entries, url) {
        if !builder.next() {
            break;
        }
        add(&mut builder, &entries[at], graph_of[at], url);
    }
    builder.cleaned(None)
}

/// The entries as they are to be listed.
///
/// A list may name an article that is described elsewhere on the page. The description
/// then stands in the list, and the name of it is no second article.
fn once_each(entries: &[Entry<'_, '_>], base: &str) -> Vec<usize> {
    let name = |entry| Some(key(&address(entry, base)?));
    let mut described = Positions::default();
    for (at, entry) in entries.iter().enumerate() {
        if is_article(entry.thing)
            && let Some(name) = name(entry)
        {
            described.first(name, at);
        }
    }
    let mut is_taken = vec![false; entries.len()];
    let mut order = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let elsewhere = name(entry).and_then(|name| described.get(&name));
        let chosen = elsewhere
            .filter(|&other| is_the_same(entry.thing, entries[other].thing))
            .unwrap_or(at);
        if !std::mem::replace(&mut is_taken[chosen], true) {
            order.push(chosen);
        }
    }
    order
}

/// Whether a thing is no article but in what another says of it. Two articles at one
/// address are two: the later is noted as a double.
fn is_the_same(thing: &Json<'_>, described: &Json<'_>) -> bool {
    !is_article(thing) || std::ptr::eq(thing, described)
}

fn add(builder: &mut Builder, entry: &Entry<'_, '_>, graph: &Graph<'_, '_>, base: &str) {
    let mut article = article(entry.thing, graph, base);
    article.url = address(entry, base).unwrap_or_default();
    if article.title.is_empty() {
        article.title = plain_field(entry.entry.get("name"));
    }
    let date = entry.thing.get("datePublished");
    builder.field(
        "datePublished",
        article.published.is_none() && !date.is_blank(),
    );
    builder.add(article);
}

/// The address of an article. The identifier counts last: that of a list's entry is
/// often a part of the page.
fn address(entry: &Entry<'_, '_>, base: &str) -> Option<String> {
    let of = |thing: &Json<'_>, names: &[&str]| {
        names
            .iter()
            .find_map(|name| resolve(base, web_address(thing.get(name))?))
    };
    of(entry.thing, &["url", "mainEntityOfPage"])
        .or_else(|| of(entry.entry, &["url"]))
        .or_else(|| resolve(base, entry.entry.get("item").text()?))
        .or_else(|| of(entry.thing, &["@id"]))
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

/// The article that a thing describes, without its address. Its references are resolved
/// in the graph of its document.
fn article(thing: &Json<'_>, graph: &Graph<'_, '_>, base: &str) -> Article {
    let address = |json: &Json<'_>| resolve(base, web_address(json)?);
    let date = |name: &str| thing.get(name).text().and_then(Date::read);
    let modified = date("dateModified");
    let published = date("datePublished").or(modified);
    Article {
        id: thing
            .get("identifier")
            .label()
            .unwrap_or_default()
            .to_owned(),
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
