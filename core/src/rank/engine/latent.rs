//! Likeness of the second order: two articles are alike that share no word, if their
//! words stand beside the same words in others.
//!
//! This is latent semantic indexing (Deerwester et al., "Indexing by latent semantic
//! analysis", 1990). *A* has the articles' vectors as its rows. A few subspace iterations
//! (Halko et al., "Finding structure with randomness", 2011) give an orthonormal *Q*, the
//! span of which is near that of the greatest left singular vectors. The product
//! *A·Aᵀ* of all articles is then near to *Y·Yᵀ*, where *Z = A·Aᵀ·Q*,
//! `RᵀR = Qᵀ·Z` and *Y = Z·R⁻¹* (the Nyström method). An article's coordinates are its row
//! of *Y* at unit length, each in eight bits.
//!
//! It is a fixed number of steps, whatever the articles are: nothing waits for them to
//! converge.

use super::Index;
use super::dictionary::Term;
use super::postings::ONE;
use super::similar::top;

/// The least articles. Of fewer the words themselves say all that is known.
pub(super) const LEAST: usize = 100;
/// Steps of work between two looks at the clock.
const UNLOOKED: usize = 512;
/// A coordinate of 1, as it is kept.
const UNIT: f32 = 127.0;
/// How many of these say where the query is: 3 to 10 score the same.
const NEAREST: usize = 5;
/// Best articles of a query, whose mean score is what a likeness of 1 is worth.
const BEST: usize = 10;
/// Part of the sum of a matrix's diagonal below which a pivot counts as 0.
const NOTHING: f32 = 1e-6;

/// Per article its coordinates.
#[derive(Clone, Debug, Default)]
pub(super) struct Coordinates {
    /// Numbers of each.
    width: usize,
    /// Those of unit vectors, in parts of [`UNIT`].
    all: Vec<i8>,
}

impl Coordinates {
    pub(super) fn memory(&self) -> usize {
        self.all.capacity()
    }
}

/// Coordinates on the way: see [`Index::learn_latent`].
#[derive(Clone, Debug)]
pub struct Learning {
    width: usize,
    /// *Q*, one row for each article.
    basis: Vec<f32>,
    /// *Z*, likewise.
    product: Vec<f32>,
    /// *R* in the upper triangle.
    triangle: Vec<f32>,
    /// Products that are still to be made, that which is being made among them.
    rounds: usize,
    stage: Stage,
    /// The term or article which is next.
    at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    /// Makes *Z*, term by term.
    Multiply,
    /// Makes `ZᵀZ`, at last `QᵀZ`, article by article.
    Compare,
    /// Makes *Z·R⁻¹*, article by article.
    Divide,
}

impl Index {
    /// Begins to learn where the articles stand among all. `None` where they are too few.
    #[must_use]
    pub fn learn_latent(&self) -> Option<Learning> {
        if !self.can_learn() {
            return None;
        }
        let width = self.tuning.latent_vectors();
        let numbers = self.len() * width;
        let mut basis = Vec::with_capacity(numbers);
        // A congruential generator: the same vectors on every machine.
        let mut state = 1_i32;
        for _ in 0..numbers {
            state = state.wrapping_mul(48_271);
            #[expect(clippy::cast_precision_loss, reason = "any number will do")]
            basis.push(state as f32 / i32::MAX as f32);
        }
        Some(Learning {
            width,
            basis,
            product: vec![0.0; numbers],
            triangle: Vec::new(),
            rounds: self.tuning.latent_rounds(),
            stage: Stage::Multiply,
            at: 0,
        })
    }

    /// Works on until it is `enough` for now. Once all is done it is kept, and `true`.
    pub fn go_on(&self, learning: &mut Learning, enough: &dyn Fn() -> bool) -> bool {
        let mut unlooked = 0;
        while learning.rounds > 0 {
            unlooked += learning.step(self);
            if unlooked >= UNLOOKED {
                if enough() {
                    return false;
                }
                unlooked = 0;
            }
        }
        self.latent.get_or_init(|| learning.coordinates());
        true
    }

    /// Whether all has been learnt that can be: of few articles nothing can.
    #[must_use]
    pub fn has_learnt(&self) -> bool {
        self.latent.get().is_some() || !self.can_learn()
    }

    fn can_learn(&self) -> bool {
        self.len() >= LEAST && self.tuning.latent_vectors() > 0
    }

    /// Learns it at once.
    pub fn learn(&self) {
        if let Some(mut learning) = self.learn_latent() {
            self.go_on(&mut learning, &|| false);
        }
    }

    /// Adds the likeness of the second order to the scores of a query. Its best articles
    /// say where it is: an article outside the index has no coordinates, and of one that is
    /// in it they say more than its own (.003 without bodies).
    pub(super) fn add_latent(&self, scores: &mut [f32]) {
        let Some(Coordinates { width, all }) = self.latent.get() else {
            return;
        };
        let best = top(scores, BEST, &|_| true);
        let mut place = vec![0.0_f32; *width];
        for near in best.iter().take(NEAREST) {
            let row = &all[near.article * width..][..*width];
            for (sum, x) in place.iter_mut().zip(row) {
                *sum += near.score * f32::from(*x);
            }
        }
        let mut coordinates = Vec::with_capacity(*width);
        push_unit(&place, &mut coordinates);
        let sum: f32 = best.iter().map(|hit| hit.score).sum();
        #[expect(clippy::cast_precision_loss, reason = "ten")]
        let weight = self.tuning.latent * sum / (BEST as f32 * UNIT * UNIT);
        for (score, row) in scores.iter_mut().zip(all.chunks_exact(*width)) {
            let mut product = 0;
            for (x, y) in coordinates.iter().zip(row) {
                product += i32::from(*x) * i32::from(*y);
            }
            #[expect(clippy::cast_precision_loss, reason = "at most 127²")]
            let likeness = product.max(0) as f32;
            *score += weight * likeness;
        }
    }
}

impl Learning {
    /// Does the next piece, and says how many rows it went through.
    fn step(&mut self, index: &Index) -> usize {
        let width = self.width;
        let at = self.at;
        self.at += 1;
        let is_last = self.rounds == 1;
        if self.stage == Stage::Multiply {
            if at < index.term_weights.len() {
                return self.multiply(index, at);
            }
            self.triangle = vec![0.0; width * width];
        } else if at < index.len() {
            let row = &mut self.product[at * width..][..width];
            if self.stage == Stage::Compare {
                let other = if is_last {
                    &self.basis[at * width..][..width]
                } else {
                    &*row
                };
                for (line, x) in self.triangle.chunks_exact_mut(width).zip(other) {
                    for (sum, y) in line.iter_mut().zip(row.iter()) {
                        *sum += x * y;
                    }
                }
            } else {
                divide(row, &self.triangle);
            }
            return 1;
        }
        self.at = 0;
        self.stage = match self.stage {
            Stage::Multiply => Stage::Compare,
            Stage::Compare => {
                root(&mut self.triangle, width);
                Stage::Divide
            }
            Stage::Divide => {
                self.rounds -= 1;
                std::mem::swap(&mut self.basis, &mut self.product);
                self.product.fill(0.0);
                Stage::Multiply
            }
        };
        1
    }

    /// Adds to the product what one term gives.
    fn multiply(&mut self, index: &Index, term: usize) -> usize {
        let width = self.width;
        #[expect(clippy::cast_possible_truncation, reason = "terms have 32 bits")]
        let range = index.postings.range(term as Term);
        let entries = || {
            let articles = &index.postings.articles[range.clone()];
            articles.iter().zip(&index.postings.weights[range.clone()])
        };
        let mut sums = vec![0.0_f32; width];
        for (&article, &weight) in entries() {
            let row = &self.basis[article as usize * width..][..width];
            for (sum, x) in sums.iter_mut().zip(row) {
                *sum += f32::from(weight) / ONE * x;
            }
        }
        for (&article, &weight) in entries() {
            let row = &mut self.product[article as usize * width..][..width];
            for (y, sum) in row.iter_mut().zip(&sums) {
                *y += f32::from(weight) / ONE * sum;
            }
        }
        range.len()
    }

    fn coordinates(&self) -> Coordinates {
        let mut all = Vec::with_capacity(self.basis.len());
        for row in self.basis.chunks_exact(self.width) {
            push_unit(row, &mut all);
        }
        Coordinates {
            width: self.width,
            all,
        }
    }
}

/// Adds a vector's coordinates at unit length, in parts of [`UNIT`].
fn push_unit(row: &[f32], all: &mut Vec<i8>) {
    let length = row.iter().map(|x| x * x).sum::<f32>().sqrt();
    let scale = if length > 0.0 { UNIT / length } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "at most 127")]
    all.extend(row.iter().map(|x| (x * scale) as i8));
}

/// Puts *R* in the upper triangle of a symmetric matrix, so that `RᵀR` is that matrix
/// (Cholesky). Where a row depends on those above, which is so where articles are all the
/// same, it becomes 0.
fn root(matrix: &mut [f32], width: usize) {
    let least = matrix.iter().step_by(width + 1).sum::<f32>() * NOTHING;
    for row in 0..width {
        let mut pivot = 0.0;
        for column in row..width {
            let mut left = matrix[row * width + column];
            for above in 0..row {
                left -= matrix[above * width + row] * matrix[above * width + column];
            }
            if column == row {
                pivot = if left > least { left.sqrt() } else { 0.0 };
                left = pivot * pivot;
            }
            matrix[row * width + column] = if pivot > 0.0 { left / pivot } else { 0.0 };
        }
    }
}

/// Divides a row by a triangle from the right: *z·R⁻¹*.
fn divide(row: &mut [f32], triangle: &[f32]) {
    for (at, line) in triangle.chunks_exact(row.len()).enumerate() {
        let pivot = line[at];
        let x = if pivot > 0.0 { row[at] / pivot } else { 0.0 };
        row[at] = x;
        for (y, r) in row[at + 1..].iter_mut().zip(&line[at + 1..]) {
            *y -= x * r;
        }
    }
}
