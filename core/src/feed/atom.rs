//! Atom 1.0 (RFC 4287, paging RFC 5005) and Atom 0.3, which has other names
//! for some elements and a `mode` in the place of some types.

use super::MOST_COPIED;
use super::base64;
use super::builder::Builder;
use super::fields::paragraphs;
use super::media::picture;
use super::xml::{Element, Space};
use crate::article::{Article, Author, Feed, Format};
use crate::text::date::Date;
use crate::text::link::resolve;
use crate::text::plain::{folded, plain};

/// The feed under the root `feed`, or the single entry that is the root.
pub(super) fn feed(root: &Element<'_>, url: &str) -> Feed {
    let base = root.base(url);
    let mut builder = Builder::new(
        Format::Atom,
        root.get(Space::Own, "title")
            .filter(|_| root.name != "entry")
            .map(Text::read)
            .unwrap_or_default()
            .plain(),
        root.attribute("xml:lang"),
    );
    let of_all = authors(root, &base);
    let alone = (root.name == "entry").then_some(root);
    let holder = root.holder(Space::Own, "entry").unwrap_or(root);
    for entry in holder.all(Space::Own, "entry").chain(alone) {
        // What was cut in the middle is no whole entry.
        if entry.cut || !builder.next() {
            break;
        }
        let mut article = article(entry, &entry.base(&base), &mut builder);
        if article.authors.is_empty() {
            let source = entry.get(Space::Own, "source");
            article.authors = source.map_or_else(Vec::new, |source| authors(source, &base));
        }
        if article.authors.is_empty() {
            article.authors.clone_from(&of_all);
        }
        builder.add(article);
    }
    let next = links(root, "next")
        .next()
        .and_then(|link| resolve(&link.base(&base), &link.attribute("href")));
    builder.cleaned(next)
}

fn article(entry: &Element<'_>, base: &str, builder: &mut Builder) -> Article {
    let read = |name| {
        entry
            .get(Space::Own, name)
            .map(Text::read)
            .unwrap_or_default()
    };
    let summary = read("summary").plain();
    let content = entry.get(Space::Own, "content");
    let body = content.map(Text::read).unwrap_or_default().html();
    let id = entry
        .get(Space::Own, "id")
        .map(Element::text)
        .unwrap_or_default();
    let published = first_date(entry, &["published", "issued", "created"], builder);
    let modified = first_date(entry, &["updated", "modified"], builder);
    let date = published.or(modified);
    Article {
        url: link(entry, base, builder),
        title: read("title").plain(),
        summary,
        image: picture(
            entry,
            &body,
            &content.map_or_else(|| base.to_owned(), |c| c.base(base)),
        ),
        body,
        published: date.map(|date| date.seconds),
        zone: date.unwrap_or_default().zone,
        modified: modified.map(|date| date.seconds),
        authors: authors(entry, base),
        tags: tags(entry),
        language: entry.attribute("xml:lang"),
        id,
        ..Article::default()
    }
}

/// The links of one relation. One without a relation is an alternate.
fn links<'e, 'a>(
    of: &'e Element<'a>,
    relation: &'static str,
) -> impl Iterator<Item = &'e Element<'a>> {
    of.all(Space::Own, "link").filter(move |link| {
        let rel = link.attribute("rel");
        let rel = rel
            .strip_prefix("http://www.iana.org/assignments/relation/")
            .unwrap_or(&rel);
        rel == relation || (rel.is_empty() && relation == "alternate")
    })
}

/// The entry's address: its alternate, that for people first.
fn link(entry: &Element<'_>, base: &str, builder: &mut Builder) -> String {
    let for_people = |link: &&Element<'_>| {
        let kind = link.attribute("type");
        kind.is_empty() || kind.contains("html")
    };
    let mut hrefs = links(entry, "alternate")
        .filter(for_people)
        .chain(links(entry, "alternate"))
        .map(|link| (link.base(base), link.attribute("href")))
        .filter(|(_, href)| !href.is_empty())
        .peekable();
    let is_there = hrefs.peek().is_some();
    let url = hrefs.find_map(|(base, href)| resolve(&base, &href));
    builder.field("link", is_there && url.is_none());
    url.unwrap_or_default()
}

/// The first of these dates that can be read.
fn first_date(entry: &Element<'_>, names: &[&'static str], builder: &mut Builder) -> Option<Date> {
    names.iter().find_map(|&name| {
        let text = entry.get(Space::Own, name)?.text();
        let date = Date::read(&text);
        builder.field(name, date.is_none() && !text.is_empty());
        date
    })
}

fn authors(of: &Element<'_>, base: &str) -> Vec<Author> {
    let persons = of.all(Space::Own, "author").map(|person| {
        let field = |name| person.get(Space::Own, name).map(Element::text);
        Author {
            name: folded(&field("name").unwrap_or_default()),
            url: field("uri")
                .or_else(|| field("url"))
                .and_then(|href| resolve(base, &href))
                .unwrap_or_default(),
            ..Author::default()
        }
    });
    let creators = of.all(Space::Dc, "creator").map(|creator| Author {
        name: plain(&creator.text()),
        url: String::new(),
        ..Author::default()
    });
    let mut size = 0;
    persons
        .chain(creators)
        .take_while(|author| {
            size += author.size();
            size <= MOST_COPIED
        })
        .filter(|author| !author.name.is_empty())
        .collect()
}

/// The label of each category, or its term where it has none.
fn tags(entry: &Element<'_>) -> Vec<String> {
    entry
        .all(Space::Own, "category")
        .map(|category| {
            let label = plain(&category.attribute("label"));
            if label.is_empty() {
                plain(&category.attribute("term"))
            } else {
                label
            }
        })
        .chain(
            entry
                .all(Space::Dc, "subject")
                .map(|subject| plain(&subject.text())),
        )
        .filter(|tag| !tag.is_empty())
        .collect()
}

/// A text construct (RFC 4287, 3.1): what it holds, and whether that is HTML.
#[derive(Default)]
struct Text {
    held: String,
    is_html: bool,
}

impl Text {
    fn read(element: &Element<'_>) -> Self {
        let kind = element.attribute("type").to_ascii_lowercase();
        let mode = element.attribute("mode").to_ascii_lowercase();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let encoded = mode == "base64"
            || !matches!(kind, "" | "text" | "html" | "xhtml")
                && !kind.starts_with("text/")
                && !kind.ends_with("xml")
                && mode.is_empty();
        if encoded {
            let held = base64::decode(&element.text()).unwrap_or_default();
            return Self {
                is_html: kind != "text/plain",
                held,
            };
        }
        if element.has_markup() {
            return Self {
                held: element.html(),
                is_html: true,
            };
        }
        // Atom 0.3's `mode="escaped"` is HTML whatever the type says, save
        // plain text; XHTML without an element is text that XML has decoded.
        let html = kind == "html"
            || kind == "text/html" && mode != "xml"
            || mode == "escaped" && kind != "text/plain";
        Self {
            held: element.text(),
            is_html: html,
        }
    }

    fn plain(self) -> String {
        if self.is_html {
            plain(&self.held)
        } else {
            folded(&self.held)
        }
    }

    fn html(self) -> String {
        if self.is_html {
            self.held
        } else {
            paragraphs(&self.held)
        }
    }
}

#[cfg(test)]
mod tests;
