//! Goes through a page once, as a browser's parser would as far as lists go: which
//! elements and tags stand where, and what is in them.

use super::MARK;
use super::page::{Attributes, Element, Page, Place, Tag, decoded};
use lol_html::html_content::Element as Node;
use lol_html::{HtmlRewriter, Settings, element, text};
use newsrail_core::config::Kind;
use newsrail_core::text::link::resolve;
use std::cell::RefCell;
use std::rc::Rc;

/// What may stand in a head. Anything else begins the body, whether or not it says so.
const OF_HEAD: [&str; 10] = [
    "html", "head", "title", "meta", "link", "base", "script", "style", "noscript", "template",
];

/// Beginnings that end an open paragraph (HTML Standard, 13.2.6.4.7).
const ENDS_PARAGRAPH: &str = " address article aside blockquote center details dialog dir div dl \
     dt dd fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing \
     main menu nav ol p plaintext pre search section summary table ul xmp ";

/// How far the page has been read.
#[derive(Default)]
struct Scan {
    base: Option<String>,
    elements: Vec<Element>,
    tags: Vec<Tag>,
    broken: Option<String>,
    /// `lang` of what is open, outermost first.
    languages: Vec<String>,
    /// How many elements are open whose content is no part of the page.
    inert: usize,
    /// Positions of the elements of newsrail's that are open.
    open: Vec<usize>,
    /// The names of the elements that are open and were written by an earlier run.
    ours: Vec<String>,
    in_body: bool,
    in_paragraph: bool,
    has_elements: bool,
    lists: usize,
    scripts: usize,
}

/// Adds to a page what stands in its HTML.
pub(super) fn scan(html: &str, page: &mut Page) {
    let scan = Rc::new(RefCell::new(Scan::default()));
    let opened = |node: &mut Node<'_, '_>| {
        open(&scan, node, &page.head.url);
        Ok(())
    };
    let text = |text: &mut lol_html::html_content::TextChunk<'_>| {
        let mut scan = scan.borrow_mut();
        if scan.ours.is_empty()
            && !decoded(text.as_str()).trim().is_empty()
            && let Some(&at) = scan.open.last()
        {
            scan.elements[at].is_authored = true;
        }
        Ok(())
    };
    let settings = Settings::new()
        .with_strict(false)
        .append_element_content_handler(element!("*", opened))
        .append_element_content_handler(text!("*", text));
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    let read = rewriter
        .write(html.as_bytes())
        .and_then(|()| rewriter.end());
    let mut scan = scan.take();
    if let Err(error) = read {
        scan.broken = Some(error.to_string());
    } else if let Some(&at) = scan.open.first() {
        scan.broken = Some(unclosed(&scan.elements[at].name));
    } else if let Some(name) = scan.ours.first() {
        scan.broken = Some(unclosed(name));
    }
    page.base = scan.base.unwrap_or_else(|| page.head.url.clone());
    page.has_elements = scan.has_elements;
    (page.elements, page.tags, page.broken) = (scan.elements, scan.tags, scan.broken);
}

fn unclosed(name: &str) -> String {
    format!("malformed: a <{name}> is not closed where it was opened")
}

/// An element begins.
fn open(shared: &Rc<RefCell<Scan>>, node: &mut Node<'_, '_>, url: &str) {
    let name = node.tag_name();
    let mut scan = shared.borrow_mut();
    scan.in_body |= !OF_HEAD.contains(&name.as_str());
    if ENDS_PARAGRAPH.contains(&format!(" {name} ")) {
        scan.in_paragraph = name == "p" && node.can_have_content();
    }
    let is_marked = node.has_attribute(MARK);
    let is_ours = is_marked && (!scan.open.is_empty() || name.starts_with("newsrail-"));
    if scan.ours.is_empty()
        && !is_ours
        && let Some(&at) = scan.open.last()
    {
        scan.elements[at].is_authored = true;
    }
    match name.as_str() {
        "base" if scan.base.is_none() => {
            let href = node.get_attribute("href");
            scan.base = href.and_then(|href| resolve(url, &decoded(&href)));
        }
        "script" => {
            let script = scan.scripts;
            scan.scripts += 1;
            if scan.inert == 0 && names_newsrail(node) {
                tag(&mut scan, node, script);
            }
        }
        "p" => on_end(shared, node, |scan, _| scan.in_paragraph = false),
        "template" | "noscript" if !is_ours => {
            scan.inert += 1;
            on_end(shared, node, |scan, _| scan.inert -= 1);
        }
        _ => {}
    }
    if let Some(language) = node.get_attribute("lang")
        && node.can_have_content()
    {
        scan.languages.push(decoded(&language));
        on_end(shared, node, |scan, _| {
            scan.languages.pop();
        });
    }
    if is_ours && node.can_have_content() {
        scan.ours.push(name.clone());
        let own = name.clone();
        on_end(shared, node, move |scan, end| {
            scan.ours.pop();
            if end != own {
                scan.broken = Some(unclosed(&own));
            }
        });
    } else if let Some(kind) = Kind::of(&name) {
        scan.has_elements |= scan.inert == 0;
        if kind.reads_feed() {
            list(shared, &mut scan, node, name, kind);
        }
    }
}

/// One of newsrail's elements begins, which a page's author has written.
fn list(
    shared: &Rc<RefCell<Scan>>,
    scan: &mut Scan,
    node: &mut Node<'_, '_>,
    name: String,
    kind: Kind,
) {
    let mut place = Place::Elsewhere;
    if kind.is_list() {
        if scan.inert == 0 && scan.ours.is_empty() {
            place = Place::Own(scan.lists);
        }
        scan.lists += 1;
    }
    if scan.inert > 0 {
        return;
    }
    let at = scan.elements.len();
    scan.open.push(at);
    let own = name.clone();
    on_end(shared, node, move |scan, end| {
        scan.open.pop();
        if end != own {
            scan.broken = Some(unclosed(&own));
        }
    });
    scan.elements.push(Element {
        name,
        attributes: attributes(node),
        language: scan.languages.last().cloned().unwrap_or_default(),
        place,
        is_authored: false,
        in_paragraph: scan.in_paragraph,
    });
}

fn tag(scan: &mut Scan, node: &Node<'_, '_>, script: usize) {
    scan.tags.push(Tag {
        attributes: attributes(node),
        script,
        elements: scan.elements.len(),
        language: scan.languages.last().cloned().unwrap_or_default(),
        in_body: scan.in_body,
        in_paragraph: scan.in_paragraph,
    });
}

/// Whether a script is what the loader takes for its own tag (web/loader/script.js).
fn names_newsrail(node: &Node<'_, '_>) -> bool {
    let src = node.get_attribute("src").unwrap_or_default();
    node.has_attribute("data-base") || src.contains("newsrail.js")
}

fn attributes(node: &Node<'_, '_>) -> Attributes {
    let all = node.attributes().iter();
    Attributes(all.map(|one| (one.name(), decoded(&one.value()))).collect())
}

/// Once an element ends: with the name of the tag that ends it, which may be that of
/// another around it.
fn on_end(
    shared: &Rc<RefCell<Scan>>,
    node: &mut Node<'_, '_>,
    act: impl FnOnce(&mut Scan, &str) + 'static,
) {
    let shared = Rc::clone(shared);
    // An element without content has no end, and nothing that would be in it.
    if let Some(handlers) = node.end_tag_handlers() {
        handlers.push(Box::new(move |end| {
            act(&mut shared.borrow_mut(), &end.name());
            Ok(())
        }));
    }
}
