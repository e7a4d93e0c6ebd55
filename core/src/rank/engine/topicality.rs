//! Topicality of a word: how alike the articles are that have it.

use super::dictionary::Term;
use super::frequencies::LABEL;
use super::weights::{norm, root, scale_by};
use super::{Index, len};

/// Words at the head of an article that topicality looks at: headline and lead.
const LEAD: usize = 24;
/// Articles of a word that it looks at, spread evenly: 20 scored as 8 do.
const SAMPLE: usize = 8;
/// The least articles of a word with a topicality.
const ENOUGH: usize = 4;
/// Pairs of articles as alike as any two, added to those that were seen.
const PRIOR: f32 = 4.0;
/// Least topicality, the mean being 1.
const LEAST: f32 = 0.1;
/// Greatest topicality.
const MOST: f32 = 4.0;

impl Index {
    /// Multiplies the weight of each word by its topicality. It tells *parliament* from
    /// *although* in any language, without a list of such words, and *match* in a paper
    /// of sport from *match* in one of politics.
    ///
    /// It looks at the first words of some articles of each word. The sum of their
    /// vectors without the word gives the mean of all their cosines at once.
    pub(super) fn topicality(&mut self) {
        let leads = self.leads();
        // Each sum with the word that it was begun for, so that none is ever cleared.
        let mut sums = vec![(0, 0.0_f32); self.dictionary.len as usize];
        let mut seen = vec![(0.0_f32, 0.0_f32); self.dictionary.len as usize];
        let (mut total, mut number) = (0.0_f32, 0.0_f32);
        for word in self.stop_words..self.dictionary.len {
            let list = &self.postings.articles[self.postings.range(word)];
            if list.len() < ENOUGH || self.capitals[word as usize] == LABEL {
                continue;
            }
            let sampled = list.len().min(SAMPLE);
            let articles = (0..sampled).map(|n| list[n * list.len() / sampled] as usize);
            // The products of every two different articles: the square of the sum less
            // the squares of what is added.
            let mut alike = 0.0;
            for article in articles {
                for &(other, weight) in leads.row(article) {
                    let sum = &mut sums[other as usize];
                    if sum.0 != word {
                        *sum = (word, 0.0);
                    }
                    if other != word {
                        alike += 2.0 * sum.1 * weight;
                        sum.1 += weight;
                    }
                }
            }
            #[expect(clippy::cast_precision_loss, reason = "at most 8")]
            let pairs = (sampled * (sampled - 1)) as f32;
            seen[word as usize] = (alike, pairs);
            total += alike / pairs;
            number += 1.0;
        }
        if total <= 0.0 {
            return;
        }
        let mean = total / number;
        for (factor, (alike, pairs)) in self.term_weights.iter_mut().zip(seen) {
            // A word too rare to tell is as it would be if nothing were known.
            if pairs <= 0.0 {
                continue;
            }
            let likeness = (alike + PRIOR * mean) / (pairs + PRIOR) / mean;
            let bounded = ((likeness + LEAST) / (1.0 + LEAST)).min(MOST);
            *factor *= root(bounded, self.tuning.topicality);
        }
    }

    /// The first words of each article, of unit length.
    fn leads(&self) -> Leads {
        let mut leads = Leads {
            ends: Vec::with_capacity(self.len()),
            words: Vec::with_capacity(self.len() * LEAD),
        };
        for article in 0..self.len() {
            let scale = self.scale(self.lengths[article]);
            let start = leads.words.len();
            for (term, frequency) in self.forward.row(article) {
                if leads.words.len() - start == LEAD {
                    break;
                }
                if frequency.label().is_none() {
                    self.push_word(term, frequency, scale, &mut leads.words);
                }
            }
            let row = &mut leads.words[start..];
            let norm = norm(row);
            scale_by(row, norm);
            leads.ends.push(len(&leads.words));
        }
        leads
    }
}

struct Leads {
    ends: Vec<u32>,
    words: Vec<(Term, f32)>,
}

impl Leads {
    fn row(&self, article: usize) -> &[(Term, f32)] {
        let start = article.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.words[start as usize..self.ends[article] as usize]
    }
}
