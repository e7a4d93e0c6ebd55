//! XML cut into tags and text (XML 1.0, 2.4 to 2.8 and 3.1).
//!
//! Where a tag begins and ends is what HTML's tokens ask too; what XML has
//! beside that is CDATA sections, and a document type with declarations in it.

use crate::text::html::{next_markup, tag_end};

/// A tag, or a text between two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// `<name …>` or `<name …/>`: what is between the angle brackets.
    Start { inside: &'a str, empty: bool },
    /// `</name>`: its name.
    End(&'a str),
    /// Text between tags, references not yet resolved.
    Text(&'a str),
    /// The text of a CDATA section, in which there are no references.
    Literal(&'a str),
    /// `<!DOCTYPE …>`: all of it.
    DocumentType(&'a str),
}

/// The tokens of a document, in order, without its comments and processing
/// instructions. They end before a construct that is not closed.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

/// Cuts XML into its tokens.
pub(super) fn tokens(text: &str) -> Tokens<'_> {
    Tokens { rest: text }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            // A `<` that begins nothing is text, as in HTML.
            let markup = next_markup(self.rest).unwrap_or(self.rest.len());
            if markup > 0 {
                return Some(Token::Text(self.take(markup)));
            }
            if self.rest.starts_with("<!--") {
                self.take_past("<!--", "-->")?;
            } else if self.rest.starts_with("<?") {
                self.take_past("<?", "?>")?;
            } else if self.rest.starts_with(CDATA) {
                return self.take_past(CDATA, "]]>").map(Token::Literal);
            } else if self.rest.starts_with("<!") {
                return self.document_type();
            } else {
                return self.tag();
            }
        }
    }
}

const CDATA: &str = "<![CDATA[";

impl<'a> Tokens<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// What is between `start`, which comes next, and `end`; nothing is left
    /// where that is missing.
    fn take_past(&mut self, start: &str, end: &str) -> Option<&'a str> {
        let split = self.rest[start.len()..].split_once(end);
        self.rest = split.map_or("", |(_, rest)| rest);
        split.map(|(inside, _)| inside)
    }

    fn tag(&mut self) -> Option<Token<'a>> {
        let tag = self.take(tag_end(self.rest.as_bytes(), 1));
        let inside = tag[1..].strip_suffix('>')?;
        Some(match (inside.strip_prefix('/'), inside.strip_suffix('/')) {
            (Some(name), _) => Token::End(name.trim_ascii()),
            (None, Some(inside)) => Token::Start {
                inside,
                empty: true,
            },
            (None, None) => Token::Start {
                inside,
                empty: false,
            },
        })
    }

    /// With declarations it ends at the bracket behind them, else at the first
    /// angle bracket.
    fn document_type(&mut self) -> Option<Token<'a>> {
        let mut end = self.rest.find('>')?;
        if self.rest[..end].contains('[') {
            let closes = |at: usize| self.rest[at + 1..].trim_ascii_start().starts_with('>');
            let bracket = self
                .rest
                .match_indices(']')
                .map(|(at, _)| at)
                .find(|&at| closes(at))?;
            end = bracket + self.rest[bracket..].find('>')?;
        }
        Some(Token::DocumentType(self.take(end + 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    fn start(inside: &str) -> Token<'_> {
        Token::Start {
            inside,
            empty: false,
        }
    }

    #[test]
    fn every_token() {
        let text = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a '>'> ] ><!-- <x> -->\
                    <r a='>'>1 < 2<![CDATA[<&]]><b c=\"d\" /></r >";
        let all: Vec<_> = tokens(text).collect();
        assert_eq!(
            all,
            [
                Token::DocumentType("<!DOCTYPE r [<!ENTITY a '>'> ] >"),
                start("r a='>'"),
                Token::Text("1 < 2"),
                Token::Literal("<&"),
                Token::Start {
                    inside: "b c=\"d\" ",
                    empty: true
                },
                Token::End("r"),
            ]
        );
    }

    #[test]
    fn what_is_not_closed_ends_it() {
        for text in [
            "a<!-- b",
            "a<![CDATA[ b",
            "a<?b",
            "a<!DOCTYPE [ <x>",
            "a<b c='> ",
            "a</b",
        ] {
            let all: Vec<_> = tokens(text).collect();
            assert_eq!(all, [Token::Text("a")], "{text}");
        }
    }
}
