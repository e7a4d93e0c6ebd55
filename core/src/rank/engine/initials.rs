//! Initials and the name that they stand for: DPRK is the Democratic People’s Republic of
//! Korea, without a list of such names.
//!
//! The capitals of a run of capitalised words are one more word of an article, which weighs
//! nothing unless other articles write it, and by how often they do so with a capital. So
//! the Bank of Yorkshire is no *boy*.

use super::analysis::{Field, TokenSink, is_capital};
use super::names::is_one_name;
use crate::text::words::{Word, hashed};

/// Capitals that initials have. Two are those of most people.
const CAPITALS: std::ops::RangeInclusive<usize> = 3..=6;
/// Bytes that may stand between two words of a name: " and ", "’s ".
const BETWEEN: usize = 5;
/// Bytes of a run: one without end is cut, so that no word is looked at more than so often.
const LONGEST: usize = 128;

/// A run of capitalised words in a text, short ones as "of" between them.
#[derive(Default)]
pub(super) struct Run {
    /// Where the first word begins, and the second.
    starts: [usize; 2],
    /// Where the last word ends.
    end: usize,
}

impl Run {
    /// Takes in a capitalised word, the next of its text, and gives `sink` the initials of
    /// the run so far: "on Monday" may follow a name. So it does with those without the first
    /// word, which may be the "The" of a sentence.
    pub(super) fn take(&mut self, word: Word<'_>, sink: &mut dyn TokenSink) {
        let between = &word.text[self.end..word.at];
        let is_far = between.len() > BETWEEN || word.at > self.starts[0] + LONGEST;
        self.end = word.at + word.written.len();
        if is_far || !is_one_name(Some(between), true) {
            self.starts = [word.at; 2];
            return;
        }
        if self.starts[0] == self.starts[1] {
            self.starts[1] = word.at;
        }
        for start in self.starts {
            // The hash is the one that the tokenizer gives them where they are written.
            let mut capitals = String::new();
            let (mut letters, mut form) = (0, 0);
            for letter in word.text[start..self.end].chars() {
                if is_capital(letter) {
                    capitals.push(letter);
                    letters += 1;
                    form = hashed(form, u32::from(letter.to_ascii_lowercase()));
                }
            }
            if CAPITALS.contains(&letters) {
                let initials = Word {
                    text: &capitals,
                    at: 0,
                    written: &capitals,
                    form,
                    opens: false,
                };
                sink.word(initials, Field::Name, None);
            }
        }
    }
}
