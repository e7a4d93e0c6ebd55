//! JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1) with the extension `_newsrail`.
//!
//! The extension has on an item: `views` (a number), `section`, `kicker`, `dateline`,
//! `image_alt`, `image_caption` (texts), `image_sizes` (a list of texts, each an address
//! and a width as `srcset` has them), `image_focus` (two numbers from 0 to 1, from the
//! left and from the top), `sponsored` (true, or a text that says so), and `about` (a list
//! of texts, in lists that `newsrail related` made). On an author it has `bio` (a text).

use super::MOST_COPIED;
use super::builder::Builder;
use super::fields::{paragraphs, plain_field, plain_list, whole_address, whole_field};
use crate::WHOLE;
use crate::article::What;
use crate::article::{Article, Author, Feed, Format, Image};
use crate::json::Json;
use crate::text::date::Date;
use crate::text::link::{is_address, resolve};
use crate::text::number;
use crate::text::plain::plain;
use crate::text::split::{around_last, without_last};

/// Fields that only a JSON Feed's item has. Hand-made feeds forget the version.
const ITEMS_OWN: [&str; 5] = [
    "content_html",
    "content_text",
    "date_published",
    "external_url",
    "_newsrail",
];

/// Whether this is a JSON Feed: a list of items with a version that says so, or with
/// none and fields of its own.
pub(super) fn is(json: &Json<'_>) -> bool {
    let items = json.get("items");
    let own = |item: &Json<'_>| {
        ITEMS_OWN
            .iter()
            .any(|name| !matches!(item.get(name), Json::Null))
    };
    matches!(items, Json::List(_))
        && match json.get("version").text() {
            Some(version) => version
                .split('/')
                .any(|part| part.ends_with("jsonfeed.org")),
            None => items.list().iter().any(own),
        }
}

/// The feed, its relative addresses resolved against `url`. Not all feeds keep to
/// RFC 3339: a program that knows no other dates leaves such a one to who does.
pub(super) fn feed(json: &Json<'_>, url: &str) -> Feed {
    let mut builder = Builder::new(
        Format::JsonFeed,
        plain_field(json.get("title")),
        json.get("language").str().to_owned(),
    );
    let of_all = authors(json, url);
    for item in json.get("items").list() {
        if !builder.next() {
            break;
        }
        if !matches!(item, Json::Map(_)) {
            builder.note(What::NoItem);
            continue;
        }
        let mut article = article(item, url, &mut builder);
        if article.authors.is_empty() {
            article.authors.clone_from(&of_all);
        }
        builder.add(article);
    }
    let next = json.get("next_url").text();
    builder.done(next.and_then(|href| resolve(url, href)))
}

fn article(item: &Json<'_>, base: &str, builder: &mut Builder) -> Article {
    let address = |name: &str| item.get(name).text().and_then(|href| resolve(base, href));
    let date = |name: &str| item.get(name).text().and_then(Date::read);
    let published = date("date_published");
    let id = item.get("id").label().unwrap_or_default();
    let ours = item.get("_newsrail");
    let url = address("url")
        .or_else(|| address("external_url"))
        // Many feeds use the permalink as identifier and leave `url` out.
        .or_else(|| resolve(base, id).filter(|_| is_address(id)));
    let article = Article {
        id: id.to_owned(),
        url: url.unwrap_or_default(),
        title: plain_field(item.get("title")),
        summary: plain_field(item.get("summary")),
        body: body(item),
        image: address("image")
            .or_else(|| address("banner_image"))
            .map(|url| image(url, ours, base)),
        published: published.map(|date| date.seconds),
        zone: published.unwrap_or_default().zone,
        modified: if WHOLE {
            date("date_modified").map(|date| date.seconds)
        } else {
            None
        },
        authors: authors(item, base),
        tags: plain_list(item.get("tags")),
        language: item.get("language").str().to_owned(),
        section: plain_field(ours.get("section")),
        kicker: plain_field(ours.get("kicker")),
        dateline: whole_field(ours, "dateline"),
        paid: match ours.get("sponsored") {
            Json::Bool(true) => Some(String::new()),
            label => label.text().map(plain),
        },
        views: ours.get("views").count(),
        about: plain_list(ours.get("about")),
    };
    let written = item.get("date_published");
    if published.is_none() && !written.is_blank() {
        builder.no_date("date_published", written.str());
    }
    if !WHOLE {
        return article;
    }
    for (name, is_there) in [
        ("url", !article.url.is_empty()),
        ("title", !article.title.is_empty()),
        ("image", article.image.is_some()),
        ("date_modified", article.modified.is_some()),
        ("tags", !article.tags.is_empty()),
    ] {
        builder.field(name, !is_there && !item.get(name).is_blank());
    }
    builder.field(
        "_newsrail.views",
        article.views.is_none() && !ours.get("views").is_blank(),
    );
    article
}

/// The picture, with what the extension says of it.
fn image(url: String, ours: &Json<'_>, base: &str) -> Image {
    let mut image = Image {
        url,
        alt: plain_field(ours.get("image_alt")),
        caption: whole_field(ours, "image_caption"),
        ..Image::default()
    };
    for size in ours.get("image_sizes").list() {
        let (address, width) = around_last(size.str(), b' ').unwrap_or_default();
        let width = number::read(without_last(width, b'w'));
        if let Some((url, width)) = resolve(base, address).zip(width) {
            image.add_size(&url, width);
        }
    }
    if let [x, y] = ours.get("image_focus").list() {
        image.focus = percent(x).zip(percent(y)).map(|(x, y)| [x, y]);
    }
    image
}

/// A number from 0 to 1 in percent.
fn percent(part: &Json<'_>) -> Option<u8> {
    let part = part.count().filter(|part| *part <= 1.0)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 100"
    )]
    Some((part * 100.0 + 0.5) as u8)
}

/// `content_html`, or `content_text` made HTML.
fn body(item: &Json<'_>) -> String {
    match item.get("content_html").text() {
        Some(html) => html.to_owned(),
        None => paragraphs(item.get("content_text").str()),
    }
}

/// `authors`, or the single `author` of version 1.0.
fn authors(of: &Json<'_>, base: &str) -> Vec<Author> {
    let one = std::slice::from_ref(of.get("author"));
    let many = of.get("authors").list();
    let mut found = Vec::new();
    let mut size = 0;
    for author in if many.is_empty() { one } else { many } {
        let author = Author {
            name: plain_field(author.get("name")),
            url: whole_address(author, "url", base),
            picture: whole_address(author, "avatar", base),
            bio: whole_field(author.get("_newsrail"), "bio"),
        };
        size += author.size();
        // Each article may have a copy of the feed's own authors.
        if size > MOST_COPIED {
            break;
        }
        if !author.name.is_empty() {
            found.push(author);
        }
    }
    found
}

#[cfg(test)]
mod tests;
