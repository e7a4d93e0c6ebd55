//! Which articles are most like another: cosine of TF-IDF vectors over title,
//! summary, tags and body.
//!
//! Salton and Buckley, "Term-weighting approaches in automatic text retrieval"
//! (1988): logarithmic term frequency, inverse document frequency, vectors of
//! unit length.

use crate::article::Article;
use crate::text::plain::plain;
use crate::text::words::words;
use std::collections::BTreeMap;

/// How often a word counts by where it stands: a headline's words say more of
/// an article than those of its tenth paragraph.
const TITLE: f32 = 3.0;
const TAG: f32 = 3.0;
const SUMMARY: f32 = 2.0;
const BODY: f32 = 1.0;

/// A feed's articles, ready to be compared. Terms are numbered.
#[derive(Debug, Default)]
pub struct Index {
    terms: BTreeMap<String, u32>,
    /// Per term, `ln(N / df)`, where df is the number of articles it is in.
    rarity: Vec<f32>,
    /// Per article, its terms and their weights, by term, of unit length.
    vectors: Vec<Vec<(u32, f32)>>,
}

impl Index {
    /// Reads every article once.
    #[must_use]
    pub fn new(articles: &[Article]) -> Self {
        let mut index = Self::default();
        let mut counted: Vec<Vec<(u32, f32)>> = Vec::with_capacity(articles.len());
        for article in articles {
            let counts = frequencies(article).into_iter();
            let known = &mut index.terms;
            let mut numbered: Vec<_> = counts
                .map(|(word, frequency)| {
                    let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                    (*known.entry(word).or_insert(next), frequency)
                })
                .collect();
            numbered.sort_unstable_by_key(|(term, _)| *term);
            counted.push(numbered);
        }
        let mut documents = vec![0_u16; index.terms.len()];
        for (term, _) in counted.iter().flatten() {
            documents[*term as usize] = documents[*term as usize].saturating_add(1);
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "a feed has no 16 million articles"
        )]
        let all = articles.len() as f32;
        index.rarity = documents
            .iter()
            .map(|&df| (all / f32::from(df)).ln())
            .collect();
        index.vectors = counted
            .into_iter()
            .map(|counts| index.weigh(counts))
            .collect();
        index
    }

    /// Indices of the articles that share anything with `article`, which need
    /// not be one of them, most like it first.
    #[must_use]
    pub fn like(&self, article: &Article) -> Vec<usize> {
        let mut counts: Vec<_> = frequencies(article)
            .into_iter()
            .filter_map(|(word, frequency)| Some((*self.terms.get(&word)?, frequency)))
            .collect();
        counts.sort_unstable_by_key(|(term, _)| *term);
        let query = self.weigh(counts);
        let mut scored: Vec<(usize, f32)> = self
            .vectors
            .iter()
            .map(|vector| product(&query, vector))
            .enumerate()
            .filter(|(_, score)| *score > 0.0)
            .collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1));
        scored.into_iter().map(|(index, _)| index).collect()
    }

    fn weigh(&self, mut counts: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
        let mut squares = 0.0;
        for (term, weight) in &mut counts {
            *weight = (1.0 + weight.ln()) * self.rarity[*term as usize];
            squares += *weight * *weight;
        }
        let length = squares.sqrt();
        if length > 0.0 {
            for (_, weight) in &mut counts {
                *weight /= length;
            }
        }
        counts
    }
}

/// How often each word stands in an article, weighted by where.
fn frequencies(article: &Article) -> BTreeMap<String, f32> {
    let mut counts = BTreeMap::new();
    let mut count = |text: &str, weight: f32| {
        for word in words(text) {
            *counts.entry(word).or_insert(0.0) += weight;
        }
    };
    count(&article.title, TITLE);
    count(&article.summary, SUMMARY);
    article.tags.iter().for_each(|tag| count(tag, TAG));
    count(&plain(&article.body), BODY);
    counts
}

/// The dot product of two vectors that are sorted by term.
fn product(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut sum = 0.0;
    while let (Some((x, v)), Some((y, w))) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                sum += v * w;
                a.next();
                b.next();
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(title: &str, summary: &str) -> Article {
        Article {
            title: title.into(),
            summary: summary.into(),
            ..Article::default()
        }
    }

    #[test]
    fn the_same_story_comes_first() {
        let articles = [
            article(
                "Harbor bridge closes for repairs",
                "Cracks in two of the bridge's cables",
            ),
            article(
                "Council sets the budget",
                "The council raises fees for the ferry",
            ),
            article(
                "Cable makers named in bridge inquiry",
                "The harbor inquiry opens",
            ),
            article("Rovers win the cup", "A late goal for the Rovers"),
        ];
        let index = Index::new(&articles);
        assert_eq!(index.like(&articles[0])[..2], [0, 2]);
        assert_eq!(index.like(&article("Rovers sign a keeper", "")), [3]);
        assert!(index.like(&article("", "")).is_empty());
    }

    #[test]
    fn an_empty_feed_and_one_of_copies() {
        assert!(Index::new(&[]).like(&article("a", "b")).is_empty());
        // In a feed of copies no word tells one article from another.
        let copies = vec![article("Same", "text"); 3];
        assert!(Index::new(&copies).like(&copies[0]).is_empty());
    }
}
