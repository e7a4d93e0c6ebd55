//! Writes lists into a page's HTML. Every other byte stays as it is.

use super::MARK;
use super::page::Page;
use lol_html::html_content::ContentType;
use lol_html::{AsciiCompatibleEncoding, HtmlRewriter, Settings, element};
use std::cell::Cell;
use std::collections::HashMap;

/// What is written into a page.
#[derive(Default)]
pub(super) struct Writes {
    /// Into each of its own lists, in their order; nothing where what stands there stays.
    pub(super) own: Vec<Option<String>>,
    /// Before scripts, by their numbers.
    pub(super) before: HashMap<usize, String>,
    /// Whether what was written before scripts earlier stays.
    pub(super) keeps_placed: bool,
}

/// The names of all lists, and their children that an earlier run has written.
const LISTS: &str = "newsrail-popular, newsrail-more-like-this";
const WRITTEN: &str =
    "newsrail-popular > [data-newsrail], newsrail-more-like-this > [data-newsrail]";

/// The page with what is to be written into it.
pub(super) fn rewrite(bytes: &[u8], page: &Page, writes: &Writes) -> Result<Vec<u8>, String> {
    let encoding = AsciiCompatibleEncoding::new(page.encoding);
    let encoding = encoding.ok_or_else(|| {
        let name = page.encoding.name();
        format!("in {name}, which cannot be written into: save it as UTF-8")
    })?;
    let (lists, scripts) = (Cell::new(0), Cell::new(0));
    // What is written into the list that has been opened last.
    let current: Cell<Option<&str>> = Cell::new(None);
    let of_list = element!(LISTS, |node| {
        if node.has_attribute(MARK) {
            return Ok(());
        }
        let write = writes.own.get(lists.replace(lists.get() + 1));
        current.set(write.and_then(Option::as_deref));
        if let Some(html) = current.get() {
            node.prepend(html, ContentType::Html);
        }
        Ok(())
    });
    let of_earlier = element!(WRITTEN, |node| {
        if current.get().is_some() {
            node.remove();
        }
        Ok(())
    });
    let of_script = element!("script", |node| {
        if let Some(html) = writes.before.get(&scripts.replace(scripts.get() + 1)) {
            node.before(html, ContentType::Html);
        }
        Ok(())
    });
    let of_placed = element!("[data-newsrail]", |node| {
        let is_element = node.tag_name().starts_with("newsrail-");
        if is_element && !writes.keeps_placed {
            node.remove();
        }
        Ok(())
    });
    let settings = Settings::new()
        .with_strict(false)
        .with_encoding(encoding)
        .append_element_content_handler(of_list)
        .append_element_content_handler(of_earlier)
        .append_element_content_handler(of_script)
        .append_element_content_handler(of_placed);
    let mut html = Vec::with_capacity(bytes.len() * 2);
    let mut rewriter = HtmlRewriter::new(settings, |chunk: &[u8]| html.extend_from_slice(chunk));
    let written = rewriter.write(bytes).and_then(|()| rewriter.end());
    written.map_err(|error| error.to_string())?;
    Ok(html)
}
