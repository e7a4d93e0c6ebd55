//! Tags, and what only looks like one.

use super::*;

fn names(html: &str) -> Vec<String> {
    tokens(html)
        .map(|token| match token {
            Token::Text(text) => text.to_owned(),
            Token::Open(name, _) => format!("<{name}>"),
            Token::Close(name, _) => format!("</{name}>"),
        })
        .collect()
}

#[test]
fn tags_text_and_what_only_looks_like_a_tag() {
    assert_eq!(
        names("a < b <P class='x>y'>c</p >d<br/>"),
        ["a < b ", "<p>", "c", "</p>", "d", "<br>"]
    );
    assert_eq!(names("1 <2 </ 3"), ["1 <2 </ 3"]);
}

#[test]
fn comments_and_scripts_leave_nothing() {
    assert_eq!(
        names("a<!-- > <b> -->b<?php x ?>c<!doctype html>d"),
        ["a", "b", "c", "d"]
    );
    assert_eq!(names("a<script>if (1</b) '<i>'</SCRIPT >b"), ["a", "b"]);
    assert_eq!(names("a<style>never closed"), ["a"]);
}

#[test]
fn attributes_in_every_spelling() {
    let Some(Token::Open(_, tag)) =
        tokens("<a HREF = 'x&amp;y' title=plain é=ü data-x href=second disabled>").next()
    else {
        panic!("no tag")
    };
    assert_eq!(tag.attribute("href").as_deref(), Some("x&y"));
    assert_eq!(tag.attribute("title").as_deref(), Some("plain"));
    assert_eq!(tag.attribute("disabled").as_deref(), Some(""));
    assert_eq!(tag.attribute("alt"), None);
}

#[test]
fn unfinished_input_ends() {
    for html in [
        "<",
        "<a",
        "<a href",
        "<a href=",
        "<a href='",
        "</a",
        "<!--",
        "<!",
        "<a =\u{e9}",
    ] {
        for token in tokens(html) {
            if let Token::Open(_, tag) = token {
                let _ = tag.attribute("none");
            }
        }
    }
}
