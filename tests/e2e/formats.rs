//! Feeds that the lists' own program does not read: each shows the same lists,
//! by a second program that comes only then.

use serde_json::json;

use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, paper, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};

/// A page with both lists of a feed.
fn page(widget: &Origin, feed: &str) -> Origin {
    partner(&format!(
        "<newsrail-popular id=e feed='{feed}' count=2></newsrail-popular>
         <newsrail-more-like-this feed='{feed}' article=none count=2></newsrail-more-like-this>
         <script async src='{}'></script>",
        widget.url("/newsrail.js")
    ))
}

/// How often the program that reads all formats was asked for, glue and all.
fn loads(widget: &Origin) -> usize {
    let requests = widget.requests();
    let formats = |path: &str| path.starts_with("/newsrail-formats-");
    requests.iter().filter(|r| formats(&r.path)).count()
}

const RSS: &str = "<?xml version='1.0'?><rss version='2.0'><channel><title>The Paper</title>
    <item><title>Rain &amp; wind</title><link>https://p.example/1</link><pubDate>Sat, 21 Nov 2026 10:00:00 GMT</pubDate></item>
    <item><title><![CDATA[Ferry <late>]]></title><link>https://p.example/2</link><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate></item>
    <item><title>Rain again</title><link>/3</link></item><item><title>Wind again</title><link>/4</link></item></channel></rss>";

const ATOM: &str = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://p.example/'>
    <entry><title>Rain &amp; wind</title><link href='1'/><updated>2026-11-21T10:00:00Z</updated></entry>
    <entry><title type='html'>Ferry &amp;lt;late></title><link href='2'/><updated>2026-11-20T10:00:00Z</updated></entry>
    <entry><title>Rain again</title><link href='3'/></entry><entry><title>Wind again</title><link href='4'/></entry></feed>";

#[tokio::test]
async fn every_format_shows_its_lists() {
    let ghost = json!({ "posts": [
        { "uuid": "a", "title": "Rain & wind", "url": "https://p.example/1", "published_at": "2026-11-21T10:00:00Z" },
        { "uuid": "b", "title": "Ferry <late>", "url": "https://p.example/2", "published_at": "2026-11-20T10:00:00Z" },
        { "uuid": "c", "title": "Rain again", "url": "https://p.example/3" },
        { "uuid": "d", "title": "Wind again", "url": "https://p.example/4" },
    ], "meta": { "pagination": { "next": null } } });
    let list = json!({ "@context": "https://schema.org", "@type": "ItemList", "itemListElement": [
        { "@type": "ListItem", "item": { "@type": "NewsArticle", "headline": "Rain &amp; wind", "url": "/1", "datePublished": "2026-11-21" } },
        { "@type": "ListItem", "item": { "@type": "NewsArticle", "headline": "Ferry &lt;late>", "url": "/2", "datePublished": "2026-11-20" } },
        { "@type": "ListItem", "url": "/3", "name": "Rain again" },
        { "@type": "ListItem", "url": "/4", "name": "Wind again" },
    ] });
    let feeds = Routes::default()
        .cors(true)
        .reply("/rss.xml", Reply::new("application/rss+xml", RSS))
        .reply("/atom.xml", Reply::new("application/atom+xml", ATOM))
        .reply("/ghost.json", Reply::json(&ghost))
        .reply("/list.json", Reply::json(&list))
        .serve();
    let browser = Browser::start(800, 900).await;
    for path in ["/rss.xml", "/atom.xml", "/ghost.json", "/list.json"] {
        let widget = widget();
        let page = page(&widget, &feeds.url(path));
        browser.goto(&page.url("/")).await;
        browser.wait_until(BOTH_LISTS, SOON).await;
        let latest = headlines(&browser, "newsrail-popular").await;
        assert_eq!(latest, ["Rain & wind", "Ferry <late>"], "{path}");
        let others = headlines(&browser, "newsrail-more-like-this").await;
        assert_eq!(others, ["Rain again", "Wind again"], "{path}");
        assert_eq!(loads(&widget), 2, "{path}: glue and WebAssembly, once");
        assert_calm(&browser).await;
    }
    browser.screenshot("rss").await;
}

#[tokio::test]
async fn an_rss_feed_that_the_head_announces_is_found() {
    let feeds = Routes::default()
        .cors(true)
        .reply("/rss.xml", Reply::new("application/rss+xml", RSS))
        .serve();
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    let page = partner(&format!(
        "<script>
           const feed = (href) => document.head.append(Object.assign(document.createElement('link'), {{ rel: 'alternate', type: 'application/rss+xml', href }}));
           feed('{0}/comments/feed'); feed('{0}/rss.xml');
         </script>
         <script async src='{1}'></script>",
        feeds.url(""),
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    browser
        .wait_until(
            "document.querySelector('newsrail-popular')?.shadowRoot?.querySelector('h3 a')",
            SOON,
        )
        .await;
    let latest = headlines(&browser, "newsrail-popular").await;
    assert_eq!(latest[0], "Rain & wind");
    assert_eq!(feeds.requests().len(), 1, "{:?}", feeds.requests());
}

#[tokio::test]
async fn the_charset_is_as_the_document_or_the_response_says() {
    // Новости and Погода in windows-1251.
    let titles = [
        &b"\xcd\xee\xe2\xee\xf1\xf2\xe8"[..],
        b"\xcf\xee\xe3\xee\xe4\xe0",
    ];
    let rss = |declaration: &[u8]| {
        let mut bytes = declaration.to_vec();
        bytes.extend(b"<rss><channel>");
        for (at, title) in titles.iter().enumerate() {
            bytes.extend(format!("<item><link>/{at}</link><title>").as_bytes());
            bytes.extend(*title);
            bytes.extend(b"</title></item>");
        }
        bytes.extend(b"</channel></rss>");
        bytes
    };
    let declared = rss(b"<?xml version='1.0' encoding='windows-1251'?>");
    let feeds = Routes::default()
        .cors(true)
        .reply("/declared.xml", Reply::new("text/xml", declared))
        .reply(
            "/labelled.xml",
            Reply::new("text/xml; charset=windows-1251", rss(b"")),
        )
        .serve();
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    for path in ["/declared.xml", "/labelled.xml"] {
        let page = page(&widget, &feeds.url(path));
        browser.goto(&page.url("/")).await;
        browser
            .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
            .await;
        assert_eq!(headlines(&browser, "#e").await, ["Новости", "Погода"]);
    }
}

#[tokio::test]
async fn a_json_feed_needs_no_second_program() {
    let (widget, paper) = (widget(), paper());
    let page = page(&widget, &paper.url("/feed.json"));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    assert_eq!(loads(&widget), 0);
}

#[tokio::test]
async fn xml_that_is_no_feed_is_an_error_state_and_one_that_was_cut_says_so() {
    let cut = RSS.split("<item><title>Rain again").next().expect("text");
    let feeds = Routes::default()
        .cors(true)
        .reply(
            "/broken.xml",
            Reply::new("text/xml", "<rss><channel><item><title>A</ti"),
        )
        .reply("/cut.xml", Reply::new("text/xml", cut))
        .serve();
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    browser.expects(&["this XML is neither RSS nor Atom"]);
    let broken = page(&widget, &feeds.url("/broken.xml"));
    browser.goto(&broken.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('.notice')", SOON)
        .await;
    let lines = browser.console().await;
    assert!(
        lines
            .iter()
            .any(|line| line.contains("this XML is neither RSS nor Atom")),
        "{lines:#?}"
    );
    let cut = page(&widget, &feeds.url("/cut.xml"));
    browser.goto(&cut.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
        .await;
    assert_eq!(headlines(&browser, "#e").await.len(), 2);
    let lines = browser.problems().await;
    assert!(
        lines.len() == 1 && lines[0].contains("ends too early; what came before was read"),
        "{lines:#?}"
    );
}

/// A chatty plugin or a warning of PHP cost a whole site its lists. They are there, and one
/// line of the console quotes what stands around them.
#[tokio::test]
async fn what_stands_around_a_feed_is_named_and_the_lists_are_there() {
    let posts = json!([
        { "id": 1, "link": "https://p.example/1", "title": { "rendered": "Rain &amp; wind" }, "date_gmt": "2026-11-21T10:00:00" },
        { "id": 2, "link": "https://p.example/2", "title": { "rendered": "Ferry late" }, "date_gmt": "2026-11-20T10:00:00" },
    ]);
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    for (before, after, quoted) in [
        ("", "\n<!-- cached by a plugin -->", "cached by a plugin"),
        (
            "<br />\n<b>Warning</b>: Undefined array key in a.php<br />\n",
            "",
            "Warning",
        ),
        ("<?php declare(strict_types=1); ?>", "", "strict_types"),
        ("\u{feff}\n\n/* a comment */", "", "a comment"),
    ] {
        let answer = Reply::new(
            "application/json; charset=utf-8",
            [before, &posts.to_string(), after].concat(),
        );
        let feeds = Routes::default().cors(true).reply("/posts", answer).serve();
        let page = page(&widget, &feeds.url("/posts"));
        browser.expects(&[quoted]);
        browser.goto(&page.url("/")).await;
        browser
            .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
            .await;
        assert_eq!(
            headlines(&browser, "#e").await,
            ["Rain & wind", "Ferry late"],
            "{before}{after}"
        );
        let lines = browser.console().await;
        let said = lines.iter().filter(|line| line.contains(quoted)).count();
        assert_eq!(said, 1, "{before}{after}: {lines:#?}");
        browser.quiet(SOON).await;
    }
}

/// A page that has an element of its own kind loads the larger program in place
/// of the lists', and beside it where that comes later, unless the script has
/// said that it will.
#[tokio::test]
async fn each_page_has_the_program_that_its_elements_need() {
    let paper = paper();
    let bundles = |widget: &Origin| {
        let requests = widget.requests();
        let paths = requests.iter().map(|r| r.path.as_str());
        let mut found: Vec<_> = paths
            .filter_map(|path| path.strip_prefix("/newsrail-"))
            // No program, but what keeps lists for the next page.
            .filter(|name| !name.starts_with("ahead-"))
            .map(|name| match name.split_once('-') {
                Some((program, _)) => program.to_owned(),
                None => "lists".to_owned(),
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let article = "document.querySelector('newsrail-article').shadowRoot?.querySelector('h1')";
    let browser = Browser::start(800, 900).await;

    let together = widget();
    let page = partner(&format!(
        "<newsrail-popular feed='{0}'></newsrail-popular><newsrail-article feed='{0}'></newsrail-article>
         <script async src='{1}'></script>",
        paper.url("/feed.json"),
        together.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    browser.wait_until(article, SOON).await;
    assert_eq!(bundles(&together), ["page"]);

    let apart = widget();
    let page = self::page(&apart, &paper.url("/feed.json"));
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    assert_eq!(bundles(&apart), ["lists"]);
    let script = "const a = document.createElement('newsrail-article'); a.feed = arguments[0]; document.querySelector('aside').prepend(a)";
    browser.run(script, &[paper.url("/feed.json").into()]).await;
    browser.wait_until(article, SOON).await;
    assert_eq!(bundles(&apart), ["lists", "page"]);

    for kind in ["article", "front"] {
        let foretold = widget();
        let page = partner(&format!(
            "<newsrail-popular feed='{}'></newsrail-popular>
             <script async src='{}' data-bundle='{kind}'></script>",
            paper.url("/feed.json"),
            foretold.url("/newsrail.js")
        ));
        browser.goto(&page.url("/")).await;
        browser
            .wait_until(
                "document.querySelector('newsrail-popular').shadowRoot?.querySelector('li a')",
                SOON,
            )
            .await;
        assert_eq!(bundles(&foretold), ["page"], "{kind}");
    }
    assert_calm(&browser).await;
}
