//! How likeness of the second order is learnt, from the posting lists alone.
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
//!
//! No index is needed for it, so that a page can have a program of its own learn.

use super::Tuning;
use super::postings::ONE;

/// Steps of work between two looks at the clock.
const UNLOOKED: usize = 128;
/// A coordinate of 1, as it is kept.
pub(super) const UNIT: f32 = 127.0;
/// Part of the sum of a matrix's diagonal below which a pivot counts as 0.
const NOTHING: f32 = 1e-6;

/// Which articles have each term, and its weight in their vectors.
#[derive(Clone, Copy, Debug)]
pub struct PostingLists<'l> {
    /// Per term, where its list begins in the two below; one more at the end.
    pub starts: &'l [u32],
    /// Articles, counted from 0.
    pub articles: &'l [u32],
    /// The term's weight in each, in parts of 65,535.
    pub weights: &'l [u16],
}

impl PostingLists<'_> {
    /// The articles of a term, each with the term's weight in it.
    fn of(&self, term: usize) -> impl Iterator<Item = (usize, f32)> + Clone {
        let range = self.starts[term] as usize..self.starts[term + 1] as usize;
        let articles = self.articles[range.clone()].iter();
        let weights = self.weights[range].iter();
        articles
            .zip(weights)
            .map(|(&article, &weight)| (article as usize, f32::from(weight) / ONE))
    }
}

/// Coordinates on the way.
#[derive(Clone, Debug)]
pub struct Learning {
    articles: usize,
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

impl Learning {
    /// Begins with so many articles.
    #[must_use]
    pub fn new(articles: usize, tuning: &Tuning) -> Self {
        let width = tuning.latent_vectors();
        let numbers = articles * width;
        let mut basis = Vec::with_capacity(numbers);
        // A congruential generator: the same vectors on every machine.
        let mut state = 1_i32;
        for _ in 0..numbers {
            state = state.wrapping_mul(48_271);
            #[expect(clippy::cast_precision_loss, reason = "any number will do")]
            basis.push(state as f32 / i32::MAX as f32);
        }
        Self {
            articles,
            width,
            basis,
            product: vec![0.0; numbers],
            triangle: Vec::new(),
            rounds: tuning.latent_rounds(),
            stage: Stage::Multiply,
            at: 0,
        }
    }

    /// Works on until it is `enough` for now; `true` once all is done. The lists are to
    /// be the same each time.
    ///
    /// # Panics
    /// Where a list has an article that is none of those that it began with.
    pub fn go_on(&mut self, lists: &PostingLists<'_>, enough: &dyn Fn() -> bool) -> bool {
        let mut unlooked = 0;
        while self.rounds > 0 {
            unlooked += self.step(lists);
            if unlooked >= UNLOOKED {
                if enough() {
                    return false;
                }
                unlooked = 0;
            }
        }
        true
    }

    /// Once all is done: the coordinates of each article, one article after the other.
    #[must_use]
    pub fn coordinates(&self) -> Vec<i8> {
        let mut all = Vec::with_capacity(self.basis.len());
        for row in self.basis.chunks_exact(self.width) {
            push_unit(row, &mut all);
        }
        all
    }

    /// Does the next piece, and says how many rows it went through.
    fn step(&mut self, lists: &PostingLists<'_>) -> usize {
        let width = self.width;
        let at = self.at;
        self.at += 1;
        let is_last = self.rounds == 1;
        if self.stage == Stage::Multiply {
            if at + 1 < lists.starts.len() {
                return self.multiply(lists, at);
            }
            self.triangle = vec![0.0; width * width];
        } else if at < self.articles {
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
    fn multiply(&mut self, lists: &PostingLists<'_>, term: usize) -> usize {
        let width = self.width;
        let list = lists.of(term);
        let mut sums = vec![0.0_f32; width];
        for (article, weight) in list.clone() {
            let row = &self.basis[article * width..][..width];
            for (sum, x) in sums.iter_mut().zip(row) {
                *sum += weight * x;
            }
        }
        let mut rows = 0;
        for (article, weight) in list {
            let row = &mut self.product[article * width..][..width];
            for (y, sum) in row.iter_mut().zip(&sums) {
                *y += weight * sum;
            }
            rows += 1;
        }
        rows
    }
}

/// Adds a vector's coordinates at unit length, in parts of [`UNIT`].
pub(super) fn push_unit(row: &[f32], all: &mut Vec<i8>) {
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
