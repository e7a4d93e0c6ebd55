//! The order of the Popular list, and of the latest where nothing says what
//! is popular.

use crate::article::Article;
use crate::rank::sorted;
use std::cmp::Ordering;

/// Indices of the articles, most viewed first, among equals the newest; those
/// without a count come last. `None` where no article has one.
#[must_use]
pub fn by_views(articles: &[Article]) -> Option<Vec<usize>> {
    articles
        .iter()
        .any(|article| article.views.is_some())
        .then(|| {
            sorted(articles.len(), &|a, b| {
                let (a, b) = (&articles[a], &articles[b]);
                let views = |article: &Article| article.views.unwrap_or(-1.0);
                views(b)
                    .total_cmp(&views(a))
                    .then_with(|| newest_first(a, b))
            })
        })
}

/// Indices of the articles, newest first; those without a date come last, in
/// the feed's order.
#[must_use]
pub fn latest(articles: &[Article]) -> Vec<usize> {
    sorted(articles.len(), &|a, b| {
        newest_first(&articles[a], &articles[b])
    })
}

fn newest_first(a: &Article, b: &Article) -> Ordering {
    b.published.cmp(&a.published)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(of: &[(Option<f64>, Option<i64>)]) -> Vec<Article> {
        of.iter()
            .map(|&(views, published)| Article {
                published,
                views,
                ..Article::default()
            })
            .collect()
    }

    #[test]
    fn most_viewed_first_ties_by_date() {
        let list = articles(&[
            (Some(5.0), Some(1)),
            (None, Some(9)),
            (Some(7.0), None),
            (Some(5.0), Some(2)),
        ]);
        assert_eq!(by_views(&list), Some(vec![2, 3, 0, 1]));
    }

    #[test]
    fn without_counts_there_is_no_popular() {
        let list = articles(&[(None, None), (None, Some(1)), (None, Some(2)), (None, None)]);
        assert_eq!(by_views(&list), None);
        assert_eq!(latest(&list), [2, 1, 0, 3]);
    }
}
