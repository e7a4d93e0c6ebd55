//! What a page says of itself: where its feeds are, and which article it is.
//!
//! Whoever can see the page collects its head into a [`Head`]. This room decides
//! what follows from it.

mod article;
mod html;

pub use article::article;
pub use html::collect;

use super::wordpress::posts_url;
use super::{around, json_ld};
use crate::article::Feed;
use crate::json::Json;
use crate::shared::{FEED_TYPES, WORDPRESS_API};
use crate::text::link::{key, resolve};

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
    /// The text of its article, where that could be told from the rest of the page.
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
    /// `hreflang`, as written; empty where the widget has collected it, which asks for
    /// translations by itself.
    pub language: String,
}

/// Where a page's articles can be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// In the feed at this address.
    At(String),
    /// In the page itself.
    Here(Feed),
}

/// Where the page's articles can be read, best first: WordPress's API, JSON Feed,
/// Atom, RSS, the page's own JSON-LD. A feed of comments is left out.
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

/// The articles that the page's JSON-LD lists beside the page itself; `None` where
/// there are none.
#[must_use]
pub fn listed(head: &Head) -> Option<Feed> {
    let mut feed = json_ld::feed_of(&documents(head), &head.url);
    let own = addresses(head);
    feed.articles
        .retain(|article| !article.url.is_empty() && !own.contains(&key(&article.url)));
    feed.language.clone_from(&head.language);
    (!feed.articles.is_empty()).then_some(feed)
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
    /// Reads the fields that `head` of `web/host/document.js` collects, four for each
    /// element.
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
                    language: String::new(),
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
    /// Whether `rel` names this relation.
    #[must_use]
    pub fn is(&self, relation: &str) -> bool {
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
        .flat_map(|script| around::json_of_script(script))
        .collect()
}

fn canonical(head: &Head) -> Option<String> {
    let link = head.links.iter().find(|link| link.is("canonical"))?;
    resolve(&head.url, &link.href)
}

#[cfg(test)]
mod tests;
