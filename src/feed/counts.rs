//! How often articles were read, as analytics tools export it: counts by
//! address or path, or a list in rank order.
//!
//! Read are `[{url|path|page|x|label, views|pageviews|visitors|count|nb_hits|y}]`,
//! bare or under `results`, `hits`, `pages`, `data` (Plausible, Matomo,
//! GoatCounter, Umami), Plausible's `{dimensions, metrics}`, an object of
//! counts by path, a list of addresses, and any feed, most read first.

use super::json::{self, Json};
use super::{FeedError, LARGEST};
use crate::article::Article;
use crate::text::link::{key, path_of, resolve};
use std::collections::BTreeMap;

const WITHIN: [&str; 7] = ["results", "hits", "pages", "data", "items", "rows", "urls"];
const PLACE: [&str; 7] = ["url", "path", "page", "pagePath", "x", "label", "href"];
const COUNT: [&str; 8] = [
    "views",
    "pageviews",
    "visitors",
    "count",
    "nb_hits",
    "nb_visits",
    "visits",
    "y",
];

/// What was read most.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// Per key of an address or path that begins with `/`, its place in the
    /// list and its count.
    known: BTreeMap<String, (usize, Option<f64>)>,
}

impl Counts {
    /// Reads an export that came from `url`, with this `Content-Type`.
    ///
    /// # Errors
    /// Where the bytes are neither an export nor a feed.
    pub fn read(bytes: &[u8], url: &str, content_type: Option<&str>) -> Result<Self, FeedError> {
        let mut counts = Self::default();
        let start = &bytes[..bytes.len().min(LARGEST)];
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
        if let Ok(json) = json::read(start.trim_ascii()) {
            counts.rows(&json, url);
        }
        if counts.known.is_empty() {
            let feed = super::read(bytes, url, content_type)?;
            for article in &feed.articles {
                counts.add(&article.url, article.views);
            }
        }
        Ok(counts)
    }

    /// How many addresses or paths are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Sets the views of the articles that were counted, and tells how many
    /// those are. A list without counts sets none: its order is [`order`](Self::order).
    pub fn apply(&self, articles: &mut [Article]) -> usize {
        let mut matched = 0;
        for article in articles {
            if let Some((_, Some(views))) = self.of(&article.url) {
                article.views = Some(views);
                matched += 1;
            }
        }
        matched
    }

    /// The indices of the articles that are in it, most read first: by their
    /// counts, or in its order where it has none. Others are left out.
    #[must_use]
    pub fn order(&self, articles: &[Article]) -> Vec<usize> {
        let mut order: Vec<(f64, usize, usize)> = Vec::new();
        for (index, article) in articles.iter().enumerate() {
            if let Some((place, views)) = self.of(&article.url) {
                let views = views.unwrap_or(-1.0);
                // Another instance of the library's sort costs two kilobytes.
                let at = order.partition_point(|&(other, before, _)| {
                    other > views || (other >= views && before <= place)
                });
                order.insert(at, (views, place, index));
            }
        }
        order.into_iter().map(|(_, _, index)| index).collect()
    }

    fn of(&self, url: &str) -> Option<(usize, Option<f64>)> {
        let key = key(url);
        let found = self
            .known
            .get(&key)
            .or_else(|| self.known.get(path_of(&key)));
        found.copied().filter(|_| !url.is_empty())
    }

    fn rows(&mut self, json: &Json<'_>, url: &str) {
        let rows = std::iter::once(json)
            .chain(WITHIN.iter().map(|name| json.get(name)))
            .find(|json| !json.list().is_empty());
        for row in rows.unwrap_or(&Json::Null).list() {
            let dimension = row.get("dimensions").list().first();
            let metric = row.get("metrics").list().first();
            let place = row.text().or_else(|| row.first(&PLACE).text());
            let place = place.or_else(|| dimension?.text());
            let count = COUNT.iter().find_map(|name| row.get(name).count());
            let count = count.or_else(|| metric?.count());
            // An item with a headline is an article of a feed.
            let is_counted = count.is_some() || row.text().is_some();
            if let Some(place) = place.filter(|_| is_counted) {
                self.place(place, url, count);
            }
        }
        if let (None, Json::Map(fields)) = (rows, json) {
            for (place, count) in fields {
                if let Some(count) = count.count() {
                    self.place(place, url, Some(count));
                }
            }
        }
    }

    /// Adds an address, or a path, which may stand for a page of any host.
    fn place(&mut self, place: &str, url: &str, count: Option<f64>) {
        if place.contains("://") {
            self.add(place, count);
        } else if let Some(address) = place
            .starts_with('/')
            .then(|| resolve(url, place))
            .flatten()
        {
            self.insert(path_of(&key(&address)).to_owned(), count);
        } else if place.contains('/') || place.contains('.') {
            // `paper.example/a` as GoatCounter and Matomo may write it.
            self.insert(key(place), count);
        }
    }

    fn add(&mut self, url: &str, count: Option<f64>) {
        if !url.is_empty() {
            self.insert(key(url), count);
        }
    }

    /// The same page under several addresses is counted together.
    fn insert(&mut self, key: String, count: Option<f64>) {
        let next = self.known.len();
        let known = self.known.entry(key).or_insert((next, None));
        if let Some(count) = count {
            known.1 = Some(known.1.unwrap_or(0.0) + count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://stats.example/top.json";

    fn articles() -> Vec<Article> {
        [
            "https://www.paper.example/a/",
            "https://paper.example/b",
            "https://paper.example/c",
        ]
        .map(|url| Article {
            url: url.into(),
            ..Article::default()
        })
        .into()
    }

    fn views(json: &str) -> [Option<f64>; 3] {
        let mut articles = articles();
        Counts::read(json.as_bytes(), URL, None)
            .expect("counts")
            .apply(&mut articles);
        [articles[0].views, articles[1].views, articles[2].views]
    }

    fn order(json: &str) -> Vec<usize> {
        Counts::read(json.as_bytes(), URL, None)
            .expect("counts")
            .order(&articles())
    }

    #[test]
    fn exports_of_every_tool() {
        for json in [
            r#"[{"url":"http://paper.example/a","views":5},{"url":"https://paper.example/b?utm_source=x","views":"7"}]"#,
            r#"{"results":[{"page":"/a","visitors":5},{"page":"/b/","visitors":7}]}"#,
            r#"{"results":[{"dimensions":["/a"],"metrics":[5,1]},{"dimensions":["/b"],"metrics":[7,1]}]}"#,
            r#"[{"label":"/a","nb_hits":5},{"label":"/b","nb_hits":7}]"#,
            r#"{"hits":[{"path":"/a","title":"A","count":5},{"path":"/b","count":3},{"path":"/b#x","count":4}]}"#,
            r#"[{"x":"/a","y":5},{"x":"/b","y":7}]"#,
            r#"{"/a":5,"paper.example/b":7}"#,
        ] {
            assert_eq!(views(json), [Some(5.0), Some(7.0), None], "{json}");
            assert_eq!(order(json), [1, 0], "{json}");
        }
    }

    #[test]
    fn lists_in_rank_order() {
        for json in [
            r#"["/c","https://paper.example/a","/unknown"]"#,
            r#"{"items":[{"id":"1","rank":1,"title":"C","href":"https://paper.example/c"},{"title":"A","href":"https://paper.example/a"}]}"#,
            r#"[{"title":{"rendered":"C"},"link":"https://paper.example/c"},{"title":{"rendered":"A"},"link":"https://paper.example/a"}]"#,
        ] {
            assert_eq!(views(json), [None; 3], "{json}");
            assert_eq!(order(json), [2, 0], "{json}");
        }
    }

    #[test]
    fn what_is_neither() {
        for bytes in [&b""[..], b"{}", b"[1]", b"<html>", b"[{\"x\":1}]"] {
            assert!(Counts::read(bytes, URL, None).is_err());
        }
    }
}
