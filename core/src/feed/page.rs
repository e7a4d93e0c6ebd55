//! What a page says of itself: where its feeds are, and which article it is.
//!
//! Whoever can see the page collects its head into a [`Head`]; what follows
//! from that is decided here.

use super::json::{self, Json};
use super::jsonld;
use super::wordpress::posts_url;
use crate::article::{Article, Author, Feed, Image};
use crate::shared::{FEED_TYPES, WORDPRESS_API};
use crate::text::date;
use crate::text::link::{key, resolve};
use crate::text::plain::plain;

/// What was collected of a page, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// The page's own address.
    pub url: String,
    /// `lang` of its `html` element.
    pub language: String,
    /// The content of its `title`.
    pub title: String,
    /// `name` or `property` of its `meta` elements, and their `content`.
    pub meta: Vec<(String, String)>,
    /// Its `link` elements.
    pub links: Vec<Link>,
    /// The contents of its scripts of the type `application/ld+json`.
    pub json_ld: Vec<String>,
    /// The text of its article, where somebody could tell which that is.
    pub text: String,
}

/// A `link` element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// `rel`, as written.
    pub rel: String,
    /// `type`, as written.
    pub kind: String,
    /// `href`, as written.
    pub href: String,
}

/// Where a page's articles can be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// In the feed at this address.
    At(String),
    /// In the page itself.
    Here(Feed),
}

/// Where the page's articles can be read, best first: WordPress's API, JSON
/// Feed, Atom, RSS, and what the page's JSON-LD lists itself. The feed of a
/// page's comments is none of articles.
#[must_use]
pub fn sources(head: &Head) -> Vec<Source> {
    let mut urls: Vec<String> = Vec::new();
    for link in &head.links {
        if link.is(WORDPRESS_API)
            && let Some(root) = resolve(&head.url, &link.href)
        {
            urls.push(posts_url(&root));
        }
    }
    for kind in FEED_TYPES {
        for link in &head.links {
            if link.is("alternate")
                && link.has_type(kind)
                && !link.href.contains("comments")
                && let Some(url) = resolve(&head.url, &link.href)
                && !urls.contains(&url)
            {
                urls.push(url);
            }
        }
    }
    let urls = urls.into_iter().map(Source::At);
    urls.chain(listed(head).map(Source::Here)).collect()
}

/// The articles that the page's JSON-LD lists, if any beside the page itself.
#[must_use]
pub fn listed(head: &Head) -> Option<Feed> {
    let mut feed = jsonld::feed_of(&documents(head), &head.url);
    let own = addresses(head);
    feed.articles
        .retain(|article| !article.url.is_empty() && !own.contains(&key(&article.url)));
    feed.language.clone_from(&head.language);
    (!feed.articles.is_empty()).then_some(feed)
}

/// The article that the page is, as good as it says: its JSON-LD, else Open
/// Graph, else its plain head. `None` where nothing says that it is one.
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
    fill(&mut article.body, super::paragraphs(&head.text));
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
    let date = |names: &[&str]| head.first(names).and_then(date::read);
    article.published = article
        .published
        .or_else(|| date(&["article:published_time", "date", "parsely-pub-date"]));
    article.modified = article
        .modified
        .or_else(|| date(&["article:modified_time"]));
    if let Some(url) = canonical(head) {
        article.url = url;
    }
    if let Some(id) = post_id(head) {
        article.id = id;
    }
    fill(&mut article.id, article.url.clone());
    (!article.title.is_empty()).then_some(article)
}

/// The [`key`]s of the page's addresses: canonical, shared, its own.
#[must_use]
pub fn addresses(head: &Head) -> Vec<String> {
    let shared = head.first(&["og:url"]);
    let shared = shared.and_then(|href| resolve(&head.url, href));
    let mut keys: Vec<String> = Vec::new();
    for url in canonical(head)
        .into_iter()
        .chain(shared)
        .chain([head.url.clone()])
    {
        let key = key(&url);
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

impl Head {
    /// Reads what `head` of `web/host/document.js` has collected: four texts to
    /// each thing.
    #[must_use]
    pub fn read(fields: impl IntoIterator<Item = String>) -> Self {
        let mut head = Self::default();
        let mut fields = fields.into_iter();
        while let (Some(thing), Some(name), Some(kind), Some(said)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        {
            match thing.as_str() {
                "page" => (head.language, head.title, head.url) = (name, kind, said),
                "text" => head.text = said,
                "link" => head.links.push(Link {
                    rel: name,
                    kind,
                    href: said,
                }),
                "meta" => head.meta.push((name, said)),
                _ => head.json_ld.push(said),
            }
        }
        head
    }

    /// The content of the first `meta` of any of these names, in their order.
    fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.all(name).next())
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.meta
            .iter()
            .filter(move |(own, content)| {
                own.eq_ignore_ascii_case(name) && !content.trim().is_empty()
            })
            .map(|(_, content)| content.trim())
    }
}

impl Link {
    fn is(&self, relation: &str) -> bool {
        self.rel
            .split_ascii_whitespace()
            .any(|rel| rel.eq_ignore_ascii_case(relation))
    }

    fn has_type(&self, kind: &str) -> bool {
        let own = self.kind.split(';').next().unwrap_or_default();
        own.trim().eq_ignore_ascii_case(kind)
    }
}

fn documents(head: &Head) -> Vec<Json<'_>> {
    head.json_ld
        .iter()
        .filter_map(|text| json::read(text.trim().as_bytes()).ok())
        .collect()
}

/// The article in the page's JSON-LD that is the page, else the only one.
fn from_json_ld(documents: &[Json<'_>], head: &Head) -> Option<Article> {
    let own = addresses(head);
    let mut articles = jsonld::feed_of(documents, &head.url).articles;
    match articles
        .iter()
        .position(|article| own.contains(&key(&article.url)))
    {
        Some(at) => Some(articles.swap_remove(at)),
        None if articles.len() == 1 => articles.pop(),
        None => None,
    }
}

fn canonical(head: &Head) -> Option<String> {
    let link = head.links.iter().find(|link| link.is("canonical"))?;
    resolve(&head.url, &link.href)
}

/// The number of the WordPress post that the page is, which is the
/// identifier of its article in the API's lists.
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
        if !tag.is_empty() && tags.len() < super::MOST_NAMES && !tags.contains(&tag) {
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

#[cfg(test)]
mod tests;
