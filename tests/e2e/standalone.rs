//! The standalone page: a news site made of the elements, on any feed.

use crate::lab::{
    BOTH_LISTS, SOON, assert_accessible, assert_calm, bundle, headlines, paper, widget,
};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;
use std::fmt::Write;

pub(crate) const ARTICLE: &str =
    "document.querySelector('newsrail-article')?.shadowRoot?.querySelector('h1')";
pub(crate) const FRONT: &str =
    "document.querySelector('newsrail-front')?.shadowRoot?.querySelector('.lead a')";
pub(crate) const FOUND: &str =
    "document.querySelector('newsrail-search')?.shadowRoot?.querySelector('.story')";
const TITLE: &str = "First cars cross Chandlers’ Bridge as the bill goes to arbitration";

/// RSS as it mostly is: no picture, no section, now and then no summary or date.
fn plain_paper() -> Origin {
    let mut items = String::new();
    for at in 0..18 {
        let _ = write!(
            items,
            "<item><title>Story number {at} of a paper that says little of itself</title><link>https://plain.example/{at}</link>{}{}</item>",
            if at % 3 == 0 {
                ""
            } else {
                "<description>A sentence or two of what is in it, as the desk has put it down.</description>"
            },
            if at == 4 {
                String::new()
            } else {
                format!(
                    "<pubDate>Fri, 20 Nov 2026 {:02}:00:00 GMT</pubDate>",
                    20 - at
                )
            }
        );
    }
    let feed = format!(
        "<rss version='2.0'><channel><title>The Plain Paper</title><link>https://plain.example/</link>{items}</channel></rss>"
    );
    Routes::default()
        .cors(true)
        .reply("/rss.xml", Reply::new("application/rss+xml", feed))
        .serve()
}

/// Every view at every width, light and dark.
#[tokio::test]
async fn it_is_a_news_site_at_every_width_light_and_dark() {
    let (site, plain) = (widget(), plain_paper());
    let browser = Browser::start(1280, 900).await;
    let rss = plain.url("/rss.xml");
    let views = [
        ("front", String::new(), FRONT),
        ("section", "?section=City".to_owned(), FRONT),
        ("search", "?q=chandlers+bridge".to_owned(), FOUND),
        (
            "article",
            "?id=chandlers-bridge-reopens".to_owned(),
            ARTICLE,
        ),
        ("plain", format!("?feed={rss}"), FRONT),
        (
            "plain-article",
            format!("?feed={rss}&id=https://plain.example/3"),
            ARTICLE,
        ),
    ];
    for scheme in ["light", "dark"] {
        browser.media(&[("prefers-color-scheme", scheme)]).await;
        for (width, height) in [(320, 640), (768, 1024), (1280, 900)] {
            browser.resize(width, height).await;
            for (view, query, stands) in &views {
                let name = format!("standalone-{view}-{scheme}-{width}");
                browser.goto(&site.url(&format!("/{query}"))).await;
                browser.wait_until(stands, SOON).await;
                let wide =
                    "const e = document.documentElement; return e.scrollWidth - e.clientWidth";
                assert_eq!(
                    browser.run(wide, &[]).await,
                    0,
                    "{name} stands out to the side"
                );
                browser.screenshot(&name).await;
                let shifts = browser.layout_shifts().await;
                assert!(shifts.score < 0.001, "{name}: {shifts:?}");
                assert_calm(&browser).await;
                if width != 768 {
                    assert_accessible(&browser, &name).await;
                }
            }
        }
    }
    // An article's text has a measure that can be read.
    browser
        .goto(&site.url("/?id=chandlers-bridge-reopens"))
        .await;
    browser.wait_until(ARTICLE, SOON).await;
    let measure = "const p = document.querySelector('newsrail-article').shadowRoot.querySelector('.body p');
        const range = document.createRange();
        const text = p.firstChild, top = p.getClientRects()[0].top;
        let at = 0;
        for (; at < text.length; at++) { range.setStart(text, at); range.setEnd(text, at + 1); if (range.getBoundingClientRect().top > top + 20) break; }
        return at";
    let measure = browser.run(measure, &[]).await;
    assert!(
        measure
            .as_u64()
            .is_some_and(|letters| (55..=75).contains(&letters)),
        "a line has {measure} letters"
    );
}

#[tokio::test]
async fn on_paper_there_is_what_is_read() {
    let site = widget();
    let browser = Browser::start(1280, 900).await;
    browser.media(&[("prefers-color-scheme", "dark")]).await;
    for (name, query, stands) in [
        ("front", "", FRONT),
        ("article", "?id=chandlers-bridge-reopens", ARTICLE),
    ] {
        browser.goto(&site.url(&format!("/{query}"))).await;
        browser.wait_until(stands, SOON).await;
        let pdf = browser.print().await;
        assert!(
            pdf.starts_with(b"%PDF-") && pdf.len() > 10_000,
            "{}",
            pdf.len()
        );
        Browser::keep(&format!("standalone-{name}.pdf"), &pdf);
    }
    browser.print_media().await;
    for (selector, shown) in [
        ("newsrail-article", true),
        ("header .name", true),
        ("nav", false),
        ("aside", false),
        ("newsrail-share", false),
    ] {
        let script = "const e = document.querySelector(arguments[0]); return e.checkVisibility()";
        assert_eq!(
            browser.run(script, &[selector.into()]).await,
            shown,
            "{selector}"
        );
    }
    let colours = "return [getComputedStyle(document.documentElement).color, getComputedStyle(document.documentElement).backgroundColor]";
    let colours = browser.run(colours, &[]).await;
    assert_eq!(
        colours,
        serde_json::json!(["rgb(0, 0, 0)", "rgb(255, 255, 255)"])
    );
}

#[tokio::test]
async fn more_like_this_is_the_same_running_story() {
    let site = widget();
    let browser = Browser::start(1280, 900).await;
    browser.goto(&site.url("/?id=dunmarl-brooch-scan")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let related = headlines(&browser, "newsrail-more-like-this").await;
    let popular = headlines(&browser, "newsrail-popular").await;
    let both = [related.clone(), popular].concat();
    // Its siblings stand in one list or the other, the related ones on top.
    for sibling in [
        "The hour that happened twice",
        "Dunmarl Brooch stolen",
        "Found in a tackle box",
    ] {
        assert!(
            both.iter().any(|title| title.starts_with(sibling)),
            "{sibling}: {both:#?}"
        );
    }
    assert!(
        related[0].contains("museum") || related[0].contains("Brooch"),
        "{related:#?}"
    );
}

#[tokio::test]
async fn a_headline_is_read_in_place_and_the_page_takes_any_feed() {
    let (site, other) = (widget(), paper());
    let browser = Browser::start(1280, 900).await;
    let feed = other.url("/feed.json");
    browser
        .goto(&site.url(&format!("/?feed={feed}&id=chandlers-bridge-reopens")))
        .await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let name = "document.querySelector('.name').textContent";
    browser
        .wait_until(&format!("{name} === 'The Port Averil Lantern'"), SOON)
        .await;
    assert_eq!(
        browser
            .run(&format!("return {ARTICLE}.textContent"), &[])
            .await,
        TITLE
    );
    let wanted = headlines(&browser, "newsrail-popular").await[0].clone();
    browser
        .click("document.querySelector('newsrail-popular').shadowRoot.querySelector('h3 a')")
        .await;
    browser
        .wait_until(&format!("{ARTICLE}?.textContent === {wanted:?}"), SOON)
        .await;
    assert_eq!(
        browser
            .run(
                "return new URLSearchParams(location.search).get('feed')",
                &[]
            )
            .await,
        feed
    );
    browser.wait_until(BOTH_LISTS, SOON).await;
    let shown = [
        headlines(&browser, "newsrail-popular").await,
        headlines(&browser, "newsrail-more-like-this").await,
    ]
    .concat();
    assert!(
        !shown.contains(&wanted),
        "the article being read is in none of its lists"
    );
    let told =
        "return JSON.parse(document.querySelector('script[data-newsrail]').textContent).headline";
    assert_eq!(browser.run(told, &[]).await, wanted.as_str());
    // Its name leads to the front page of the same feed.
    browser.click("document.querySelector('.name a')").await;
    browser.wait_until(FRONT, SOON).await;
    let told = "return document.querySelector('script[data-newsrail]')";
    assert!(browser.run(told, &[]).await.is_null());
    let shown = headlines(&browser, "newsrail-front").await;
    let once: std::collections::BTreeSet<_> = shown.iter().collect();
    assert_eq!(once.len(), shown.len(), "none stands twice");
    assert_calm(&browser).await;
}

/// What the page is called of a feed that does not say so, and that the name
/// is not cut: its long letters once were, at the foot.
#[tokio::test]
async fn it_has_a_name_that_is_shown_whole() {
    let site = widget();
    let posts = serde_json::json!([{ "id": 1, "link": "https://p.example/1", "title": { "rendered": "A post" }, "excerpt": { "rendered": "" } }]);
    let paper = Routes::default()
        .cors(true)
        .reply("/wp-json/wp/v2/posts", Reply::json(&posts))
        .serve();
    let browser = Browser::start(1280, 900).await;
    let feed = paper.url("/wp-json/wp/v2/posts");
    browser.goto(&site.url(&format!("/?feed={feed}"))).await;
    browser.wait_until(FRONT, SOON).await;
    let name = "document.querySelector('.name')";
    browser
        .wait_until(&format!("{name}.textContent === '127.0.0.1'"), SOON)
        .await;
    for width in [320, 1280] {
        browser.resize(width, 900).await;
        let cut = format!(
            "{name}.firstChild.textContent = 'Gazette, typography';
             return {name}.scrollHeight - {name}.clientHeight"
        );
        assert_eq!(browser.run(&cut, &[]).await, 0, "at {width} pixels");
    }
}

/// The page with what its publisher has written on the tag of page.js.
fn published(attributes: &str) -> Routes {
    const WRITTEN: &str = "data-feed=\"samples/feed.json\"";
    let index = project().join("dist/index.html");
    let index = std::fs::read_to_string(index).expect("dist/ is built");
    assert!(index.contains(WRITTEN), "{index}");
    bundle().reply("/", Reply::html(&index.replace(WRITTEN, attributes)))
}

const AN_ARTICLE: &str = "/?id=chandlers-bridge-reopens";
/// Where the two forms of an article send to; `null` for one that is not there.
const DESTINATIONS: &str = "return ['subscribe', 'comments'].map((name) =>
    document.querySelector(`newsrail-${name === 'comments' ? 'reply' : name}`)?.getAttribute(name) ?? null)";

/// An address once made a form of the page hand what readers typed to any server.
#[tokio::test]
async fn no_address_has_the_page_send_elsewhere() {
    let (bare, other) = (published("data-feed=samples/feed.json").serve(), paper());
    let set = published(
        "data-feed=samples/feed.json data-subscribe=https://news.example/s data-comments=/c",
    )
    .serve();
    let browser = Browser::start(1280, 900).await;
    let elsewhere = other.url("/take");
    let host = elsewhere.trim_start_matches("http:").to_owned();
    let named = [
        elsewhere.clone(),
        host.clone(),
        host.replace("//", "\\\\"),
        host.replace("//", "/\t/"),
        format!("https:{}", host.trim_start_matches('/')),
        format!("{}{}", bare.url("@"), host.trim_start_matches('/')),
        bare.url("/s").replace("http://", "http://news:letter@"),
        format!("blob:{}", bare.url("/0b54b6a0-0000-4000-8000-000000000000")),
        "javascript:alert(1)".to_owned(),
        "data:text/html,x".to_owned(),
        "http://[".to_owned(),
    ];
    for (site, wanted) in [
        (&bare, serde_json::json!([null, null])),
        (&set, serde_json::json!(["https://news.example/s", "/c"])),
    ] {
        for value in &named {
            let value = value.replace(&bare.url(""), &site.url(""));
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.append_pair("subscribe", &value);
            query.append_pair("comments", &value);
            let page = site.url(&format!("{AN_ARTICLE}&{}", query.finish()));
            browser.goto(&page).await;
            browser.wait_until(BOTH_LISTS, SOON).await;
            assert_eq!(browser.run(DESTINATIONS, &[]).await, wanted, "{value}");
            let console = browser.console().await;
            for name in ["?subscribe=", "?comments="] {
                let lines = console.iter().filter(|line| line.contains(name)).count();
                assert_eq!(lines, 1, "{value}: {console:#?}");
            }
        }
    }
    assert!(other.requests().is_empty(), "{:#?}", other.requests());
}

#[tokio::test]
async fn forms_send_to_the_page_s_own_origin_and_where_its_publisher_says() {
    let site =
        published("data-feed=samples/feed.json data-subscribe=https://news.example/s").serve();
    let browser = Browser::start(1280, 900).await;
    for (query, wanted) in [
        ("", [Some("https://news.example/s".to_owned()), None]),
        (
            "&subscribe=https://news.example/s&comments=talk%3Fa=1",
            [
                Some("https://news.example/s".to_owned()),
                Some(site.url("/talk?a=1")),
            ],
        ),
        ("&subscribe=/s", [Some(site.url("/s")), None]),
    ] {
        browser
            .goto(&site.url(&format!("{AN_ARTICLE}{query}")))
            .await;
        browser.wait_until(BOTH_LISTS, SOON).await;
        let found = browser.run(DESTINATIONS, &[]).await;
        assert_eq!(found, serde_json::json!(wanted), "{query}");
        assert!(
            browser
                .problems()
                .await
                .iter()
                .all(|line| !line.contains("newsrail: ?"))
        );
    }
}

/// A WordPress feed says where its comments are: one that an address named once
/// had "Leave a reply" post a reader's e-mail address to whoever had made it.
#[tokio::test]
async fn a_feed_of_somebody_else_has_no_forms_beside_it() {
    let posts = serde_json::json!([{ "id": 1, "link": "https://p.example/1", "title": { "rendered": "A post" }, "excerpt": { "rendered": "" } }]);
    let paper = Routes::default()
        .cors(true)
        .reply("/wp-json/wp/v2/posts", Reply::json(&posts))
        .reply(
            "/wp-json/wp/v2/comments",
            Reply::json(&serde_json::json!([])),
        )
        .serve();
    let feed = paper.url("/wp-json/wp/v2/posts");
    let stranger =
        published("data-feed=samples/feed.json data-subscribe=/s data-comments=/c").serve();
    let own = published(&format!("data-feed={feed}")).serve();
    let forms = "return document.querySelectorAll('newsrail-reply, newsrail-subscribe').length";
    let browser = Browser::start(1280, 900).await;
    for named in [
        feed.clone(),
        feed.replace("http:", ""),
        format!("samples/feed.json%20{feed}"),
        format!("{feed}%0Asamples/feed.json"),
    ] {
        browser
            .goto(&stranger.url(&format!("/?feed={named}&id=1&comments=/c&subscribe=/s")))
            .await;
        browser.wait_until(ARTICLE, SOON).await;
        assert_eq!(browser.run(forms, &[]).await, 0, "{named}");
        let console = browser.console().await;
        let lines = console
            .iter()
            .filter(|line| line.contains("?feed="))
            .count();
        assert_eq!(lines, 1, "{console:#?}");
        assert!(paper.requests_to("/wp-json/wp/v2/comments").is_empty());
    }
    for query in [String::new(), format!("feed={feed}&")] {
        browser.goto(&own.url(&format!("/?{query}id=1"))).await;
        browser.wait_until(ARTICLE, SOON).await;
        assert_eq!(browser.run(forms, &[]).await, 1, "{query}");
        assert_calm(&browser).await;
    }
}

/// A path that begins with two slashes was taken for a host in every link.
#[tokio::test]
async fn every_view_is_of_this_page_whatever_its_path() {
    let dist = project().join("dist");
    let site = bundle().folder("//other.example/", dist).serve();
    let browser = Browser::start(1280, 900).await;
    browser.goto(&site.url("//other.example/")).await;
    browser.wait_until(FRONT, SOON).await;
    let links = "return [...document.querySelectorAll('header a')].every((a) =>
        a.origin === location.origin && a.pathname === '//other.example/')";
    assert_eq!(browser.run(links, &[]).await, true);
    browser.click(FRONT).await;
    browser.wait_until(ARTICLE, SOON).await;
    let address = browser.run("return location.href", &[]).await;
    let wanted = site.url("//other.example/?id=");
    assert!(
        address
            .as_str()
            .is_some_and(|address| address.starts_with(&wanted)),
        "{address}"
    );
    assert_calm(&browser).await;
}
