//! Sanitizing: an article's body, cut down to what may stand on a page.
//!
//! This is the one place that turns a feed's HTML into elements, and it works by
//! allowlist. An element that is not named here leaves only its text. An attribute that
//! is not named here leaves nothing. The result is a tree of plain values, which is
//! built into the page node by node. The browser never parses a feed's HTML, so nothing
//! is done that Trusted Types or a content security policy forbid.

mod tree;

use super::html::{Tag, Token, tokens};
use super::link::{key, resolve};
use super::plain::folded;
use super::split::until;
use tree::Tree;

/// A node that may stand on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Text, to be set as text.
    Text(String),
    /// An element of [`ELEMENTS`].
    Element(Element),
}

/// An element that may stand on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Its name, one of [`ELEMENTS`].
    pub name: &'static str,
    /// Its attributes, addresses already absolute and http or https.
    pub attributes: Vec<(&'static str, String)>,
    /// What it contains.
    pub children: Vec<Node>,
}

/// The elements that may stand. `h1` becomes `h2`, since the headline is the page's
/// only `h1`.
pub const ELEMENTS: [&str; 44] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// The most tags and texts that are read for each node that may be made: most
/// make one, an opening and a closing tag one together.
const TOKENS: usize = 4;

/// What may stand of some HTML.
#[derive(Debug, Default)]
pub struct Safe {
    /// All of it, or its beginning.
    pub nodes: Vec<Node>,
    /// The work that they are for the page: how many there are at every depth, and how
    /// much is in their texts.
    pub count: usize,
    /// Whether there was more than is read.
    pub is_cut: bool,
}

/// The nodes of some untrusted HTML from a page at `base`, as many as are `most` work
/// for the page.
#[must_use]
pub fn safe(html: &str, base: &str, most: usize) -> Safe {
    let mut tree = Tree::default();
    let mut is_cut = false;
    for (read, token) in tokens(html).enumerate() {
        if tree.count >= most || read == TOKENS * most {
            is_cut = true;
            break;
        }
        match token {
            Token::Text(text) => is_cut |= tree.text(text, most),
            Token::Open(name, tag) => {
                if let Some(link) = embed(&name, tag, base) {
                    tree.embed(link);
                } else if let Some(name) = allowed(&name) {
                    tree.open(name, tag, base);
                }
            }
            Token::Close(name, _) => {
                if let Some(name) = allowed(&name) {
                    tree.close(name);
                }
            }
        }
    }
    Safe {
        count: tree.count,
        nodes: tree.finish(),
        is_cut,
    }
}

/// A link in place of something that is embedded from elsewhere. Its text is the
/// author's title, else the host.
fn embed(name: &str, tag: Tag<'_>, base: &str) -> Option<Element> {
    let attribute = match name {
        "iframe" | "embed" | "video" | "audio" | "source" => "src",
        "object" => "data",
        _ => return None,
    };
    let url = resolve(base, &tag.attribute(attribute)?)?;
    let mut text = folded(&tag.attribute("title").unwrap_or_default());
    if text.is_empty() {
        text = folded(until(&key(&url), &['/', '?']));
    }
    Some(Element {
        name: "a",
        attributes: vec![("href", url), ("class", "embed".to_owned())],
        children: vec![Node::Text(text)],
    })
}

fn allowed(name: &str) -> Option<&'static str> {
    match name {
        "h1" => Some("h2"),
        _ => ELEMENTS.iter().find(|&&other| other == name).copied(),
    }
}

/// A whole number, as the place of an item in a list is one.
fn whole(tag: &Tag<'_>, attribute: &str) -> Option<String> {
    let value = tag.attribute(attribute)?;
    value.trim().parse::<i16>().ok().map(|n| n.to_string())
}

/// The attributes that may stand, or `None` where the element is nothing
/// without one that is missing.
fn attributes(name: &'static str, tag: Tag<'_>, base: &str) -> Option<Vec<(&'static str, String)>> {
    let address = |attribute| {
        tag.attribute(attribute)
            .and_then(|value| resolve(base, &value))
    };
    let span = |attribute| {
        let value = tag.attribute(attribute)?;
        (value.len() <= 2 && value.parse::<u8>().is_ok_and(|n| n > 1)).then(|| value.into_owned())
    };
    let mut kept = Vec::new();
    match name {
        "a" => kept.extend(address("href").map(|url| ("href", url))),
        "img" => {
            kept.push(("src", address("src")?));
            kept.push(("alt", folded(&tag.attribute("alt").unwrap_or_default())));
            kept.push(("loading", "lazy".to_owned()));
            // With them its place is held before it comes.
            for name in ["width", "height"] {
                let value = tag.attribute(name).unwrap_or_default();
                if (1..=4).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit()) {
                    kept.push((name, value.into_owned()));
                }
            }
        }
        "td" | "th" => {
            kept.extend(span("colspan").map(|n| ("colspan", n)));
            kept.extend(span("rowspan").map(|n| ("rowspan", n)));
        }
        // Where the numbers of a list begin, and go on.
        "ol" => {
            kept.extend(whole(&tag, "start").map(|n| ("start", n)));
            kept.extend(
                tag.attribute("reversed")
                    .map(|_| ("reversed", String::new())),
            );
        }
        "li" => kept.extend(whole(&tag, "value").map(|n| ("value", n))),
        _ => {}
    }
    Some(kept)
}

#[cfg(test)]
mod tests;
