//! The small list shapes that publishers already have: amp-list and
//! amp-next-page, the Guardian's and the BBC's most-read lists, Jetpack's
//! related posts, and bare arrays of such items.
//!
//! All of them have something like a headline and something like a link, and agree in
//! nothing else. So each field is looked for under every name that one of them uses.

use super::builder::Builder;
use super::fields::{plain_field, plain_list};
use crate::article::What;
use crate::article::{Article, Author, Feed, Format, Image};
use crate::json::Json;
use crate::text::date::Date;
use crate::text::link::resolve;

/// The names of the list itself.
const LISTS: [&str; 9] = [
    "items", "pages", "trails", "articles", "posts", "stories", "results", "entries", "data",
];

const TITLE: [&str; 5] = ["title", "headline", "name", "webTitle", "linkText"];
const LINK: [&str; 7] = [
    "url",
    "href",
    "link",
    "permalink",
    "webUrl",
    "canonical_url",
    "canonicalUrl",
];
const SUMMARY: [&str; 5] = [
    "trailText",
    "excerpt",
    "summary",
    "standfirst",
    "description",
];
const DATE: [&str; 8] = [
    "webPublicationDate",
    "date_published",
    "datePublished",
    "published_at",
    "published",
    "pubDate",
    "date",
    "timestamp",
];

/// The list in some JSON, if an item in it has a headline and a link.
pub(super) fn find<'j, 'a>(json: &'j Json<'a>) -> Option<&'j [Json<'a>]> {
    std::iter::once(json.list())
        .chain(LISTS.iter().map(|name| json.get(name).list()))
        .find(|list| list.iter().any(is_item))
}

/// Whether it has a headline and a link.
pub(super) fn is_item(item: &Json<'_>) -> bool {
    !item.first(&TITLE).is_blank() && first_of(item.first(&LINK)).text().is_some()
}

/// The feed, its relative addresses resolved against `url`. `unwrapped` finds an item
/// in what it is wrapped in; the wrapping may have its identifier.
pub(super) fn feed<'j, 'a>(
    json: &Json<'_>,
    items: &'j [Json<'a>],
    unwrapped: fn(&'j Json<'a>) -> &'j Json<'a>,
    url: &str,
) -> Feed {
    let mut builder = Builder::new(
        Format::List,
        plain_field(json.first(&["heading", "title"])),
        json.get("language").str().to_owned(),
    );
    for whole in items {
        if !builder.next() {
            break;
        }
        let item = unwrapped(whole);
        if matches!(item, Json::Map(_)) {
            let mut article = article(item, url);
            if article.id.is_empty() {
                article.id = id(whole);
            }
            builder.field(
                "url",
                article.url.is_empty() && !item.first(&LINK).is_blank(),
            );
            builder.add(article);
        } else {
            builder.note(What::NoItem);
        }
    }
    let next = json.first(&["next_url", "next"]).text();
    builder.cleaned(next.and_then(|href| resolve(url, href)))
}

fn article(item: &Json<'_>, base: &str) -> Article {
    let published = date(item.first(&DATE));
    Article {
        id: id(item),
        url: first_of(item.first(&LINK))
            .text()
            .and_then(|href| resolve(base, href))
            .unwrap_or_default(),
        title: plain_field(rendered(item.first(&TITLE))),
        summary: plain_field(rendered(item.first(&SUMMARY))),
        image: image(
            first_of(item.first(&["image", "img", "thumbnail", "feature_image"])),
            base,
        ),
        published: published.map(|date| date.seconds),
        zone: published.unwrap_or_default().zone,
        authors: byline(item.first(&["byline", "author", "authors"])),
        tags: plain_list(item.get("tags")),
        section: plain_field(first_of(item.first(&["section", "sectionName"]))),
        kicker: plain_field(item.first(&["kickerText", "kicker"])),
        views: item.first(&["views", "pageviews"]).count(),
        ..Article::default()
    }
}

fn id(item: &Json<'_>) -> String {
    let id = first_of(item.first(&["id", "_id", "objectID"])).label();
    id.unwrap_or_default().to_owned()
}

/// The first value: Solr gives a list for every field that may have several.
fn first_of<'j, 'a>(json: &'j Json<'a>) -> &'j Json<'a> {
    json.list().first().unwrap_or(json)
}

/// A text, or WordPress's way to wrap one.
fn rendered<'j, 'a>(json: &'j Json<'a>) -> &'j Json<'a> {
    let json = first_of(json);
    match json {
        Json::Map(_) => json.get("rendered"),
        _ => json,
    }
}

/// An address, or an object that has one.
fn image(json: &Json<'_>, base: &str) -> Option<Image> {
    let href = json
        .text()
        .or_else(|| json.first(&["src", "url", "source_url"]).text())?;
    Some(Image {
        url: resolve(base, href)?,
        alt: plain_field(json.first(&["alt_text", "alt", "altText"])),
        ..Image::default()
    })
}

/// A date as a text, or seconds or milliseconds since 1970.
fn date(json: &Json<'_>) -> Option<Date> {
    Date::read(first_of(json).label()?)
}

/// A byline as it is to be printed, or the names of a list of authors.
fn byline(json: &Json<'_>) -> Vec<Author> {
    json.many()
        .iter()
        .map(|author| Author {
            name: match author {
                Json::Map(_) => plain_field(author.get("name")),
                _ => plain_field(author),
            },
            url: String::new(),
            ..Author::default()
        })
        .filter(|author| !author.name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::article::Format;
    use crate::feed::read;
    use crate::text::date::rfc3339;

    fn one(json: &str) -> Article {
        let feed = read(json.as_bytes(), "https://paper.example/api/list", None).expect("a feed");
        assert_eq!(feed.format, Format::List);
        assert_eq!(feed.articles.len(), 1);
        let article = feed.articles.into_iter().next().expect("one");
        assert_eq!(article.title, "Rain & wind");
        assert_eq!(article.url, "https://paper.example/rain");
        article
    }

    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
    fn every_shape() {
        one(r#"{"items":[{"title":"Rain &amp; wind","url":"/rain"}]}"#);
        let next_page =
            one(r#"{"pages":[{"title":"Rain &amp; wind","url":"/rain","image":"/r.jpg"}]}"#);
        assert_eq!(
            next_page.image.expect("a picture").url,
            "https://paper.example/r.jpg"
        );
        let guardian = one(
            r#"{"heading":"Weather","trails":[{"url":"/rain","headline":"Rain &amp; wind","trailText":"<b>Wet</b>",
            "kickerText":"Live","byline":"Ana Ruiz and Bo","webPublicationDate":"2026-11-20T10:00:00Z","image":"/r.jpg"}]}"#,
        );
        assert_eq!(
            (guardian.summary.as_str(), guardian.kicker.as_str()),
            ("Wet", "Live")
        );
        assert_eq!(guardian.authors[0].name, "Ana Ruiz and Bo");
        assert_eq!(guardian.published, rfc3339("2026-11-20T10:00:00Z"));
        let bbc = one(
            r#"{"items":[{"id":"c1","rank":1,"title":"Rain & wind","href":"/rain","timestamp":1795372894000}]}"#,
        );
        assert_eq!(
            (bbc.id.as_str(), bbc.published),
            ("c1", Some(1_795_372_894))
        );
        let jetpack = one(
            r#"{"items":[{"id":7,"url":"/rain","title":"Rain &amp; wind","excerpt":"Wet","date":"2026-11-20",
            "context":"In Weather","img":{"src":"/r.jpg","width":350,"alt_text":"Rain"}}]}"#,
        );
        assert_eq!(jetpack.image.expect("a picture").alt, "Rain");
        one(r#"[7,{"headline":"Rain &amp; wind","link":"https://paper.example/rain"}]"#);
    }

    #[test]
    fn what_is_no_list_of_articles() {
        for json in [
            r#"{"items":[]}"#,
            r#"[{"title":"no link"}]"#,
            r#"[{"url":"/no-title"}]"#,
            "[1,2]",
            "{}",
        ] {
            assert!(
                read(json.as_bytes(), "https://paper.example/", None).is_err(),
                "{json}"
            );
        }
    }
}
