//! What the documents say of each element, attribute and custom property, as `build.rs`
//! has read it from their tables.

/// A row of a table whose first cell names something as code.
#[derive(Debug)]
pub struct Row {
    /// The heading above the table.
    pub section: &'static str,
    /// The names in its first cell.
    pub names: &'static [&'static str],
    /// Its other cells.
    pub cells: &'static [&'static [Piece]],
}

/// A piece of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(&'static str),
    /// What stands as code.
    Code(&'static str),
}

include!(concat!(env!("OUT_DIR"), "/documents.rs"));

impl Row {
    fn is_of(&self, name: &str) -> bool {
        self.names.contains(&name)
    }

    /// Whether it is of one element alone: `on <newsrail-author>, the name …`.
    fn is_on(&self, element: &str) -> bool {
        let [Some(Piece::Text("on ")), Some(Piece::Code(own))] =
            [0, 1].map(|at| self.cells[0].get(at))
        else {
            return false;
        };
        own.strip_prefix('<').and_then(|own| own.strip_suffix('>')) == Some(element)
    }
}

/// What the document says of an attribute: its values, and its default. An element may
/// have a row of its own; else that of all counts.
#[must_use]
pub fn of_attribute(name: &str, element: Option<&str>) -> Option<&'static Row> {
    let all = || ATTRIBUTE_ROWS.iter().filter(|row| row.is_of(name));
    let own = element.and_then(|element| all().find(|row| row.is_on(element)));
    own.or_else(|| all().next())
}

/// The headings above the attributes, in the document's order.
#[must_use]
pub fn sections() -> Vec<&'static str> {
    let mut sections: Vec<&str> = ATTRIBUTE_ROWS.iter().map(|row| row.section).collect();
    sections.dedup();
    sections
}

/// What the document says that an element shows.
#[must_use]
pub fn of_element(name: &str) -> Option<&'static Row> {
    let named = format!("<newsrail-{name}>");
    ELEMENT_ROWS.iter().find(|row| row.is_of(&named))
}

/// The custom properties that colours and lengths are set by, each with its row.
pub fn properties() -> impl Iterator<Item = (&'static str, &'static Row)> {
    let named = |row: &'static Row| row.names.iter().map(move |name| (*name, row));
    let public = |(name, _): &(&str, _)| !["--newsrail-rail", "--newsrail-row"].contains(name);
    PROPERTY_ROWS.iter().flat_map(named).filter(public)
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsrail_core::surface::{ATTRIBUTES, KINDS};

    /// A control without an explanation says nothing to a publisher.
    #[test]
    fn every_element_and_attribute_is_explained() {
        for (_, name) in KINDS {
            assert!(of_element(name).is_some(), "{name}");
        }
        for attribute in &ATTRIBUTES {
            let row = of_attribute(attribute.name, None);
            assert_eq!(
                row.map(|row| row.cells.len()),
                Some(2),
                "{}",
                attribute.name
            );
        }
    }

    #[test]
    fn attributes_stand_below_the_document_s_headings() {
        assert_eq!(sections()[..2], ["Any element", "Lists"]);
        let row = of_attribute("subscribe", None).expect("a row");
        assert_eq!(row.section, "Sign-up");
    }

    #[test]
    fn an_element_s_own_row_counts_before_that_of_all() {
        let own = of_attribute("author", Some("newsrail-author")).expect("a row");
        let all = of_attribute("author", Some("newsrail-popular")).expect("a row");
        assert_eq!(own.cells[0][1], Piece::Code("<newsrail-author>"));
        assert!(all.is_of("section"));
    }

    #[test]
    fn every_language_and_text_is_there() {
        assert!(LANGUAGES.contains(&"en") && LANGUAGES.contains(&"zh-Hant"));
        assert!(LANGUAGES.len() >= 23 && TEXTS.len() > 90);
        assert!(TEXTS.contains(&("looks", "minutes-other", "{count} min read")));
    }
}
