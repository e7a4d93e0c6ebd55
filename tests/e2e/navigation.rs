//! The way through the standalone page: back, forward, reload, and addresses
//! that can be shared.

use crate::lab::{SOON, assert_calm, headlines, widget};
use crate::standalone::{ARTICLE, FOUND, FRONT};
use crate::support::browser::Browser;
use thirtyfour::Key;

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
        .wait_until(
            &format!("{FOUND} && document.title.startsWith('“bridge tolls”')"),
            SOON,
        )
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
