//! The term dictionary: an open-addressing table from 32-bit keys to numbers.
//!
//! The text of a term is not kept, so that a term costs 16 to 32 bytes however long it
//! is. [`names`](super::names()) finds its words by reading the article again.
//!
//! Two terms with the same key are taken for one. 1,000 articles have 12,000 words, and
//! in one feed of 60 any two of them agree: that is one wrong word in one comparison.
//!
//! The hash has no secret. The author of a feed could make its words collide and slow
//! down the reading of that feed. But [`analysis`](super::analysis) caps what one article
//! adds, and keys are compared in one instruction.

use crate::text::language::Language;
use crate::text::stem::Stemmer;
use crate::text::words::{Word, hashed};

/// A term's number, counted from 0 in order of first appearance.
pub(super) type Term = u32;

/// The key of some text; `kind` sets apart equal texts that are different terms.
pub(super) fn key(text: &str, kind: u32) -> u32 {
    text.bytes()
        .map(u32::from)
        .fold(hashed(kind + 1, 0), hashed)
}

/// Words to the keys of their stems, with a cache.
#[derive(Clone, Debug, Default)]
pub(super) struct Stems {
    stemmer: Stemmer,
    stem: String,
    /// The cache: hashes of words as they are written, and their terms, by the upper bits
    /// of the hash. Most words of a text have stood there before, and are neither folded
    /// nor cut to their stems again. It fits into a processor's first cache.
    forms: Vec<(u32, Option<Term>)>,
}

/// The bits of the hash that say where in the cache a word is.
const FORMS: u32 = 12;

impl Stems {
    pub(super) fn of(language: Language) -> Self {
        Self {
            stemmer: Stemmer::of(language),
            ..Self::default()
        }
    }

    /// The term of a word, which `find` gives for its key.
    pub(super) fn term(
        &mut self,
        word: Word<'_>,
        find: &mut dyn FnMut(u32) -> Option<Term>,
    ) -> Option<Term> {
        if self.forms.is_empty() {
            self.forms.resize(1 << FORMS, (0, None));
        }
        let at = (word.form >> (32 - FORMS)) as usize;
        let (form, term) = self.forms[at];
        if form == word.form && term.is_some() {
            return term;
        }
        let term = find(self.key(word));
        self.forms[at] = (word.form, term);
        term
    }

    pub(super) fn key(&mut self, word: Word<'_>) -> u32 {
        word.fold(&mut self.stem);
        self.stemmer.stem(&mut self.stem);
        key(&self.stem, 0)
    }
}

/// The lower half of a slot.
#[expect(clippy::cast_possible_truncation, reason = "the upper half is the key")]
fn lower(slot: u64) -> u32 {
    slot as u32
}

/// The keys that have been seen, and their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Dictionary {
    /// Key in the upper half, number + 1 in the lower; 0 is free.
    slots: Vec<u64>,
    /// How many terms there are.
    pub(super) len: u32,
}

impl Dictionary {
    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        self.slots.capacity() * size_of::<u64>()
    }

    /// Where a key is or would be.
    fn slot(&self, key: u32) -> usize {
        // Scales the key to the table's length, which need be no power of two.
        let mut at = ((u64::from(key) * self.slots.len() as u64) >> 32) as usize;
        while self.slots[at] != 0 && (self.slots[at] >> 32) as u32 != key {
            at += 1;
            if at == self.slots.len() {
                at = 0;
            }
        }
        at
    }

    /// The number of a term that was seen before.
    pub(super) fn find(&self, key: u32) -> Option<Term> {
        if self.slots.is_empty() {
            return None;
        }
        lower(self.slots[self.slot(key)]).checked_sub(1)
    }

    /// The number of a term, the next where it is new.
    pub(super) fn number(&mut self, key: u32) -> Term {
        // At most half full: keys are near their places, and most are new or found at once.
        if self.len as usize * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.slot(key);
        if self.slots[at] == 0 {
            self.len += 1;
            self.slots[at] = u64::from(key) << 32 | u64::from(self.len);
        }
        lower(self.slots[at]) - 1
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        let old = std::mem::replace(&mut self.slots, vec![0; size]);
        for entry in old {
            if entry != 0 {
                let at = self.slot((entry >> 32) as u32);
                self.slots[at] = entry;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_order_of_appearance() {
        let mut terms = Dictionary::default();
        assert_eq!(terms.find(key("bridge", 0)), None);
        for word in 0..5000_u32 {
            assert_eq!(terms.number(key(&word.to_string(), 0)), word);
        }
        for word in 0..5000_u32 {
            assert_eq!(terms.find(key(&word.to_string(), 0)), Some(word));
            assert_eq!(terms.number(key(&word.to_string(), 0)), word);
        }
        assert_eq!(terms.len, 5000);
        assert!(terms.slots.len() < 20_000);
    }

    #[test]
    fn what_differs_has_another_key() {
        assert_ne!(key("a", 0), key("a", 1));
        assert_ne!(key("a", 0), key("a\0", 0));
        assert_ne!(key("abcd", 0), key("abcde", 0));
        assert_ne!(key("", 0), key("\0\0\0\0", 0));
        // The tag *talk* was the word *walk*: kind and first letter were one number.
        for letter in 'a'..='z' {
            for kind in 1..4 {
                assert_ne!(key("talk", kind), key(&format!("{letter}alk"), 0));
            }
        }
    }
}
