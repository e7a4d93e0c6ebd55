//! Several feeds, and several pages of them, into one.

use super::builder::Builder;
use super::positions::Positions;
use crate::article::Feed;

/// The most bytes of a language's name, of which each article may have a copy.
const LONGEST_LANGUAGE: usize = 64;

/// A feed that is made of several pages.
pub struct Merger {
    builder: Builder,
    /// Identifiers that have come, of any page.
    identifiers: Positions,
}

impl Merger {
    /// Begins with the first page. Its title and its language stand for all.
    #[must_use]
    pub fn new(first: Feed) -> Self {
        let mut merger = Self {
            builder: Builder::new(first.format, first.title.clone(), first.language.clone()),
            identifiers: Positions::default(),
        };
        merger.add(first, true);
        merger
    }

    /// Adds a page's articles behind the others, each address once.
    ///
    /// Two sites may both have a post 17. So an article of another feed is identified
    /// by its address where its identifier has come before.
    pub fn add(&mut self, page: Feed, is_same_feed: bool) {
        for mut article in page.articles {
            if article.language.is_empty() && page.language.len() < LONGEST_LANGUAGE {
                article.language.clone_from(&page.language);
            }
            let earlier = self.identifiers.first(article.id.clone(), 0);
            if earlier.is_some() && !is_same_feed {
                article.id.clone_from(&article.url);
            }
            self.builder.add(article);
        }
    }

    /// All of them as one feed.
    #[must_use]
    pub fn done(self) -> Feed {
        self.builder.done(None)
    }
}

#[cfg(test)]
mod tests {
    use super::Merger;
    use crate::article::{Article, Feed};

    fn feed(title: &str, language: &str, paths: &[&str]) -> Feed {
        let article = |path: &&str| Article {
            id: path.len().to_string(),
            url: format!("https://paper.example/{path}"),
            title: (*path).to_owned(),
            ..Article::default()
        };
        Feed {
            title: title.into(),
            language: language.into(),
            articles: paths.iter().map(article).collect(),
            ..Feed::default()
        }
    }

    fn of(feed: &Feed, field: fn(&Article) -> &String) -> Vec<&str> {
        feed.articles.iter().map(|a| field(a).as_str()).collect()
    }

    // Ten thousand articles in a language of a megabyte were ten gigabytes.
    #[test]
    fn what_is_no_language_is_not_copied() {
        let mut pages = Merger::new(feed("Paper", &"e".repeat(1 << 20), &["a"]));
        pages.add(feed("Paper", "en", &["b"]), true);
        assert_eq!(of(&pages.done(), |a| &a.language), ["", "en"]);
    }

    #[test]
    fn each_once_in_its_language_under_its_identifier() {
        let mut pages = Merger::new(feed("Paper", "en", &["a", "bb"]));
        pages.add(feed("Paper", "en", &["bb?utm_source=x", "ccc"]), true);
        pages.add(feed("Papur", "cy", &["a/", "d", "eeee"]), false);
        let merged = pages.done();
        assert_eq!(of(&merged, |a| &a.title), ["a", "bb", "ccc", "d", "eeee"]);
        assert_eq!(of(&merged, |a| &a.language), ["en", "en", "en", "cy", "cy"]);
        let ids = of(&merged, |a| &a.id);
        assert_eq!(ids, ["1", "2", "3", "https://paper.example/d", "4"]);
        assert_eq!([merged.title, merged.language], ["Paper", "en"]);
    }
}
