//! Likeness of the second order: two articles are alike that share no word, if their
//! words stand beside the same words in others. `learning.rs` says how that is learnt.

use super::Index;
use super::learning::{Learning, PostingLists, UNIT, push_unit};
use super::similar::top;

/// The least articles. Of fewer the words themselves say all that is known.
pub(super) const LEAST: usize = 100;
/// How many of these say where the query is: 3 to 10 score the same.
const NEAREST: usize = 5;
/// Best articles of a query, whose mean score is what a likeness of 1 is worth.
const BEST: usize = 10;

impl Index {
    /// That from which is [learnt](Learning) where the articles stand among all; `None`
    /// where they are too few.
    #[must_use]
    pub fn posting_lists(&self) -> Option<PostingLists<'_>> {
        (self.len() >= LEAST).then(|| PostingLists {
            starts: &self.postings.starts,
            articles: &self.postings.articles,
            weights: &self.postings.weights,
        })
    }

    /// Keeps what was learnt of these articles. Coordinates that are not as many for each
    /// article are of others, and change nothing.
    pub fn keep_coordinates(&self, coordinates: Vec<i8>) {
        if coordinates.len() >= self.len() && coordinates.len().is_multiple_of(self.len()) {
            self.latent.get_or_init(|| coordinates);
        }
    }

    /// Learns at once.
    pub fn learn(&self) {
        if let Some(lists) = self.posting_lists()
            && self.tuning.latent_vectors() > 0
        {
            let mut learning = Learning::new(self.len(), &self.tuning);
            learning.go_on(&lists, &|| false);
            self.keep_coordinates(learning.coordinates());
        }
    }

    /// Adds the likeness of the second order to the scores of a query. Its best articles
    /// say where it is: an article outside the index has no coordinates, and of one that is
    /// in it they say more than its own (.003 without bodies).
    pub(super) fn add_latent(&self, scores: &mut [f32]) {
        let Some(all) = self.latent.get() else {
            return;
        };
        let width = all.len() / scores.len();
        let best = top(scores, BEST, &|_| true);
        let mut place = vec![0.0_f32; width];
        for near in best.iter().take(NEAREST) {
            let row = &all[near.article * width..][..width];
            for (sum, x) in place.iter_mut().zip(row) {
                *sum += near.score * f32::from(*x);
            }
        }
        let mut coordinates = Vec::with_capacity(width);
        push_unit(&place, &mut coordinates);
        let sum: f32 = best.iter().map(|hit| hit.score).sum();
        #[expect(clippy::cast_precision_loss, reason = "ten")]
        let weight = self.tuning.latent * sum / (BEST as f32 * UNIT * UNIT);
        for (score, row) in scores.iter_mut().zip(all.chunks_exact(width)) {
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
