//! What stands, what leaves its text, and what leaves nothing.

use super::tree::{BYTES, DEEPEST, LONGEST};
use super::*;
use std::fmt::Write;

fn show(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(element) => {
                let _ = write!(out, "<{}", element.name);
                for (name, value) in &element.attributes {
                    let _ = write!(out, " {name}={value}");
                }
                let _ = write!(out, ">{}</{}>", show(&element.children), element.name);
            }
        }
    }
    out
}

fn shown(html: &str) -> String {
    show(&safe(html, "https://paper.example/a/", 100_000).nodes)
}

#[test]
fn what_may_stand_stands() {
    assert_eq!(
        shown("<h1>A</h1><p>b <em>c</em><br>&amp; <a href='../d'>e</a></p>"),
        "<h2>A</h2><p>b <em>c</em><br></br>& <a href=https://paper.example/d>e</a></p>"
    );
    assert_eq!(
        shown("<ul><li>a<li>b<ul><li>c</ul></ul><table><tr><td colspan=2>d<td>e<tr><td>f</table>"),
        "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><table><tbody><tr><td colspan=2>d</td><td>e</td></tr><tr><td>f</td></tr></tbody></table>"
    );
    assert_eq!(shown("<p>a<p>b<div>c"), "<p>a</p><p>b</p><div>c</div>");
}

#[test]
fn what_may_not_leaves_its_text() {
    assert_eq!(
        shown("<font color=red>a</font><b onclick=x id=y style=z>b</b>"),
        "a<b>b</b>"
    );
    assert_eq!(
        shown("a<script>b</script><iframe src=x>c</iframe><form><input>d</form>"),
        "a<a href=https://paper.example/a/x class=embed>paper.example</a>d"
    );
    assert_eq!(
        shown("<a href='javascript:alert(1)'>x</a><img src='data:x'>"),
        "<a>x</a>"
    );
    assert_eq!(
        shown("<img src=/p.jpg onerror=x alt='a &quot;b' width=640 height='100%'>"),
        "<img src=https://paper.example/p.jpg alt=a \"b loading=lazy width=640></img>"
    );
}

/// A list that goes on after a picture began at 1 again.
#[test]
fn a_list_is_numbered_as_its_author_has_numbered_it() {
    assert_eq!(
        shown("<ol start=4><li>d<li value=' 9 '>i</ol><ol reversed start=-1><li value=x>a</ol>"),
        "<ol start=4><li>d</li><li value=9>i</li></ol><ol start=-1 reversed=><li>a</li></ol>"
    );
    assert_eq!(
        shown("<ol start='4;x'><li>a</ol><ul start=3><li>b</ul><ol start=99999999><li>c</ol>"),
        "<ol><li>a</li></ol><ul><li>b</li></ul><ol><li>c</li></ol>"
    );
}

#[test]
fn what_is_embedded_becomes_a_link() {
    assert_eq!(
        shown(
            "<iframe src='https://www.tube.example/e/1' title='The &amp; film' onload=x><p>no</p></iframe>"
        ),
        "<a href=https://www.tube.example/e/1 class=embed>The & film</a>"
    );
    assert_eq!(
        shown("<video controls> <source src=a.mp4> <source src=a.webm></video>"),
        " <a href=https://paper.example/a/a.mp4 class=embed>paper.example</a> "
    );
    assert_eq!(
        shown(
            "<iframe src='javascript:x'></iframe><iframe srcdoc='<b>'></iframe><object></object>"
        ),
        ""
    );
}

#[test]
fn however_deep_or_broken_it_ends() {
    let deep = "<div>".repeat(10_000) + "x" + &"</div>".repeat(9_000);
    assert!(shown(&deep).contains('x'));
    assert_eq!(shown("</p></b>a</div><b>"), "a<b></b>");
}

fn nodes(nodes: &[Node]) -> usize {
    let of = |node: &Node| match node {
        Node::Text(_) => 1,
        Node::Element(element) => 1 + self::nodes(&element.children),
    };
    nodes.iter().map(of).sum()
}

fn deepest(nodes: &[Node]) -> usize {
    let of = |node: &Node| match node {
        Node::Text(_) => 0,
        Node::Element(element) => 1 + deepest(&element.children),
    };
    nodes.iter().map(of).max().unwrap_or_default()
}

// Half a megabyte of any of these kept the page waiting for seconds.
#[test]
fn no_text_makes_more_nodes_than_are_wanted_whatever_is_in_it() {
    for part in [
        "<p>a",
        "<b>",
        "<b></b>",
        "<x>",
        "</x>",
        "<li>",
        "<tr><td>",
        "<img src=a>",
        "word ",
        "&zzz;",
        "<embed src=a> ",
        "<ul><li>",
        "<a href=b>c</a>",
        "<!-- -->d",
    ] {
        let html = part.repeat((1 << 20) / part.len());
        for most in [0, 1, 10, 1000] {
            let safe = safe(&html, "https://paper.example/", most);
            assert!(safe.is_cut, "{part}");
            assert!(
                nodes(&safe.nodes) <= safe.count && safe.count <= most + 2,
                "{part}"
            );
            assert!(deepest(&safe.nodes) <= DEEPEST);
        }
    }
}

fn length(nodes: &[Node]) -> usize {
    let of = |node: &Node| match node {
        Node::Text(text) => text.len(),
        Node::Element(element) => length(&element.children),
    };
    nodes.iter().map(of).sum()
}

// One paragraph of a quarter of a megabyte, its words from right to left and from
// left to right in turn, keeps a browser busy for eight seconds.
#[test]
fn what_a_text_takes_to_be_laid_out_counts_as_nodes_do() {
    for (part, most, wanted) in [
        ("word ", 2000, LONGEST),
        ("word ", 100, 100 * BYTES),
        ("<b></b>word ", 100_000, LONGEST),
        ("<b><div>word ", 100_000, LONGEST),
        ("<b>\u{5d0} </b>", 100_000, LONGEST),
        ("\u{5d0} a ", 1000, 2500),
        ("\u{5d0}1", 1000, 1500),
        ("&rlm;a", 1000, 2000),
    ] {
        let safe = safe(&part.repeat(200_000), "", most);
        let length = length(&safe.nodes);
        assert!(safe.is_cut, "{part}");
        assert!(
            (wanted - 20..=wanted + BYTES).contains(&length),
            "{part}: {length}"
        );
    }
    let items = safe(&"<ul><li>a</li></ul>".repeat(100), "", 1000);
    assert_eq!((items.count, items.is_cut), (400, false));
    let lines = ["<pre>", &"a\n".repeat(10_000)].concat();
    assert_eq!(length(&safe(&lines, "", 1000).nodes), 1997);
    for whole in [
        "a\n".repeat(10_000),
        "<p>\u{627}\u{644} 2026</p>".repeat(100),
        ["<p>", &"word ".repeat(20_000), "</p>"].concat().repeat(3),
    ] {
        assert!(!safe(&whole, "", 3000).is_cut, "{}", &whole[..20]);
    }
}

#[test]
fn what_is_within_the_limit_is_whole() {
    let html = "<p>Some words of <b>prose</b>.</p>\n".repeat(100);
    let whole = safe(&html, "", 600);
    assert_eq!((whole.count, whole.is_cut), (600, false));
    assert_eq!(nodes(&whole.nodes), 600);
    assert!(safe(&html, "", 599).is_cut);
}

// Each looked back over all blanks to the one before it.
#[test]
fn a_film_in_a_hundred_thousand_formats_is_linked_once() {
    let html = "<video src=a><source src=b> ".repeat(200_000);
    let safe = safe(&html, "https://paper.example/", 10_000_000);
    assert_eq!(nodes(&safe.nodes), 200_002);
}

#[test]
fn an_embed_is_linked_again_behind_anything_but_blanks() {
    for (between, links) in [
        ("", 1),
        (" \n ", 1),
        (" <!-- a --> <x>", 1),
        ("<img>", 1),
        ("</b>", 1),
        ("a", 2),
        ("<br>", 2),
        ("<b></b>", 2),
        ("<p>", 2),
    ] {
        let html = ["<embed src=a>", between, "<embed src=b>"].concat();
        assert_eq!(
            shown(&html).matches("class=embed").count(),
            links,
            "{between:?}"
        );
    }
    let inside = shown("<p><embed src=a></p> <embed src=b>");
    assert_eq!(inside.matches("class=embed").count(), 2);
}

/// They were shown as boxes, or obeyed where the text was copied to a terminal.
#[test]
fn control_characters_are_blanks() {
    assert_eq!(
        shown("<p>a\0b\u{1b}[2J&#1;c\u{85}d\u{9b}e\u{7f}f</p>"),
        "<p>a b [2J c d e f</p>"
    );
    assert_eq!(shown("<pre>a\tb\r\n\u{c}c</pre>"), "<pre>a\tb\r\n c</pre>");
    assert_eq!(
        shown("<img src=/p.jpg alt='a\u{1}b&#2;'>"),
        "<img src=https://paper.example/p.jpg alt=a b loading=lazy></img>"
    );
    assert_eq!(
        shown("<iframe src=/x title='a\u{1b}b'></iframe>"),
        "<a href=https://paper.example/x class=embed>a b</a>"
    );
}

// Written as HTML and read again by a browser, it was another tree.
#[test]
fn a_table_is_one_and_its_parts_stand_nowhere_else() {
    let row = |cell: &str| format!("<table><tbody><tr><td>{cell}</td></tr></tbody></table>");
    for (html, wanted) in [
        ("<caption>a</caption>", "a".to_owned()),
        ("<td>a<tr>b<tbody>c", "abc".to_owned()),
        ("<table><tr><td>a", row("a")),
        ("<table><td>a", row("a")),
        ("<table>a", row("a")),
        ("<table><tr>a", row("a")),
        ("<table><tbody><p>a", row("<p>a</p>")),
        ("<table><tr><td><b>a<td>b", row("<b>a</b></td><td>b")),
        ("<table><td>a<table><td>b", row(&["a", &row("b")].concat())),
        (
            "<table><caption>a<tr><td>b",
            "<table><caption>a</caption><tbody><tr><td>b</td></tr></tbody></table>".to_owned(),
        ),
        (
            "<table><thead><th>a<tbody><td>b",
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"
                .to_owned(),
        ),
    ] {
        assert_eq!(shown(html), wanted, "{html}");
    }
}

#[test]
fn no_link_stands_in_a_link_and_no_heading_in_a_heading() {
    for (html, wanted) in [
        (
            "<a href=https://a.example/>a<a href=https://b.example/>b",
            "<a href=https://a.example/>a</a><a href=https://b.example/>b</a>",
        ),
        ("<h2>a<h3>b", "<h2>a</h2><h3>b</h3>"),
        ("<h2><b>a</b></h2><p>b", "<h2><b>a</b></h2><p>b</p>"),
    ] {
        assert_eq!(shown(html), wanted, "{html}");
    }
}
