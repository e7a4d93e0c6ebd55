//! The rules of what a list may take: not the article that is being read, none that
//! another list on the page shows already, none without a link.

use crate::article::{Article, Feed};
use crate::config::Config;
use crate::text::date::Timestamp;
use crate::text::link::{key, same_origin};

/// The article that the page itself is, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Current {
    /// Its identifier in the feed.
    pub id: Option<String>,
    /// An address of the site that gave the identifier; empty where it is of any site.
    pub site: String,
    /// Its addresses, canonical or as asked for.
    pub urls: Vec<String>,
}

impl Current {
    /// Whether `article` is the one being read.
    #[must_use]
    pub fn is(&self, article: &Article) -> bool {
        if self.id.as_ref().is_some_and(|id| *id == article.id)
            && (self.site.is_empty() || same_origin(&article.url, &self.site))
        {
            return true;
        }
        !article.url.is_empty() && {
            let wanted = key(&article.url);
            self.urls.iter().any(|url| key(url) == wanted)
        }
    }
}

/// The articles that may not stand in a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// The article being read.
    pub current: Current,
    /// The [`key`]s of the articles that stand elsewhere on the page, or that are the one
    /// being read in another language.
    pub taken: Vec<String>,
}

impl Rules {
    /// Whether an article may stand in the list.
    #[must_use]
    pub fn admit(&self, article: &Article) -> bool {
        !article.url.is_empty()
            && !self.current.is(article)
            && !self.taken.contains(&key(&article.url))
    }
}

/// The time by which a list is chosen that was rendered into a page: that of the newest
/// article which is out at `now`. So it comes out the same for whoever chooses it from
/// the same articles, minutes or weeks later. A list that is set to leave out what is
/// old goes by the present all the same.
#[must_use]
pub fn rendered_at(feed: &Feed, config: &Config, now: Timestamp) -> Timestamp {
    let mut newest = None;
    if config.filter.max_age.is_none() {
        for article in &feed.articles {
            newest = newest.max(article.published.filter(|&published| published <= now));
        }
    }
    newest.unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Attributes, Kind};

    #[test]
    fn a_rendered_list_is_as_old_as_its_newest_article() {
        let published = |at| Article {
            published: at,
            ..Article::default()
        };
        let feed = Feed {
            articles: [Some(70), None, Some(90), Some(200)]
                .map(published)
                .to_vec(),
            ..Feed::default()
        };
        let at = |feed: &Feed, max_age: &str, now| {
            let value = |name: &str| (name == "max-age").then(|| max_age.to_owned());
            let config = Config::read(Kind::Popular, &mut Attributes::new(&value, &mut Vec::new()));
            rendered_at(feed, &config, now)
        };
        assert_eq!((at(&feed, "", 100), at(&feed, "", 150)), (90, 90));
        // What was to come has come.
        assert_eq!(at(&feed, "", 200), 200);
        assert_eq!(at(&feed, "2d", 150), 150);
        assert_eq!(at(&Feed::default(), "", 150), 150);
    }

    fn article(id: &str, url: &str) -> Article {
        Article {
            id: id.into(),
            url: url.into(),
            ..Article::default()
        }
    }

    #[test]
    fn neither_the_current_one_nor_a_double_nor_one_without_a_link() {
        let articles = [
            article("1", "https://p.example/1"),
            article("2", "https://p.example/2"),
            article("3", ""),
            article("4", "https://p.example/4"),
            article("5", "https://p.example/5"),
        ];
        let current = Current {
            id: Some("1".into()),
            urls: vec!["http://www.p.example/2/?utm_source=x".into()],
            ..Current::default()
        };
        let taken = vec![key("https://p.example/4#c")];
        let admitted = |articles: &[Article], rules: &Rules| -> Vec<String> {
            let admitted = articles.iter().filter(|article| rules.admit(article));
            admitted.map(|article| article.id.clone()).collect()
        };
        assert_eq!(admitted(&articles, &Rules { current, taken }), ["5"]);
        assert_eq!(admitted(&articles, &Rules::default()), ["1", "2", "4", "5"]);
    }

    /// A WordPress page with the number 17 took the 17 of another site's feed
    /// for itself.
    #[test]
    fn a_number_is_of_one_site() {
        let current = Current {
            id: Some("17".into()),
            site: "https://p.example/wp-json/wp/v2/posts/17".into(),
            ..Current::default()
        };
        assert!(current.is(&article("17", "https://p.example/?p=17")));
        assert!(!current.is(&article("17", "https://other.example/17")));
        assert!(!current.is(&article("17", "")));
    }
}
