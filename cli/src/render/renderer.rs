//! One page: what is chosen for its elements, and written into it.

use super::Mode;
use super::choose::choose;
use super::list::{List, placed};
use super::page::{Element, Page, Place};
use super::place::place;
use super::rewrite::{Writes, rewrite};
use super::sources::Sources;
use super::texts::Texts;
use newsrail_core::text::date::Timestamp;

/// All that every page is rendered with.
pub(super) struct Renderer<'r> {
    pub(super) sources: Sources<'r>,
    pub(super) texts: Texts,
    pub(super) mode: Mode,
    pub(super) now: Timestamp,
}

/// A page after rendering.
#[derive(Default)]
pub(super) struct Rendered {
    /// Its HTML; nothing where it stays as it was.
    pub(super) html: Option<Vec<u8>>,
    /// How many lists it has now.
    pub(super) lists: usize,
    /// How many stay as they were, since it is not known what they show.
    pub(super) unknown: usize,
    /// What is to be said of it.
    pub(super) said: Vec<String>,
    /// Why it stays as it was, though it was to have lists.
    pub(super) failed: Option<String>,
}

impl Renderer<'_> {
    /// A page that is at `url`, which may be empty.
    pub(super) fn page(&self, bytes: &[u8], url: &str) -> Rendered {
        let names_newsrail = |part: &[u8]| part.eq_ignore_ascii_case(b"newsrail");
        if !bytes.windows(8).any(names_newsrail) {
            return Rendered::default();
        }
        let mut page = Page::read(bytes, url);
        if let Some(why) = page.broken.take() {
            return Rendered {
                failed: Some(why),
                ..Rendered::default()
            };
        }
        let mut said = place(&mut page);
        let mut rendered = Rendered::default();
        let writes = self.writes(&page, &mut rendered, &mut said);
        rendered.said = said;
        match rewrite(bytes, &page, &writes) {
            Ok(html) => rendered.html = Some(html),
            Err(why) => rendered.failed = Some(why),
        }
        rendered
    }

    /// What is written into a page.
    fn writes(&self, page: &Page, rendered: &mut Rendered, said: &mut Vec<String>) -> Writes {
        let (chosen, more) = choose(page, &self.sources, self.now);
        said.extend(more);
        let mut writes = Writes::default();
        for (element, chosen) in page.elements.iter().zip(&chosen) {
            let html = chosen.state.as_ref().map(|state| {
                let list = List {
                    kind: chosen.kind,
                    config: &chosen.config,
                    meta: &chosen.meta,
                    state,
                    said: self.texts.of(page, element),
                    mode: self.mode,
                };
                list.html()
            });
            let html = html.map(|html| match self.hindrance(element) {
                Some(why) if !html.is_empty() => {
                    said.push(format!("<{}> {why}", element.name));
                    String::new()
                }
                _ => html,
            });
            if element.place != Place::Elsewhere {
                rendered.lists += usize::from(html.as_ref().is_some_and(|html| !html.is_empty()));
                rendered.unknown += usize::from(html.is_none());
            }
            match (element.place, html) {
                (Place::Elsewhere, _) => {}
                (Place::Own(at), html) => {
                    writes.own.resize(writes.own.len().max(at + 1), None);
                    writes.own[at] = html;
                }
                (Place::Before(_), None) => writes.keeps_placed = true,
                (Place::Before(script), Some(html)) => {
                    let before = writes.before.entry(script).or_default();
                    before.push_str(&placed(element, &html));
                }
            }
        }
        if writes.keeps_placed {
            writes.before.clear();
        }
        writes
    }

    /// Why no list is written into an element.
    fn hindrance(&self, element: &Element) -> Option<&'static str> {
        if self.mode == Mode::Shadow {
            None
        } else if element.is_authored {
            Some("has something of its author's in it, which stays: no list is written there")
        } else if element.in_paragraph {
            Some("stands in a paragraph, which a list would end: no list is written there")
        } else {
            None
        }
    }
}
