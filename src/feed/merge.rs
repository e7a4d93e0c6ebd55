//! Several feeds, and several pages of them, into one.

use super::places::Places;
use crate::article::Feed;
use crate::text::link::key;

/// One feed of several pages: their articles in turn, each address once, at
/// most so many. What the first page says of itself stands.
#[must_use]
pub fn merge(pages: &[&Feed], most: usize) -> Feed {
    let mut merged = Feed::default();
    let mut places = Places::default();
    for page in pages {
        if merged.title.is_empty() {
            merged.title.clone_from(&page.title);
        }
        for article in &page.articles {
            // One without an address is nobody's double.
            let is_double = !article.url.is_empty() && places.place(key(&article.url), 0).is_some();
            if is_double || merged.articles.len() >= most {
                continue;
            }
            let mut article = article.clone();
            if article.language.is_empty() {
                article.language.clone_from(&page.language);
            }
            // Two sites may both have a post 17: whose comes first keeps it. An
            // identifier behind a blank is never an address's key.
            if places.place([" ", &article.id].concat(), 0).is_some() {
                article.id.clone_from(&article.url);
            }
            merged.articles.push(article);
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

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

    #[test]
    fn each_once_and_each_in_its_language() {
        let first = feed("", "en", &["a", "bb"]);
        let second = feed("Papur", "cy", &["bb?utm_source=x", "ccc"]);
        let merged = merge(&[&first, &second, &feed("Third", "", &["a/"])], 9);
        assert_eq!(of(&merged, |a| &a.title), ["a", "bb", "ccc"]);
        assert_eq!(of(&merged, |a| &a.language), ["en", "en", "cy"]);
        assert_eq!(merged.title, "Papur");
        assert!(merge(&[], 9).articles.is_empty());
    }

    #[test]
    fn no_more_than_wanted() {
        let pages = [feed("", "", &["a", "bb"]), feed("", "", &["ccc", "dddd"])];
        let merged = merge(&[&pages[0], &pages[1]], 3);
        assert_eq!(of(&merged, |a| &a.title), ["a", "bb", "ccc"]);
    }

    #[test]
    fn an_identifier_is_that_of_one_article() {
        let (first, second) = (feed("", "", &["a", "bb"]), feed("", "", &["c", "ddd"]));
        let merged = merge(&[&first, &second], 9);
        let ids = of(&merged, |a| &a.id);
        assert_eq!(ids, ["1", "2", "https://paper.example/c", "3"]);
    }
}
