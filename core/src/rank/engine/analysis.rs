//! The analyzer: an article's fields to words and labels.

use super::initials::Run;
use crate::article::Article;
use crate::text::alphanumeric::is_alphanumeric;
use crate::text::boilerplate::before_mark;
use crate::text::fold::lower;
use crate::text::normal_form::compatible;
use crate::text::plain::plain;
use crate::text::split::at_most;
use crate::text::words::{Word, words};

/// Words of one article that are read, stop words included: a book that came as a
/// feed's item must not outweigh the feed. The texts that the constants were set on
/// are shorter, so what a longer cut would give is not known.
pub const MOST_WORDS: usize = 600;
/// Bytes of an article's HTML that are looked at for those words.
const MOST_HTML: usize = 1 << 17;
/// Labels (tags, section, authors) of one article that are read.
const MOST_LABELS: usize = 32;
/// Characters of a summary that are compared with the start of the body: an excerpt
/// repeats them, a standfirst says something else.
const COMPARED: usize = 24;

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Text,
    /// A word of a tag, which counts as one of the headline.
    Tag,
    /// Nowhere: the word is the initials of a name.
    Name,
}

/// What an article says as one term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Label {
    Tag = 1,
    Section = 2,
    Author = 3,
    /// A word that does not stand in the article. A name does, of which it is the initials.
    Name = 4,
}

/// How often a word stands where, or which label a term is: of 16 bits text has 8,
/// title 4, label 4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frequency(u16);

/// The frequency of initials that stand nowhere.
const NAME: u16 = (Label::Name as u16) << 12;

impl Frequency {
    /// That of a label.
    pub(super) fn of_label(label: Label) -> Self {
        Self((label as u16) << 12)
    }

    /// Counts a word once more, as far as there is room.
    pub(super) fn add(&mut self, field: Field) {
        match field {
            Field::Text if self.0 & 0xff < 0xff => self.0 += 1,
            Field::Title | Field::Tag if self.0 & 0xf00 < 0xf00 => self.0 += 0x100,
            Field::Name => self.0 |= NAME,
            _ => {}
        }
    }

    /// How often the word stands in summary and body.
    pub(super) fn text(self) -> f32 {
        f32::from(self.0 & 0xff)
    }

    /// How often the word stands in headline and tags.
    pub(super) fn title(self) -> f32 {
        f32::from(self.0 >> 8 & 0xf)
    }

    /// Which label the term is; `None` for a word that the article has.
    pub(super) fn label(self) -> Option<Label> {
        match self.0 >> 12 {
            1 => Some(Label::Tag),
            2 => Some(Label::Section),
            3 => Some(Label::Author),
            _ if self.0 == NAME => Some(Label::Name),
            _ => None,
        }
    }
}

/// What receives an article's words, in order.
pub(super) trait TokenSink {
    /// A word; `capital` is known only within a sentence of mixed case.
    fn word(&mut self, word: Word<'_>, field: Field, capital: Option<bool>);
    /// The next word has no neighbour before it.
    fn gap(&mut self);
    /// A tag, the section or an author as a whole.
    fn label(&mut self, text: &str, label: Label);
}

/// Gives an article's fields to `sink`, word by word.
pub(super) fn analyze(article: &Article, sink: &mut dyn TokenSink) {
    let mut left = MOST_WORDS;
    give(&article.title, Field::Title, &mut left, sink);
    let body = &article.body;
    if body.is_empty() {
        give(&article.summary, Field::Text, &mut left, sink);
    } else {
        let body = plain(before_mark(at_most(body, MOST_HTML)));
        let excerpt = article.summary.chars().take(COMPARED);
        if !excerpt.eq(body.chars().take(COMPARED.min(article.summary.len()))) {
            give(&article.summary, Field::Text, &mut left, sink);
        }
        give(&body, Field::Text, &mut left, sink);
    }
    let mut labels = MOST_LABELS;
    let mut label = |text: &str, kind: Label, sink: &mut dyn TokenSink| {
        if !text.is_empty() && labels > 0 {
            labels -= 1;
            sink.label(text, kind);
        }
    };
    label(&article.section, Label::Section, sink);
    for tag in &article.tags {
        label(tag, Label::Tag, sink);
    }
    for author in &article.authors {
        label(&author.name, Label::Author, sink);
    }
    for tag in article.tags.iter().take(MOST_LABELS) {
        give(tag, Field::Tag, &mut left, sink);
    }
}

/// Gives the words of a text while there are words `left` to be read.
fn give(text: &str, field: Field, left: &mut usize, sink: &mut dyn TokenSink) {
    sink.gap();
    let text = &compatible(text);
    // Where most words are capitalised a capital says nothing.
    let telling = field == Field::Text || field == Field::Title && !is_title_case(text);
    let mut run = Run::default();
    words(text, &mut |word| {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let capital = word.written.chars().next().is_some_and(is_capital);
        sink.word(word, field, (telling && !word.opens).then_some(capital));
        if telling && capital {
            run.take(word, sink);
        }
    });
}

/// Whether most words of a headline are capitalised, as some papers write it.
fn is_title_case(text: &str) -> bool {
    let (mut capitals, mut all) = (0, 0);
    let mut opens = true;
    for (at, byte) in text.bytes().enumerate() {
        let blank = byte.is_ascii_whitespace();
        if opens && !blank {
            let first = text[at..].chars().next().unwrap_or(' ');
            if is_alphanumeric(first) && !first.is_ascii_digit() {
                all += 1;
                capitals += usize::from(is_capital(first));
            }
        }
        opens = blank;
    }
    capitals * 2 > all
}

pub(super) fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || !letter.is_ascii() && lower(letter) != letter
}
