//! An article to numbers: which words and labels it has, and how often.

use crate::article::Article;
use crate::text::alphanumeric::is_alphanumeric;
use crate::text::fold::lower;
use crate::text::plain::plain;
use crate::text::words::{Word, words};

/// Words of one article that are read, small words included: a book that came
/// as a feed's item must not outweigh the feed. The labelled texts are shorter,
/// so what a longer cut would give is not known.
pub const WORDS: usize = 600;
/// Bytes of an article's HTML that are looked at for those words.
const HTML: usize = 1 << 17;
/// Labels (tags, section, authors) of one article that are read.
const LABELS: usize = 32;
/// Letters of a summary that are looked for at the start of the body: an
/// excerpt repeats them, a standfirst says something else.
const EXCERPT: usize = 24;

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    Text,
    /// A word of a tag, which counts as one of the headline.
    Tag,
}

/// What an article says as one term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Label {
    Tag = 1,
    Section = 2,
    Author = 3,
}

/// How often a word stands where, in 16 bits: text 8, title 4, label 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count(u16);

impl Count {
    pub(super) fn label(label: Label) -> Self {
        Self((label as u16) << 12)
    }

    pub(super) fn add(&mut self, place: Place) {
        match place {
            Place::Text if self.0 & 0xff < 0xff => self.0 += 1,
            Place::Title | Place::Tag if self.0 & 0xf00 < 0xf00 => self.0 += 0x100,
            _ => {}
        }
    }

    pub(super) fn text(self) -> f32 {
        f32::from(self.0 & 0xff)
    }

    pub(super) fn title(self) -> f32 {
        f32::from(self.0 >> 8 & 0xf)
    }

    /// 0 for a word, else the number of a [`Label`].
    pub(super) fn kind(self) -> usize {
        usize::from(self.0 >> 12)
    }
}

/// What receives an article's words, in order.
pub(super) trait Sink {
    /// A word; `capital` is known only within a sentence of mixed case.
    fn word(&mut self, word: Word<'_>, place: Place, capital: Option<bool>);
    /// The next word has no neighbour before it.
    fn gap(&mut self);
    /// A tag, the section or an author as a whole.
    fn label(&mut self, text: &str, label: Label);
}

/// Reads an article's fields into `sink`.
pub(super) fn read(article: &Article, sink: &mut dyn Sink) {
    let mut left = WORDS;
    field(&article.title, Place::Title, &mut left, sink);
    let body = &article.body;
    if body.is_empty() {
        field(&article.summary, Place::Text, &mut left, sink);
    } else {
        let cut = (0..=HTML.min(body.len()))
            .rev()
            .find(|&n| body.is_char_boundary(n));
        let body = plain(&body[..cut.unwrap_or_default()]);
        let excerpt = article.summary.chars().take(EXCERPT);
        if !excerpt.eq(body.chars().take(EXCERPT.min(article.summary.len()))) {
            field(&article.summary, Place::Text, &mut left, sink);
        }
        field(&body, Place::Text, &mut left, sink);
    }
    let mut labels = LABELS;
    let mut label = |text: &str, kind: Label, sink: &mut dyn Sink| {
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
    for tag in article.tags.iter().take(LABELS) {
        field(tag, Place::Tag, &mut left, sink);
    }
}

fn field(text: &str, place: Place, left: &mut usize, sink: &mut dyn Sink) {
    sink.gap();
    // Where most words are capitalised a capital says nothing.
    let telling = place == Place::Text || place == Place::Title && !is_title_case(text);
    words(text, &mut |word| {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let capital =
            (telling && !word.opens).then(|| word.written.chars().next().is_some_and(is_capital));
        sink.word(word, place, capital);
    });
}

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

fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || !letter.is_ascii() && lower(letter) != letter
}
