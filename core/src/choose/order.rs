//! In which order the elements of a page choose.

use crate::config::Kind;
use crate::sort::sorted;
use std::cmp::Ordering;

/// The positions of elements of these kinds in the order in which they choose:
/// that of the page, which `is_before` knows, but an article says what the lists
/// beside it may not show, so it comes first.
pub fn order(kinds: &[Kind], is_before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    sorted(kinds.len(), &|a, b| {
        let by_kind = kinds[b].is_article().cmp(&kinds[a].is_article());
        by_kind.then_with(|| {
            if is_before(a, b) {
                Ordering::Less
            } else {
                Ordering::Greater
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::order;
    use crate::config::Kind;

    #[test]
    #[cfg_attr(
        not(feature = "whole"),
        ignore = "beside lists alone there is no article"
    )]
    fn an_article_chooses_first_then_what_stands_first() {
        let kinds = [
            Kind::MoreLikeThis,
            Kind::Article,
            Kind::Popular,
            Kind::Article,
        ];
        // As they stand on the page; they have come in another order.
        let places = [7, 9, 1, 8];
        let is_before = |a: usize, b: usize| places[a] < places[b];
        assert_eq!(order(&kinds, &is_before), [3, 1, 2, 0]);
        assert!(order(&[], &is_before).is_empty());
    }
}
