//! What stands, what leaves its text, and what leaves nothing.

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
    show(&safe(html, "https://paper.example/a/"))
}

#[test]
fn what_may_stand_stands() {
    assert_eq!(
        shown("<h1>A</h1><p>b <em>c</em><br>&amp; <a href='../d'>e</a></p>"),
        "<h2>A</h2><p>b <em>c</em><br></br>& <a href=https://paper.example/d>e</a></p>"
    );
    assert_eq!(
        shown("<ul><li>a<li>b<ul><li>c</ul></ul><table><tr><td colspan=2>d<td>e<tr><td>f</table>"),
        "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><table><tr><td colspan=2>d</td><td>e</td></tr><tr><td>f</td></tr></table>"
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
