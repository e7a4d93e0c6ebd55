//! Asking the index for words: a reader's search.
//!
//! The score is BM25 over the frequencies of the index, times the square of the
//! share of the words that an article has. An article with fewer than half of them
//! is not found. [`like`](Index::like) would not do: it ignores a word that a single
//! article has, and that may be the very word that is searched for.

use super::analysis::Label;
use super::dictionary::Stems;
use super::frequencies::{Frequencies, SparseSet, Vocabulary, count_terms};
use super::similar::top;
use super::weights::saturated;
use super::{Hit, Index};
use crate::article::{Article, Author};

impl Index {
    /// At most `count` articles that have some words, best first, of those that
    /// `filter` admits. The words stand in headline, text or tags, or all of them
    /// together are the name of a section or an author.
    #[must_use]
    pub fn search(&self, text: &str, count: usize, filter: &dyn Fn(usize) -> bool) -> Vec<Hit> {
        let asked = self.asked(text);
        let mut document_frequencies = vec![0_usize; asked.terms.len()];
        let place = |term| asked.terms.iter().position(|&(other, _)| other == term);
        for &term in &self.forward.terms {
            if let Some(at) = place(term) {
                document_frequencies[at] += 1;
            }
        }
        let labels = asked
            .terms
            .iter()
            .filter(|(_, frequency)| frequency.label().is_some());
        let words = asked.terms.len() - labels.count() + usize::from(asked.unknown);
        let mut scores = vec![0.0; self.len()];
        for (article, score) in scores.iter_mut().enumerate() {
            let scale = self.scale(self.lengths[article]);
            let (mut found, mut sum) = (0, 0.0);
            for (term, frequency) in self.forward.row(article) {
                let Some(at) = place(term) else { continue };
                let (tf, of) = match frequency.label() {
                    Some(Label::Name) => (1.0, 1),
                    None => (scale.frequency(frequency), 1),
                    Some(_) => (1.0, words),
                };
                found += of;
                sum += saturated(tf, self.tuning.saturation) * self.idf(document_frequencies[at]);
            }
            if found > 0 && found * 2 >= words {
                #[expect(clippy::cast_precision_loss, reason = "a query has few words")]
                let part = (found.min(words) as f32 / words.max(1) as f32).max(0.5);
                *score = sum * part * part;
            }
        }
        top(&scores, count, filter)
    }

    /// The query's terms: its words, and all of it as a section's and an author's name.
    fn asked(&self, text: &str) -> Frequencies {
        let article = Article {
            title: text.to_owned(),
            section: text.to_owned(),
            authors: vec![Author {
                name: text.to_owned(),
                ..Author::default()
            }],
            ..Article::default()
        };
        let vocabulary = Vocabulary::Fixed(&self.dictionary);
        let stems = &mut Stems::of(self.language);
        let mut positions = SparseSet::default();
        let mut frequencies = Frequencies::default();
        count_terms(
            &article,
            self.stop_words,
            vocabulary,
            stems,
            &mut positions,
            &mut frequencies,
        );
        frequencies
    }
}
