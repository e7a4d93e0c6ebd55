//! Counting an article's terms, for the index and for one query.

use super::read::{Count, Label, Place, Sink, read};
use super::terms::{Stems, Term, Terms, key};
use crate::article::Article;
use crate::text::fold::folded;
use crate::text::words::Word;

/// What one article consists of.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    /// Words and labels, each once, in order of first appearance.
    pub(super) words: Vec<(Term, Count)>,
    /// Words of the headline and of the text, small words aside.
    pub(super) lengths: [u16; 2],
    /// Words that the index does not know.
    pub(super) unknown: u16,
}

/// How often a word was capitalised, of how often that could be told.
pub(super) type Capitals = [u16; 2];

/// Marks a label among the [`Capitals`].
pub(super) const LABEL: Capitals = [1, 0];

/// The terms that are known, and whether more may become so.
pub(super) enum Known<'i> {
    Growing {
        words: &'i mut Terms,
        capitals: &'i mut Vec<Capitals>,
    },
    Fixed(&'i Terms),
}

impl Known<'_> {
    fn term(&mut self, key: u32, new: Capitals) -> Option<Term> {
        match self {
            Self::Growing { words, capitals } => {
                let term = words.number(key);
                if term as usize == capitals.len() {
                    capitals.push(new);
                }
                Some(term)
            }
            Self::Fixed(words) => words.find(key),
        }
    }
}

/// Where in a list of counts a term stands, for all terms: position `marks[t]`
/// is right if the list has term `t` there (Briggs and Torczon, "An efficient
/// representation for sparse sets", 1993), so that nothing is ever cleared.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks(Vec<u32>);

impl Marks {
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
}

impl Marks {
    /// Where a list that was filled through these marks has a term.
    pub(super) fn find<T>(&self, list: &[(Term, T)], term: Term) -> Option<usize> {
        let at = *self.0.get(term as usize)? as usize;
        (list.get(at)?.0 == term).then_some(at)
    }
}

/// Counts the terms of an article. Words numbered below `small` are left out.
pub(super) fn count(
    article: &Article,
    small: Term,
    known: Known<'_>,
    stems: &mut Stems,
    marks: &mut Marks,
    counts: &mut Counts,
) {
    counts.words.clear();
    counts.lengths = [0, 0];
    counts.unknown = 0;
    read(
        article,
        &mut Counter {
            known,
            stems,
            small,
            marks,
            counts,
        },
    );
}

struct Counter<'c> {
    known: Known<'c>,
    stems: &'c mut Stems,
    small: Term,
    marks: &'c mut Marks,
    counts: &'c mut Counts,
}

impl Sink for Counter<'_> {
    fn word(&mut self, word: Word<'_>, place: Place, capital: Option<bool>) {
        let known = &mut self.known;
        let find = &mut |key| known.term(key, [0, 0]);
        let Some(term) = self.stems.term(word, find) else {
            self.counts.unknown += 1;
            return;
        };
        if term < self.small {
            return;
        }
        if let (Known::Growing { capitals, .. }, Some(capital)) = (&mut self.known, capital) {
            let seen = &mut capitals[term as usize];
            if seen[1] < u16::MAX {
                seen[0] += u16::from(capital);
                seen[1] += 1;
            }
        }
        let at = self.marks.position(&mut self.counts.words, term);
        self.counts.words[at].1.add(place);
        match place {
            Place::Title => self.counts.lengths[0] += 1,
            Place::Text => self.counts.lengths[1] += 1,
            Place::Tag => {}
        }
    }

    fn gap(&mut self) {}

    fn label(&mut self, text: &str, label: Label) {
        let key = key(&folded(text), label as u32);
        if let Some(term) = self.known.term(key, LABEL) {
            let at = self.marks.position(&mut self.counts.words, term);
            self.counts.words[at].1 = Count::label(label);
        }
    }
}
