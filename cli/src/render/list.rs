//! A list as HTML: what src/ui/rail.rs builds, before any program is there.

use super::page::{Attributes, Element};
use super::style::{LIGHT, PREFIX, SHADOW};
use super::texts::Said;
use super::{MARK, Mode};
use newsrail_core::choose::{Basis, Item, State};
use newsrail_core::config::{Config, Kind, Layout, Theme};
use newsrail_core::text::link::resolve;
use newsrail_core::texts::{LATEST, MORE_LIKE_THIS, POPULAR, Text};
use std::fmt::Write;
use std::rc::Rc;

/// A list that is to stand in an element.
pub(super) struct List<'l> {
    pub(super) kind: Kind,
    pub(super) config: &'l Config,
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
        let space = self.space();
        match self.mode {
            Mode::Light => format!(
                "<div {MARK} style=\"{space}\"><style>{}</style>{section}</div>",
                *LIGHT
            ),
            Mode::Shadow => format!(
                "<template {MARK} shadowrootmode=\"open\"><style>:host{{display:flow-root!important;box-sizing:border-box;{space}}}:host([hidden]){{display:none!important}}{}</style><div {MARK}>{section}</div></template>",
                *SHADOW
            ),
        }
    }

    /// The space that the loader will hold (web/loader/space.js), in em.
    fn space(&self) -> String {
        let Config {
            images, excerpts, ..
        } = *self.config;
        let if_set = |is_set: bool, em: f32| if is_set { em } else { 0.0 };
        let head = if_set(self.config.heading.as_deref() != Some(""), 3.0);
        let foot = if_set(self.config.subscribe.is_some(), 4.0);
        let (row, rows) = match self.config.layout {
            Layout::Cards => (6.0 + if_set(images, 9.0) + if_set(excerpts, 4.0), 1),
            Layout::List if excerpts => (7.0, self.config.count),
            Layout::List => (4.0 + if_set(images, 1.5), self.config.count),
        };
        let row = row + if_set(self.config.reasons, 1.5);
        #[expect(clippy::cast_precision_loss, reason = "20 rows at most")]
        let rail = head + row * rows as f32;
        format!(
            "min-height:{}em;--newsrail-rail:{rail}em;--newsrail-row:{row}em",
            rail + foot
        )
    }

    fn section(&self, basis: Basis, items: &[Rc<Item>]) -> String {
        let usual = self.said.text(usual_heading(self.kind, basis));
        let heading = self.config.heading.as_deref();
        let title = match heading {
            Some("") => String::new(),
            heading => format!(
                "<h2 part=\"heading\">{}</h2>",
                escaped(heading.unwrap_or(&usual))
            ),
        };
        let name = heading.filter(|heading| !heading.is_empty());
        let class = self.classes(&[
            "rail",
            match self.config.layout {
                Layout::List => "",
                Layout::Cards => "cards",
            },
            match self.config.theme {
                Theme::Auto => "",
                theme => theme.word(),
            },
        ]);
        let list = match basis {
            Basis::Popular => "ol",
            _ => "ul",
        };
        let mut html = format!(
            "<section part=\"rail\" {class} aria-label=\"{}\">{title}<{list} role=\"list\" part=\"list\">",
            escaped(name.unwrap_or(&usual))
        );
        for item in items {
            self.item(item, &mut html);
        }
        // Writing to a String does not fail.
        let _ = write!(html, "</{list}></section>");
        html
    }

    fn item(&self, item: &Item, html: &mut String) {
        // A link leaves as http or https, or not at all.
        let Some(url) = resolve(&item.url, &item.url) else {
            return;
        };
        let text = self.classes(&["text"]);
        let _ = write!(
            html,
            "<li part=\"item\"><div {text}><h3><a part=\"headline\" dir=\"auto\" href=\"{}\">{}</a></h3>",
            escaped(&url),
            escaped(&item.title)
        );
        if self.config.excerpts && !item.excerpt.is_empty() {
            let excerpt = escaped(&item.excerpt);
            let _ = write!(html, "<p part=\"excerpt\" dir=\"auto\">{excerpt}</p>");
        }
        if self.config.reasons {
            let class = self.classes(&["reason"]);
            let reason = escaped(&self.said.reason(&item.reason));
            let _ = write!(html, "<p {class} part=\"reason\">{reason}</p>");
        }
        html.push_str("</div>");
        let image = item.image.as_ref().filter(|_| self.config.images);
        if let Some(image) = image.and_then(|image| resolve(image, image)) {
            let class = self.classes(&["picture"]);
            let _ = write!(
                html,
                "<div {class} part=\"picture\"><img loading=\"lazy\" decoding=\"async\" alt=\"\" src=\"{}\"></div>",
                escaped(&image)
            );
        }
        html.push_str("</li>");
    }

    fn classes(&self, names: &[&str]) -> String {
        let prefix = match self.mode {
            Mode::Light => PREFIX,
            Mode::Shadow => "",
        };
        let names = names.iter().filter(|name| !name.is_empty());
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
fn escaped(text: &str) -> String {
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
