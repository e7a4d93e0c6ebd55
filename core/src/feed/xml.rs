//! XML into a tree that is easy to ask, as far as feeds need it.
//!
//! Feeds are often not well-formed: a tag that is never closed, a stray `&`,
//! HTML's entities without a declaration. So end tags close what they find,
//! and where the document cannot be read on, the tree holds what came before.
//! No entity is expanded but XML's and HTML's own, and nothing is fetched: the
//! document type is passed over. Written here because the smallest crate,
//! quick-xml, costs the program that reads it four kilobytes more.

mod namespace;
mod tokens;
mod tree;

pub(super) use namespace::Space;
pub(super) use tree::read;

use crate::article::What;
use crate::text::html::Tag;
use crate::text::link::resolve;
use std::borrow::Cow;

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

    /// The element whose own children have this name: this one, else the first within it
    /// that has some. Some systems put all items into one more element.
    pub(super) fn holder(&self, space: Space, name: &'static str) -> Option<&Element<'a>> {
        if self.get(space, name).is_some() {
            return Some(self);
        }
        self.elements()
            .find_map(|element| element.holder(space, name))
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
