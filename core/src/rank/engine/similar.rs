//! Asking the index for the articles most like one.

use super::dictionary::{Stems, Term};
use super::frequencies::{Frequencies, SparseSet, Vocabulary, count_terms};
use super::postings::ONE;
use super::{Index, UNDATED, hour};
use crate::article::Article;
use crate::rank::math::exp2;

/// The article that others are to be like.
#[derive(Clone, Copy, Debug)]
pub enum Query<'a> {
    /// An article of the index, by its position.
    Known(usize),
    /// Any article.
    Other(&'a Article),
}

/// An article that was found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hit {
    /// Its position in the index.
    pub article: usize,
    /// The score that hits are sorted by: 0 and up, comparable within one query.
    pub score: f32,
    /// Cosine between the two articles' vectors, 0 to 1, comparable everywhere.
    pub cosine: f32,
}

/// Memory that a thread's queries use again.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    pub(super) scores: Vec<f32>,
    pub(super) cosines: Vec<f32>,
    pub(super) others: Vec<f32>,
    pub(super) query: Vec<(Term, f32)>,
    pub(super) feedback: Vec<(Term, f32)>,
    pub(super) vector: Vec<(Term, f32)>,
    pub(super) positions: SparseSet,
    pub(super) feedback_positions: SparseSet,
    pub(super) frequencies: Frequencies,
}

impl Index {
    /// The `count` articles most like another, of those that `filter` admits, best
    /// first, equals in the index's order. It is never itself among them, nor one
    /// that shares nothing with it or its nearest.
    pub fn like(
        &self,
        query: Query<'_>,
        count: usize,
        filter: &dyn Fn(usize) -> bool,
        scratch: &mut Scratch,
    ) -> Vec<Hit> {
        let Scratch {
            scores,
            cosines,
            feedback,
            ..
        } = scratch;
        feedback.clear();
        scores.clear();
        scores.resize(self.len(), 0.0);
        cosines.clear();
        let (itself, hour) = self.query_vector(query, scratch);
        let Scratch {
            scores,
            cosines,
            query,
            ..
        } = scratch;
        self.add(query, scores);
        cosines.extend_from_slice(scores);
        self.subtract_background(1.0, scores);
        if let Some(itself) = itself {
            scores[itself] = 0.0;
        }
        let expanded = self.expand_query(scratch);
        let Scratch {
            scores, feedback, ..
        } = scratch;
        self.add(feedback, scores);
        self.subtract_background(expanded, scores);
        if let Some(itself) = itself {
            scores[itself] = 0.0;
        }
        self.add_latent(scores);
        if hour != UNDATED {
            self.boost_near(hour, scores);
        }
        if let Some(itself) = itself {
            scores[itself] = 0.0;
        }
        let mut hits = top(scores, count, filter);
        for hit in &mut hits {
            hit.cosine = scratch.cosines[hit.article].min(1.0);
        }
        hits
    }

    /// Fills in the query's vector, and gives back which article it is, and its hour.
    fn query_vector(&self, query: Query<'_>, scratch: &mut Scratch) -> (Option<usize>, i32) {
        match query {
            Query::Known(article) if article < self.len() => {
                self.vector(article, &mut scratch.query);
                scratch.frequencies.unknown = 0;
                scratch.frequencies.terms.clear();
                scratch.frequencies.terms.extend(self.forward.row(article));
                (Some(article), self.hours[article])
            }
            Query::Known(_) => {
                scratch.query.clear();
                scratch.frequencies = Frequencies::default();
                (None, UNDATED)
            }
            Query::Other(article) => {
                let vocabulary = Vocabulary::Fixed(&self.dictionary);
                let Scratch {
                    positions,
                    frequencies,
                    query,
                    ..
                } = scratch;
                let stems = &mut Stems::of(self.language);
                count_terms(
                    article,
                    self.stop_words,
                    vocabulary,
                    stems,
                    positions,
                    frequencies,
                );
                // Terms that became known after the last weighing have no list.
                self.vector_of(frequencies, query);
                (None, hour(article))
            }
        }
    }

    /// Adds a vector's products with all articles to `scores`.
    fn add(&self, vector: &[(Term, f32)], scores: &mut [f32]) {
        for &(term, weight) in vector {
            let range = self.postings.range(term);
            let weight = weight / ONE;
            let articles = &self.postings.articles[range.clone()];
            for (&article, &other) in articles.iter().zip(&self.postings.weights[range]) {
                scores[article as usize] += weight * f32::from(other);
            }
        }
    }

    /// Takes off what the articles have in common with any article, so many times.
    fn subtract_background(&self, times: f32, scores: &mut [f32]) {
        for (score, common) in scores.iter_mut().zip(&self.background) {
            *score -= times * common;
        }
    }

    /// Pseudo-relevance feedback: fills in the terms of the nearest articles, and
    /// gives back how much those articles weigh together.
    ///
    /// An article to which others are nearer than the query is of another story, as the
    /// third nearest is where a story has two articles. It weighs less by how much nearer
    /// its own nearest is.
    fn expand_query(&self, scratch: &mut Scratch) -> f32 {
        let Scratch {
            scores,
            feedback,
            vector,
            feedback_positions,
            others,
            ..
        } = scratch;
        let mut weight_of_all = 0.0;
        for near in top(scores, self.tuning.feedback_articles(), &|_| true) {
            self.vector(near.article, vector);
            others.clear();
            others.resize(self.len(), 0.0);
            self.add(vector, others);
            self.subtract_background(1.0, others);
            others[near.article] = 0.0;
            let nearer = others
                .iter()
                .fold(near.score, |most, other| most.max(*other));
            let weight_of_one = self.tuning.feedback * near.score * near.score / nearer;
            weight_of_all += weight_of_one;
            for &(term, weight) in &*vector {
                let at = feedback_positions.position(feedback, term);
                feedback[at].1 += weight * weight_of_one;
            }
        }
        keep_heaviest(feedback, self.tuning.feedback_terms());
        weight_of_all
    }

    fn boost_near(&self, hour: i32, scores: &mut [f32]) {
        let per_hour = -1.0 / (24.0 * self.tuning.near_days);
        for (score, &other) in scores.iter_mut().zip(&self.hours) {
            if *score > 0.0 && other != UNDATED {
                #[expect(clippy::cast_precision_loss, reason = "hours of two centuries")]
                let apart = hour.abs_diff(other) as f32;
                *score *= 1.0 + self.tuning.near * exp2(apart * per_hour);
            }
        }
    }
}

/// Keeps the heaviest terms, at most `most` of them, in their order.
///
/// The least weight that is kept is found by halving the range of its bits: positive
/// floats sort as their bits do. A sort would take as long, and a thousand bytes more.
fn keep_heaviest(terms: &mut Vec<(Term, f32)>, most: usize) {
    if terms.len() <= most {
        return;
    }
    let at_least = |bits: u32| {
        terms
            .iter()
            .filter(|(_, weight)| weight.to_bits() >= bits)
            .count()
    };
    let (mut too_many, mut least) = (0, f32::INFINITY.to_bits());
    while least - too_many > 1 {
        let middle = too_many + (least - too_many) / 2;
        if at_least(middle) > most {
            too_many = middle;
        } else {
            least = middle;
        }
    }
    terms.retain(|(_, weight)| weight.to_bits() >= least);
}

/// The `count` greatest positive scores of those that `filter` admits, best first,
/// equals by position. The list is kept sorted: few scores get past its last.
pub(super) fn top(scores: &[f32], count: usize, filter: &dyn Fn(usize) -> bool) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::with_capacity(count.min(scores.len()) + 1);
    if count == 0 {
        return hits;
    }
    let mut least = 0.0;
    for (article, &score) in scores.iter().enumerate() {
        if score > least && filter(article) {
            let at = hits.partition_point(|hit| hit.score >= score);
            hits.insert(
                at,
                Hit {
                    article,
                    score,
                    cosine: score,
                },
            );
            if hits.len() > count {
                hits.pop();
            }
            if hits.len() == count {
                least = hits[count - 1].score;
            }
        }
    }
    hits
}
