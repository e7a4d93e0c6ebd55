//! Exports of analytics tools: how often articles were read, by address or path, or
//! only their order.
//!
//! The shapes are `[{url|path|page|x|label, views|pageviews|visitors|count|nb_hits|y}]`,
//! bare or under `results`, `hits`, `pages`, `data` (Plausible, Matomo,
//! GoatCounter, Umami), Plausible's `{dimensions, metrics}`, an object of
//! counts by path, and a list of addresses, most read first.

use super::around::json_within;
use super::positions::Positions;
use super::{FeedError, LARGEST, MOST_ITEMS};
use crate::article::{Article, Feed, Format};
use crate::json::{self, Json};
use crate::sort::sorted;
use crate::text::link::{is_address, key, path_of, resolve};

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

/// Reads an export that came from `url`, into a feed of entries, most read first.
///
/// An entry has no address. Its identifier is the [`key`] of one, or a path that
/// begins with `/` and stands for a page of any host.
/// [`counted`](crate::rank::popular::counted) finds the article.
///
/// # Errors
/// Where the bytes are no export.
pub fn read(bytes: &[u8], url: &str) -> Result<Feed, FeedError> {
    let bytes = &bytes[..bytes.len().min(LARGEST)];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let of = |json: &Json<'_>| of_json(json, url);
    match json::read(bytes.trim_ascii()) {
        Ok(json) => of(&json),
        Err(error) => {
            let text = std::str::from_utf8(bytes).unwrap_or_default();
            json_within(text, &of, FeedError::Json(error))
        }
    }
}

fn of_json(json: &Json<'_>, url: &str) -> Result<Feed, FeedError> {
    let mut counts = Counts::default();
    counts.rows(json, url);
    if counts.entries.is_empty() {
        return Err(FeedError::Unknown);
    }
    let entries = counts.entries;
    // A list in rank order has no views, and stays in its order.
    let views = |at: usize| entries[at].views.unwrap_or(-1.0);
    let order = sorted(entries.len(), &|a, b| views(b).total_cmp(&views(a)));
    Ok(Feed {
        format: Format::Counts,
        articles: order.iter().map(|&at| entries[at].clone()).collect(),
        ..Feed::default()
    })
}

#[derive(Default)]
struct Counts {
    entries: Vec<Article>,
    positions: Positions,
}

impl Counts {
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
        if is_address(place) {
            self.insert(key(place), count);
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

    /// The same page under several addresses is counted together.
    fn insert(&mut self, id: String, count: Option<f64>) {
        let next = self.entries.len();
        if next == MOST_ITEMS {
            return;
        }
        if let Some(at) = self.positions.first(id.clone(), next) {
            let views = &mut self.entries[at].views;
            *views = count.map(|count| count + views.unwrap_or(0.0)).or(*views);
            return;
        }
        self.entries.push(Article {
            title: id.clone(),
            id,
            views: count,
            ..Article::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::article::Article;
    use crate::feed::{common, write};
    use crate::rank::popular::counted;

    const URL: &str = "https://stats.example/top.json";

    /// The articles of an export, most read first, with their views. They have passed
    /// between two programs on the way.
    fn found(json: &str) -> Vec<(&'static str, Option<f64>)> {
        const URLS: [&str; 3] = [
            "https://www.paper.example/a/",
            "https://paper.example/b",
            "https://paper.example/c",
        ];
        let articles = URLS.map(|url| Article {
            url: url.into(),
            ..Article::default()
        });
        let feed = read(json.as_bytes(), URL).expect("counts");
        let passed = common::read(write::json_feed(&feed).as_bytes(), URL).expect("a feed");
        assert_eq!(passed.articles, feed.articles);
        let of = |entry: &Article| {
            let at = counted(&articles, entry)?;
            Some((["a", "b", "c"][at], entry.views))
        };
        feed.articles.iter().filter_map(of).collect()
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
            r#"{"/a":5,"paper.example/b":7,"/":9}"#,
            r#"[{"url":"https://other.example/a","views":9},{"url":"https://paper.example/a","views":5},{"path":"/b","views":7}]"#,
        ] {
            assert_eq!(found(json), [("b", Some(7.0)), ("a", Some(5.0))], "{json}");
        }
    }

    #[test]
    fn what_plugins_put_around_an_export() {
        let warning = "<br />\n<b>Warning</b>: Undefined array key 1 in <b>/a.php</b><br />\n";
        let counts = r#"[{"path":"/a","views":5},{"path":"/b","views":7}]"#;
        for json in [
            [warning, counts].concat(),
            [counts, "\n<!-- cached -->"].concat(),
            ["<?php echo 1 ?>", counts, ";"].concat(),
        ] {
            assert_eq!(found(&json), [("b", Some(7.0)), ("a", Some(5.0))], "{json}");
            let feed = read(json.as_bytes(), URL).expect("counts");
            assert_eq!(feed.limits().count(), 1, "{json}");
        }
        let page = ["<!doctype html><script>", counts, "</script>"].concat();
        assert!(read(page.as_bytes(), URL).is_err());
    }

    #[test]
    fn lists_in_rank_order() {
        let json = r#"["/c","https://paper.example/a","/unknown"]"#;
        assert_eq!(found(json), [("c", None), ("a", None)]);
    }

    #[test]
    fn what_is_neither() {
        for bytes in [
            &b""[..],
            b"{}",
            b"[1]",
            b"<html>",
            b"[{\"x\":1}]",
            b"{\"a\":1}",
            br#"{"items":[{"title":"A","href":"https://paper.example/a"}]}"#,
        ] {
            assert!(read(bytes, URL).is_err());
        }
    }
}
