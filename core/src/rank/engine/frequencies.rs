//! Term frequencies of an article, for the index and for one query.

use super::analysis::{Field, Frequency, Label, TokenSink, analyze};
use super::dictionary::{Dictionary, Stems, Term, key};
use crate::article::Article;
use crate::text::fold::folded;
use crate::text::words::Word;

/// What one article consists of.
#[derive(Clone, Debug, Default)]
pub(super) struct Frequencies {
    /// Words and labels, each once, in order of first appearance.
    pub(super) terms: Vec<(Term, Frequency)>,
    /// Words of the headline and of the text, stop words aside.
    pub(super) lengths: [u16; 2],
    /// Words that the index does not know.
    pub(super) unknown: u16,
}

/// How often a word was capitalised, of how often that could be told.
pub(super) type Capitals = [u16; 2];

/// Marks a label among the [`Capitals`].
pub(super) const LABEL: Capitals = [1, 0];

/// The terms that are known, and whether an article may add to them.
pub(super) enum Vocabulary<'i> {
    /// The dictionary of an index to which the article is added.
    Growing {
        dictionary: &'i mut Dictionary,
        capitals: &'i mut Vec<Capitals>,
    },
    /// The dictionary of an index which is only asked.
    Fixed(&'i Dictionary),
}

impl Vocabulary<'_> {
    fn term(&mut self, key: u32, new: Capitals) -> Option<Term> {
        match self {
            Self::Growing {
                dictionary,
                capitals,
            } => {
                let term = dictionary.number(key);
                if term as usize == capitals.len() {
                    capitals.push(new);
                }
                Some(term)
            }
            Self::Fixed(dictionary) => dictionary.find(key),
        }
    }
}

/// Where in a list each term stands. The list has term `t` at `positions[t]` if it
/// has it at all (Briggs and Torczon, "An efficient representation for sparse
/// sets", 1993), so that nothing is ever cleared.
#[derive(Clone, Debug, Default)]
pub(super) struct SparseSet(Vec<u32>);

impl SparseSet {
    /// The position of a term, behind the others where it is new.
    pub(super) fn position<T: Default>(&mut self, list: &mut Vec<(Term, T)>, term: Term) -> usize {
        let at = term as usize;
        if at >= self.0.len() {
            self.0.resize(at + at / 2 + 64, 0);
        }
        let position = self.0[at] as usize;
        if list.get(position).is_some_and(|entry| entry.0 == term) {
            return position;
        }
        #[expect(clippy::cast_possible_truncation, reason = "an article has few terms")]
        let end = list.len() as u32;
        self.0[at] = end;
        list.push((term, T::default()));
        list.len() - 1
    }

    /// The position of a term in a list that was filled through this set.
    pub(super) fn find<T>(&self, list: &[(Term, T)], term: Term) -> Option<usize> {
        let at = *self.0.get(term as usize)? as usize;
        (list.get(at)?.0 == term).then_some(at)
    }
}

/// Counts the terms of an article. Terms numbered below `stop_words` are left out.
pub(super) fn count_terms(
    article: &Article,
    stop_words: Term,
    vocabulary: Vocabulary<'_>,
    stems: &mut Stems,
    positions: &mut SparseSet,
    frequencies: &mut Frequencies,
) {
    frequencies.terms.clear();
    frequencies.lengths = [0, 0];
    frequencies.unknown = 0;
    analyze(
        article,
        &mut Counter {
            vocabulary,
            stems,
            stop_words,
            positions,
            frequencies,
        },
    );
}

struct Counter<'c> {
    vocabulary: Vocabulary<'c>,
    stems: &'c mut Stems,
    stop_words: Term,
    positions: &'c mut SparseSet,
    frequencies: &'c mut Frequencies,
}

impl TokenSink for Counter<'_> {
    fn word(&mut self, word: Word<'_>, field: Field, capital: Option<bool>) {
        let vocabulary = &mut self.vocabulary;
        let find = &mut |key| vocabulary.term(key, [0, 0]);
        let Some(term) = self.stems.term(word, find) else {
            self.frequencies.unknown += u16::from(field != Field::Name);
            return;
        };
        if term < self.stop_words {
            return;
        }
        if let (Vocabulary::Growing { capitals, .. }, Some(capital)) =
            (&mut self.vocabulary, capital)
        {
            let seen = &mut capitals[term as usize];
            if seen[1] < u16::MAX {
                seen[0] += u16::from(capital);
                seen[1] += 1;
            }
        }
        let at = self.positions.position(&mut self.frequencies.terms, term);
        self.frequencies.terms[at].1.add(field);
        match field {
            Field::Title => self.frequencies.lengths[0] += 1,
            Field::Text => self.frequencies.lengths[1] += 1,
            Field::Tag | Field::Name => {}
        }
    }

    fn gap(&mut self) {}

    fn label(&mut self, text: &str, label: Label) {
        let key = key(&folded(text), label as u32);
        if let Some(term) = self.vocabulary.term(key, LABEL) {
            let at = self.positions.position(&mut self.frequencies.terms, term);
            self.frequencies.terms[at].1 = Frequency::of_label(label);
        }
    }
}
