//! A tokenizer of HTML, as far as reading an article needs it.
//!
//! It finds where tags begin and end as the HTML Standard's does (13.2.5). It passes
//! over comments and over elements whose text is no prose. It builds no tree, and never
//! fails.

use super::entities::decode;
use super::split::{until, without_last};
use std::borrow::Cow;

/// A tag, or a text between two.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'a> {
    /// Text between tags, references not yet resolved.
    Text(&'a str),
    /// `<name …>`, its name in lower case.
    Open(String, Tag<'a>),
    /// `</name>`, its name in lower case.
    Close(String, Tag<'a>),
}

/// A tag as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tag<'a> {
    /// The whole tag, angle brackets included.
    pub raw: &'a str,
    attributes: &'a str,
}

/// Elements that are passed over with their content, which is no prose of the page.
const NOT_PROSE: [&str; 10] = [
    "script", "style", "template", "noscript", "iframe", "textarea", "xmp", "noembed", "noframes",
    "svg",
];

/// The characters that end the name of a tag.
const NAME_END: [char; 7] = [' ', '\t', '\n', '\r', '\x0c', '/', '>'];

/// The tokens of some HTML, in order.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    rest: &'a str,
}

/// Cuts HTML into its tokens.
#[must_use]
pub fn tokens(html: &str) -> Tokens<'_> {
    Tokens { rest: html }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(at) = next_markup(self.rest) else {
                return Some(Token::Text(std::mem::take(&mut self.rest)));
            };
            if at > 0 {
                let (text, rest) = self.rest.split_at(at);
                self.rest = rest;
                return Some(Token::Text(text));
            }
            if matches!(self.rest.as_bytes().get(1), Some(b'!' | b'?')) {
                self.skip_comment();
                continue;
            }
            let token = self.tag();
            if let Token::Open(name, _) = &token
                && NOT_PROSE.contains(&name.as_str())
            {
                self.skip_past_end_of(name);
                // A frame shows what is at its address, not what is between its tags.
                if name == "iframe" {
                    return Some(token);
                }
                continue;
            }
            return Some(token);
        }
    }
}

impl<'a> Tokens<'a> {
    /// How many bytes are left behind the last token.
    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }

    fn skip_comment(&mut self) {
        let comment = self.rest.strip_prefix("<!--");
        let inside = comment.unwrap_or(self.rest);
        self.rest = "";
        for (at, _) in inside.match_indices('>') {
            if comment.is_none() || inside[..at].ends_with("--") {
                self.rest = &inside[at + 1..];
                return;
            }
        }
    }

    fn tag(&mut self) -> Token<'a> {
        let closing = self.rest[1..].starts_with('/');
        let start = if closing { 2 } else { 1 };
        let name_end = start + until(&self.rest[start..], &NAME_END).len();
        let end = tag_end(self.rest.as_bytes(), name_end);
        let name = self.rest[start..name_end].to_ascii_lowercase();
        let raw = &self.rest[..end];
        let attributes = without_last(&raw[name_end..], b'>');
        self.rest = &self.rest[end..];
        let tag = Tag { raw, attributes };
        if closing {
            Token::Close(name, tag)
        } else {
            Token::Open(name, tag)
        }
    }

    /// Moves behind `</name>`, or to the end where that is missing. An element that is
    /// not closed costs one pass and no copy.
    fn skip_past_end_of(&mut self, name: &str) {
        let bytes = self.rest.as_bytes();
        for (at, _) in self.rest.match_indices('<') {
            let Some(rest) = self.rest[at..].strip_prefix("</") else {
                continue;
            };
            let named = rest.as_bytes().get(..name.len());
            if named.is_some_and(|named| named.eq_ignore_ascii_case(name.as_bytes())) {
                self.rest = &self.rest[tag_end(bytes, at + 2 + name.len())..];
                return;
            }
        }
        self.rest = "";
    }
}

/// Where the next tag or comment begins. A `<` that begins neither is text.
pub(crate) fn next_markup(html: &str) -> Option<usize> {
    let bytes = html.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    (0..bytes.len()).find(|&at| {
        bytes[at] == b'<'
            && match bytes.get(at + 1) {
                Some(b'!' | b'?') => true,
                Some(b'/') => letter(at + 2),
                _ => letter(at + 1),
            }
    })
}

/// The index behind the `>` that closes a tag whose name ends at `from`. Those within a
/// quoted value close nothing.
pub(crate) fn tag_end(bytes: &[u8], from: usize) -> usize {
    let mut quote = None;
    let mut before_value = false;
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if before_value => quote = Some(byte),
            // Inside quotes, or a byte of a name or of an unquoted value.
            _ => {}
        }
        before_value = byte == b'=' || (before_value && byte.is_ascii_whitespace());
    }
    bytes.len()
}

impl<'a> Tag<'a> {
    /// The tag that has `inside` between its angle brackets. Readers of XML and of a
    /// page's head cut tags out themselves.
    #[must_use]
    pub fn inside(inside: &'a str) -> Self {
        let name_end = inside
            .find(|c: char| c.is_ascii_whitespace() || c == '/')
            .unwrap_or(inside.len());
        Self {
            raw: inside,
            attributes: &inside[name_end..],
        }
    }

    /// What follows the name, up to the closing angle bracket.
    #[must_use]
    pub fn rest(&self) -> &'a str {
        self.attributes
    }

    /// The value of an attribute, its references resolved; the first counts
    /// where it stands twice.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes()
            .find(|(this, _)| this.eq_ignore_ascii_case(name))
            .map(|(_, value)| decode(value))
    }

    /// Names and values as they were written, references not yet resolved.
    #[must_use]
    pub fn attributes(&self) -> Attributes<'a> {
        Attributes {
            rest: self.attributes,
        }
    }
}

/// The attributes of a tag, in order.
#[derive(Clone, Debug)]
pub struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self
            .rest
            .trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .char_indices()
            .skip(1)
            .find(|&(_, c)| c.is_ascii_whitespace() || c == '/' || c == '=')
            .map_or(rest.len(), |(at, _)| at);
        let (name, after) = rest.split_at(end);
        let (value, after) = value(after);
        self.rest = after;
        Some((name, value))
    }
}

/// The attribute's value at the start of `text`, and what follows.
fn value(text: &str) -> (&str, &str) {
    let Some(text) = text.trim_ascii_start().strip_prefix('=') else {
        return ("", text);
    };
    let text = text.trim_ascii_start();
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text
        .find(|c: char| c.is_ascii_whitespace())
        .unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests;
