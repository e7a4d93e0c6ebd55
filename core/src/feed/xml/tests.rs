//! Names, namespaces, broken documents, limits.

use super::*;
use crate::json::MOST_VALUES;

fn root(text: &str) -> Element<'_> {
    read(text).expect("an element").root
}

#[test]
fn names_text_and_attributes() {
    let root = root(
        "<?xml version='1.0'?><!-- <no> --><r xmlns:d='http://purl.org/dc/elements/1.1/' a=' x&amp;y '>\
         <T>one &lt; <![CDATA[two & <b>]]> three&nbsp;&eacute;</T><d:creator/><dc:date>5</dc:date></r>",
    );
    assert_eq!(root.attribute("a"), "x&y");
    assert_eq!(
        root.get(Space::Own, "t").expect("t").text(),
        "one < two & <b> three\u{a0}é"
    );
    assert!(root.get(Space::Dc, "creator").is_some());
    assert_eq!(root.get(Space::Dc, "date").expect("date").text(), "5");
    assert!(root.get(Space::Own, "date").is_none());
}

#[test]
fn the_roots_own_namespace_whatever_its_prefix() {
    let root = root(
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns='http://www.w3.org/1999/xhtml'>\
         <a:title><div>x<br/><b class='y'>1 &lt; 2</b></div></a:title></a:feed>",
    );
    assert!(root.is(Space::Own, "feed"));
    let title = root.get(Space::Own, "title").expect("title");
    assert_eq!(title.html(), "<div>x<br><b class='y'>1 &lt; 2</b></div>");
}

#[test]
fn what_is_not_well_formed() {
    let fine = read("<r><a>x & y</b></a><c>z<d></r>").expect("an element");
    assert!(fine.stop.is_none());
    assert_eq!(fine.root.get(Space::Own, "a").expect("a").text(), "x & y");
    let cut = read("<r><a>whole</a><a>ha").expect("an element");
    assert_eq!(cut.stop, Some(What::CutShort));
    let cuts: Vec<_> = cut.root.elements().map(|a| a.cut).collect();
    assert_eq!(cuts, [false, true]);
    assert!(read("no element").is_none());
    assert!(read("<!-- only -->").is_none());
}

#[test]
fn limits() {
    let deep = "<a>".repeat(100);
    assert_eq!(read(&deep).expect("an element").stop, Some(What::Deep));
    let heavy = format!("<a>{}", "<b/>".repeat(MOST_VALUES + 5));
    assert_eq!(read(&heavy).expect("an element").stop, Some(What::Heavy));
}

#[test]
fn no_entity_is_expanded() {
    let bomb = read(
        "<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>\
         <r>&b;&x;</r>",
    )
    .expect("an element");
    assert!(bomb.entities);
    assert_eq!(bomb.root.text(), "&b;&x;");
}
