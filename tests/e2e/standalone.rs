//! The standalone page: a news site made of the elements, on any feed.

mod forms;
mod printed;
mod sample;

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
