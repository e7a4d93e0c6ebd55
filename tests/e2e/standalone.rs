//! The standalone page: a news site made of the elements, on any feed.

use crate::lab::{BOTH_LISTS, SOON, assert_accessible, assert_calm, headlines, paper, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use std::fmt::Write;
use thirtyfour::Key;

const ARTICLE: &str = "document.querySelector('newsrail-article')?.shadowRoot?.querySelector('h1')";
const FRONT: &str =
    "document.querySelector('newsrail-front')?.shadowRoot?.querySelector('.lead a')";
const FOUND: &str =
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

/// What of the page says where it is.
async fn place(browser: &Browser) -> (String, String) {
    let title = browser.run("return document.title", &[]).await;
    let search = browser.run("return location.search", &[]).await;
    let text = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    (text(title), text(search))
}

#[tokio::test]
async fn back_and_forward_come_back_to_where_the_reader_was() {
    let site = widget();
    let browser = Browser::start(1000, 700).await;
    browser.goto(&site.url("/")).await;
    browser.wait_until(FRONT, SOON).await;
    assert_eq!(
        place(&browser).await,
        ("The Port Averil Lantern".to_owned(), String::new())
    );
    browser.run("window.same = true", &[]).await;
    // A story far below, by keyboard.
    let link = "document.querySelector('newsrail-front').shadowRoot.querySelectorAll('.desk')[2].querySelectorAll('h3 a')[1]";
    browser.run(&format!("{link}.focus()"), &[]).await;
    let before = browser
        .run(&format!("return [scrollY, {link}.textContent]"), &[])
        .await;
    assert!(before[0].as_f64().is_some_and(|y| y > 300.0), "{before}");
    browser.keys(Key::Enter).await;
    let title = before[1].as_str().unwrap_or_default().to_owned();
    browser
        .wait_until(&format!("{ARTICLE}?.textContent === {title:?}"), SOON)
        .await;
    let on_main = "document.activeElement.localName === 'main' && scrollY === 0";
    browser.wait_until(on_main, SOON).await;
    let named = browser
        .run(
            "return document.activeElement.getAttribute('aria-label')",
            &[],
        )
        .await;
    assert_eq!(named, title.as_str(), "what has the focus says what it is");
    let (called, article) = place(&browser).await;
    assert_eq!(called, format!("{title} – The Port Averil Lantern"));
    assert!(article.starts_with("?id="), "{article}");
    // Further, to a section, by the links above.
    browser
        .click("[...document.querySelectorAll('nav a')].find((a) => a.textContent === 'Sport')")
        .await;
    browser.wait_until(FRONT, SOON).await;
    browser.wait_until(on_main, SOON).await;
    let sport = place(&browser).await;
    assert_eq!(
        sport,
        (
            "Sport – The Port Averil Lantern".to_owned(),
            "?section=Sport".to_owned()
        )
    );
    let current = "return document.querySelector('nav [aria-current]').textContent";
    assert_eq!(browser.run(current, &[]).await, "Sport");
    browser.run("history.back()", &[]).await;
    browser
        .wait_until(&format!("{ARTICLE}?.textContent === {title:?}"), SOON)
        .await;
    browser.run("history.back()", &[]).await;
    browser
        .wait_until(
            &format!("{FRONT} && Math.abs(scrollY - {}) < 2", before[0]),
            SOON,
        )
        .await;
    browser
        .wait_until(
            &format!(
                "document.querySelector('newsrail-front').shadowRoot.activeElement === {link}"
            ),
            SOON,
        )
        .await;
    browser.run("history.go(2)", &[]).await;
    browser
        .wait_until("document.title.startsWith('Sport')", SOON)
        .await;
    assert_eq!(place(&browser).await, sport);
    assert_eq!(
        browser.run("return window.same", &[]).await,
        true,
        "nothing was loaded anew"
    );
    let feeds = browser.network().await;
    let feeds = feeds.iter().filter(|sent| sent.url.ends_with("feed.json"));
    assert_eq!(feeds.count(), 1);
    // A reload comes back to the same place too.
    browser.run("history.go(-2)", &[]).await;
    browser
        .wait_until(&format!("{FRONT} && scrollY > 300"), SOON)
        .await;
    browser.run("location.reload()", &[]).await;
    browser
        .wait_until(
            &format!(
                "!window.same && {FRONT} && Math.abs(scrollY - {}) < 2",
                before[0]
            ),
            SOON,
        )
        .await;
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_search_has_an_address() {
    let site = widget();
    let browser = Browser::start(1000, 700).await;
    browser.goto(&site.url("/")).await;
    browser.wait_until(FRONT, SOON).await;
    browser.click("document.querySelector('.search')").await;
    let field =
        "document.querySelector('newsrail-search').shadowRoot.activeElement?.localName === 'input'";
    browser.wait_until(field, SOON).await;
    let name = "Search – The Port Averil Lantern";
    assert_eq!(place(&browser).await, (name.to_owned(), "?q=".to_owned()));
    for (words, search) in [("bridge tolls", "?q=bridge+tolls"), ("museum", "?q=museum")] {
        browser.chord(Key::Control, 'a').await;
        browser.keys(words).await;
        browser.keys(Key::Enter).await;
        let said = format!("“{words}”");
        browser
            .wait_until(
                &format!(
                    "{FOUND} && document.title === {:?}",
                    format!("{said} – {name}")
                ),
                SOON,
            )
            .await;
        assert_eq!(place(&browser).await.1, search);
        let all = headlines(&browser, "newsrail-search").await;
        assert!(!all.is_empty() && all.len() <= 10, "{all:#?}");
        // The reader can go on typing.
        browser.wait_until(field, SOON).await;
    }
    browser.run("history.back()", &[]).await;
    browser
        .wait_until("document.title.startsWith('“bridge tolls”')", SOON)
        .await;
    let shown = headlines(&browser, "newsrail-search").await;
    browser.goto(&site.url("/?q=bridge+tolls")).await;
    browser.wait_until(FOUND, SOON).await;
    assert_eq!(
        headlines(&browser, "newsrail-search").await,
        shown,
        "it can be shared"
    );
    browser.goto(&site.url("/?q=xyzzy")).await;
    let status = "document.querySelector('newsrail-search').shadowRoot?.querySelector('[role=status]').textContent";
    browser
        .wait_until(
            &format!("{status} === 'Nothing was found for “xyzzy”'"),
            SOON,
        )
        .await;
    browser.screenshot("standalone-nothing-found").await;
    assert_calm(&browser).await;
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
