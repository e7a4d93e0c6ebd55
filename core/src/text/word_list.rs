//! Lists of words that are looked for by the hundred thousand: the names of
//! elements and of characters.
//!
//! A list is written as one text and cut into words when the program is compiled.
//! An array of `&str` has an address for each word, which is weight, and a search
//! for the blanks of a text looks at each letter.

/// Words, their letters one after the other: see [`word_list`].
pub(crate) struct WordList {
    /// The letters of all, with nothing between the words.
    pub(crate) letters: &'static [u8],
    /// How many bytes each word has.
    pub(crate) lengths: &'static [u8],
}

impl WordList {
    /// Whether a name is one of them.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.position(name).is_some()
    }

    /// Which of them a name is. Its length tells it from most of them.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let mut at = 0;
        for (position, &length) in self.lengths.iter().enumerate() {
            let end = at + usize::from(length);
            if self.letters[at..end] == *name.as_bytes() {
                return Some(position);
            }
            at = end;
        }
        None
    }
}

/// The [`WordList`] of a text that has a blank between each two words. Of every
/// `$every` words it takes the first.
macro_rules! word_list {
    ($text:expr, $every:expr) => {{
        const SIZES: [usize; 2] = $crate::text::word_list::sizes($text, $every);
        const WORDS: ([u8; SIZES[0]], [u8; SIZES[1]]) =
            $crate::text::word_list::apart($text, $every);
        $crate::text::word_list::WordList {
            letters: &WORDS.0,
            lengths: &WORDS.1,
        }
    }};
}
pub(crate) use word_list;

/// How many letters the words of a list have, and how many words there are.
pub(crate) const fn sizes(text: &str, every: usize) -> [usize; 2] {
    let text = text.as_bytes();
    let (mut letters, mut words, mut word, mut at) = (0, 0, 0, 0);
    while at < text.len() {
        let is_taken = word % every == 0;
        if is_taken && (at == 0 || text[at - 1] == b' ') {
            words += 1;
        }
        if text[at] == b' ' {
            word += 1;
        } else if is_taken {
            letters += 1;
        }
        at += 1;
    }
    [letters, words]
}

/// The letters of a list's words, and their lengths.
pub(crate) const fn apart<const L: usize, const W: usize>(
    text: &str,
    every: usize,
) -> ([u8; L], [u8; W]) {
    let text = text.as_bytes();
    let (mut letters, mut lengths) = ([0; L], [0; W]);
    let (mut letter, mut word, mut at) = (0, 0, 0);
    while at < text.len() {
        if text[at] == b' ' {
            word += 1;
        } else if word % every == 0 {
            letters[letter] = text[at];
            letter += 1;
            lengths[word / every] += 1;
        }
        at += 1;
    }
    (letters, lengths)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: WordList = word_list!("a bcd ef", 1);
    const FIRST_OF_PAIRS: WordList = word_list!("a é bcd \u{2003}", 2);
    const NONE: WordList = word_list!("", 1);

    #[test]
    fn which_of_some_words() {
        assert_eq!(
            ["a", "bcd", "ef", "", "b", "abc", "ab", "a "].map(|name| ALL.position(name)),
            [Some(0), Some(1), Some(2), None, None, None, None, None]
        );
        assert_eq!(
            ["a", "bcd", "é"].map(|name| FIRST_OF_PAIRS.position(name)),
            [Some(0), Some(1), None]
        );
        assert_eq!(NONE.position(""), None);
    }
}
