//! Term frequencies to weights: document frequency, topicality, unit length.

use super::Index;
use super::analysis::{Frequency, Label};
use super::dictionary::Term;
use super::frequencies::{Frequencies, LABEL};
use super::postings::{ONE, Postings};
use super::tuning::whole;
use crate::rank::math::ln;

/// Articles with nothing in common that are added to the mean. In a feed of ten the
/// others say little of what any two articles have in common.
const STRANGERS: f32 = 20.0;

/// Occurrences without a capital that are added to those of each word.
const NAME_PRIOR: f32 = 1.0;

/// The factors of an article's frequencies that its lengths give.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    title: f32,
    text: f32,
}

impl Scale {
    pub(super) fn frequency(self, frequency: Frequency) -> f32 {
        frequency.title() * self.title + frequency.text() * self.text
    }
}

impl Index {
    /// Sets all weights anew from the frequencies.
    #[expect(clippy::cast_precision_loss, reason = "far below 2²⁴ articles")]
    pub fn weigh(&mut self) {
        self.latent.take();
        self.forward.shrink();
        self.postings = Postings::of(&self.forward, self.dictionary.len);
        self.average_lengths = averages(&self.lengths);
        self.term_weights.clear();
        for word in 0..self.dictionary.len {
            let factor = self.rarity(word);
            self.term_weights.push(factor);
        }
        self.topicality();
        self.norms.clear();
        let mut ends = self.postings.starts.clone();
        let mut vector = Vec::new();
        for article in 0..self.len() {
            let norm = self.weights_of_row(article, &mut vector);
            self.norms.push(norm);
            for &(term, weight) in &vector {
                let end = &mut ends[term as usize];
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "weights of a unit vector are 0 to 1"
                )]
                let weight = (weight * norm * ONE + 0.5) as u16;
                self.postings.weights[*end as usize] = weight;
                *end += 1;
            }
        }
        self.background.clear();
        self.background.resize(self.len(), 0.0);
        self.postings.add_products(&mut self.background);
        let others = self.len() as f32 + STRANGERS;
        for common in &mut self.background {
            // Without the article itself: its product with itself is 1.
            *common = self.tuning.common * (*common - 1.0).max(0.0) / others;
        }
    }

    /// Fills in the terms of an article's vector and their weights, and gives back the
    /// 1 / length by which they are still to be multiplied. Terms of no other article
    /// are left out.
    fn weights_of_row(&self, article: usize, vector: &mut Vec<(Term, f32)>) -> f32 {
        vector.clear();
        let scale = self.scale(self.lengths[article]);
        for (term, frequency) in self.forward.row(article) {
            self.push_word(term, frequency, scale, vector);
        }
        norm(vector)
    }

    /// An article's vector, of unit length.
    pub(super) fn vector(&self, article: usize, vector: &mut Vec<(Term, f32)>) {
        let norm = self.weights_of_row(article, vector);
        scale_by(vector, norm);
    }

    /// The vector of an article that is not in the index, of unit length.
    pub(super) fn vector_of(&self, frequencies: &Frequencies, vector: &mut Vec<(Term, f32)>) {
        vector.clear();
        let scale = self.scale(frequencies.lengths);
        for &(term, frequency) in &frequencies.terms {
            self.push_word(term, frequency, scale, vector);
        }
        let norm = norm(vector);
        scale_by(vector, norm);
    }

    pub(super) fn scale(&self, lengths: [u16; 2]) -> Scale {
        // Never 0: an article without a headline has a scale of headlines too.
        let by = |b: f32, n: usize| {
            (1.0 - b + b * f32::from(lengths[n]) / self.average_lengths[n]).max(f32::MIN_POSITIVE)
        };
        Scale {
            title: self.tuning.title / by(self.tuning.title_length, 0),
            text: 1.0 / by(self.tuning.text_length, 1),
        }
    }

    pub(super) fn push_word(
        &self,
        term: Term,
        frequency: Frequency,
        scale: Scale,
        vector: &mut Vec<(Term, f32)>,
    ) {
        let factor = self.term_weights[term as usize];
        if factor <= 0.0 {
            return;
        }
        let weight = match frequency.label() {
            None => saturated(scale.frequency(frequency), self.tuning.saturation),
            Some(Label::Tag) => self.tuning.tag,
            Some(Label::Section) => self.tuning.section,
            Some(Label::Author) => self.tuning.author,
            Some(Label::Name) => {
                saturated(scale.text, self.tuning.saturation) * self.capitalised(term)
            }
        };
        vector.push((term, weight * factor));
    }

    /// Inverse document frequency of a word and what its capitals add.
    fn rarity(&self, word: Term) -> f32 {
        let frequency = self.postings.frequency(word);
        if frequency == 0 {
            return 0.0;
        }
        let name = self.capitalised(word);
        root(self.idf(frequency), self.tuning.rarity) * (1.0 + self.tuning.names * name)
    }

    /// The share of a word's occurrences that are capitalised in mid-sentence, 0 of a label.
    fn capitalised(&self, word: Term) -> f32 {
        let capitals = self.capitals[word as usize];
        if capitals == LABEL {
            return 0.0;
        }
        f32::from(capitals[0]) / (f32::from(capitals[1]) + NAME_PRIOR)
    }

    #[expect(clippy::cast_precision_loss, reason = "far below 2²⁴ articles")]
    pub(super) fn idf(&self, frequency: usize) -> f32 {
        let (all, frequency) = (self.len() as f32, (frequency as f32).min(self.len() as f32));
        ln(1.0 + (all - frequency + 0.5) / (frequency + 0.5))
    }
}

/// 1 / length of a vector, 0 of one that has none.
pub(super) fn norm(vector: &[(Term, f32)]) -> f32 {
    let squares: f32 = vector.iter().map(|(_, weight)| weight * weight).sum();
    if squares > 0.0 {
        1.0 / squares.sqrt()
    } else {
        0.0
    }
}

/// A number's square root, taken some times: the same bits on every machine.
pub(super) fn root(mut number: f32, times: f32) -> f32 {
    for _ in 0..whole(times) {
        number = number.sqrt();
    }
    number
}

pub(super) fn scale_by(vector: &mut [(Term, f32)], factor: f32) {
    for (_, weight) in vector {
        *weight *= factor;
    }
}

/// BM25's saturation: from 0 towards k + 1, 1 at a frequency of 1.
pub(super) fn saturated(frequency: f32, k: f32) -> f32 {
    frequency * (k + 1.0) / (frequency + k)
}

/// Mean lengths of headlines and texts, 1 where all are empty. Articles without a
/// headline do not count for the first.
#[expect(clippy::cast_precision_loss, reason = "far below 2²⁴ articles")]
fn averages(lengths: &[[u16; 2]]) -> [f32; 2] {
    let (mut sums, mut titled) = ([0_u64; 2], 0_u64);
    for [title, text] in lengths {
        sums[0] += u64::from(*title);
        sums[1] += u64::from(*text);
        titled += u64::from(*title > 0);
    }
    [
        (sums[0] as f32 / titled.max(1) as f32).max(1.0),
        (sums[1] as f32 / (lengths.len().max(1)) as f32).max(1.0),
    ]
}
