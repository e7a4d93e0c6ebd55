//! XML into a tree that is easy to ask, as far as feeds need it.
//!
//! Feeds are often not well-formed: a tag that is never closed, a stray `&`,
//! HTML's entities without a declaration. So end tags close what they find,
//! and where the document cannot be read on, the tree holds what came before.
//! No entity is expanded but XML's and HTML's own, and nothing is fetched: the
//! document type is passed over. Written here because the smallest crate,
//! quick-xml, costs the program that reads it four kilobytes more.

mod pieces;

use super::note::What;
use super::{DEEPEST, MOST_VALUES};
use crate::text::entities::decode;
use crate::text::html::Tag;
use crate::text::link::resolve;
use pieces::{Piece, pieces};
use std::borrow::Cow;

/// The vocabularies that feeds are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// The format's own: that of the root element, RSS, or none.
    Own,
    Atom,
    Content,
    Dc,
    Itunes,
    Media,
    Other,
    Rdf,
    Terms,
    Xhtml,
}

/// What a namespace's name contains, in lower case; the first that fits counts.
/// Feeds write these names in many ways.
const SPACES: [(&str, Space); 12] = [
    ("mrss", Space::Media),
    ("modules/content", Space::Content),
    ("modules/", Space::Other),
    ("dc/elements", Space::Dc),
    ("dc/terms", Space::Terms),
    ("itunes", Space::Itunes),
    ("1999/xhtml", Space::Xhtml),
    ("rdf-syntax", Space::Rdf),
    ("2005/atom", Space::Atom),
    ("atom/ns", Space::Atom),
    ("rss", Space::Own),
    ("netscape", Space::Own),
];

/// What a prefix means that no element declares.
const PREFIXES: [(&str, Space); 8] = [
    ("atom", Space::Atom),
    ("content", Space::Content),
    ("dc", Space::Dc),
    ("dcterms", Space::Terms),
    ("itunes", Space::Itunes),
    ("media", Space::Media),
    ("rdf", Space::Rdf),
    ("xhtml", Space::Xhtml),
];

/// Declared prefixes that are known at once: each name is looked for among all
/// of them, and no feed has a tenth as many.
const MOST_SCOPES: usize = 256;

/// A document as far as it could be read.
pub(super) struct Document<'a> {
    pub(super) root: Element<'a>,
    /// What ended the reading before the end.
    pub(super) stop: Option<What>,
    /// Whether it declares entities.
    pub(super) entities: bool,
}

/// An element.
pub(super) struct Element<'a> {
    pub(super) space: Space,
    /// Its name without the prefix.
    pub(super) name: &'a str,
    tag: Tag<'a>,
    nodes: Vec<Node<'a>>,
    /// Whether the document ends within it.
    pub(super) cut: bool,
}

enum Node<'a> {
    Text(Cow<'a, str>),
    Element(Element<'a>),
}

/// Reads a document; `None` where there is no element in it.
pub(super) fn read(text: &str) -> Option<Document<'_>> {
    let mut tree = Tree::default();
    let mut pieces = pieces(text);
    let mut entities = false;
    let mut stop = None;
    while tree.root.is_none() && stop.is_none() {
        match pieces.next() {
            Some(Piece::Start { inside, empty }) => stop = tree.start(inside, empty),
            Some(Piece::End(name)) => tree.end(name),
            Some(Piece::Text(text)) => tree.text(decode(text)),
            Some(Piece::Literal(text)) => tree.text(Cow::Borrowed(text)),
            Some(Piece::DocumentType(inside)) => entities = inside.contains("<!ENTITY"),
            None => stop = Some(What::CutShort),
        }
    }
    tree.close_all();
    Some(Document {
        root: tree.root?,
        stop,
        entities,
    })
}

/// The tree while it is built: the open elements, outermost first.
#[derive(Default)]
struct Tree<'a> {
    open: Vec<Element<'a>>,
    root: Option<Element<'a>>,
    /// Declared prefixes, and at what depth they were.
    scopes: Vec<(usize, &'a str, Space)>,
    /// The namespace of the root.
    own: &'a str,
    count: usize,
}

impl<'a> Tree<'a> {
    fn start(&mut self, inside: &'a str, empty: bool) -> Option<What> {
        if self.open.len() == DEEPEST {
            return Some(What::Deep);
        }
        self.count += 1;
        if self.count == MOST_VALUES {
            return Some(What::Heavy);
        }
        let tag = Tag::inside(inside);
        let end = inside
            .find(|c: char| c.is_ascii_whitespace() || c == '/')
            .unwrap_or(inside.len());
        let name = &inside[..end];
        let (prefix, name) = name.split_once(':').unwrap_or(("", name));
        if inside.contains("xmlns") {
            self.declare(tag, prefix);
        }
        self.open.push(Element {
            space: self.space(prefix),
            name,
            tag,
            nodes: Vec::new(),
            cut: false,
        });
        if empty {
            self.close();
        }
        None
    }

    fn declare(&mut self, tag: Tag<'a>, prefix: &str) {
        let depth = self.open.len();
        let declared = tag.attributes().filter_map(|(attribute, value)| {
            let name = attribute.strip_prefix("xmlns")?;
            Some((name.strip_prefix(':').unwrap_or(name), value.trim()))
        });
        if depth == 0 {
            let own = declared.clone().find(|(name, _)| *name == prefix);
            // In RDF the root is only the envelope.
            self.own = own
                .map(|(_, value)| value)
                .filter(|value| Space::of(value) != Space::Rdf)
                .unwrap_or_default();
        }
        let room = MOST_SCOPES - self.scopes.len();
        for (name, value) in declared.take(room) {
            let space = if value == self.own {
                Space::Own
            } else {
                Space::of(value)
            };
            self.scopes.push((depth, name, space));
        }
    }

    fn space(&self, prefix: &str) -> Space {
        let declared = self.scopes.iter().rev().find(|scope| scope.1 == prefix);
        match declared {
            Some(scope) => scope.2,
            None if prefix.is_empty() => Space::Own,
            None => PREFIXES
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(prefix))
                .map_or(Space::Other, |(_, space)| *space),
        }
    }

    /// Closes the innermost element of this name and what is open within it;
    /// an end tag that closes nothing is passed over.
    fn end(&mut self, name: &str) {
        let name = name.rsplit(':').next().unwrap_or_default().trim_ascii();
        if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            while self.open.len() > at {
                self.close();
            }
        }
    }

    fn close(&mut self) {
        let Some(element) = self.open.pop() else {
            return;
        };
        let depth = self.open.len();
        while self.scopes.last().is_some_and(|scope| scope.0 >= depth) {
            self.scopes.pop();
        }
        match self.open.last_mut() {
            Some(parent) => parent.nodes.push(Node::Element(element)),
            None => self.root = Some(element),
        }
    }

    fn close_all(&mut self) {
        while let Some(last) = self.open.last_mut() {
            last.cut = true;
            self.close();
        }
    }

    fn text(&mut self, text: Cow<'a, str>) {
        if let Some(open) = self.open.last_mut() {
            open.nodes.push(Node::Text(text));
        }
    }
}

impl Space {
    fn of(namespace: &str) -> Self {
        let name = namespace.to_ascii_lowercase();
        let known = SPACES.iter().find(|(part, _)| name.contains(part));
        match known {
            Some((_, space)) => *space,
            None if name.is_empty() => Self::Own,
            None => Self::Other,
        }
    }
}

impl<'a> Element<'a> {
    /// The elements directly within this one.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element<'a>> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Those of this name.
    pub(super) fn all(
        &self,
        space: Space,
        name: &'static str,
    ) -> impl Iterator<Item = &Element<'a>> {
        self.elements().filter(move |e| e.is(space, name))
    }

    /// The first of this name.
    pub(super) fn get(&self, space: Space, name: &'static str) -> Option<&Element<'a>> {
        self.all(space, name).next()
    }

    /// Whether this is its name, in any case: RSS 0.9x was written by hand.
    pub(super) fn is(&self, space: Space, name: &str) -> bool {
        self.space == space && self.name.eq_ignore_ascii_case(name)
    }

    /// An attribute's value without blanks around it; empty where it is not there.
    pub(super) fn attribute(&self, name: &str) -> String {
        let value = self.tag.attribute(name).unwrap_or_default();
        value.trim_ascii().to_owned()
    }

    /// The text within, that of elements within it included, no blanks around it.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.push_text(&mut text);
        text.trim_ascii().to_owned()
    }

    fn push_text(&self, out: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => element.push_text(out),
            }
        }
    }

    /// Whether there is an element within it.
    pub(super) fn has_markup(&self) -> bool {
        self.elements().next().is_some()
    }

    /// What is within it, as HTML.
    pub(super) fn html(&self) -> String {
        let mut html = String::new();
        self.push_html(&mut html);
        html
    }

    fn push_html(&self, out: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Text(text) => out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;")),
                Node::Element(element) => {
                    for part in ["<", element.name, element.tag.rest(), ">"] {
                        out.push_str(part);
                    }
                    element.push_html(out);
                    if !["br", "hr", "img"].contains(&element.name) {
                        for part in ["</", element.name, ">"] {
                            out.push_str(part);
                        }
                    }
                }
            }
        }
    }

    /// What relative addresses within it are resolved against (XML Base).
    pub(super) fn base(&self, outer: &str) -> String {
        resolve(outer, &self.attribute("xml:base")).unwrap_or_else(|| outer.to_owned())
    }
}

#[cfg(test)]
mod tests;
