//! The tokens of a document into a tree, whatever of it is not well-formed.

use super::namespace::Space;
use super::tokens::{Token, tokens};
use super::{Document, Element, Node};
use crate::article::What;
use crate::json::{DEEPEST, MOST_VALUES};
use crate::text::entities::decode;
use crate::text::html::Tag;
use std::borrow::Cow;

/// Declared prefixes that are known at once: each name is looked for among all
/// of them, and no feed has a tenth as many.
const MOST_SCOPES: usize = 256;

/// Reads a document; `None` where there is no element in it.
pub(in crate::feed) fn read(text: &str) -> Option<Document<'_>> {
    let mut tree = Tree::default();
    let mut tokens = tokens(text);
    let mut entities = false;
    let mut stop = None;
    while tree.root.is_none() && stop.is_none() {
        match tokens.next() {
            Some(Token::Start { inside, empty }) => stop = tree.start(inside, empty),
            Some(Token::End(name)) => tree.end(name),
            Some(Token::Text(text)) => tree.text(decode(text)),
            Some(Token::Literal(text)) => tree.text(Cow::Borrowed(text)),
            Some(Token::DocumentType(inside)) => entities = inside.contains("<!ENTITY"),
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
        let name = &inside[..inside.len() - tag.rest().len()];
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
        declared.map_or_else(|| Space::of_prefix(prefix), |scope| scope.2)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Five megabytes of declarations and of elements took half a minute: each
    /// element's prefix was looked for among all that the root declares. What it is
    /// looked for among is counted here, however many declare however much.
    #[test]
    fn prefixes_without_end_cost_no_more_than_others() {
        let declarations = " xmlns:a='x'".repeat(10_000);
        let text = format!(
            "<r xmlns:d='http://purl.org/dc/elements/1.1/'{declarations}>{}{}<d:creator/></r>",
            "<b:x/>".repeat(20_000),
            format!("<i{declarations}>").repeat(DEEPEST / 2) + &"</i>".repeat(DEEPEST / 2),
        );
        let mut tree = Tree::default();
        let mut most = 0;
        for token in tokens(&text) {
            match token {
                Token::Start { inside, empty } => assert_eq!(tree.start(inside, empty), None),
                Token::End(name) => tree.end(name),
                other => panic!("{other:?}"),
            }
            most = most.max(tree.scopes.len());
        }
        assert_eq!(most, MOST_SCOPES);
        let root = read(&text).expect("an element").root;
        assert!(root.get(Space::Dc, "creator").is_some());
    }
}
