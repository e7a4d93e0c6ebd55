//! Articles of the index compared with each other: which terms made a hit, which
//! articles repeat one another, how alike a few of them are.

use super::Index;
use super::dictionary::Term;
use super::similar::{Hit, Scratch};

/// The part of a score that one term gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The term; [`names`](super::names()) finds it in a text again.
    pub term: u32,
    /// The part that it adds because both articles have it.
    pub direct: f32,
    /// The part that it adds because the nearest articles have it.
    pub feedback: f32,
}

impl Index {
    /// The vectors of some hits, to be compared with each other.
    #[must_use]
    pub fn vectors(&self, hits: &[Hit]) -> Vectors {
        let mut vectors = Vectors::default();
        let mut vector = Vec::new();
        for hit in hits {
            self.vector(hit.article, &mut vector);
            vectors.terms.extend_from_slice(&vector);
            vectors.ends.push(vectors.terms.len());
        }
        vectors
    }

    /// How far an article repeats the one that was last asked for: the share of their
    /// words that both have, 0 to 1 (Broder, "On the resemblance and containment of
    /// documents", 1997). Unlike the cosine it counts words that only one article has,
    /// so that two short texts are not taken for copies.
    #[must_use]
    pub fn repeats_query(&self, article: usize, scratch: &Scratch) -> f32 {
        let asked = &scratch.frequencies.terms;
        let has = |term: Term| asked.iter().any(|&(other, _)| other == term);
        let all = asked.len() + usize::from(scratch.frequencies.unknown);
        shared(&has, all, self.words_of(article))
    }

    /// How far two articles of the index repeat each other, likewise.
    #[must_use]
    pub fn repeats(&self, one: usize, other: usize) -> f32 {
        let one = self.words_of(one);
        shared(&|term| one.contains(&term), one.len(), self.words_of(other))
    }

    fn words_of(&self, article: usize) -> &[Term] {
        &self.forward.terms[self.forward.range(article)]
    }

    /// The terms that made a hit of the last query with `scratch`, in no order.
    #[must_use]
    pub fn explain(&self, hit: &Hit, scratch: &Scratch) -> Vec<Contribution> {
        let mut vector = Vec::new();
        self.vector(hit.article, &mut vector);
        let weight_in = |list: &[(Term, f32)], term: Term| {
            let found = list.iter().find(|(other, _)| *other == term);
            found.map_or(0.0, |(_, weight)| *weight)
        };
        let mut shares = Vec::new();
        for (term, weight) in vector {
            let share = Contribution {
                term,
                direct: weight * weight_in(&scratch.query, term),
                feedback: weight * weight_in(&scratch.feedback, term),
            };
            if share.direct + share.feedback > 0.0 {
                shares.push(share);
            }
        }
        shares
    }
}

/// The share of the words of two articles that both have. The first has `count` words.
fn shared(has: &dyn Fn(Term) -> bool, count: usize, other: &[Term]) -> f32 {
    let both = other.iter().filter(|&&term| has(term)).count();
    let all = count + other.len() - both;
    #[expect(clippy::cast_precision_loss, reason = "an article has few words")]
    let share = both as f32 / all.max(1) as f32;
    share
}

/// Vectors of a few articles.
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    ends: Vec<usize>,
    terms: Vec<(Term, f32)>,
}

impl Vectors {
    fn row(&self, at: usize) -> &[(Term, f32)] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.terms[start..self.ends[at]]
    }

    /// Calls `each` with the position and the cosine, 0 to 1, of every vector
    /// compared to the one at `at`.
    pub fn compare(&self, at: usize, scratch: &mut Scratch, each: &mut dyn FnMut(usize, f32)) {
        let Scratch {
            vector, positions, ..
        } = scratch;
        vector.clear();
        for &(term, weight) in self.row(at) {
            let position = positions.position(vector, term);
            vector[position].1 = weight;
        }
        for other in 0..self.ends.len() {
            let mut sum = 0.0;
            for &(term, weight) in self.row(other) {
                if let Some(position) = positions.find(vector, term) {
                    sum += weight * vector[position].1;
                }
            }
            each(other, sum.min(1.0));
        }
    }
}
