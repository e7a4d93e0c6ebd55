//! A list beside an article is in its language, where the feed has enough of that.

use crate::article::{Article, Feed};
use crate::text::split::until;

/// The language that an article of a feed is in, as a BCP 47 tag; empty where neither says.
#[must_use]
pub fn language_of<'f>(article: &'f Article, feed: &'f Feed) -> &'f str {
    if article.language.is_empty() {
        &feed.language
    } else {
        &article.language
    }
}

/// Whether two tags are of one language by their first parts, or one says none: what says
/// nothing of itself is in any.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    let first = |tag| until(tag, &['-', '_']);
    one.is_empty() || other.is_empty() || first(one).eq_ignore_ascii_case(first(other))
}

/// Whether a feed has articles in several languages.
#[must_use]
pub fn is_mixed(feed: &Feed) -> bool {
    let mut languages = feed.articles.iter().map(|one| language_of(one, feed));
    let first = languages.find(|language| !language.is_empty());
    first.is_some_and(|first| languages.any(|other| !is_same(first, other)))
}

/// Whether a list of `count` beside an article leaves out articles in other languages: so
/// many of all are in its `own`, and may be listed.
#[must_use]
pub fn leaves_out_others(all: usize, count: usize, own: &dyn Fn(usize) -> bool) -> bool {
    (0..all).filter(|&at| own(at)).take(count).count() == count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(languages: &[&str]) -> Feed {
        let article = |language: &&str| Article {
            language: (*language).into(),
            ..Article::default()
        };
        Feed {
            language: "de-AT".into(),
            articles: languages.iter().map(article).collect(),
            ..Feed::default()
        }
    }

    #[test]
    fn the_first_part_of_a_tag_is_the_language() {
        for (one, other, same) in [
            ("de", "de-AT", true),
            ("pt_BR", "PT-pt", true),
            ("de", "den", false),
            ("", "de", true),
            ("zh-Hant", "zh", true),
        ] {
            assert_eq!(is_same(one, other), same, "{one} {other}");
            assert_eq!(is_same(other, one), same, "{one} {other}");
        }
    }

    #[test]
    fn several_languages() {
        let mixed = |languages: &[&str]| is_mixed(&feed(languages));
        assert!(mixed(&["", "fr"]) && mixed(&["de", "de", "en"]));
        assert!(!mixed(&["", "de", "de-CH"]) && !mixed(&[]));
        let unsaid = Feed {
            language: String::new(),
            ..feed(&["", "en", "", "fr"])
        };
        assert!(is_mixed(&unsaid));
    }

    #[test]
    fn only_where_enough_is_left() {
        let leaves = |languages: &[&str], language, count| {
            let feed = feed(languages);
            let own = |at: usize| is_same(language_of(&feed.articles[at], &feed), language);
            leaves_out_others(languages.len(), count, &|at| at > 0 && own(at))
        };
        // The first may not be listed.
        assert!(leaves(&["de", "fr", "", "de-CH"], "de", 2));
        assert!(!leaves(&["de", "fr", "", "de-CH"], "de", 3));
        assert!(!leaves(&["fr", "fr"], "de", 1));
        assert!(leaves(&["fr", "fr", "de"], "fr", 1));
        assert!(!leaves(&[], "de", 1));
    }
}
