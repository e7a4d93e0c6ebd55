//! Notes of a reader on what it passed over, for those who look after the feed.

use super::Feed;
use crate::WHOLE;
use crate::text::number::decimal;
use std::fmt;

/// The most notes that one feed keeps. Fewer are enough for a feed that is wrong
/// throughout.
const MOST: usize = 100;

/// Something that was dropped, or that stopped the reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The item's place in the feed, from 1; 0 where it is the whole feed.
    pub item: usize,
    /// What is the matter.
    pub what: What,
    /// The beginning of what it is about, plain; empty where there is nothing to show.
    pub quote: String,
}

/// What is the matter with an item or with the whole feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It is no object, so no item.
    NoItem,
    /// It has neither headline nor link.
    Nameless,
    /// It has the link of an earlier item, or its identifier where there is no link.
    Double,
    /// This field cannot be used: of the wrong type, no date, no web address.
    Field(&'static str),
    /// It has no headline; its text or its address stands in.
    NoHeadline,
    /// It asks for a password: its text was left out.
    Locked,
    /// It has more bytes than are read.
    Large,
    /// It has more items than are read.
    Many,
    /// It nests deeper than is read.
    Deep,
    /// It has more values or elements than are read.
    Heavy,
    /// The body ends before the document does.
    CutShort,
    /// It is not UTF-8, as it should be; it was read as windows-1252.
    Charset,
    /// It declares entities of its own, which are not expanded.
    Entities,
    /// Something else stands around it: the note has how that begins.
    Around,
    /// It is JSON only if a control character or a backslash in a text, a comma too many or
    /// a comment is let pass.
    Lenient,
}

impl What {
    /// Whether an item was lost, and not only a field.
    #[must_use]
    pub fn drops(self) -> bool {
        matches!(self, Self::NoItem | Self::Nameless | Self::Double)
    }
}

impl Note {
    /// The note in words, for the publisher. It stands beside `Display`, since
    /// formatting is weight that the browser is spared.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = String::new();
        if self.item > 0 {
            words = ["item ", &decimal(self.item), ": "].concat();
        }
        let what = match self.what {
            What::NoItem
            | What::Nameless
            | What::Double
            | What::Field(_)
            | What::NoHeadline
            | What::Locked
            | What::Around
            | What::Lenient
                if !WHOLE =>
            {
                ""
            }
            What::NoItem => "dropped, it is no object",
            What::Nameless => "dropped, it has neither title nor link",
            What::Double => "dropped, it has the link of an earlier item",
            What::Field(name) => {
                words.push_str(name);
                " is not usable and was left out"
            }
            What::NoHeadline => "has no title",
            What::Locked => "asks for a password, its text was left out",
            What::Large => "larger than 5 MB; what is beyond was not read",
            What::Many => "more than 10,000 items; what is beyond was not read",
            What::Deep => "nested deeper than 64 levels; not read from there on",
            What::Heavy => "more than 500,000 values; what is beyond was not read",
            What::CutShort => "ends too early; what came before was read",
            What::Charset => "not UTF-8, and no other charset is declared; read as windows-1252",
            What::Entities => "declares entities of its own, which are not expanded",
            What::Around => "something else stands around the feed and was passed over",
            What::Lenient => {
                "no JSON: a line break or a backslash in a text, a comma too many, or a comment; read all the same"
            }
        };
        words.push_str(what);
        if WHOLE && !self.quote.is_empty() {
            words.push_str(": \"");
            words.push_str(&self.quote);
            words.push('"');
        }
        words
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

impl Feed {
    /// Notes something of an item, or of the whole feed where `item` is 0, while
    /// there is room.
    pub(crate) fn note(&mut self, item: usize, what: What) {
        if self.notes.len() < MOST {
            self.notes.push(Note {
                item,
                what,
                quote: String::new(),
            });
        }
    }

    /// Notes something of the whole feed, with how that begins.
    pub(crate) fn note_quoting(&mut self, what: What, quote: String) {
        self.notes.push(Note {
            item: 0,
            what,
            quote,
        });
    }

    /// The notes that concern the whole feed, not one item.
    pub fn limits(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(|note| note.item == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
    fn notes_say_which_item_and_which_limit() {
        let said = |item, what| {
            let quote = String::new();
            Note { item, what, quote }.to_string()
        };
        assert_eq!(
            said(3, What::Field("date_published")),
            "item 3: date_published is not usable and was left out"
        );
        assert!(said(0, What::Large).contains("5 MB"));
    }
}
