//! One article of a list as HTML: what src/ui/rail.rs builds of it.

use super::list::{List, escaped};
use super::meta::{Part, parts};
use newsrail_core::article::Image;
use newsrail_core::choose::{Details, Item};
use newsrail_core::text::link::resolve;
use newsrail_core::texts::SPONSORED;
use std::fmt::Write;

impl List<'_> {
    /// Writes an article, unless its link leads nowhere. Writing to a String does not fail.
    pub(super) fn item(&self, item: &Item, html: &mut String) {
        // A link leaves as http or https, or not at all.
        let Some(url) = resolve(&item.url, &item.url) else {
            return;
        };
        let (text, level) = (self.classes(&["text"]), self.level(3));
        let _ = write!(html, "<li part=\"item\"><div {text}><h3{level}>");
        self.headline(item, &url, html);
        html.push_str("</h3>");
        if self.config.excerpts && !item.excerpt.is_empty() {
            let excerpt = escaped(&item.excerpt);
            let _ = write!(html, "<p part=\"excerpt\" dir=\"auto\">{excerpt}</p>");
        }
        if let (Some(details), [_, ..]) = (&item.details, self.meta) {
            self.meta(details, html);
        }
        if self.config.reasons {
            let class = self.classes(&["reason"]);
            let reason = escaped(&self.said.reason(&item.reason));
            let _ = write!(html, "<p {class} part=\"reason\">{reason}</p>");
        }
        html.push_str("</div>");
        if let Some(image) = item.image.as_ref().filter(|_| self.config.images) {
            self.picture(image, html);
        }
        html.push_str("</li>");
    }

    fn headline(&self, item: &Item, url: &str, html: &mut String) {
        let url = escaped(url);
        let _ = write!(html, "<a part=\"headline\" dir=\"auto\" href=\"{url}\"");
        match &item.paid {
            Some(label) => {
                let usual = self.said.text(SPONSORED);
                let label = escaped(if label.is_empty() { usual } else { label });
                let class = self.classes(&["paid"]);
                let _ = write!(
                    html,
                    " rel=\"sponsored\"><span {class} part=\"paid\" dir=\"auto\">{label}</span> "
                );
            }
            None => html.push('>'),
        }
        let _ = write!(html, "{}</a>", escaped(&item.title));
    }

    fn meta(&self, details: &Details, html: &mut String) {
        let class = self.classes(&["meta"]);
        let _ = write!(html, "<p {class} part=\"meta\">");
        for part in parts(self.meta, details, &self.said) {
            html.push_str("<span dir=\"auto\">");
            let _ = match part {
                Part::Text(text) => write!(html, "{}", escaped(&text)),
                Part::Day(text, iso) => {
                    write!(html, "<time datetime=\"{iso}\">{}</time>", escaped(&text))
                }
            };
            html.push_str("</span>");
        }
        html.push_str("</p>");
    }

    fn picture(&self, image: &Image, html: &mut String) {
        let Some(url) = resolve(&image.url, &image.url) else {
            return;
        };
        let class = self.classes(&["picture"]);
        let alt = escaped(&image.alt);
        let _ = write!(
            html,
            "<div {class} part=\"picture\"><img loading=\"lazy\" decoding=\"async\" alt=\"{alt}\""
        );
        if !image.sizes.is_empty() {
            let sizes = escaped(&image.sizes);
            let _ = write!(html, " sizes=\"auto,15em\" srcset=\"{sizes}\"");
        }
        if let Some([x, y]) = image.focus {
            let _ = write!(html, " style=\"object-position:{x}% {y}%\"");
        }
        let _ = write!(html, " src=\"{}\"></div>", escaped(&url));
    }
}
