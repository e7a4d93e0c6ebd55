//! What plugins, PHP and pages put around a feed, and what is no feed all the same.

use super::json_of_script;
use crate::article::{Feed, Format, Note};
use crate::feed::{FeedError, read};

const URL: &str = "https://paper.example/feed";

const POSTS: &str = r#"[{"id":1,"link":"/a","title":{"rendered":"A [1]"}},{"id":2,"link":"/b","title":{"rendered":"B"}}]"#;

fn feed(text: &str) -> Feed {
    read(text.as_bytes(), URL, None).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.articles.iter().map(|a| a.title.as_str()).collect()
}

fn notes(feed: &Feed) -> Vec<String> {
    feed.limits().map(Note::words).collect()
}

fn around(quote: &str) -> String {
    format!("something else stands around the feed and was passed over: \"{quote}\"")
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn json_with_something_around_it() {
    for (before, behind, quoted) in [
        (
            "",
            "\n<!-- cached by a plugin -->",
            "<!-- cached by a plugin -->",
        ),
        (
            "<br />\n<b>Warning</b>: Undefined array key \"x\" in <b>/a.php</b> on line 5<br />\n",
            "",
            "<br /> <b>Warning</b>: Undefined array key \"x\" in…",
        ),
        (
            "<?php $a = ['b' => {}]; ?>",
            "",
            "<?php $a = ['b' => {}]; ?>",
        ),
        (
            "[28-Nov-2026 10:00:00 UTC] PHP Notice: a[0] {}\n",
            "<script>{\"a\":[]}</script>",
            "[28-Nov-2026 10:00:00 UTC] PHP Notice: a[0] {}",
        ),
        ("show(", ");", "show("),
        (
            "",
            "<html><body>Critical error</body></html>",
            "<html><body>Critical error</body></html>",
        ),
        ("\u{1}\u{9b}2J Notice\0", "", "2J Notice"),
    ] {
        let feed = feed(&[before, POSTS, behind].concat());
        assert_eq!(feed.format, Format::WordPress);
        assert_eq!(titles(&feed), ["A [1]", "B"], "{before}{behind}");
        assert_eq!(notes(&feed), [around(quoted)]);
    }
}

#[test]
fn json_with_something_around_it_that_is_cut_or_refuses() {
    let warning = "<b>Notice</b>: x<br>";
    let cut = feed(&[warning, &POSTS[..POSTS.len() - 10]].concat());
    assert_eq!(titles(&cut), ["A [1]"]);
    assert_eq!(cut.limits().count(), 2);
    let refused = r#"{"code":"rest_no_route","data":{"status":404}}<!-- cached -->"#;
    let error = read(refused.as_bytes(), URL, None).expect_err("refused");
    assert_eq!(error, FeedError::Refused("rest_no_route".into()));
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn json_that_is_none_strictly() {
    let bent = "no JSON: a line break or a backslash in a text, a comma too many, or a comment; read all the same".to_owned();
    for text in [
        "{\"items\":[{\"url\":\"/a\",\"title\":\"A\nB\"}]}",
        "{\"items\":[{\"url\":\"/a\",\"title\":\"A B\",},],}",
        "[{\"url\":\"/a\",\"title\":\"A\t\u{1}B\"} , ]",
    ] {
        let feed = feed(text);
        assert_eq!(titles(&feed), ["A B"], "{text}");
        assert_eq!(notes(&feed), [bent.as_str()]);
    }
    let both = feed("Notice: x\n[{\"url\":\"/a\",\"title\":\"A\"},]");
    assert_eq!(notes(&both), [bent, around("Notice: x")]);
}

/// Of a list that is broken itself a later post would pass for all of it.
#[test]
fn json_that_is_broken_itself_stays_broken() {
    for text in [
        r#"[{"link":"/a","title":{"rendered":"A"}} oops {"link":"/b","title":{"rendered":"B"}}]"#,
        r#"Notice: [{"link":"/a","title":{"rendered":"A"}};{"link":"/b","title":{"rendered":"B"}}]"#,
        r#"{"items":[{"url":"/a","title":"A"},{"url":"/b"'title":"B"}]}"#,
        "Notice: [] {} [{}] [1]",
    ] {
        let error = read(text.as_bytes(), URL, None).expect_err("broken");
        assert!(matches!(error, FeedError::Json(_)), "{text}: {error}");
    }
}

#[test]
fn a_feed_that_stands_in_a_page() {
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><link href='/a'/></entry></feed>";
    let rss = "<rss version='2.0'><channel><title>P</title><item><title>A</title><link>/a</link></item></channel></rss>";
    let rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel/><item rdf:about='/a'><title>A</title><link>/a</link></item></rdf:RDF>";
    let page = "<html><head><title>P</title><script>[{\"url\":\"/no\",\"title\":\"No\"}]</script></head><body>";
    for (feed_text, format) in [(atom, Format::Atom), (rss, Format::Rss), (rdf, Format::Rdf)] {
        for (before, behind) in [
            ("<html><body>", "</body></html>"),
            (
                "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>",
                "",
            ),
            (page, "</body></html>"),
            ("<br><b>Warning</b>: x[0]<br><?xml version='1.0'?>", ""),
            ("Warning: x<?xml version='1.0'?>", "<!-- cached -->"),
        ] {
            let feed = feed(&[before, feed_text, behind].concat());
            assert_eq!(feed.format, format);
            assert_eq!(titles(&feed), ["A"], "{before}");
            assert_eq!(feed.articles[0].url, "https://paper.example/a");
            assert_eq!(feed.limits().count(), 1);
        }
    }
}

#[test]
fn a_page_is_no_feed_whatever_stands_in_it() {
    let json_ld = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"A","url":"/a"}</script>"#;
    for text in [
        "<!doctype html><title>P</title>".to_owned() + json_ld,
        ["<html><body>", json_ld, "</body></html>"].concat(),
        ["<html><body>[", POSTS, "]<feed><p>Nothing</p></feed>"].concat(),
        [
            "<html><body><svg><rdf:RDF><item><title>A</title></item></rdf:RDF></svg>",
            json_ld,
        ]
        .concat(),
    ] {
        let error = read(text.as_bytes(), URL, None).expect_err("a page");
        assert_eq!(error, FeedError::Html, "{text}");
    }
    let fragment = ["<title>P</title>", json_ld].concat();
    assert!(read(fragment.as_bytes(), URL, None).is_err());
}

/// Were what is behind a bracket read once more for each, this would take hours.
#[test]
fn half_a_megabyte_of_beginnings_is_read_in_one_pass() {
    for piece in [
        "[",
        "{",
        "[{",
        "[1,",
        "{\"a\":",
        "{\"a\":\"",
        "x[",
        "<![CDATA[",
        "<html>",
        "<feed>",
        "<a [{\"",
        "<!--[",
        "[\"<rss>\",\n",
        "[]",
        "{\"0\":[",
    ] {
        for start in ["", "<", "x", "<html>"] {
            let text = [start, &piece.repeat((1 << 19) / piece.len())].concat();
            assert!(read(text.as_bytes(), URL, None).is_err(), "{start}{piece}");
        }
    }
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn scripts_as_pages_have_them() {
    let whole = r#"{"@type":"NewsArticle","headline":"A [1]","url":"/a"}"#;
    for script in [
        whole.to_owned(),
        format!("//<![CDATA[\n{whole}\n//]]>"),
        format!("//<![CDATA[ {whole} //]]>"),
        format!("/*<![CDATA[*/ {whole} /*]]>*/"),
        format!("<![CDATA[{whole}]]>"),
        format!("\n<!-- {whole} -->\n"),
        format!("{whole};"),
        whole.replace('}', ",}"),
        whole.replace(',', " ,\n\t"),
        format!("// made by [a] {{plugin}}\n{whole}"),
        format!("/* made by {{plugin}}\n a[0] */ {whole}"),
        whole.replace(',', ", // what it is\n /* [{ */"),
        whole.replace("A [1]", "A \\[1\\]"),
        format!("{{\"@type\":\"WebSite\"}}\n{whole}"),
        format!("{{\"@type\":\"WebSite\"}};{whole};{{\"@type\":"),
    ] {
        let all = json_of_script(&script);
        let named = all.iter().find(|json| !json.get("url").is_blank());
        let json = named.unwrap_or_else(|| panic!("{script}"));
        assert_eq!(json.get("headline").text(), Some("A [1]"), "{script}");
        assert_eq!(json.get("url").text(), Some("/a"), "{script}");
    }
    let broken = whole.replace(" [", "\r\n\t[");
    let json = json_of_script(&broken);
    assert_eq!(json[0].get("headline").text(), Some("A\r\n\t[1]"));
    for script in [
        "",
        "not JSON",
        "{\"@type\":",
        "[1 2]",
        "<![CDATA[]]>",
        "{'a':1}",
        "{'a':1,\"b\":{\"@type\":\"NewsArticle\",\"headline\":\"A\"}}",
        "/* {\"a\" ",
    ] {
        assert!(json_of_script(script).is_empty(), "{script}");
    }
}
