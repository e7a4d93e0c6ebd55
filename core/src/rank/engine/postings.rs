//! The inverted index: articles by term, with the weight of the term in each.

use super::ForwardIndex;
use super::dictionary::Term;

/// The most articles that a term may be in, or it has no list. In an archive so large
/// there are other terms, and a query takes as long as reading its lists.
const MOST_ARTICLES: u32 = 4096;

/// A weight of 1, as it is kept in 16 bits.
pub(super) const ONE: f32 = 65_535.0;

/// Per term its posting list: the articles that have it. Terms of one article have none,
/// nor have terms of more than [`MOST_ARTICLES`].
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    /// Per term, where its list begins; one more at the end.
    pub(super) starts: Vec<u32>,
    pub(super) articles: Vec<u32>,
    /// Weights in the articles' vectors, in units of 1 / [`ONE`].
    pub(super) weights: Vec<u16>,
}

impl Postings {
    /// The posting lists of some articles, their weights still 0: two counting passes.
    pub(super) fn of(forward: &ForwardIndex, terms: u32) -> Self {
        let mut starts = vec![0_u32; terms as usize + 1];
        for &term in &forward.terms {
            starts[term as usize] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            let frequency = *start;
            *start = sum;
            sum += if (2..=MOST_ARTICLES).contains(&frequency) {
                frequency
            } else {
                0
            };
        }
        let mut postings = Self {
            starts,
            articles: vec![0; sum as usize],
            weights: vec![0; sum as usize],
        };
        let mut ends = postings.starts.clone();
        let mut from = 0;
        for (article, &to) in (0_u32..).zip(&forward.ends) {
            for &term in &forward.terms[from..to as usize] {
                if postings.frequency(term) > 0 {
                    let end = &mut ends[term as usize];
                    postings.articles[*end as usize] = article;
                    *end += 1;
                }
            }
            from = to as usize;
        }
        postings
    }

    pub(super) fn range(&self, term: Term) -> std::ops::Range<usize> {
        self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize
    }

    /// In how many articles a term is, 0 for one or for too many.
    pub(super) fn frequency(&self, term: Term) -> usize {
        self.range(term).len()
    }

    /// Adds to each article's sum its vector's product with the sum of all
    /// vectors.
    #[expect(clippy::cast_precision_loss, reason = "sums need no more digits")]
    pub(super) fn add_products(&self, sums: &mut [f32]) {
        for list in self.starts.windows(2) {
            let list = list[0] as usize..list[1] as usize;
            let total: u64 = self.weights[list.clone()]
                .iter()
                .map(|&w| u64::from(w))
                .sum();
            let total = total as f32 / (ONE * ONE);
            for at in list {
                sums[self.articles[at] as usize] += total * f32::from(self.weights[at]);
            }
        }
    }

    pub(super) fn memory(&self) -> usize {
        self.starts.capacity() * 4 + self.articles.capacity() * 4 + self.weights.capacity() * 2
    }
}
