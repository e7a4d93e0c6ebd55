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

/// A run of capitalised words in a text, short ones as "of" between them.
#[derive(Default)]
pub(super) struct Run {
    /// The capitals of its words.
    capitals: String,
    /// Bytes of those that are the first word's.
    first: usize,
    /// Where the last word ends.
    end: usize,
}

impl Run {
    /// Takes in a capitalised word, the next of its text, and gives `sink` the initials of
    /// the run so far: "on Monday" may follow a name. So it does with those without the first
    /// word, which may be the "The" of a sentence.
    pub(super) fn take(&mut self, word: Word<'_>, sink: &mut dyn TokenSink) {
        let between = word.text.get(self.end..word.at);
        if word.at > self.end + BETWEEN || !is_one_name(between, true) {
            self.capitals.clear();
            self.end = word.at;
        }
        let is_first = self.capitals.is_empty();
        // With what stands between: the tokenizer leaves out the W of George W Bush.
        let new = self.end..word.at + word.written.len();
        self.end = new.end;
        self.capitals
            .extend(word.text[new].chars().filter(|letter| is_capital(*letter)));
        if is_first {
            self.first = self.capitals.len();
            return;
        }
        for written in [&self.capitals[..], &self.capitals[self.first..]] {
            // The hash is the one that the tokenizer gives them where they are written.
            let (mut letters, mut form) = (0, 0);
            for letter in written.chars().take(CAPITALS.end() + 1) {
                letters += 1;
                form = hashed(form, u32::from(letter.to_ascii_lowercase()));
            }
            if CAPITALS.contains(&letters) {
                let initials = Word {
                    text: written,
                    at: 0,
                    written,
                    form,
                    opens: false,
                };
                sink.word(initials, Field::Name, None);
            }
        }
    }
}
