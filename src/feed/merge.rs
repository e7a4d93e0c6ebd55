//! Several feeds, or several pages of one, into one list.

use super::places::Places;
use crate::article::{Article, Feed};
use crate::text::link::key;

/// One feed of at most `most` articles: the first of each feed in turn, then
/// the second, so that no feed crowds out another; doubles once, their empty
/// fields filled from one another. What the first feed says of itself stands.
#[must_use]
pub fn merge(feeds: Vec<Feed>, most: usize) -> Feed {
    let mut merged = Feed::default();
    let mut queues = Vec::with_capacity(feeds.len());
    for (at, feed) in feeds.into_iter().enumerate() {
        let language = feed.language.clone();
        queues.push((language, feed.articles.into_iter()));
        if at == 0 {
            merged = Feed {
                title: feed.title,
                language: feed.language,
                format: feed.format,
                dropped: feed.dropped,
                notes: feed.notes,
                ..Feed::default()
            };
        } else {
            merged.dropped += feed.dropped;
            merged.notes.extend(feed.notes);
        }
    }
    let mut places = Places::default();
    while merged.articles.len() < most && !queues.is_empty() {
        queues.retain_mut(|(language, queue)| {
            let Some(mut article) = queue.next() else {
                return false;
            };
            if article.language.is_empty() && *language != merged.language {
                article.language.clone_from(language);
            }
            match place(&mut places, &article, merged.articles.len()) {
                Some(at) => fill(&mut merged.articles[at], article),
                None if merged.articles.len() < most => merged.articles.push(article),
                None => {}
            }
            true
        });
    }
    merged
}

/// One feed of a feed's first pages, in their order.
#[must_use]
pub fn append(mut first: Feed, page: Feed, most: usize) -> Feed {
    let mut places = Places::default();
    for (at, article) in first.articles.iter().enumerate() {
        place(&mut places, article, at);
    }
    for article in page.articles {
        if first.articles.len() >= most {
            break;
        }
        // What was published in between moves an article to the next page.
        if place(&mut places, &article, first.articles.len()).is_none() {
            first.articles.push(article);
        }
    }
    first.dropped += page.dropped;
    first.notes.extend(page.notes);
    first.next = page.next.filter(|_| first.articles.len() < most);
    first
}

/// Where the article of this address is already; else it is kept for `next`.
/// One without an address is nobody's double: identifiers are of one feed.
fn place(places: &mut Places, article: &Article, next: usize) -> Option<usize> {
    if article.url.is_empty() {
        return None;
    }
    places.place(key(&article.url), next)
}

/// Takes over what `article` does not say.
fn fill(article: &mut Article, from: Article) {
    let texts = [
        (&mut article.summary, from.summary),
        (&mut article.body, from.body),
        (&mut article.section, from.section),
        (&mut article.kicker, from.kicker),
        (&mut article.dateline, from.dateline),
        (&mut article.language, from.language),
    ];
    for (text, other) in texts {
        if text.is_empty() {
            *text = other;
        }
    }
    article.image = article.image.take().or(from.image);
    article.published = article.published.or(from.published);
    article.modified = article.modified.or(from.modified);
    article.views = article.views.or(from.views);
    if article.authors.is_empty() {
        article.authors = from.authors;
    }
    if article.tags.is_empty() {
        article.tags = from.tags;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(language: &str, paths: &[&str]) -> Feed {
        let article = |path: &&str| Article {
            url: format!("https://paper.example/{path}"),
            title: (*path).to_owned(),
            ..Article::default()
        };
        Feed {
            language: language.into(),
            articles: paths.iter().map(article).collect(),
            dropped: 1,
            ..Feed::default()
        }
    }

    fn titles(feed: &Feed) -> Vec<&str> {
        feed.articles.iter().map(|a| a.title.as_str()).collect()
    }

    #[test]
    fn in_turn_and_each_once() {
        let mut second = feed("cy", &["b?utm_source=x", "d", "e"]);
        second.articles[0].views = Some(7.0);
        let merged = merge(
            vec![feed("en", &["a", "b", "c"]), second, feed("en", &[])],
            5,
        );
        assert_eq!(titles(&merged), ["a", "b?utm_source=x", "d", "c", "e"]);
        assert_eq!(merged.articles[1].views, Some(7.0));
        assert_eq!((merged.dropped, merged.language.as_str()), (3, "en"));
        let languages: Vec<_> = merged
            .articles
            .iter()
            .map(|a| a.language.as_str())
            .collect();
        assert_eq!(languages, ["", "cy", "cy", "", "cy"]);
        assert_eq!(
            titles(&merge(vec![feed("", &["a", "b"]), feed("", &["c"])], 2)),
            ["a", "c"]
        );
        assert!(merge(Vec::new(), 9).articles.is_empty());
    }

    #[test]
    fn pages_in_their_order() {
        let mut page = feed("", &["b", "c", "d"]);
        page.next = Some("https://paper.example/3".into());
        let both = append(feed("", &["a", "b"]), page.clone(), 10);
        assert_eq!(titles(&both), ["a", "b", "c", "d"]);
        assert_eq!(both.next, page.next);
        let full = append(feed("", &["a", "b"]), page, 3);
        assert_eq!(
            (titles(&full), full.next.clone()),
            (vec!["a", "b", "c"], None)
        );
    }
}
