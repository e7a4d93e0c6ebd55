//! Terms back to words: which words of an article a term stands for.

use super::Index;
use super::analysis::{Field, Label, TokenSink, analyze};
use super::dictionary::{Stems, Term, key};
use crate::article::Article;
use crate::text::alphanumeric::is_alphanumeric;
use crate::text::fold::folded;
use crate::text::words::Word;

/// A term as an article has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The term's number in the index; of two words, the second's.
    pub term: u32,
    /// The first's, where these are two words.
    pub before: Option<u32>,
    /// The word, the two words or the label, as written there first; of a name that is
    /// shared by its initials, these.
    pub text: String,
    /// Whether it is capitalised where a common word is not.
    pub capital: bool,
}

/// The names of those of `terms` that stand in an article, in its order, and of pairs of
/// neighbours that are both among them. The index has no text of a term: it would be
/// several times as large.
#[must_use]
pub fn names(index: &Index, article: &Article, terms: &[u32]) -> Vec<Name> {
    let mut finder = Finder {
        index,
        stems: Stems::of(index.language),
        terms,
        last: None,
        found: Vec::new(),
    };
    analyze(article, &mut finder);
    finder.found
}

struct Finder<'f> {
    index: &'f Index,
    stems: Stems,
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
    /// Takes a name in, once, where its terms are asked for.
    fn found(&mut self, before: Option<Term>, term: Term, text: &str, capital: bool) {
        let asked = |term: Term| self.terms.contains(&term);
        let same = |name: &Name| name.term == term && name.before == before;
        if asked(term) && before.is_none_or(asked) && !self.found.iter().any(same) {
            self.found.push(Name {
                term,
                before,
                text: text.to_owned(),
                capital,
            });
        }
    }
}

impl TokenSink for Finder<'_> {
    fn word(&mut self, word: Word<'_>, field: Field, capital: Option<bool>) {
        let Some(term) = self.index.dictionary.find(self.stems.key(word)) else {
            self.last = None;
            return;
        };
        if term < self.index.stop_words {
            return;
        }
        let initials = field == Field::Name;
        let capital = capital == Some(true) || initials;
        self.found(None, term, word.written, capital);
        if initials {
            return;
        }
        let end = word.at + word.written.len();
        if let Some(last) = self.last.take()
            && is_one_name(word.text.get(last.end..word.at), capital && last.capital)
        {
            let text = &word.text[last.at..end];
            self.found(Some(last.term), term, text, capital && last.capital);
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
        if let Some(term) = self.index.dictionary.find(key(&folded(text), label as u32)) {
            self.found(None, term, text, true);
        }
    }
}

/// Whether two words make one name with the text `between` them. That may be a space, and
/// between capitals the "of" in "Bank of England" too, but no comma. Pairs of characters
/// overlap, so that there is no text between them.
pub(super) fn is_one_name(between: Option<&str>, capitals: bool) -> bool {
    let joins = |sign: char| is_alphanumeric(sign) || matches!(sign, ' ' | '-' | '\'' | '’');
    between.is_none_or(|text| {
        // Chandlers' Bridge has a sign behind its first word.
        let plain = matches!(text, "" | " " | "' " | "’ " | "'" | "’");
        plain || capitals && text.chars().all(joins)
    })
}
