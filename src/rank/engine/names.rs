//! Terms back to words: which words of an article a term stands for.

use super::Index;
use super::read::{Label, Place, Sink, read};
use super::terms::{Term, key, pair_key};
use crate::article::Article;
use crate::text::fold::folded;
use crate::text::letter::is_alphanumeric;
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

/// The names of those of `terms` that stand in an article, in its order, and of
/// pairs of which both words are among them. A term's text is not in the index,
/// which would be several times as large.
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
    last: Option<Last>,
    found: Vec<Name>,
}

/// The word before.
struct Last {
    term: Term,
    /// From where to where in its text.
    at: usize,
    end: usize,
    capital: bool,
}

impl Finder<'_> {
    fn found(&mut self, term: Term, text: String, capital: bool) {
        self.push(false, term, text, capital);
    }

    /// Takes a name in, once, where its term is asked for or it is `wanted` anyway.
    fn push(&mut self, wanted: bool, term: Term, text: String, capital: bool) {
        let wanted = wanted || self.terms.contains(&term);
        if wanted && !self.found.iter().any(|name| name.term == term) {
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
        let end = word.at + word.written.len();
        if let Some(last) = self.last.take()
            && let Some(pair) = self.index.pairs.find(pair_key(last.term, term))
            && is_one_name(word.text.get(last.end..word.at), capital && last.capital)
        {
            let pair = pair + self.index.words.len;
            let both = self.terms.contains(&last.term) && self.terms.contains(&term);
            let text = word.text[last.at..end].to_owned();
            self.push(both, pair, text, capital && last.capital);
        }
        self.last = Some(Last {
            term,
            at: word.at,
            end,
            capital,
        });
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

/// Whether two words make one name with that between them: a space, and between
/// capitals the "of" in "Bank of England" too, but no comma. Pairs of characters
/// overlap, so that nothing is between them.
fn is_one_name(between: Option<&str>, capitals: bool) -> bool {
    let joins = |sign: char| is_alphanumeric(sign) || matches!(sign, ' ' | '-' | '\'' | '’');
    between.is_none_or(|text| {
        // Chandlers' Bridge has a sign behind its first word.
        let plain = matches!(text, "" | " " | "' " | "’ " | "'" | "’");
        plain || capitals && text.chars().all(joins)
    })
}
