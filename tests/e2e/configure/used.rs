//! The configurator as it is used: by mouse, by keyboard, at every width.

use super::{CODE, PAGE, code, enter, open, settled, shown, widget};
use crate::lab::{SOON, assert_accessible, assert_calm, paper};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use serde_json::json;
use thirtyfour::Key;

/// A site's address leads to its feed, and each setting to the preview and the code.
#[tokio::test]
async fn from_a_site_s_address_to_what_is_pasted() {
    let (site, paper) = (widget(), paper());
    let home = format!(
        "<html><head><title>Home</title><link rel=alternate type=application/feed+json href='{}'></head></html>",
        paper.url("/feed.json")
    );
    let home = Routes::default()
        .cors(true)
        .reply("/", Reply::html(&home))
        .serve();
    let browser = Browser::start(1280, 900).await;
    open(&browser, &site, "").await;
    enter(&browser, "#site", &home.url("")).await;
    browser.keys(Key::Enter).await;
    browser.wait_until("document.querySelector('#found').textContent.includes('The Port Averil Lantern: JSON Feed')", SOON).await;
    settled(&browser).await;
    browser
        .click("document.querySelector('label[for=show-subscribe]')")
        .await;
    for (section, field, value) in [
        ("Lists", "#set-count", "2"),
        ("Lists", "#set-layout", "cards"),
        ("Sign-up", "#set-subscribe", "https://news.example/s"),
        ("Any element", "#set-theme", "light"),
    ] {
        let summary = format!(
            "[...document.querySelectorAll('#settings ~ details summary')].find((node) => node.textContent === {})",
            json!(section)
        );
        browser
            .run(&format!("{summary}.parentNode.open = true"), &[])
            .await;
        browser
            .wait_until(&format!("document.querySelector('{field}')"), SOON)
            .await;
        enter(&browser, field, value).await;
    }
    // Each has its explanation.
    let explained = "return document.getElementById(document.querySelector('#set-count').getAttribute('aria-describedby').split(' ')[0]).textContent";
    let explained = browser.run(explained, &[]).await;
    assert!(
        explained
            .as_str()
            .is_some_and(|text| text.contains("1 to 20") && text.contains("At first: 5")),
        "{explained}"
    );
    let html = code(&browser, "html").await;
    for part in [
        format!("data-feed=\"{}\"", paper.url("/feed.json")),
        "data-count=\"2\"".into(),
        "data-layout=\"cards\"".into(),
        "data-theme=\"light\"".into(),
        "data-subscribe=\"https://news.example/s\"".into(),
        "<newsrail-subscribe></newsrail-subscribe>".into(),
        "newsrail-subscribe { display: flow-root; min-height: 13em }".into(),
    ] {
        assert!(html.contains(&part), "{part}: {html}");
    }
    shown(&browser, "newsrail-popular").await;
    let count = format!(
        "return {PAGE}.querySelector('newsrail-popular').shadowRoot.querySelectorAll('h3').length"
    );
    assert_eq!(browser.run(&count, &[]).await, 2);
    // A value that cannot be is not used, and said at its field.
    enter(&browser, "#set-count", "21").await;
    browser.wait_until("document.querySelector('#set-count-wrong').textContent.includes('a whole number from 1 to 20')", SOON).await;
    assert!(code(&browser, "html").await.contains("data-count=\"2\""));
    // The address has all of it.
    let address = browser.run("return location.href", &[]).await;
    browser.goto("about:blank").await;
    browser.goto(address.as_str().expect("text")).await;
    settled(&browser).await;
    let again = browser.run(&format!("return {CODE}"), &[]).await;
    assert_eq!(again, html.as_str());
    assert_calm(&browser).await;
}

/// Every control that there is can be set, and what it sets is in the code: all attributes
/// of all elements, all texts.
#[tokio::test]
async fn every_attribute_and_text_has_a_control() {
    use newsrail_core::surface::{ATTRIBUTES, KINDS};
    let site = widget();
    let browser = Browser::start(1280, 900).await;
    // What nothing is set to says so.
    browser.expects(&[
        "the attribute subscribe needs an http or https address",
        "set the attribute comments",
    ]);
    let all: Vec<&str> = KINDS.iter().map(|(_, name)| *name).collect();
    open(&browser, &site, &format!("show={}", all.join("+"))).await;
    browser
        .run(
            "for (const node of document.querySelectorAll('details')) node.open = true",
            &[],
        )
        .await;
    for attribute in ATTRIBUTES.iter().filter(|one| one.name != "feed") {
        let control = format!(
            "document.querySelector('[id=\"set-{0}\"], [id^=\"set-{0}-\"]:is(input)')",
            attribute.name
        );
        browser.wait_until(&control, SOON).await;
    }
    let texts = std::fs::read_to_string(crate::support::project().join("docs/publish/texts.md"))
        .expect("a document");
    let rows = texts
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let keys: Vec<&str> = rows.map(|(key, _)| key).collect();
    assert!(keys.len() > 90);
    for key in keys {
        browser
            .wait_until(
                &format!("document.querySelector('[id=\"text-{key}\"]')"),
                SOON,
            )
            .await;
    }
    // Of one element alone, too.
    browser.run("const of = document.querySelector('#of'); of.value = 'author'; of.dispatchEvent(new Event('change'))", &[]).await;
    browser
        .wait_until("document.querySelector('#of').value === 'author'", SOON)
        .await;
    browser
        .run(
            "for (const node of document.querySelectorAll('details')) node.open = true",
            &[],
        )
        .await;
    browser
        .wait_until("document.querySelector('#set-author')", SOON)
        .await;
    enter(&browser, "#set-author", "Ysolde Pike").await;
    assert!(
        code(&browser, "html")
            .await
            .contains("<newsrail-author author=\"Ysolde Pike\">")
    );
    enter(&browser, "[id='text-popular']", "Top").await;
    browser
        .wait_until(
            &format!("{CODE}.includes('data-text-popular=\"Top\"')"),
            SOON,
        )
        .await;
}

/// At each width, light and dark, nothing stands out to the side and everything can be
/// read; in a language from right to left, too.
#[tokio::test]
async fn it_can_be_read_and_used_at_every_width_light_and_dark() {
    let site = widget();
    let browser = Browser::start(1280, 900).await;
    for (scheme, width, height) in [
        ("light", 320, 640),
        ("dark", 320, 640),
        ("light", 768, 1024),
        ("light", 1280, 900),
        ("dark", 1280, 900),
    ] {
        browser.media(&[("prefers-color-scheme", scheme)]).await;
        browser.resize(width, height).await;
        open(&browser, &site, &format!("scheme={scheme}&width=desktop&lang=ar&show=popular+more-like-this+subscribe&all.subscribe=https://news.example/s")).await;
        shown(&browser, "newsrail-popular").await;
        let fold = "document.querySelector('#source ~ details').open = true;
            [...document.querySelectorAll('#settings ~ details')].find((node) => node.innerText === 'Lists').open = true";
        browser.run(fold, &[]).await;
        browser
            .wait_until("document.querySelector('#set-count')", SOON)
            .await;
        let name = format!("configure-{scheme}-{width}");
        let wide = "const e = document.documentElement; return e.scrollWidth <= e.clientWidth";
        assert_eq!(
            browser.run(wide, &[]).await,
            true,
            "{name} stands out to the side"
        );
        browser.screenshot(&name).await;
        assert_accessible(&browser, &name).await;
        assert_calm(&browser).await;
    }
}

/// From the first field to the copied text without a mouse.
#[tokio::test]
async fn all_of_it_is_reached_by_keyboard() {
    let site = widget();
    let browser = Browser::start(320, 640).await;
    open(&browser, &site, "").await;
    let focus = "const { activeElement: at } = document; return at.id || at.textContent.trim()";
    let mut reached = Vec::new();
    for _ in 0..60 {
        browser.keys(Key::Tab).await;
        let at = browser.run(focus, &[]).await;
        let at = at.as_str().unwrap_or_default().to_owned();
        if at == "form-html" {
            break;
        }
        reached.push(at);
    }
    for wanted in [
        "To what you paste",
        "site",
        "Look",
        "show-popular",
        "of",
        "Lists",
        "width-phone",
        "scheme-light",
        "lang",
        "reading",
    ] {
        let wanted = wanted.replace("scheme-", "page-");
        assert!(reached.contains(&wanted), "{wanted}: {reached:?}");
    }
    // Arrows choose among words.
    browser.keys(Key::Right).await;
    browser
        .wait_until("document.querySelector('#form-head').checked", SOON)
        .await;
    browser.keys(Key::Tab).await;
    browser.keys(Key::Tab).await;
    assert_eq!(browser.run(focus, &[]).await, "Copy");
    browser.keys(Key::Enter).await;
    browser
        .wait_until(
            "document.querySelector('.copyable [role=status]').textContent !== ''",
            SOON,
        )
        .await;
}
