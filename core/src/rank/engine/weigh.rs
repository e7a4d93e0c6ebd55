//! Counts to weights: document frequencies, topicality, unit length, and the
//! lists of articles by term that a query runs through.

use super::count::LABEL;
use super::read::Count;
use super::terms::Term;
use super::tuning::whole;
use super::{Index, Rows};
use crate::rank::math::ln;

/// Articles with nothing in common that the mean is taken over too: in a feed of
/// ten the others say little of what articles have in common.
const STRANGERS: f32 = 20.0;

/// Articles beyond which a term is no term: in an archive so large there are
/// others, and the time that a query takes is that of reading its lists.
const MOST_ARTICLES: u32 = 4096;

/// A weight of 1 in the 16 bits that it is kept in.
pub(super) const ONE: f32 = 65_535.0;

/// Occurrences that could tell capitals, added as not capitalised.
const NAME_PRIOR: f32 = 1.0;

/// Articles by term, for terms of at least two articles and not too many.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    /// Per term, where its list begins; one more at the end.
    starts: Vec<u32>,
    pub(super) articles: Vec<u32>,
    /// Weights in the articles' vectors, in units of 1 / [`ONE`].
    pub(super) weights: Vec<u16>,
}

impl Lists {
    /// The lists of some rows, their weights still 0: two counting passes.
    fn of(rows: &Rows, terms: u32) -> Self {
        let mut starts = vec![0_u32; terms as usize + 1];
        for &term in &rows.terms {
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
        let mut lists = Self {
            starts,
            articles: vec![0; sum as usize],
            weights: vec![0; sum as usize],
        };
        let mut ends = lists.starts.clone();
        let mut from = 0;
        for (article, &to) in (0_u32..).zip(&rows.ends) {
            for &term in &rows.terms[from..to as usize] {
                if lists.frequency(term) > 0 {
                    let end = &mut ends[term as usize];
                    lists.articles[*end as usize] = article;
                    *end += 1;
                }
            }
            from = to as usize;
        }
        lists
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
    fn add_products(&self, sums: &mut [f32]) {
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

/// What an article's lengths make of its frequencies.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    title: f32,
    text: f32,
}

impl Scale {
    pub(super) fn frequency(self, count: Count) -> f32 {
        count.title() * self.title + count.text() * self.text
    }
}

impl Index {
    /// Sets all weights anew from the counts.
    #[expect(clippy::cast_precision_loss, reason = "far below 2²⁴ articles")]
    pub fn weigh(&mut self) {
        self.counts.shrink();
        self.lists = Lists::of(&self.counts, self.words.len);
        self.averages = averages(&self.lengths);
        self.factors.clear();
        for word in 0..self.words.len {
            let factor = self.rarity(word);
            self.factors.push(factor);
        }
        self.topicality();
        self.norms.clear();
        let mut ends = self.lists.starts.clone();
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
                self.lists.weights[*end as usize] = weight;
                *end += 1;
            }
        }
        self.commons.clear();
        self.commons.resize(self.len(), 0.0);
        self.lists.add_products(&mut self.commons);
        let others = self.len() as f32 + STRANGERS;
        for common in &mut self.commons {
            // Without the article itself: its product with itself is 1.
            *common = self.tuning.common * (*common - 1.0).max(0.0) / others;
        }
    }

    /// The terms of an article's vector and their weights, before they are
    /// multiplied by 1 / length, which is returned. Terms of no other article
    /// are left out.
    fn weights_of_row(&self, article: usize, vector: &mut Vec<(Term, f32)>) -> f32 {
        vector.clear();
        let scale = self.scale(self.lengths[article]);
        for (term, count) in self.counts.row(article) {
            self.push_word(term, count, scale, vector);
        }
        norm(vector)
    }

    /// An article's vector, of unit length.
    pub(super) fn vector(&self, article: usize, vector: &mut Vec<(Term, f32)>) {
        let norm = self.weights_of_row(article, vector);
        scale_by(vector, norm);
    }

    /// The vector of counts that are no row of the index, of unit length.
    pub(super) fn vector_of(&self, counts: &super::count::Counts, vector: &mut Vec<(Term, f32)>) {
        vector.clear();
        let scale = self.scale(counts.lengths);
        for &(term, count) in &counts.words {
            self.push_word(term, count, scale, vector);
        }
        let norm = norm(vector);
        scale_by(vector, norm);
    }

    pub(super) fn scale(&self, lengths: [u16; 2]) -> Scale {
        // Never 0: an article without a headline has a scale of headlines too.
        let by = |b: f32, n: usize| {
            (1.0 - b + b * f32::from(lengths[n]) / self.averages[n]).max(f32::MIN_POSITIVE)
        };
        Scale {
            title: self.tuning.title / by(self.tuning.title_length, 0),
            text: 1.0 / by(self.tuning.text_length, 1),
        }
    }

    pub(super) fn push_word(
        &self,
        term: Term,
        count: Count,
        scale: Scale,
        vector: &mut Vec<(Term, f32)>,
    ) {
        let factor = self.factors[term as usize];
        if factor <= 0.0 {
            return;
        }
        let weight = match count.kind() {
            0 => saturated(scale.frequency(count), self.tuning.saturation),
            label => [self.tuning.tag, self.tuning.section, self.tuning.author][label - 1],
        };
        vector.push((term, weight * factor));
    }

    /// Inverse document frequency of a word and what its capitals add.
    fn rarity(&self, word: Term) -> f32 {
        let frequency = self.lists.frequency(word);
        if frequency == 0 {
            return 0.0;
        }
        let capitals = self.capitals[word as usize];
        let name = if capitals == LABEL {
            0.0
        } else {
            f32::from(capitals[0]) / (f32::from(capitals[1]) + NAME_PRIOR)
        };
        root(self.idf(frequency), self.tuning.rarity) * (1.0 + self.tuning.names * name)
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

/// Mean lengths, 1 where all are empty; headlines of those that have one.
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
