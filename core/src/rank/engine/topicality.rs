//! Topicality of a word: how alike the articles are that have it.

use super::dictionary::Term;
use super::frequencies::LABEL;
use super::tuning::whole;
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
    ///
    /// A template is a phrase that a desk writes into many articles: "Listen to this
    /// article", a byline, "Morning links". Its words stand together in all of the articles
    /// that are looked at, and those are otherwise not alike. They weigh nothing.
    pub(super) fn topicality(&mut self) {
        let leads = self.leads();
        // Each sum with the word that it was begun for, so that none is ever cleared.
        let mut sums = vec![Sum::default(); self.dictionary.len as usize];
        let mut seen = vec![Seen::default(); self.dictionary.len as usize];
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
            for article in articles.clone() {
                for &(other, weight) in leads.row(article) {
                    let sum = &mut sums[other as usize];
                    if sum.word != word {
                        *sum = Sum {
                            word,
                            ..Sum::default()
                        };
                    }
                    if other != word {
                        let product = 2.0 * sum.weights * weight;
                        alike += product;
                        sum.weights += weight;
                        sum.products += product;
                        sum.articles += 1;
                    }
                }
            }
            // What stands in each of them is one phrase with the word, and says nothing
            // of whether the articles are alike.
            let first = leads.row(list[0] as usize);
            let mut together = 0;
            for &(other, _) in first {
                let sum = &sums[other as usize];
                if sum.word == word && sum.articles == sampled {
                    alike -= sum.products;
                    together += 1;
                }
            }
            #[expect(clippy::cast_precision_loss, reason = "at most 8")]
            let pairs = (sampled * (sampled - 1)) as f32;
            let alike = alike.max(0.0);
            seen[word as usize] = Seen {
                alike,
                pairs,
                is_phrase: together >= whole(self.tuning.template_phrase)
                    && list.len() >= whole(self.tuning.template_articles)
                    && first.len() >= whole(self.tuning.template_words),
            };
            total += alike / pairs;
            number += 1.0;
        }
        if total <= 0.0 {
            return;
        }
        let mean = total / number;
        for (factor, seen) in self.term_weights.iter_mut().zip(seen) {
            // A word too rare to tell is as it would be if nothing were known.
            if seen.pairs <= 0.0 {
                continue;
            }
            let likeness = (seen.alike + PRIOR * mean) / (seen.pairs + PRIOR) / mean;
            let bounded = ((likeness + LEAST) / (1.0 + LEAST)).min(MOST);
            *factor *= if seen.is_phrase && likeness < self.tuning.template_likeness {
                0.0
            } else {
                root(bounded, self.tuning.topicality)
            };
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

/// What the sampled articles of a word have of another.
#[derive(Clone, Copy, Default)]
struct Sum {
    word: Term,
    articles: usize,
    weights: f32,
    /// Sum of the products of every two articles' weights.
    products: f32,
}

/// What is known of a word.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// The sum of its articles' cosines without its phrase, and of how many pairs.
    alike: f32,
    pairs: f32,
    /// Whether it stands in many articles in one phrase.
    is_phrase: bool,
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
