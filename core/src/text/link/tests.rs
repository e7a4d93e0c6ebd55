//! Addresses as pages and feeds write them.

use super::*;

// An article's address of megabytes was copied for each link of its text.
#[test]
fn what_is_longer_than_any_address_is_none() {
    let long = |length| ["https://paper.example/", &"a".repeat(length)].concat();
    for (length, is_one) in [(LONGEST / 2, true), (LONGEST, false)] {
        assert_eq!(resolve("", &long(length)).is_some(), is_one);
        assert_eq!(resolve(&long(length), "/b").is_some(), is_one);
    }
}

#[test]
fn relative_references() {
    let base = "https://paper.example/news/today/feed.json?page=2#x";
    for (href, wanted) in [
        ("https://other.example/a", "https://other.example/a"),
        ("//cdn.example/p.png", "https://cdn.example/p.png"),
        ("/a/../b/./c", "https://paper.example/b/c"),
        ("story.html", "https://paper.example/news/today/story.html"),
        ("../?id=7", "https://paper.example/news/?id=7"),
        ("..", "https://paper.example/news/"),
        ("../../../../x", "https://paper.example/x"),
        ("?p=5", "https://paper.example/news/today/feed.json?p=5"),
        (
            "#top",
            "https://paper.example/news/today/feed.json?page=2#top",
        ),
        (" \n/a\tb ", "https://paper.example/ab"),
        (
            "a:b/c".trim_start_matches("a:"),
            "https://paper.example/news/today/b/c",
        ),
    ] {
        assert_eq!(resolve(base, href).as_deref(), Some(wanted), "{href:?}");
    }
    assert_eq!(resolve("http://h", "x").as_deref(), Some("http://h/x"));
}

#[test]
fn nothing_but_web_addresses() {
    for href in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "mailto:a@b.example",
        "file:///etc/passwd",
        "https://",
        "http://:80/",
        "",
        "   ",
    ] {
        assert_eq!(resolve("https://paper.example/", href), None, "{href:?}");
    }
    assert_eq!(resolve("about:blank", "story.html"), None);
    assert_eq!(resolve("", "story.html"), None);
}

#[test]
fn the_same_origin() {
    let feed = "https://paper.example/feed.json";
    assert!(same_origin("https://paper.example/news?page=2", feed));
    for next in [
        "http://paper.example/2",
        "https://paper.example:8443/2",
        "https://paper.example@other.example/2",
        "https://paper.example.other.example/2",
        "https://paper.example\\@other.example/2",
        "//paper.example/2",
        "javascript:2",
        "",
    ] {
        assert!(!same_origin(next, feed), "{next}");
    }
    let bare = "https://paper.example";
    assert!(!same_origin("https://paper.example.other/", bare));
}

#[test]
fn the_same_article() {
    let same = key("https://www.Paper.example/a/b/?utm_source=x&id=3&fbclid=y#c");
    assert_eq!(same, "paper.example/a/b?id=3");
    assert_eq!(key("http://paper.example/a/b?id=3"), same);
    assert_ne!(key("https://paper.example/A/b?id=3"), same);
    assert_eq!(key("https://paper.example"), key("https://paper.example/"));
    assert_eq!(path_of(&same), "/a/b?id=3");
    assert_eq!(path_of("paper.example"), "/");
}

#[test]
fn variants_of_the_same_article() {
    for variant in [
        "https://paper.example/2026/rain.html",
        "https://amp.paper.example/2026/rain.html",
        "https://www.amp.paper.example:443/2026/rain.html",
        "https://paper.example/amp/2026/rain.html",
        "https://paper.example/2026/rain.html/amp/",
        "https://paper.example/2026/rain.amp.html",
        "https://paper.example/2026/rain.print.html",
        "https://paper.example/2026/rain.html?amp=1",
        "https://paper.example/2026/rain.html?outputType=amp&utm_medium=x",
        "https://paper.example/2026/rain.html?print=true",
        "https://paper.example/2026/rain.html/print/",
        "https://print.paper.example/2026/rain.html",
        "https://paper-example.cdn.ampproject.org/c/s/paper.example/2026/rain.html",
        "https://www.google.com/amp/s/amp.paper.example/2026/rain.html",
    ] {
        assert_eq!(key(variant), "paper.example/2026/rain.html", "{variant}");
    }
    // What only looks like one.
    assert_ne!(key("https://paper.example/amp"), "paper.example");
    assert_eq!(
        key("https://paper.example/a?type=letter"),
        "paper.example/a?type=letter"
    );
    assert_eq!(
        key("https://paper.example/printing"),
        "paper.example/printing"
    );
    assert_eq!(
        key("https://paper.example/a?print=run"),
        "paper.example/a?print=run"
    );
}

#[test]
fn what_is_written_as_an_address() {
    for text in [
        "https://p.example/a",
        "HTTP://p.example",
        "ftp://p.example",
        "://",
    ] {
        assert!(is_address(text), "{text}");
    }
    // Labels of counts and identifiers have a colon too.
    for text in [
        "",
        "/a",
        "p.example/a",
        "p.example:80/a",
        "tag:p.example,2026:1",
        "Sport: cricket",
        "urn:uuid:1",
    ] {
        assert!(!is_address(text), "{text}");
    }
}

/// An article whose canonical link was in capitals led its own list.
#[test]
fn one_address_in_several_spellings() {
    let same = key("https://p.example/\u{645}\u{642}");
    for spelling in [
        "https://p.example/%d9%85%d9%82",
        "https://p.example/%D9%85%D9%82/",
        "https://p.example/%D9%85\u{642}",
    ] {
        assert_eq!(key(spelling), same, "{spelling}");
    }
    assert_eq!(
        key("https://p.example/a%2db%7E"),
        key("https://p.example/a-b~")
    );
    assert_eq!(
        key("https://p.example/a?q=%c3%a9"),
        key("https://p.example/a?q=é")
    );
    // A page's own address never has a blank, a feed's may.
    assert_eq!(
        key("https://p.example/a%20b/c d"),
        key("https://p.example/a b/c%20d")
    );
    // What separates is another thing escaped.
    assert_eq!(
        key("https://p.example/a%2fb"),
        key("https://p.example/a%2Fb")
    );
    assert_ne!(key("https://p.example/a%2fb"), key("https://p.example/a/b"));
    for odd in [
        "p.example/100%",
        "p.example/%4",
        "p.example/%zz",
        "p.example/%FF",
    ] {
        assert_eq!(key(odd), odd, "{odd}");
    }
}

#[test]
fn routes_of_a_site_are_addresses_and_places_in_a_page_are_none() {
    let route = key("https://p.example/#/news/101");
    assert_ne!(route, key("https://p.example/#/news/102"));
    assert_ne!(route, key("https://p.example/"));
    assert_eq!(route, key("http://www.p.example/#/news/101"));
    assert_ne!(key("https://p.example/#!/a"), key("https://p.example/#!/b"));
    assert_eq!(
        key("https://p.example/a#comments"),
        key("https://p.example/a")
    );
}

/// A link that no browser follows, or follows elsewhere: the host was not looked at, and
/// one slash of each kind counted as a path.
#[test]
fn a_host_is_one_that_a_browser_knows() {
    let base = "https://p.example/a/b";
    for (href, wanted) in [
        ("/\\q.example/c", Some("https://q.example/c")),
        ("\\/q.example/c", Some("https://q.example/c")),
        ("//q.example/c", Some("https://q.example/c")),
        ("\\\\q.example/c", Some("https://q.example/c")),
        ("/q.example/c", Some("https://p.example/q.example/c")),
        ("http://q.example:8080/", Some("http://q.example:8080/")),
        ("http://q.example:65535/", Some("http://q.example:65535/")),
        ("http://q.example:/", Some("http://q.example/")),
        ("http://ana:b@q.example/", Some("http://ana:b@q.example/")),
        ("http://[::1]:8080/", Some("http://[::1]:8080/")),
        ("http://[2001:db8::1]/", Some("http://[2001:db8::1]/")),
        (
            "http://m\u{fc}nchen.example/",
            Some("http://xn--mnchen-3ya.example/"),
        ),
        ("http://q.example:65536/", None),
        ("http://q.example:b/", None),
        ("http://q.example:-80/", None),
        ("http://q.example: 21/", None),
        ("http://2001::1/", None),
        ("http://[::1/", None),
        ("http://::1]/", None),
        ("http://[www]/", None),
        ("http://ana@/c", None),
        ("http://q%zz.example/", None),
        ("http://q|.example/", None),
        ("http://q .example/", None),
        ("//q^.example/", None),
    ] {
        assert_eq!(resolve(base, href).as_deref(), wanted, "{href}");
    }
}
