//! Terms back to words: which words of an article a term stands for.

use super::Index;
use super::read::{Label, Place, Sink, read};
use super::terms::{Term, key, pair_key};
use crate::article::Article;
use crate::text::fold::folded;
use crate::text::words::Word;

/// A term as an article has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The term's number in the index.
    pub term: u32,
    /// The word, the two words or the label, as written there first.
    pub text: String,
    /// Whether it is capitalised where a common word is not.
    pub capital: bool,
}

/// The names of those of `terms` that stand in an article, in its order. A
/// term's text is not in the index, which would be several times as large.
#[must_use]
pub fn names(index: &Index, article: &Article, terms: &[u32]) -> Vec<Name> {
    let mut finder = Finder {
        index,
        terms,
        last: None,
        found: Vec::new(),
    };
    read(article, index.language, &mut finder);
    finder.found
}

struct Finder<'f> {
    index: &'f Index,
    terms: &'f [Term],
    last: Option<(Term, String, bool)>,
    found: Vec<Name>,
}

impl Finder<'_> {
    fn found(&mut self, term: Term, text: String, capital: bool) {
        if self.terms.contains(&term) && !self.found.iter().any(|name| name.term == term) {
            self.found.push(Name {
                term,
                text,
                capital,
            });
        }
    }
}

impl Sink for Finder<'_> {
    fn word(&mut self, stem: &str, word: Word<'_>, _: Place, capital: Option<bool>) {
        let Some(term) = self.index.words.find(key(stem, 0)) else {
            self.last = None;
            return;
        };
        if term < self.index.small {
            return;
        }
        let capital = capital == Some(true);
        self.found(term, word.written.to_owned(), capital);
        if let Some((last, text, also)) = self.last.take()
            && let Some(pair) = self.index.pairs.find(pair_key(last, term))
        {
            let both = format_pair(&text, word.written);
            self.found(pair + self.index.words.len, both, capital && also);
        }
        self.last = Some((term, word.written.to_owned(), capital));
    }

    fn gap(&mut self) {
        self.last = None;
    }

    fn label(&mut self, text: &str, label: Label) {
        if let Some(term) = self.index.words.find(key(&folded(text), label as u32)) {
            self.found(term, text.to_owned(), true);
        }
    }
}

fn format_pair(first: &str, second: &str) -> String {
    let mut both = String::with_capacity(first.len() + 1 + second.len());
    both.push_str(first);
    both.push(' ');
    both.push_str(second);
    both
}
