//! What concerns every format: telling them apart, limits, broken input.

use super::*;
use crate::WHOLE;
use crate::article::Format;
use crate::json::MOST_VALUES;

const URL: &str = "https://paper.example/feed";

fn failure(bytes: &[u8]) -> String {
    read(bytes, URL, None).expect_err("no feed").to_string()
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.articles.iter().map(|a| a.title.as_str()).collect()
}

fn limits(feed: &Feed) -> Vec<What> {
    feed.limits().map(|note| note.what).collect()
}

#[test]
fn what_is_no_feed_says_what_it_is() {
    assert_eq!(failure(b""), "the response is empty");
    assert_eq!(failure(b" \n "), "the response is empty");
    for page in [
        "<!doctype html><title>Not found",
        "<HTML><p>",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
    ] {
        assert_eq!(failure(page.as_bytes()), "this is an HTML page, not a feed");
    }
    assert_eq!(
        failure(b"<urlset><url/></urlset>"),
        "this XML is neither RSS nor Atom"
    );
    assert_eq!(
        failure(b"{\"items\": [}"),
        "the feed cannot be read: not JSON, at byte 11"
    );
    assert_eq!(
        failure(b"{\"a\":1}"),
        "this JSON is no list of articles in a known format"
    );
    assert_eq!(
        failure(br#"{"code":"rest_no_route","message":"x","data":{"status":404}}"#),
        "the site refused: rest_no_route"
    );
    assert_eq!(
        failure(b"<?xml version='1.0' encoding='Shift_JIS'?><rss/>"),
        "the charset is not supported: shift_jis"
    );
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn an_item_needs_a_title_or_a_link() {
    let feed = read(
        br#"{"version":"https://jsonfeed.org/version/1.1","items":[
            {"id":"1"}, 7, {"url":"/a"}, {"url":"/b","content_html":"<p>Rain &amp; wind</p>"},
            {"title":"A headline alone"}, {"title":"Again","url":"/b"}, {"title":"A headline alone"}]}"#,
        "https://paper.example/feed.json",
        None,
    )
    .expect("a feed");
    assert_eq!(
        titles(&feed),
        [
            "paper.example/a",
            "Rain & wind",
            "A headline alone",
            "A headline alone"
        ]
    );
    assert_eq!(feed.dropped, 3);
    let notes: Vec<_> = feed.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "item 1: dropped, it has neither title nor link",
            "item 2: dropped, it is no object",
            "item 3: has no title",
            "item 4: has no title",
            "item 6: dropped, it has the link of an earlier item",
        ]
    );
}

#[test]
fn a_body_that_was_cut_gives_the_items_before() {
    let json = br#"{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"A","url":"/a"},{"title":"B","url":"/b"},{"tit"#;
    let rss =
        b"<rss><channel><item><title>A</title></item><item><title>B</title></item><item><title>C";
    let atom = b"<feed><entry><title>A</title></entry><entry><title>B</title></entry><entry><ti";
    for cut in [&json[..], rss, atom] {
        let feed = read(cut, URL, None).expect("a feed");
        assert_eq!(titles(&feed), ["A", "B"]);
        assert_eq!(limits(&feed), [What::CutShort]);
    }
    assert!(failure(&json[..70]).contains("ends too early"));
    assert_eq!(
        failure(b"<rss><channel><item>"),
        "this XML is neither RSS nor Atom"
    );
}

#[test]
fn more_than_is_read() {
    let item = r#"{"title":"A","url":"/a"},"#;
    let many: Vec<String> = (0..MOST_ITEMS + 5)
        .map(|n| format!(r#"{{"title":"A","url":"/{n}"}}"#))
        .collect();
    let many = format!("[{}]", many.join(","));
    let feed = read(many.as_bytes(), URL, None).expect("a feed");
    assert_eq!(feed.articles.len(), MOST_ITEMS);
    assert_eq!(limits(&feed), [What::Many]);

    let long = format!("[{item}\"{}\"]", "x".repeat(LARGEST));
    let feed = read(long.as_bytes(), URL, None).expect("a feed");
    assert_eq!(titles(&feed), ["A"]);
    assert_eq!(limits(&feed), [What::CutShort, What::Large]);

    let deep = format!("[{item}{}", "[".repeat(100));
    let feed = read(deep.as_bytes(), URL, None).expect("a feed");
    assert_eq!(limits(&feed), [What::Deep]);

    let heavy = format!("[{item}[{}1]]", "1,".repeat(MOST_VALUES));
    let feed = read(heavy.as_bytes(), URL, None).expect("a feed");
    assert_eq!(limits(&feed), [What::Heavy]);

    let deep = format!(
        "<rss><channel><item><title>A</title></item><item>{}",
        "<a>".repeat(100)
    );
    let feed = read(deep.as_bytes(), URL, None).expect("a feed");
    assert_eq!(
        (titles(&feed), limits(&feed)),
        (vec!["A"], vec![What::Deep])
    );
}

#[test]
fn entities_stay_what_they_are() {
    let feed = read(
        b"<!DOCTYPE rss [<!ENTITY lol 'lol'><!ENTITY x SYSTEM 'https://evil.example/'>]>\
          <rss><channel><item><title>&lol;&x; &eacute;</title></item></channel></rss>",
        URL,
        None,
    )
    .expect("a feed");
    assert_eq!(titles(&feed), ["&lol;&x; \u{e9}"]);
    assert_eq!(limits(&feed), [What::Entities]);
}

#[test]
fn a_charset_that_nobody_declared() {
    let feed = read(
        b"<rss><channel><item><title>caf\xe9</title></item></channel></rss>",
        URL,
        None,
    )
    .expect("a feed");
    assert_eq!(titles(&feed), ["caf\u{e9}"]);
    assert_eq!(limits(&feed), [What::Charset]);
    assert!(failure(b"[\"\xe9\"]").contains("not UTF-8"));
}

// A headline of megabytes kept the page waiting for seconds while it was laid out.
#[test]
fn texts_that_are_shown_whole_have_an_end() {
    let long = "ä".repeat(1 << 18);
    let json = format!(
        r#"{{"version":"https://jsonfeed.org/version/1","items":[{{"url":"/a","title":"{long}","summary":"{long}",
        "_newsrail":{{"section":"{long}","kicker":"{long}"}},"content_text":"{long}"}}]}}"#
    );
    let feed = read(json.as_bytes(), URL, None).expect("a feed");
    let article = &feed.articles[0];
    for text in [
        &article.title,
        &article.summary,
        &article.section,
        &article.kicker,
    ] {
        assert_eq!(text.len(), crate::text::plain::LONGEST);
    }
    assert!(article.body.len() > long.len());
}

// Ten thousand articles without authors had a copy each of what their feed says of
// its own: of a megabyte of them ten gigabytes.
#[test]
fn a_feed_s_own_authors_are_its_articles_where_there_is_room_for_them() {
    let authors = |text: &str, count: usize| {
        let name = ["<author><name>", text, "</name></author>"]
            .concat()
            .repeat(count);
        let atom = format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'>{name}<entry><title>a</title><link href='/a'/></entry></feed>"
        );
        let name = vec![format!("{{\"name\":\"{text}\"}}"); count].join(",");
        let json = format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","authors":[{name}],"items":[{{"url":"/a","title":"a"}}]}}"#
        );
        [atom, json].map(|text| {
            let feed = read(text.as_bytes(), URL, None).expect("a feed");
            feed.articles[0].authors.len()
        })
    };
    assert_eq!(authors("Ana", 20), [20, 20]);
    assert_eq!(authors(&"a".repeat(1 << 20), 1), [0, 0]);
    assert_eq!(authors("a", 100_000), [50, 50]);
}

/// The zone was read of JSON Feed and WordPress alone, and lost where a feed came
/// by way of another program.
#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn the_publishers_clock_is_kept_in_every_format() {
    for text in [
        r#"{"version":"https://jsonfeed.org/version/1","items":[{"url":"/a","title":"A","date_published":"Fri, 20 Nov 2026 10:00:00 +0100"}]}"#,
        r#"[{"link":"/a","title":{"rendered":"A"},"date_gmt":"2026-11-20T09:00:00","date":"2026-11-20T10:00:00"}]"#,
        r#"{"posts":[{"uuid":"u","url":"/a","title":"A","published_at":"2026-11-20T10:00:00.000+01:00"}]}"#,
        r#"{"@type":"NewsArticle","headline":"A","url":"/a","datePublished":"2026-11-20T10:00:00+01:00"}"#,
        r#"{"items":[{"headline":"A","url":"/a","date":"2026-11-20T10:00:00+01:00"}]}"#,
        "<rss><channel><item><title>A</title><link>/a</link><pubDate>Fri, 20 Nov 2026 10:00:00 +0100</pubDate></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><link href='/a'/><updated>2026-11-20T10:00:00+01:00</updated></entry></feed>",
    ] {
        let feed = read(text.as_bytes(), URL, None).expect("a feed");
        let passed = common::read(write::json_feed(&feed).as_bytes(), URL).expect("a feed");
        for article in [&feed.articles[0], &passed.articles[0]] {
            assert_eq!(article.published, Some(1_795_165_200), "{text}");
            assert_eq!(article.zone, 3600, "{text}");
        }
    }
}

/// A plugin that takes a post out of a list leaves a gap, and PHP writes an object.
#[test]
fn lists_with_gaps_are_lists() {
    let item = |at| format!(r#"{{"url":"/{at}","title":"{at}","content_html":""}}"#);
    let post = |at| {
        format!(
            r#"{{"link":"/{at}","title":{{"rendered":"{at}"}},"_embedded":{{
            "author":{{"1":{{"name":"Ana","avatar_urls":{{"24":"/a24.png","96":"/a96.png"}}}}}},
            "wp:featuredmedia":{{"3":{{"source_url":"/f.jpg"}}}},
            "wp:term":{{"0":{{"1":{{"name":"Food","taxonomy":"category"}}}},"2":[{{"name":"tea","taxonomy":"post_tag"}}]}}}}}}"#
        )
    };
    for text in [
        format!(r#"{{"0":{},"2":{}}}"#, post(1), post(2)),
        format!("[{},{}]", post(1), post(2)),
    ] {
        let feed = read(text.as_bytes(), URL, None).expect("a feed");
        assert_eq!(
            (feed.format, titles(&feed)),
            (Format::WordPress, vec!["1", "2"])
        );
        let article = &feed.articles[1];
        assert_eq!(article.authors[0].name, "Ana");
        let picture = if WHOLE {
            "https://paper.example/a96.png"
        } else {
            ""
        };
        assert_eq!(article.authors[0].picture, picture);
        let image = article.image.as_ref().expect("a picture");
        assert_eq!(image.url, "https://paper.example/f.jpg");
        assert_eq!(
            (&*article.section, &*article.tags),
            ("Food", &["tea".to_owned()][..])
        );
        assert_eq!(common::read(text.as_bytes(), URL), Some(feed));
    }
    for text in [
        format!(r#"{{"items":{{"4":{},"7":{}}}}}"#, item(1), item(2)),
        format!(r#"{{"posts":{{"1":{},"0":{}}}}}"#, item(1), item(2)),
        format!(r#"{{"101":{},"102":{}}}"#, item(1), item(2)),
    ] {
        let feed = read(text.as_bytes(), URL, None).expect("a feed");
        assert_eq!(titles(&feed), ["1", "2"], "{text}");
    }
}

/// The address stands in for a headline, and was shown with what a terminal obeys.
#[test]
fn no_control_character_is_in_a_headline() {
    for (url, wanted) in [
        (
            r"/a\u001b[2Jb\u0000\u009bc",
            "paper.example/a%1B[2Jb%00%C2%9Bc",
        ),
        (r"https://www.x/\u0085y", "x/ y"),
    ] {
        let text = format!(r#"{{"items":[{{"url":"{url}","content_html":""}}]}}"#);
        let feed = read(text.as_bytes(), URL, None).expect("a feed");
        assert_eq!(titles(&feed), [wanted], "{url}");
    }
}
