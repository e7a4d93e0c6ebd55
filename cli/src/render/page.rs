//! A page as it was written: what its head says, which lists stand in it and where,
//! and what it is set to.

use super::scan::scan;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use newsrail_core::config::Kind;
use newsrail_core::feed::discovery::{self, Head};
use newsrail_core::text::entities::decode;
use newsrail_core::text::html::{Token, tokens};
use std::borrow::Cow;

/// A page, as far as its lists go.
pub(super) struct Page {
    /// What it says of itself; `url` is its own address, empty where nobody knows it.
    pub(super) head: Head,
    /// The address that its relative ones are resolved against.
    pub(super) base: String,
    pub(super) encoding: &'static Encoding,
    /// Its elements that show something of a feed, in its order.
    pub(super) elements: Vec<Element>,
    /// Its tags that name newsrail.js; the first has the page's defaults.
    pub(super) tags: Vec<Tag>,
    /// Whether any of newsrail's elements is its author's.
    pub(super) has_elements: bool,
    /// Why nothing can be written into it.
    pub(super) broken: Option<String>,
}

/// One of newsrail's elements.
#[derive(Default)]
pub(super) struct Element {
    /// Its name.
    pub(super) name: String,
    pub(super) attributes: Attributes,
    /// `lang` of the nearest that has one, itself included.
    pub(super) language: String,
    pub(super) place: Place,
    /// Whether there is something of its author's in it.
    pub(super) is_authored: bool,
    /// Whether it stands in a paragraph, which a list would end.
    pub(super) in_paragraph: bool,
}

/// Where an element stands.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum Place {
    /// Where no list is written: it is no list, or nobody will see it.
    #[default]
    Elsewhere,
    /// It is the page's list of this number, from 0 on.
    Own(usize),
    /// It is to stand before the script of this number, whose tag places it.
    Before(usize),
}

/// A script tag that names newsrail.js.
pub(super) struct Tag {
    pub(super) attributes: Attributes,
    /// Its number among all scripts, from 0 on.
    pub(super) script: usize,
    /// How many of the page's elements stand before it.
    pub(super) elements: usize,
    pub(super) language: String,
    pub(super) in_body: bool,
    pub(super) in_paragraph: bool,
}

/// Attributes by their names, in lower case, with their values decoded.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Attributes(pub(super) Vec<(String, String)>);

impl Attributes {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl Element {
    pub(super) fn kind(&self) -> Option<Kind> {
        Kind::of(&self.name)
    }
}

impl Page {
    /// Reads a page that is at `url`, which may be empty.
    pub(super) fn read(bytes: &[u8], url: &str) -> Self {
        let encoding = encoding(bytes);
        let html = encoding.decode(bytes).0;
        let head = discovery::collect(&html, url);
        let mut page = Self {
            head,
            base: url.to_owned(),
            encoding,
            elements: Vec::new(),
            tags: Vec::new(),
            has_elements: false,
            broken: None,
        };
        scan(&html, &mut page);
        page
    }

    /// What an attribute says on an element, or else on the script tag.
    pub(super) fn setting<'p>(&'p self, element: &'p Element, name: &str) -> Option<&'p str> {
        let on_tag = || {
            let tag = self.tags.first()?;
            tag.attributes.get(&["data-", name].concat())
        };
        element.attributes.get(name).or_else(on_tag)
    }
}

/// The character set of a page, as a browser takes it from a file: by its byte order
/// mark, else as it says itself, else UTF-8 where it is that.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]);
    let said = declared(&start);
    let said = said.and_then(|label| Encoding::for_label(label.as_bytes()));
    said.unwrap_or_else(|| {
        if std::str::from_utf8(bytes).is_ok() {
            UTF_8
        } else {
            WINDOWS_1252
        }
    })
}

/// The label of the character set that a page's beginning names.
fn declared(html: &str) -> Option<Cow<'_, str>> {
    tokens(html).find_map(|token| match token {
        Token::Open(name, tag) if name == "meta" => tag.attribute("charset").or_else(|| {
            let content = tag.attribute("content")?;
            let (_, label) = content.split_once("charset=")?;
            let label = label.split([';', ' ']).next()?;
            Some(Cow::Owned(label.to_owned()))
        }),
        _ => None,
    })
}

/// An attribute's value as it is meant.
pub(super) fn decoded(value: &str) -> String {
    decode(value).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_its_character_set_or_has_one() {
        let of = |bytes: &[u8]| encoding(bytes).name();
        assert_eq!(of("<meta charset=utf-8>é".as_bytes()), "UTF-8");
        assert_eq!(of("é".as_bytes()), "UTF-8");
        assert_eq!(of(b"\xe9"), "windows-1252");
        assert_eq!(of(b"<META charset='KOI8-R'>\xe9"), "KOI8-R");
        let http = b"<meta http-equiv=content-type content='text/html; charset=iso-8859-2'>";
        assert_eq!(of(http), "ISO-8859-2");
        assert_eq!(of(b"\xef\xbb\xbf<meta charset=koi8-r>"), "UTF-8");
    }
}
