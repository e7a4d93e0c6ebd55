//! The article that a page is, from JSON-LD, Open Graph and the plain head.

use super::{Head, addresses, canonical, documents};
use crate::article::{Article, Author, Image};
use crate::feed::fields::paragraphs;
use crate::feed::{MOST_NAMES, json_ld};
use crate::json::Json;
use crate::text::boilerplate;
use crate::text::date::Date;
use crate::text::link::{key, resolve};
use crate::text::plain::plain;

/// The article that the page is: from its JSON-LD, else from Open Graph, else from
/// its plain head. `None` where nothing says that it is an article.
#[must_use]
pub fn article(head: &Head) -> Option<Article> {
    let documents = documents(head);
    let mut article = from_json_ld(&documents, head).unwrap_or_default();
    let is_one = !article.title.is_empty()
        || head
            .first(&["og:type"])
            .is_some_and(|kind| kind == "article")
        || head.first(&["article:published_time"]).is_some();
    if !is_one {
        return None;
    }
    let text = |names: &[&str]| head.first(names).map(plain).unwrap_or_default();
    let fill = |field: &mut String, with: String| {
        if field.is_empty() {
            *field = with;
        }
    };
    fill(&mut article.title, text(&["og:title", "twitter:title"]));
    fill(&mut article.title, plain(&head.title));
    let description = text(&["og:description", "description", "twitter:description"]);
    fill(&mut article.summary, description);
    boilerplate::cut(&mut article.summary, &article.title);
    fill(&mut article.body, paragraphs(&head.text));
    fill(
        &mut article.section,
        text(&["article:section", "parsely-section"]),
    );
    fill(&mut article.language, head.language.clone());
    if article.tags.is_empty() {
        article.tags = tags(head);
    }
    if article.authors.is_empty() {
        article.authors = authors(head);
    }
    if article.image.is_none() {
        let href = head.first(&["og:image", "og:image:url", "twitter:image"]);
        article.image = href
            .and_then(|href| resolve(&head.url, href))
            .map(|url| Image {
                url,
                alt: text(&["og:image:alt"]),
                ..Image::default()
            });
    }
    let date = |names: &[&str]| head.first(names).and_then(Date::read);
    if article.published.is_none()
        && let Some(published) = date(&["article:published_time", "date", "parsely-pub-date"])
    {
        article.published = Some(published.seconds);
        article.zone = published.zone;
    }
    let modified = date(&["article:modified_time"]).map(|date| date.seconds);
    article.modified = article.modified.or(modified);
    if let Some(url) = canonical(head) {
        article.url = url;
    }
    if let Some(id) = post_id(head) {
        article.id = id;
    }
    fill(&mut article.id, article.url.clone());
    (!article.title.is_empty()).then_some(article)
}

/// The article in the page's JSON-LD that is the page, else the only one. One that is
/// only named in a list is neither.
fn from_json_ld(documents: &[Json<'_>], head: &Head) -> Option<Article> {
    let own = addresses(head);
    let mut articles = json_ld::described(documents, &head.url);
    match articles
        .iter()
        .position(|article| own.contains(&key(&article.url)))
    {
        Some(at) => Some(articles.swap_remove(at)),
        None if articles.len() == 1 => articles.pop(),
        None => None,
    }
}

/// The number of the WordPress post that the page is. The API's lists have it as the
/// identifier of the article.
fn post_id(head: &Head) -> Option<String> {
    head.links
        .iter()
        .filter(|link| link.is("alternate") && link.has_type("application/json"))
        .find_map(|link| {
            let (_, id) = link.href.split_once("/wp/v2/posts/")?;
            let id = id.split(['/', '?', '&']).next().unwrap_or_default();
            (!id.is_empty() && id.bytes().all(|b| b.is_ascii_digit())).then(|| id.to_owned())
        })
}

fn tags(head: &Head) -> Vec<String> {
    let single = head.all("article:tag").map(plain);
    let lists = ["news_keywords", "keywords", "parsely-tags"];
    let listed = head.first(&lists).unwrap_or_default().split(',').map(plain);
    let mut tags: Vec<String> = Vec::new();
    for tag in single.chain(listed) {
        if !tag.is_empty() && tags.len() < MOST_NAMES && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// Names only: `article:author` is often the address of a profile.
fn authors(head: &Head) -> Vec<Author> {
    ["author", "article:author", "parsely-author"]
        .iter()
        .flat_map(|name| head.all(name))
        .filter(|name| !name.contains("://"))
        .take(1)
        .map(|name| Author {
            name: plain(name),
            url: String::new(),
            ..Author::default()
        })
        .collect()
}
