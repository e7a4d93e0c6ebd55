//! What a page says of itself, collected from its HTML as the widget collects
//! it from the document.

use super::{Head, Link};
use crate::text::entities;
use crate::text::html::{Tag, Token, tokens};

/// The head of a page, from its HTML and its address.
#[must_use]
pub fn collect(html: &str, url: &str) -> Head {
    let mut head = Head {
        url: url.to_owned(),
        json_ld: json_ld(html),
        ..Head::default()
    };
    let mut text = Text::default();
    let mut in_title = false;
    for token in tokens(html) {
        match token {
            Token::Open(name, tag) => {
                in_title = name == "title" && head.title.is_empty();
                element(&mut head, &name, tag);
                text.open(&name);
            }
            Token::Close(name, _) => {
                in_title = false;
                text.close(&name);
            }
            Token::Text(inside) if in_title => inside.clone_into(&mut head.title),
            Token::Text(inside) => text.push(inside),
        }
    }
    head.text = text.paragraphs;
    head
}

fn element(head: &mut Head, name: &str, tag: Tag<'_>) {
    let value = |name| tag.attribute(name).unwrap_or_default().into_owned();
    match name {
        "html" => head.language = value("lang"),
        "link" => head.links.push(Link {
            rel: value("rel"),
            kind: value("type"),
            href: value("href"),
            language: value("hreflang"),
        }),
        "meta" => {
            let name = tag.attribute("property").or_else(|| tag.attribute("name"));
            if let Some(name) = name {
                head.meta.push((name.into_owned(), value("content")));
            }
        }
        _ => {}
    }
}

/// The contents of the page's JSON-LD scripts; the tokens of prose pass over
/// all scripts.
fn json_ld(html: &str) -> Vec<String> {
    let lower = html.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = lower[from..].find("<script").map(|at| from + at) {
        let Some(start) = lower[at..].find('>').map(|end| at + end + 1) else {
            break;
        };
        let end = lower[start..]
            .find("</script")
            .map_or(html.len(), |end| start + end);
        let kind = Tag::inside(&html[at + 1..start - 1]).attribute("type");
        if kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) {
            found.push(html[start..end].to_owned());
        }
        from = end;
    }
    found
}

/// The paragraphs of the page's first `article` element.
#[derive(Default)]
struct Text {
    paragraphs: String,
    depth: usize,
    in_paragraph: bool,
    done: bool,
}

impl Text {
    fn open(&mut self, name: &str) {
        match name {
            "article" => self.depth += 1,
            "p" if self.depth > 0 && !self.done => {
                self.in_paragraph = true;
                self.paragraphs.push_str("\n\n");
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "article" => {
                self.depth = self.depth.saturating_sub(1);
                self.done |= self.depth == 0;
                self.in_paragraph = false;
            }
            "p" => self.in_paragraph = false,
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.in_paragraph && !self.done {
            self.paragraphs.push_str(&entities::decode(text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::collect;

    #[test]
    fn a_page() {
        let head = collect(
            "<!doctype html><HTML lang=en><title>A &amp; B</title><meta property='og:title' content=A>\
             <meta charset=utf-8><link rel=canonical href=/a>\
             <script>var x = '<p>';</script><script type='application/ld+json'>{\"a\":\"<p>\"}</script>\
             <p>not this</p><article><h1>A</h1><p>One &lt;b&gt;.</p><p>Two <em>more</em>.</p></article><article><p>x</p>",
            "https://paper.example/",
        );
        assert_eq!(
            (head.language.as_str(), head.title.as_str()),
            ("en", "A &amp; B")
        );
        assert_eq!(head.meta, [("og:title".to_owned(), "A".to_owned())]);
        assert_eq!(head.links[0].href, "/a");
        assert_eq!(head.json_ld, ["{\"a\":\"<p>\"}"]);
        assert_eq!(head.text.trim(), "One <b>.\n\nTwo more.");
    }
}
