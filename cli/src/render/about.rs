//! What a page says of itself, asked as src/host/page.rs asks it in a browser.

use super::page::Page;
use newsrail_core::article::{Article, Feed};
use newsrail_core::choose::HostPage;
use newsrail_core::choose::rules::Current;
use newsrail_core::feed::discovery::{self, Head, Source};
use newsrail_core::feed::{common, write};
use newsrail_core::text::link::resolve;
use newsrail_core::text::plain::plain;

/// The article that a page is, as src/host/page.rs finds it. A page that says nothing is
/// known by its place under the site's address, with and without its ending.
pub(super) fn current(page: &Page, named: Option<&str>) -> Current {
    if let Some(named) = named {
        return Current {
            id: Some(named.to_owned()),
            urls: page.absolute(named).into_iter().collect(),
            ..Current::default()
        };
    }
    let post = page.link("alternate", "application/json");
    let post = post.as_deref().and_then(post_of);
    let said = page.link("canonical", "").or_else(|| {
        let shared = page.meta("og:url")?;
        page.absolute(shared)
    });
    let urls = said.map_or_else(
        || {
            let url = page.head.url.clone();
            let bare = url
                .strip_suffix(".html")
                .or_else(|| url.strip_suffix(".htm"));
            let bare = bare.map(str::to_owned);
            [Some(url).filter(|url| !url.is_empty()), bare]
                .into_iter()
                .flatten()
                .collect()
        },
        |url| vec![url],
    );
    Current {
        id: post.map(|(_, id)| id.to_owned()),
        site: post.map_or_else(String::new, |(site, _)| site.to_owned()),
        urls,
    }
}

/// The site and the number of the post at an address of WordPress's API, as
/// web/host/page.js tells them apart.
fn post_of(url: &str) -> Option<(&str, &str)> {
    let digits = url.len() - url.trim_end_matches(|one: char| one.is_ascii_digit()).len();
    let (site, id) = url.split_at(url.len() - digits);
    let is_api = ["wp/v2/", "wp%2Fv2%2F"]
        .iter()
        .any(|part| site.contains(part));
    (is_api && !id.is_empty()).then_some((site, id))
}

/// What a page says of its article that is in no feed: in JSON-LD, else by Open Graph,
/// title and text.
pub(super) fn article(head: &Head) -> Article {
    let has_json_ld = head.json_ld.iter().any(|one| tells_of_articles(one));
    if let Some(article) = discovery::article(head).filter(|_| has_json_ld) {
        let feed = Feed {
            articles: vec![article],
            ..Feed::default()
        };
        let read = common::read(write::json_feed(&feed).as_bytes(), &head.url);
        if let Some(article) = read.and_then(|mut read| read.articles.pop()) {
            return article;
        }
    }
    let all = |name: &'static str| {
        let of = move |(own, _): &&(String, String)| own == name;
        head.meta.iter().filter(of).map(|(_, said)| said.as_str())
    };
    let described = ["og:description", "description"];
    let described = head
        .meta
        .iter()
        .find(|(own, _)| described.contains(&own.as_str()));
    let text: Vec<&str> = described
        .map(|(_, said)| said.as_str())
        .into_iter()
        .chain(head.text.split("\n\n"))
        .collect();
    Article {
        title: plain(all("og:title").next().unwrap_or(&head.title)),
        section: plain(all("article:section").next().unwrap_or_default()),
        summary: plain(&text.join("\n")),
        tags: all("article:tag").map(plain).collect(),
        ..Article::default()
    }
}

/// Whether some JSON-LD is looked at at all, as web/host/page.js has it.
fn tells_of_articles(json_ld: &str) -> bool {
    ["\"headline\"", "\"itemListElement\""]
        .iter()
        .any(|name| json_ld.contains(name))
}

impl HostPage for Page {
    fn absolute(&self, href: &str) -> Option<String> {
        resolve(&self.base, href)
    }

    fn announced_feed(&self) -> Option<String> {
        let head = Head {
            url: self.base.clone(),
            links: self.head.links.clone(),
            ..Head::default()
        };
        discovery::sources(&head)
            .into_iter()
            .find_map(|source| match source {
                Source::At(url) => Some(url),
                Source::Here(_) => None,
            })
    }

    fn with_json_ld(&self) -> Option<String> {
        let tells = self.head.json_ld.iter().any(|one| tells_of_articles(one));
        tells.then(|| self.head.url.clone())
    }
}

impl Page {
    /// Where the first link of the head leads that has a relation, and a type if one is
    /// asked for.
    fn link(&self, relation: &str, kind: &str) -> Option<String> {
        let mut links = self.head.links.iter();
        let found = links.find(|link| link.is(relation) && (kind.is_empty() || link.kind == kind));
        self.absolute(&found?.href)
    }

    /// Where the head leads for translations of the page.
    pub(super) fn translations(&self) -> impl Iterator<Item = String> {
        let links = self.head.links.iter();
        links
            .filter(|link| link.is("alternate") && !link.language.is_empty())
            .filter_map(|link| self.absolute(&link.href))
    }

    fn meta(&self, name: &str) -> Option<&str> {
        let found = self.head.meta.iter().find(|(own, _)| own == name);
        found.map(|(_, said)| said.as_str())
    }
}
