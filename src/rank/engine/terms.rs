//! Terms to numbers: an open-addressing table of 32-bit keys.
//!
//! The text of a term is not kept. Two terms whose keys agree are taken for
//! one; with the 6,000 words of 1,000 articles that happens to any pair at all
//! in one feed of 240 and costs one wrong word in one comparison. In exchange
//! a term costs about 12 bytes here, however long it is. Who wants the words
//! back reads the article again, see [`names`](super::names).
//!
//! The hash has no secret: whoever writes a feed could make its words collide
//! and slow down the reading of that feed. What one article can add is capped,
//! see [`read`](super::read), and keys are compared in one instruction.

/// A term's number, counted from 0 in order of first appearance.
pub(super) type Term = u32;

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// The key of some text; `kind` sets apart equal texts that are different terms.
pub(super) fn key(text: &str, kind: u32) -> u32 {
    let mut hash = u64::from(kind).wrapping_mul(MULTIPLIER);
    let mut chunks = text.as_bytes().chunks_exact(4);
    for chunk in &mut chunks {
        let four = chunk.iter().fold(0_u32, |n, &b| n << 8 | u32::from(b));
        hash = mix(hash ^ u64::from(four));
    }
    let rest = chunks.remainder();
    let tail = rest.iter().fold(0_u32, |n, &b| n << 8 | u32::from(b));
    finish(mix(hash ^ u64::from(tail) ^ (rest.len() as u64) << 32))
}

/// The key of two terms that stand beside each other.
pub(super) fn pair_key(first: Term, second: Term) -> u32 {
    finish(mix(mix(u64::from(first) + 1) ^ u64::from(second)))
}

fn mix(hash: u64) -> u64 {
    let product = hash
        .wrapping_add(MULTIPLIER)
        .wrapping_mul(0xd6e8_feb8_6659_fd93);
    product ^ (product >> 32)
}

fn finish(hash: u64) -> u32 {
    (hash.wrapping_mul(MULTIPLIER) >> 32) as u32
}

/// The lower half of a slot.
#[expect(clippy::cast_possible_truncation, reason = "the upper half is the key")]
fn lower(slot: u64) -> u32 {
    slot as u32
}

/// Which keys have been seen, and their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Terms {
    /// Key in the upper half, number + 1 in the lower; 0 is free.
    slots: Vec<u64>,
    /// How many terms there are.
    pub(super) len: u32,
}

impl Terms {
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

    /// The number of a term, a new one where it is new.
    pub(super) fn number(&mut self, key: u32) -> Term {
        // At most four fifths full.
        if self.len as usize * 5 >= self.slots.len() * 4 {
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
        let size = (self.slots.len() * 3 / 2).max(1024);
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
        let mut terms = Terms::default();
        assert_eq!(terms.find(key("bridge", 0)), None);
        for word in 0..5000_u32 {
            assert_eq!(terms.number(key(&word.to_string(), 0)), word);
        }
        for word in 0..5000_u32 {
            assert_eq!(terms.find(key(&word.to_string(), 0)), Some(word));
            assert_eq!(terms.number(key(&word.to_string(), 0)), word);
        }
        assert_eq!(terms.len, 5000);
        assert!(terms.slots.len() < 10_000);
    }

    #[test]
    fn what_differs_has_another_key() {
        assert_ne!(key("a", 0), key("a", 1));
        assert_ne!(key("a", 0), key("a\0", 0));
        assert_ne!(key("abcd", 0), key("abcde", 0));
        assert_ne!(key("", 0), key("\0\0\0\0", 0));
        assert_ne!(pair_key(1, 2), pair_key(2, 1));
        assert_ne!(pair_key(0, 0), pair_key(0, 1));
    }
}
