//! The standalone page: a newspaper's article page made of the elements.

use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, paper, widget};
use crate::support::browser::Browser;

const ARTICLE: &str = "document.querySelector('newsrail-article').shadowRoot?.querySelector('h1')";

#[tokio::test]
async fn it_reads_any_article_by_its_id_at_every_width_light_and_dark() {
    let site = widget();
    let browser = Browser::start(1280, 900).await;
    for scheme in ["light", "dark"] {
        browser.media(&[("prefers-color-scheme", scheme)]).await;
        for (width, height) in [(320, 640), (768, 1024), (1280, 900)] {
            browser.resize(width, height).await;
            browser
                .goto(&site.url("/?id=chandlers-bridge-reopens"))
                .await;
            browser.wait_until(ARTICLE, SOON).await;
            let title = browser
                .run(&format!("return {ARTICLE}.textContent"), &[])
                .await;
            assert_eq!(
                title,
                "First cars cross Chandlers’ Bridge as the bill goes to arbitration"
            );
            browser
                .screenshot(&format!("standalone-{scheme}-{width}"))
                .await;
            let wide = browser
                .run(
                    "const e = document.documentElement; return e.scrollWidth - e.clientWidth",
                    &[],
                )
                .await;
            assert_eq!(wide, 0, "nothing stands out to the side");
            browser
                .run(
                    "document.querySelector('newsrail-more-like-this').scrollIntoView()",
                    &[],
                )
                .await;
            browser.wait_until(BOTH_LISTS, SOON).await;
            browser
                .screenshot(&format!("standalone-{scheme}-{width}-rails"))
                .await;
            assert_calm(&browser).await;
        }
    }
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
    browser.goto(&site.url(&format!("/?feed={feed}"))).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let name = "document.querySelector('.name').textContent";
    browser
        .wait_until(&format!("{name} === 'The Port Averil Lantern'"), SOON)
        .await;
    let wanted = headlines(&browser, "newsrail-popular").await[0].clone();
    browser
        .click("document.querySelector('newsrail-popular').shadowRoot.querySelector('h3 a')")
        .await;
    browser
        .wait_until("location.search.includes('id=')", SOON)
        .await;
    browser.wait_until(ARTICLE, SOON).await;
    assert_eq!(
        browser
            .run(&format!("return {ARTICLE}.textContent"), &[])
            .await,
        wanted.as_str()
    );
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
    assert_calm(&browser).await;
}
