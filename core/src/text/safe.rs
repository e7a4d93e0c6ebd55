//! An article's body, cut down to what may stand on a page.
//!
//! The one place that turns a feed's HTML into elements. It works by
//! allowlist: an element that is not named here leaves only its text, an
//! attribute that is not named here leaves nothing. The result is a tree of
//! plain values, built into the page node by node; no HTML is ever parsed by
//! the browser, so what Trusted Types or a content security policy forbid is
//! not needed.

use super::entities::decode;
use super::html::{Tag, Token, tokens};
use super::link::{key, resolve};
use super::scan;

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

/// The elements that may stand; `h1` becomes `h2`, since the headline is the
/// page's only `h1`.
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

/// Elements without content.
const VOID: [&str; 3] = ["br", "hr", "img"];

/// Elements that an opening tag of the same group ends.
const SIBLINGS: [&[&str]; 4] = [&["li"], &["dt", "dd"], &["tr"], &["td", "th"]];

/// Elements that may stand in a paragraph; any other ends it.
const PHRASING: [&str; 19] = [
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q",
    "s", "small", "strong", "sub", "sup",
];

/// How deep the result may nest; what is deeper stands at this depth.
const DEEPEST: usize = 24;

/// How many bytes of text count as one more node: laying them out takes the
/// browser about as long. So do a change of direction, a line of `pre` and the mark
/// before an item of a list.
const BYTES: usize = 160;

/// The most bytes of text in one block, whatever tags stand between its words: a
/// paragraph of 20,000 words. A longer one in Arabic letters takes the browser
/// more than twice as long for twice as much.
const LONGEST: usize = 128 << 10;

/// The most tags and texts that are read for each node that may be made: most
/// make one, an opening and a closing tag one together.
const TOKENS: usize = 4;

/// What may stand of some HTML.
#[derive(Debug, Default)]
pub struct Safe {
    /// All of it, or its beginning.
    pub nodes: Vec<Node>,
    /// How many there are, at every depth, and how much is in their texts: what the
    /// page has to do for them.
    pub count: usize,
    /// Whether there was more than is read.
    pub is_cut: bool,
}

/// The nodes of some untrusted HTML from a page at `base`; the first of them where
/// there are more than so many.
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

/// What is embedded from elsewhere, as a link to it: what the author calls it,
/// else where it is.
fn embed(name: &str, tag: Tag<'_>, base: &str) -> Option<Element> {
    let attribute = match name {
        "iframe" | "embed" | "video" | "audio" | "source" => "src",
        "object" => "data",
        _ => return None,
    };
    let url = resolve(base, &tag.attribute(attribute)?)?;
    let title = tag.attribute("title").unwrap_or_default();
    let mut text = title.trim_ascii().to_owned();
    if text.is_empty() {
        text = key(&url);
        text.truncate(scan::any(&text, b"/?"));
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

/// The tree while it is built: finished nodes, and the open elements.
#[derive(Default)]
struct Tree {
    top: Vec<Node>,
    open: Vec<Element>,
    /// See [`Safe::count`].
    count: usize,
    /// How many bytes of text there are in the block that is open.
    block: usize,
    /// Whether nothing but blanks is behind the last link to something embedded.
    is_behind_embed: bool,
}

impl Tree {
    fn push(&mut self, node: Node) {
        self.count += 1;
        self.put(node);
    }

    /// A text, as much of it as there is room for; whether that is not all.
    fn text(&mut self, text: &str, most: usize) -> bool {
        let begun = scan::at_most(text, LONGEST - self.block);
        let is_pre = self.open.iter().any(|open| open.name == "pre");
        let decoded = decode(begun);
        let (mut end, mut before) = (0, None);
        for (at, letter) in decoded.char_indices() {
            let leftwards = is_leftwards(letter);
            let turns = leftwards
                .zip(before)
                .is_some_and(|(now, before)| now != before);
            if turns || letter == '\n' && is_pre || at - end >= BYTES {
                self.count += 1;
                end = at;
            }
            before = leftwards.or(before);
            if self.count >= most {
                self.push(Node::Text(decoded[..at].to_owned()));
                return true;
            }
        }
        self.block += begun.len();
        self.push(Node::Text(decoded.into_owned()));
        begun.len() < text.len()
    }

    /// Comes to the beginning or the end of an element.
    fn pass(&mut self, name: &str) {
        self.is_behind_embed = false;
        if !PHRASING.contains(&name) {
            self.block = 0;
        }
    }

    fn put(&mut self, node: Node) {
        match &node {
            Node::Text(text) => self.is_behind_embed &= text.trim().is_empty(),
            Node::Element(element) => self.pass(element.name),
        }
        match self.open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => self.top.push(node),
        }
    }

    /// A link to something embedded; a film that comes in several formats is
    /// linked once.
    fn embed(&mut self, link: Element) {
        if !self.is_behind_embed {
            // With its text.
            self.count += 1;
            self.push(Node::Element(link));
            self.is_behind_embed = true;
        }
    }

    fn open(&mut self, name: &'static str, tag: Tag<'_>, base: &str) {
        if !PHRASING.contains(&name) && self.open.iter().any(|e| e.name == "p") {
            self.close("p");
        }
        if let Some(group) = SIBLINGS.iter().find(|group| group.contains(&name)) {
            self.close_sibling(group);
        }
        let Some(attributes) = attributes(name, tag, base) else {
            return;
        };
        let element = Element {
            name,
            attributes,
            children: Vec::new(),
        };
        if VOID.contains(&name) {
            self.push(Node::Element(element));
        } else if self.open.len() < DEEPEST {
            self.count += 1 + usize::from(name == "li");
            self.pass(name);
            self.open.push(element);
        }
    }

    /// Ends the open element of a group, unless a list or a table of its own
    /// stands between.
    fn close_sibling(&mut self, group: &[&str]) {
        let fence = |name: &str| ["ul", "ol", "dl", "table"].contains(&name);
        let found = self
            .open
            .iter()
            .rev()
            .take_while(|e| !fence(e.name))
            .find(|e| group.contains(&e.name));
        if let Some(name) = found.map(|element| element.name) {
            self.close(name);
        }
    }

    /// Ends the innermost open element of that name and all inside it; a tag
    /// that closes nothing is passed over.
    fn close(&mut self, name: &str) {
        if !self.open.iter().any(|element| element.name == name) {
            return;
        }
        while let Some(element) = self.open.pop() {
            let done = element.name == name;
            self.put(Node::Element(element));
            if done {
                return;
            }
        }
    }

    fn finish(mut self) -> Vec<Node> {
        while let Some(element) = self.open.pop() {
            self.put(Node::Element(element));
        }
        self.top
    }
}

/// Whether a letter is written from right to left, or turns the text; `None` for
/// blanks and signs, which go with the letters beside them.
fn is_leftwards(letter: char) -> Option<bool> {
    match letter {
        '\u{590}'..='\u{8ff}'
        | '\u{200e}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => Some(true),
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{aa}'.. => Some(false),
        _ => None,
    }
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
            kept.push(("alt", tag.attribute("alt").unwrap_or_default().into_owned()));
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
        _ => {}
    }
    Some(kept)
}

#[cfg(test)]
mod tests;
