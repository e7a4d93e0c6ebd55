//! Articles of the index compared with each other: which terms made a hit, which
//! articles repeat one another, how alike a few of them are.

use super::Index;
use super::analysis::Frequency;
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

    /// How far an article repeats the one that was last asked for, up to 1: the share of
    /// their pairs of neighbouring words that both have (Broder, "On the resemblance and
    /// containment of documents", 1997, with shingles of two), less the greatest standard
    /// error of such a share, ½/√pairs. So a few words are no evidence. Unlike the cosine
    /// it counts what only one article has, and unlike words alone it tells a sentence from
    /// another of the same words. A word stands where it stands first, and stop words stand
    /// nowhere.
    #[must_use]
    pub fn repeats_query(&self, article: usize, scratch: &Scratch) -> f32 {
        let asked = &scratch.frequencies;
        let words = words(&mut asked.terms.iter().copied());
        resemblance(&words, asked.unknown.into(), &self.words_of(article))
    }

    /// How far two articles of the index repeat each other, likewise.
    #[must_use]
    pub fn repeats(&self, one: usize, other: usize) -> f32 {
        resemblance(&self.words_of(one), 0, &self.words_of(other))
    }

    fn words_of(&self, article: usize) -> Vec<Term> {
        words(&mut self.forward.row(article))
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

/// The words among an article's terms. All articles of a column share its labels.
fn words(terms: &mut dyn Iterator<Item = (Term, Frequency)>) -> Vec<Term> {
    let mut words = Vec::new();
    for (term, frequency) in terms {
        if frequency.label().is_none() {
            words.push(term);
        }
    }
    words
}

/// How far two articles repeat each other. The first has `unknown` more words.
fn resemblance(one: &[Term], unknown: usize, other: &[Term]) -> f32 {
    // The first word of each is a pair with the beginning.
    let before = |words: &[Term], at: usize| at.checked_sub(1).map(|at| words[at]);
    let mut both = 0;
    for (at, term) in other.iter().enumerate() {
        let found = one.iter().position(|word| word == term);
        both += usize::from(found.is_some_and(|found| before(one, found) == before(other, at)));
    }
    #[expect(clippy::cast_precision_loss, reason = "an article has few words")]
    let (all, both) = (
        (one.len() + unknown + other.len() - both).max(1) as f32,
        both as f32,
    );
    both / all - 0.5 / all.sqrt()
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
