//! Posts as the WordPress REST API serves them (`wp/v2/posts`), with what
//! `_embed` puts beside them.

use super::WIDE;
use super::builder::Builder;
use super::fields::{address, plain_field, whole_address, whole_field};
use super::paging::{parameter, with_page};
use crate::WHOLE;
use crate::article::What;
use crate::article::{Article, Author, Feed, Format, Image};
use crate::json::Json;
use crate::shared::WORDPRESS_POSTS;
use crate::text::date::read;
use crate::text::link::resolve;
use crate::text::number::decimal;
use crate::text::plain::plain;
use crate::text::split::parts;

/// The address of the newest posts of a site whose API has this root. Without
/// pretty permalinks the root has a query already (`/?rest_route=/`).
#[must_use]
pub fn posts_url(root: &str) -> String {
    let (path, query) = WORDPRESS_POSTS
        .split_once('?')
        .unwrap_or((WORDPRESS_POSTS, ""));
    let sign = if root.contains('?') { "&" } else { "?" };
    [root, path, sign, query].concat()
}

/// Whether an address is of the API (`wp/v2/`), in its path or, without pretty permalinks,
/// in its query.
fn is_api(url: &str) -> bool {
    let mut before = "";
    for part in parts(url, &['/', '=']) {
        if before == "wp" && part == "v2" {
            return true;
        }
        before = part;
    }
    false
}

/// Whether this is a list of posts, or one post. A site without posts answers
/// with an empty list.
pub(super) fn is(json: &Json<'_>) -> bool {
    let post = |json: &Json<'_>| json.get("title").get("rendered").text().is_some();
    match json {
        Json::List(posts) => posts.is_empty() || posts.iter().any(post),
        _ => post(json),
    }
}

/// The code of the error that the API answers with in place of posts.
pub(super) fn refusal<'j>(json: &'j Json<'_>) -> Option<&'j str> {
    json.get("data").get("status").label()?;
    json.get("code").text()
}

/// The feed, its relative addresses resolved against `url`.
pub(super) fn feed(json: &Json<'_>, url: &str) -> Feed {
    let mut builder = Builder::new(Format::WordPress, String::new(), String::new());
    for post in json.many() {
        if !builder.next() {
            break;
        }
        if !matches!(post, Json::Map(_)) {
            builder.note(What::NoItem);
            continue;
        }
        if is_locked(post.get("excerpt")) || is_locked(post.get("content")) {
            builder.note(What::Locked);
        }
        let article = article(post, url);
        if WHOLE {
            let lost = article.published.is_none() && !post.get("date_gmt").is_blank();
            builder.field("date_gmt", lost);
        }
        builder.add(article);
    }
    builder.done(next_page(url, json.list().len()))
}

/// The address of the next page, if this page is as long as a page can be. Only the
/// response's header `X-WP-TotalPages` says whether there is one. Behind the last the
/// API answers with the error `rest_post_invalid_page_number`.
fn next_page(url: &str, posts: usize) -> Option<String> {
    let full = parameter(url, "per_page").unwrap_or(10);
    let page = parameter(url, "page").unwrap_or(1);
    (posts > 0 && posts >= full && is_api(url))
        .then(|| with_page(url, &decimal(page.saturating_add(1))))
}

fn article(post: &Json<'_>, base: &str) -> Article {
    let embedded = post.get("_embedded");
    let date = |name: &str| post.get(name).text().and_then(read);
    Article {
        id: post.get("id").label().unwrap_or_default().to_owned(),
        url: address(post.get("link"), base),
        title: plain_field(post.get("title").get("rendered")),
        summary: plain(open_text(post.get("excerpt"))),
        body: open_text(post.get("content")).to_owned(),
        image: embedded
            .get("wp:featuredmedia")
            .list()
            .first()
            .and_then(|media| image(media, base)),
        // Some sites strip it, or have a year 0 there. The site's own clock is a few
        // hours off, which is better than no date.
        published: date("date_gmt").or_else(|| date("date")),
        // The site's own clock, where the feed was asked for it.
        zone: if WHOLE {
            let both = date("date").zip(date("date_gmt"));
            both.map_or(0, |(own, gmt)| own - gmt)
        } else {
            0
        },
        modified: WHOLE.then(|| date("modified_gmt")).flatten(),
        authors: authors(embedded.get("author"), base),
        tags: terms(embedded, "post_tag"),
        section: terms(embedded, "category")
            .drain(..)
            .next()
            .unwrap_or_default(),
        ..Article::default()
    }
}

/// The HTML of a text, unless the post is behind a password: then the API
/// says so and sends the form that asks for it.
fn open_text<'j>(text: &'j Json<'_>) -> &'j str {
    if is_locked(text) {
        return "";
    }
    text.get("rendered").str()
}

fn is_locked(text: &Json<'_>) -> bool {
    matches!(text.get("protected"), Json::Bool(true))
}

fn image(media: &Json<'_>, base: &str) -> Option<Image> {
    let mut image = Image {
        alt: plain_field(media.get("alt_text")),
        caption: whole_field(media.get("caption"), "rendered"),
        ..Image::default()
    };
    let mut best = (f64::INFINITY, media.get("source_url"));
    let details = media.get("media_details");
    let side = |of: &Json<'_>, name: &str| of.get(name).count().unwrap_or(0.0);
    let ratio = |of: &Json<'_>| side(of, "width") / side(of, "height");
    if let Json::Map(sizes) = details.get("sizes") {
        for (_, size) in sizes {
            let (width, address) = (side(size, "width"), size.get("source_url"));
            if (f64::from(WIDE)..best.0).contains(&width) {
                best = (width, address);
            }
            // Some sizes show another part of the picture.
            let is_whole = (ratio(size) / ratio(details) - 1.0).abs() < 0.02;
            if is_whole && let Some(url) = address.text().and_then(|url| resolve(base, url)) {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a width"
                )]
                image.add_size(&url, width as u32);
            }
        }
    }
    image.url = resolve(base, best.1.text()?)?;
    Some(image)
}

/// The authors; a hidden one comes as an error object without a name.
fn authors(embedded: &Json<'_>, base: &str) -> Vec<Author> {
    let mut found = Vec::new();
    for author in embedded.list() {
        let name = plain_field(author.get("name"));
        if !name.is_empty() {
            found.push(Author {
                name,
                url: whole_address(author, "link", base),
                // The largest that WordPress offers.
                picture: whole_address(author.get("avatar_urls"), "96", base),
                bio: whole_field(author, "description"),
            });
        }
    }
    found
}

/// The names of a post's terms in one taxonomy, but for the category that WordPress
/// gives to posts without one.
fn terms(embedded: &Json<'_>, taxonomy: &str) -> Vec<String> {
    let mut names = Vec::new();
    for list in embedded.get("wp:term").list() {
        for term in list.list() {
            let name = plain_field(term.get("name"));
            let of_it = term.get("taxonomy").str() == taxonomy;
            if of_it && term.get("slug").str() != "uncategorized" && !name.is_empty() {
                names.push(name);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests;
