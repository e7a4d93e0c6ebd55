//! The elements that a script tag places, as web/loader/placement.js does.

use super::page::{Attributes, Element, Page, Place, Tag};
use newsrail_core::config::Kind;
use newsrail_core::shared::{ATTRIBUTES, LISTS_KINDS};

/// Adds to a page the elements that its tags will place; what is to be said of them.
pub(super) fn place(page: &mut Page) -> Vec<String> {
    let mut said = Vec::new();
    let mut placed: Vec<String> = Vec::new();
    let is_default = !page.has_elements && page.tags.iter().all(|tag| tag.rails().is_none());
    let mut more = 0;
    for at in 0..page.tags.len() {
        let tag = &page.tags[at];
        let kinds: Vec<String> = match tag.rails() {
            Some(rails) if tag.in_body => {
                rails.split_ascii_whitespace().map(str::to_owned).collect()
            }
            Some(rails) if !rails.trim().is_empty() => {
                said.push("data-rails: not in <body>".to_owned());
                continue;
            }
            None if is_default && tag.in_body => LISTS_KINDS.map(str::to_owned).to_vec(),
            _ => continue,
        };
        let mut elements = Vec::new();
        for kind in kinds {
            if Kind::of(&["newsrail-", &kind].concat()).is_none() {
                said.push(format!("data-rails: there is no {kind}"));
            } else if !placed.contains(&kind) {
                elements.push(tag.element(&kind));
                placed.push(kind);
            }
        }
        let from = tag.elements + more;
        more += elements.len();
        page.elements.splice(from..from, elements);
    }
    said
}

impl Tag {
    fn rails(&self) -> Option<&str> {
        self.attributes.get("data-rails")
    }

    /// The element of a kind that is set as the tag is.
    fn element(&self, kind: &str) -> Element {
        let attributes = ATTRIBUTES.iter().filter_map(|name| {
            let value = self.attributes.get(&["data-", name].concat())?;
            Some(((*name).to_owned(), value.to_owned()))
        });
        Element {
            name: ["newsrail-", kind].concat(),
            attributes: Attributes(attributes.collect()),
            language: self.language.clone(),
            place: Place::Before(self.script),
            is_authored: false,
            in_paragraph: self.in_paragraph,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(html: &str) -> (Vec<String>, Vec<String>) {
        let mut page = Page::read(html.as_bytes(), "");
        let said = place(&mut page);
        let names = page.elements.into_iter().map(|one| one.name);
        (names.collect(), said)
    }

    #[test]
    fn a_tag_places_what_it_names_or_else_both_lists() {
        let tag = "<script async src=newsrail.js></script>";
        let both = ["newsrail-popular", "newsrail-more-like-this"];
        assert_eq!(placed(&format!("<p>a</p>{tag}{tag}")).0, both);
        let named = "<p>a</p><script src=newsrail.js data-rails='subscribe popular popular'>";
        assert_eq!(placed(named).0, ["newsrail-subscribe", "newsrail-popular"]);
        let none = "<p>a</p><script src=newsrail.js data-rails=''>";
        assert!(placed(none).0.is_empty());
        // Whoever places one element has said where lists are to be.
        let own = format!("<newsrail-subscribe></newsrail-subscribe>{tag}");
        assert!(placed(&own).0.is_empty());
    }

    #[test]
    fn what_the_loader_complains_of_is_said() {
        let head = "<head><script src=newsrail.js data-rails=popular></script></head><p>a";
        let said = vec!["data-rails: not in <body>".to_owned()];
        assert_eq!(placed(head), (vec![], said));
        let bare = "<head><script src=newsrail.js></script></head><p>a";
        assert_eq!(placed(bare), (vec![], vec![]));
        let unknown = "<p>a</p><script src=newsrail.js data-rails=latest></script>";
        assert_eq!(placed(unknown).1, ["data-rails: there is no latest"]);
    }
}
