//! A list as HTML: what src/ui/rail.rs builds, before any program is there.

use super::page::{Attributes, Element};
use super::space::space;
use super::style::{LIGHT, PREFIX, SHADOW};
use super::texts::Said;
use super::{MARK, Mode};
use newsrail_core::choose::{Basis, Item, State};
use newsrail_core::config::{Config, Kind, Layout};
use newsrail_core::texts::{LATEST, MORE_LIKE_THIS, POPULAR, Text};
use std::fmt::Write;
use std::rc::Rc;

/// A list that is to stand in an element.
pub(super) struct List<'l> {
    pub(super) kind: Kind,
    pub(super) config: &'l Config,
    /// What a line below each headline says.
    pub(super) meta: &'l [&'static str],
    pub(super) state: &'l State,
    pub(super) said: Said<'l>,
    pub(super) mode: Mode,
}

impl List<'_> {
    /// What is written into the element; nothing where there is no list.
    pub(super) fn html(&self) -> String {
        let State::List(basis, items) = self.state else {
            return String::new();
        };
        let section = self.section(*basis, items);
        let space = space(self.config, self.said.is_set("subscribe"));
        let style = match self.mode {
            Mode::Light => &LIGHT,
            Mode::Shadow => &SHADOW,
        };
        let looks = if self.has_looks() { &style.looks } else { "" };
        let style = [&style.lists, looks].concat();
        match self.mode {
            Mode::Light => {
                format!("<div {MARK} style=\"{space}\"><style>{style}</style>{section}</div>")
            }
            Mode::Shadow => format!(
                "<template {MARK} shadowrootmode=\"open\"><style>:host{{display:flow-root!important;box-sizing:border-box;{space}}}:host([hidden]){{display:none!important}}{style}</style><div {MARK}>{section}</div></template>"
            ),
        }
    }

    /// Whether it asks for what few do: the program has the style of that in a script of
    /// its own.
    fn has_looks(&self) -> bool {
        self.config.layout != Layout::List || !self.meta.is_empty()
    }

    fn section(&self, basis: Basis, items: &[Rc<Item>]) -> String {
        let usual = self.said.text(usual_heading(self.kind, basis));
        let heading = self.config.heading.as_deref();
        let title = match heading {
            Some("") => String::new(),
            heading => format!(
                "<h2 part=\"heading\"{}>{}</h2>",
                self.level(2),
                escaped(heading.unwrap_or(usual))
            ),
        };
        let name = heading.filter(|heading| !heading.is_empty());
        let class = self.classes(&[
            "rail",
            self.config.layout.classes(),
            self.config.theme.class(),
        ]);
        let is_order = basis == Basis::Popular || self.config.layout == Layout::Numbered;
        let list = if is_order { "ol" } else { "ul" };
        let mut html = format!(
            "<section part=\"rail\" {class} aria-label=\"{}\">{title}<{list} role=\"list\" part=\"list\">",
            escaped(name.unwrap_or(usual))
        );
        for item in items {
            self.item(item, &mut html);
        }
        // Writing to a String does not fail.
        let _ = write!(html, "</{list}></section>");
        html
    }

    /// The level of a heading that is usually of that one, where `heading-level` has
    /// another.
    pub(super) fn level(&self, usual: usize) -> String {
        match self.config.heading_level {
            2 => String::new(),
            level => format!(" aria-level=\"{}\"", usual + level - 2),
        }
    }

    pub(super) fn classes(&self, names: &[&str]) -> String {
        let prefix = match self.mode {
            Mode::Light => PREFIX,
            Mode::Shadow => "",
        };
        let names = names
            .iter()
            .flat_map(|names| names.split_ascii_whitespace());
        let names: Vec<String> = names.map(|name| [prefix, name].concat()).collect();
        format!("class=\"{}\"", names.join(" "))
    }
}

/// The heading that says what a list is.
fn usual_heading(kind: Kind, basis: Basis) -> Text {
    match (kind, basis) {
        (_, Basis::Latest) => LATEST,
        (Kind::Popular, _) => POPULAR,
        _ => MORE_LIKE_THIS,
    }
}

/// An element that a tag places, with what is in it.
pub(super) fn placed(element: &Element, inside: &str) -> String {
    let name = &element.name;
    let Attributes(all) = &element.attributes;
    let mut html = format!("<{name} {MARK}");
    for (attribute, value) in all {
        let _ = write!(html, " {attribute}=\"{}\"", escaped(value));
    }
    let _ = write!(html, ">{inside}</{name}>");
    html
}

/// A text as HTML, in an attribute's value or between tags.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
    html
}
