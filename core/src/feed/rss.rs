//! RSS 0.9x and 2.0 (rssboard.org/rss-specification) and RSS 1.0
//! (web.resource.org/rss/1.0), with the modules that newsrooms use: Dublin
//! Core, content, Media RSS, iTunes, Atom's links.

use super::MOST_NAMES;
use super::builder::Builder;
use super::media::picture;
use super::xml::{Element, Space};
use crate::article::{Article, Author, Feed, Format};
use crate::text::date::Date;
use crate::text::link::{is_address, resolve};
use crate::text::plain::plain;

/// The feed under the root `rss` or `rdf:RDF`, its relative addresses resolved
/// against `url`.
pub(super) fn feed(root: &Element<'_>, url: &str) -> Feed {
    let format = if root.space == Space::Rdf {
        Format::Rdf
    } else {
        Format::Rss
    };
    let channel = root.get(Space::Own, "channel").unwrap_or(root);
    let base = channel.base(&root.base(url));
    let language = [(Space::Own, "language"), (Space::Dc, "language")]
        .into_iter()
        .find_map(|(space, name)| channel.get(space, name))
        .map(Element::text);
    let mut builder = Builder::new(
        format,
        text(channel, Space::Own, "title"),
        language.unwrap_or_else(|| root.attribute("xml:lang")),
    );
    // RSS 1.0 has its items beside the channel.
    let holder = channel.holder(Space::Own, "item").unwrap_or(channel);
    let within = holder.all(Space::Own, "item");
    let beside = root
        .all(Space::Own, "item")
        .filter(|_| !std::ptr::eq(root, channel));
    for item in within.chain(beside) {
        // What was cut in the middle is no whole item.
        if item.cut || !builder.next() {
            break;
        }
        let article = article(item, &item.base(&base), &mut builder);
        builder.add(article);
    }
    let next = channel
        .all(Space::Atom, "link")
        .find(|link| link.attribute("rel") == "next")
        .and_then(|link| resolve(&base, &link.attribute("href")));
    builder.cleaned(next)
}

fn article(item: &Element<'_>, base: &str, builder: &mut Builder) -> Article {
    let description = html(item, Space::Own, "description");
    let mut body = html(item, Space::Content, "encoded");
    if body.is_empty() {
        body = html(item, Space::Xhtml, "body");
    }
    let mut summary = plain(&description);
    if summary.is_empty() {
        summary = text(item, Space::Itunes, "summary");
    }
    if body.is_empty() {
        body = description;
    }
    let guid = text(item, Space::Own, "guid");
    let url = link(item, &guid, base, builder);
    let picture = picture(item, &body, base);
    let published = first_date(
        item,
        &[
            (Space::Own, "pubDate"),
            (Space::Dc, "date"),
            (Space::Terms, "issued"),
            (Space::Terms, "created"),
            (Space::Atom, "published"),
            (Space::Own, "published"),
        ],
        builder,
    );
    let modified = first_date(
        item,
        &[
            (Space::Terms, "modified"),
            (Space::Atom, "updated"),
            // Some write Atom's elements without its namespace.
            (Space::Own, "updated"),
        ],
        builder,
    );
    let date = published.or(modified);
    Article {
        id: guid,
        url,
        title: title(item),
        summary,
        body,
        image: picture,
        published: date.map(|date| date.seconds),
        zone: date.unwrap_or_default().zone,
        modified: modified.map(|date| date.seconds),
        authors: authors(item),
        tags: tags(item),
        ..Article::default()
    }
}

/// The headline; where RSS has none of its own, that of a module.
fn title(item: &Element<'_>) -> String {
    [
        (Space::Own, "title"),
        (Space::Dc, "title"),
        (Space::Media, "title"),
        (Space::Itunes, "title"),
    ]
    .into_iter()
    .map(|(space, name)| text(item, space, name))
    .find(|title| !title.is_empty())
    .unwrap_or_default()
}

/// The item's address: its `link`, Atom's, or its `guid` where that is one.
fn link(item: &Element<'_>, guid: &str, base: &str, builder: &mut Builder) -> String {
    let own = item.all(Space::Own, "link").map(|link| {
        let href = link.text();
        (
            link.base(base),
            if href.is_empty() {
                link.attribute("href")
            } else {
                href
            },
        )
    });
    let atom = item
        .all(Space::Atom, "link")
        .filter(|link| ["", "alternate"].contains(&link.attribute("rel").as_str()))
        .map(|link| (link.base(base), link.attribute("href")));
    let permanent = item
        .get(Space::Own, "guid")
        .filter(|element| {
            !element
                .attribute("isPermaLink")
                .eq_ignore_ascii_case("false")
        })
        .filter(|_| is_address(guid));
    let guid = permanent.map(|element| (element.base(base), guid.to_owned()));
    // CDF, which has the rest in common with RSS, has it as an attribute.
    let attributes = ["rdf:about", "href"].map(|name| (base.to_owned(), item.attribute(name)));
    let mut candidates = own
        .chain(atom)
        .chain(guid)
        .chain(attributes)
        .filter(|(_, href)| !href.is_empty())
        .peekable();
    let is_there = candidates.peek().is_some();
    let url = candidates.find_map(|(base, href)| resolve(&base, &href));
    builder.field("link", is_there && url.is_none());
    url.unwrap_or_default()
}

/// The first of these dates that can be read.
fn first_date(
    item: &Element<'_>,
    names: &[(Space, &'static str)],
    builder: &mut Builder,
) -> Option<Date> {
    names.iter().find_map(|&(space, name)| {
        let text = item.get(space, name)?.text();
        let date = Date::read(&text);
        builder.field(name, date.is_none() && !text.is_empty());
        date
    })
}

/// Who wrote it. An `author` is an e-mail address with the name behind it;
/// the address is nobody's business.
fn authors(item: &Element<'_>) -> Vec<Author> {
    let creators = item.all(Space::Dc, "creator").map(Element::text);
    let atom = item
        .all(Space::Atom, "author")
        .map(|author| text(author, Space::Atom, "name"));
    let own = item.all(Space::Own, "author").map(Element::text);
    let itunes = item.all(Space::Itunes, "author").map(Element::text);
    let mut names: Vec<String> = Vec::new();
    for name in creators.chain(atom).chain(own).chain(itunes) {
        let name = plain(&person(&name));
        if !name.is_empty() && names.len() < MOST_NAMES && !names.contains(&name) {
            names.push(name);
        }
    }
    let author = |name| Author {
        name,
        url: String::new(),
        ..Author::default()
    };
    names.into_iter().map(author).collect()
}

/// The name in `ana@paper.example (Ana Ruiz)` or `Ana Ruiz <ana@paper.example>`.
fn person(text: &str) -> String {
    if !text.contains('@') {
        return text.to_owned();
    }
    let in_brackets = text
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'));
    let name = match in_brackets {
        Some((name, _)) => name,
        None => text.split_once('<').map_or("", |(name, _)| name),
    };
    let name = name.trim().trim_matches('"');
    if name.contains('@') { "" } else { name }.to_owned()
}

fn tags(item: &Element<'_>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let own = item.all(Space::Own, "category");
    for element in own.chain(item.all(Space::Dc, "subject")) {
        let tag = plain(&element.text());
        let is_new = tags.len() < MOST_NAMES && !tags.contains(&tag);
        if is_new && !tag.is_empty() && tag != "Uncategorized" {
            tags.push(tag);
        }
    }
    tags
}

/// A field that holds plain text or HTML, plain.
fn text(of: &Element<'_>, space: Space, name: &'static str) -> String {
    plain(&html(of, space, name))
}

/// A field that holds HTML: escaped, or, against the specification, as elements.
fn html(of: &Element<'_>, space: Space, name: &'static str) -> String {
    match of.get(space, name) {
        Some(element) if element.has_markup() => element.html(),
        Some(element) => element.text(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests;
