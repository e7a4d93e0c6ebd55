//! Asking the index: the articles most like one, and why they are.

use super::count::{Counts, Known, Marks, count};
use super::terms::{Stems, Term};
use super::weigh::ONE;
use super::{Index, UNDATED, hour};
use crate::article::Article;
use crate::rank::math::exp2;

/// What the articles are to be like.
#[derive(Clone, Copy, Debug)]
pub enum Query<'a> {
    /// An article of the index, by its position.
    Known(usize),
    /// Any article.
    Other(&'a Article),
}

/// An article that is like the one asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hit {
    /// Its position in the index.
    pub article: usize,
    /// What hits are sorted by: 0 and up, comparable within one query.
    pub score: f32,
    /// Cosine between the two articles' vectors, 0 to 1, comparable everywhere.
    pub cosine: f32,
}

/// Memory that queries use again, one per thread.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    pub(super) scores: Vec<f32>,
    pub(super) cosines: Vec<f32>,
    pub(super) query: Vec<(Term, f32)>,
    pub(super) feedback: Vec<(Term, f32)>,
    pub(super) vector: Vec<(Term, f32)>,
    pub(super) marks: Marks,
    pub(super) feedback_marks: Marks,
    pub(super) counts: Counts,
}

impl Index {
    /// The `count` articles most like another, of those that `may` be, best
    /// first, equals in the index's order; never itself, and none that shares
    /// nothing with it or its nearest.
    pub fn like(
        &self,
        query: Query<'_>,
        count: usize,
        may: &dyn Fn(usize) -> bool,
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
        let (itself, hour) = self.ask(query, scratch);
        let Scratch {
            scores,
            cosines,
            query,
            ..
        } = scratch;
        self.add(query, scores);
        cosines.extend_from_slice(scores);
        self.take_common(1.0, scores);
        if let Some(itself) = itself {
            scores[itself] = 0.0;
        }
        let learnt = self.learn(scratch);
        let Scratch {
            scores, feedback, ..
        } = scratch;
        self.add(feedback, scores);
        self.take_common(learnt, scores);
        if hour != UNDATED {
            self.favour_near(hour, scores);
        }
        if let Some(itself) = itself {
            scores[itself] = 0.0;
        }
        let mut hits = top(scores, count, may);
        for hit in &mut hits {
            hit.cosine = scratch.cosines[hit.article].min(1.0);
        }
        hits
    }

    /// Fills in the query's vector; tells which article it is, and its hour.
    fn ask(&self, query: Query<'_>, scratch: &mut Scratch) -> (Option<usize>, i32) {
        match query {
            Query::Known(article) if article < self.len() => {
                self.vector(article, &mut scratch.query);
                scratch.counts.unknown = 0;
                scratch.counts.words.clear();
                scratch.counts.words.extend(self.counts.row(article));
                (Some(article), self.hours[article])
            }
            Query::Known(_) => {
                scratch.query.clear();
                scratch.counts = Counts::default();
                (None, UNDATED)
            }
            Query::Other(article) => {
                let known = Known::Fixed(&self.words);
                let Scratch {
                    marks,
                    counts,
                    query,
                    ..
                } = scratch;
                let stems = &mut Stems::of(self.language);
                count(article, self.small, known, stems, marks, counts);
                // Terms that became known after the last weighing have no list.
                self.vector_of(counts, query);
                (None, hour(article))
            }
        }
    }

    /// Adds a vector's products with all articles to `scores`.
    fn add(&self, vector: &[(Term, f32)], scores: &mut [f32]) {
        for &(term, weight) in vector {
            let range = self.lists.range(term);
            let weight = weight / ONE;
            let articles = &self.lists.articles[range.clone()];
            for (&article, &other) in articles.iter().zip(&self.lists.weights[range]) {
                scores[article as usize] += weight * f32::from(other);
            }
        }
    }

    /// Takes off what the articles have in common with any article.
    fn take_common(&self, times: f32, scores: &mut [f32]) {
        for (score, common) in scores.iter_mut().zip(&self.commons) {
            *score -= times * common;
        }
    }

    /// Pseudo-relevance feedback: what the nearest articles are about, and how
    /// much they weigh together.
    fn learn(&self, scratch: &mut Scratch) -> f32 {
        let Scratch {
            scores,
            feedback,
            vector,
            feedback_marks,
            ..
        } = scratch;
        let mut learnt = 0.0;
        for near in top(scores, self.tuning.feedback_articles(), &|_| true) {
            learnt += near.score * self.tuning.feedback;
            self.vector(near.article, vector);
            for &(term, weight) in &*vector {
                let at = feedback_marks.position(feedback, term);
                feedback[at].1 += weight * near.score;
            }
        }
        keep_heaviest(feedback, self.tuning.feedback_terms());
        for (_, weight) in feedback {
            *weight *= self.tuning.feedback;
        }
        learnt
    }

    fn favour_near(&self, hour: i32, scores: &mut [f32]) {
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

/// Keeps the terms of at least the weight that no more than `most` have, in
/// their order. The weight is found by halving the range of its bits, which
/// for positive floats sort as they do; a sort would take as long and a
/// thousand bytes more.
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

/// The `count` greatest positive scores of those that `may` be, best first,
/// equals by position. The list is kept sorted: few scores get past its last.
pub(super) fn top(scores: &[f32], count: usize, may: &dyn Fn(usize) -> bool) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::with_capacity(count.min(scores.len()) + 1);
    if count == 0 {
        return hits;
    }
    let mut least = 0.0;
    for (article, &score) in scores.iter().enumerate() {
        if score > least && may(article) {
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
