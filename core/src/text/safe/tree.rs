//! The tree of an article's body while it is built, and what its size costs a page.

use super::{Element, Node, attributes};
use crate::text::entities::decode;
use crate::text::html::Tag;
use crate::text::plain::without_controls;
use crate::text::split::at_most;

/// Elements without content.
const VOID: [&str; 3] = ["br", "hr", "img"];

/// Elements that an opening tag of the same group ends.
const SIBLINGS: [&[&str]; 5] = [
    &["li"],
    &["dt", "dd"],
    &["caption", "thead", "tbody"],
    &["tr"],
    &["td", "th"],
];

/// Elements that may stand in a paragraph; any other ends it.
const PHRASING: [&str; 19] = [
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q",
    "s", "small", "strong", "sub", "sup",
];

/// Elements that stand in a table alone.
const TABLE_PARTS: [&str; 6] = ["caption", "thead", "tbody", "tr", "td", "th"];

const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];

/// How deep the result may nest; what is deeper stands at this depth.
pub(super) const DEEPEST: usize = 24;

/// How many bytes of text count as one more node: laying them out takes the
/// browser about as long. So do a change of direction, a line of `pre` and the mark
/// before an item of a list.
pub(super) const BYTES: usize = 160;

/// The most bytes of text in one block, whatever tags stand between its words: a
/// paragraph of 20,000 words. A longer one in Arabic letters takes the browser
/// more than twice as long for twice as much.
pub(super) const LONGEST: usize = 128 << 10;

/// The tree while it is built: finished nodes, and the open elements.
#[derive(Default)]
pub(super) struct Tree {
    top: Vec<Node>,
    open: Vec<Element>,
    /// See [`Safe::count`](super::Safe::count).
    pub(super) count: usize,
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
    pub(super) fn text(&mut self, text: &str, most: usize) -> bool {
        let begun = at_most(text, LONGEST - self.block);
        let is_pre = self.open.iter().any(|open| open.name == "pre");
        let decoded = without_controls(decode(begun));
        if !decoded.trim_ascii().is_empty() {
            self.fit("");
        }
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
    pub(super) fn embed(&mut self, link: Element) {
        if !self.is_behind_embed {
            self.close("a");
            self.fit("a");
            // With its text.
            self.count += 1;
            self.push(Node::Element(link));
            self.is_behind_embed = true;
        }
    }

    pub(super) fn open(&mut self, name: &'static str, tag: Tag<'_>, base: &str) {
        if !PHRASING.contains(&name) && self.open.iter().any(|e| e.name == "p") {
            self.close("p");
        }
        if let Some(group) = SIBLINGS.iter().find(|group| group.contains(&name)) {
            self.close_sibling(group);
        }
        // No link stands in a link, and no heading right in a heading.
        let parent = self.parent();
        if name == "a" || HEADINGS.contains(&name) && HEADINGS.contains(&parent) {
            self.close(if name == "a" { name } else { parent });
        }
        let Some(attributes) = attributes(name, tag, base) else {
            return;
        };
        if !self.fit(name) {
            return;
        }
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

    /// The innermost open element; empty for none.
    fn parent(&self) -> &'static str {
        self.open.last().map_or("", |element| element.name)
    }

    /// Makes ready for an element, or for a text without a name, what it stands in within
    /// a table, as a browser's parser does (HTML Standard, 13.2.6.4.9 and behind): written
    /// as HTML and read again, it is the same tree. Gives back whether it may stand: a
    /// part of a table stands in none else.
    fn fit(&mut self, name: &str) -> bool {
        let is_part = TABLE_PARTS.contains(&name);
        if is_part && !self.open.iter().any(|element| element.name == "table") {
            return false;
        }
        loop {
            let around = match (self.parent(), name) {
                ("table", "caption" | "thead" | "tbody")
                | ("thead" | "tbody", "tr")
                | ("tr", "td" | "th") => return true,
                ("table", _) => "tbody",
                ("thead" | "tbody", _) => "tr",
                ("tr", _) => "td",
                (inside, _) if is_part => {
                    self.close(inside);
                    continue;
                }
                _ => return true,
            };
            self.count += 1;
            self.open.push(Element {
                name: around,
                attributes: Vec::new(),
                children: Vec::new(),
            });
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
    pub(super) fn close(&mut self, name: &str) {
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

    pub(super) fn finish(mut self) -> Vec<Node> {
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
