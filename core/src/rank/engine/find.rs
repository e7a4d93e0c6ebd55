//! Asking the index for words: a reader's search.
//!
//! [`like`](Index::like) is for whole articles: there a word of one article
//! alone says nothing, and the nearest articles say what else is meant. Who
//! searches wants just that word. So this is BM25 over the same counts, times
//! the square of the part of the words that the article has; one that has
//! fewer than half of them is not found.

use super::count::{Counts, Known, Marks, count};
use super::search::top;
use super::terms::Stems;
use super::weigh::saturated;
use super::{Hit, Index};
use crate::article::{Article, Author};

impl Index {
    /// The articles that some words are found in, best first: in headline,
    /// text or tags, or, all of them together, as the name of a section or an
    /// author. At most `count`, of those that `may` be.
    #[must_use]
    pub fn find(&self, text: &str, count: usize, may: &dyn Fn(usize) -> bool) -> Vec<Hit> {
        let asked = self.asked(text);
        let mut frequencies = vec![0_usize; asked.words.len()];
        let place = |term| asked.words.iter().position(|&(other, _)| other == term);
        for &term in &self.counts.terms {
            if let Some(at) = place(term) {
                frequencies[at] += 1;
            }
        }
        let labels = asked.words.iter().filter(|(_, count)| count.kind() > 0);
        let words = asked.words.len() - labels.count() + usize::from(asked.unknown);
        let mut scores = vec![0.0; self.len()];
        for (article, score) in scores.iter_mut().enumerate() {
            let scale = self.scale(self.lengths[article]);
            let (mut found, mut sum) = (0, 0.0);
            for (term, count) in self.counts.row(article) {
                let Some(at) = place(term) else { continue };
                let (tf, of) = match count.kind() {
                    0 => (scale.frequency(count), 1),
                    _ => (1.0, words),
                };
                found += of;
                sum += saturated(tf, self.tuning.saturation) * self.idf(frequencies[at]);
            }
            if found > 0 && found * 2 >= words {
                #[expect(clippy::cast_precision_loss, reason = "a query has few words")]
                let part = (found.min(words) as f32 / words.max(1) as f32).max(0.5);
                *score = sum * part * part;
            }
        }
        top(&scores, count, may)
    }

    /// What is asked for, read as an article's headline, section and author.
    fn asked(&self, text: &str) -> Counts {
        let article = Article {
            title: text.to_owned(),
            section: text.to_owned(),
            authors: vec![Author {
                name: text.to_owned(),
                ..Author::default()
            }],
            ..Article::default()
        };
        let known = Known::Fixed(&self.words);
        let (mut marks, mut counts) = (Marks::default(), Counts::default());
        count(
            &article,
            self.small,
            known,
            &mut Stems::of(self.language),
            &mut marks,
            &mut counts,
        );
        counts
    }
}
