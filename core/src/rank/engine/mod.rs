//! The index: which articles are most like another, from their words alone.
//!
//! The score of article *d* for article *q*:
//!
//! 1. A word's frequency in *d* is `tf = 2·title/B(title length) + text/B(text
//!    length)`, where `B(l) = 1 − b + b·l/average` is BM25's (Robertson et al.,
//!    "Okapi at TREC-3", 1994).
//! 2. Its weight is `tf·(k+1)/(tf+k) · idf^¼ · names · topicality`. *idf* is
//!    `ln(1 + (N − df + ½)/(df + ½))`; a word of one article only has none.
//!    *names* is 1 to 1.15 by how often the word is capitalised in mid-sentence,
//!    *topicality* by how alike the articles are that have it, see `topicality.rs`.
//! 3. Tags, the section and the authors are terms too. A name of several words stands also
//!    for its initials, see `initials.rs`. All weights of an article
//!    make a vector of length 1. `s₀ = q·d − m·d`, where *m* is the mean of all
//!    others' vectors. So the likeness of *d* to *q* counts beyond its likeness to
//!    any article.
//! 4. Pseudo-relevance feedback (Rocchio, "Relevance feedback in information
//!    retrieval", 1971): the nearest articles, each times `w = s₀²/n`, sum up to *e*, and
//!    its heaviest terms stay; *n* is the `s₀` of its own nearest.
//!    `s = s₀ + 4·(e·d − (Σw)·m·d)`.
//! 5. Likeness of the second order, once it has been [learnt](Index::learn): `s` plus
//!    `0.6 · mean of the ten best · max(cosine, 0)`, see `latent.rs`.
//! 6. Where both have a date, `s` times `1 + 0.4 · 2^(−days between / 7)`.
//!
//! Reading is most of the work, so it is done once per article:
//! [`extend`](Index::extend) reads the new articles and then weighs all afresh.

mod analysis;
mod compare;
mod dictionary;
mod frequencies;
mod initials;
mod language;
mod latent;
mod learning;
mod names;
mod postings;
mod search;
mod similar;
#[cfg(test)]
mod tests;
mod topicality;
mod tuning;
mod weights;

pub use analysis::MOST_WORDS;
pub use compare::{Contribution, Vectors};
pub use language::language;
pub use learning::{Learning, PostingLists};
pub use names::{Name, names};
pub use similar::{Hit, Query, Scratch};
pub use tuning::Tuning;

use crate::article::Article;
use crate::text::language::Language;
use crate::text::stem::Stemmer;
use analysis::Frequency;
use dictionary::{Dictionary, Stems, Term, key};
use frequencies::{Capitals, Frequencies, SparseSet, Vocabulary, count_terms};
use postings::Postings;
use std::sync::OnceLock;

/// Articles, ready to be compared.
#[derive(Clone, Debug, Default)]
pub struct Index {
    tuning: Tuning,
    language: Language,
    dictionary: Dictionary,
    /// Terms numbered below this are the language's stop words.
    stop_words: Term,
    /// Per term, how often it is capitalised.
    capitals: Vec<Capitals>,
    /// Per article, the terms that it consists of.
    forward: ForwardIndex,
    /// Per article: words of its headline and of its text.
    lengths: Vec<[u16; 2]>,
    /// Per article, hours since 1970, or [`UNDATED`].
    hours: Vec<i32>,
    /// Per term, the articles that have it, as `weigh` makes them of all that.
    postings: Postings,
    /// Per term, the part of its weight that does not depend on the article.
    term_weights: Vec<f32>,
    /// Mean lengths of headlines and texts, in words.
    average_lengths: [f32; 2],
    /// Per article, 1 / length of its vector.
    norms: Vec<f32>,
    /// Per article, its mean similarity to all others.
    background: Vec<f32>,
    /// Where each article stands among all, once that has been learnt: the coordinates of
    /// a unit vector each, in parts of 127.
    latent: OnceLock<Vec<i8>>,
}

/// The hour of an article without a date.
const UNDATED: i32 = i32::MIN;

/// From how many articles on a word can be one that most have.
const MANY: usize = 10;

/// Terms and frequencies of many articles, one after the other.
#[derive(Clone, Debug, Default)]
struct ForwardIndex {
    /// Per article, where its row ends.
    ends: Vec<u32>,
    terms: Vec<Term>,
    frequencies: Vec<Frequency>,
}

impl ForwardIndex {
    fn push(&mut self, row: &[(Term, Frequency)]) {
        for &(term, frequency) in row {
            self.terms.push(term);
            self.frequencies.push(frequency);
        }
        self.ends.push(len(&self.terms));
    }

    fn range(&self, article: usize) -> std::ops::Range<usize> {
        let start = article.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[article] as usize
    }

    fn row(&self, article: usize) -> impl Iterator<Item = (Term, Frequency)> {
        let range = self.range(article);
        let terms = self.terms[range.clone()].iter().copied();
        terms.zip(self.frequencies[range].iter().copied())
    }

    fn shrink(&mut self) {
        self.ends.shrink_to_fit();
        self.terms.shrink_to_fit();
        self.frequencies.shrink_to_fit();
    }

    fn memory(&self) -> usize {
        self.ends.capacity() * 4 + self.terms.capacity() * 4 + self.frequencies.capacity() * 2
    }
}

/// A length that the caps on articles keep far below 2³².
#[expect(
    clippy::cast_possible_truncation,
    reason = "7 million articles of 600 words"
)]
fn len<T>(list: &[T]) -> u32 {
    list.len() as u32
}

impl Index {
    /// An index of no articles, in a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self::tuned(language, Tuning::NEWS)
    }

    /// An index with other constants than those for news.
    #[must_use]
    pub fn tuned(language: Language, tuning: Tuning) -> Self {
        let mut index = Self {
            tuning,
            language,
            ..Self::default()
        };
        let stemmer = Stemmer::of(language);
        for word in language
            .stop_words()
            .split(' ')
            .filter(|word| !word.is_empty())
        {
            let mut word = word.to_owned();
            stemmer.stem(&mut word);
            index.dictionary.number(key(&word, 0));
        }
        index.stop_words = index.dictionary.len;
        index.capitals = vec![[0, 0]; index.stop_words as usize];
        index
    }

    /// Adds articles behind those that are there. Only they are read; the
    /// weights of all are then set anew, which is a small part of the work.
    pub fn extend(&mut self, articles: &[Article]) {
        self.take(articles, &|| false);
        self.weigh();
    }

    /// Reads articles behind those that are there until it is `enough` for now, and
    /// gives back those that are left. An article is found once the index has been
    /// [weighed](Self::weigh).
    pub fn take<'a>(
        &mut self,
        articles: &'a [Article],
        enough: &dyn Fn() -> bool,
    ) -> &'a [Article] {
        let mut positions = SparseSet::default();
        let mut frequencies = Frequencies::default();
        let mut stems = Stems::of(self.language);
        for (read, article) in articles.iter().enumerate() {
            self.read(article, &mut stems, &mut positions, &mut frequencies);
            if enough() {
                return &articles[read + 1..];
            }
        }
        &[]
    }

    fn read(
        &mut self,
        article: &Article,
        stems: &mut Stems,
        positions: &mut SparseSet,
        frequencies: &mut Frequencies,
    ) {
        let vocabulary = Vocabulary::Growing {
            dictionary: &mut self.dictionary,
            capitals: &mut self.capitals,
        };
        count_terms(
            article,
            self.stop_words,
            vocabulary,
            stems,
            positions,
            frequencies,
        );
        self.forward.push(&frequencies.terms);
        self.lengths.push(frequencies.lengths);
        self.hours.push(hour(article));
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// Whether more than half of all articles have a term, as they have what their site's
    /// system writes into each. It says nothing of any two. In a feed of a few it may be
    /// what all are about.
    #[must_use]
    pub fn is_common(&self, term: u32) -> bool {
        self.len() >= MANY && self.postings.frequency(term) * 2 > self.len()
    }

    /// The size of the index in memory, in bytes.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.dictionary.memory()
            + self.forward.memory()
            + self.postings.memory()
            + self.latent.get().map_or(0, Vec::capacity)
            + (self.capitals.capacity()
                + self.lengths.capacity()
                + self.hours.capacity()
                + self.term_weights.capacity()
                + self.norms.capacity()
                + self.background.capacity())
                * 4
    }
}

/// Hours since 1970, which 32 bits hold for any year that a feed can name.
fn hour(article: &Article) -> i32 {
    article
        .published
        .and_then(|seconds| i32::try_from(seconds.div_euclid(3600)).ok())
        .unwrap_or(UNDATED)
}
