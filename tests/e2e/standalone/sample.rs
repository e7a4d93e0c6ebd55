//! The page as `make serve` shows it: every element at work on the built-in articles, and
//! what a reader enters stays in it.

use super::{ARTICLE, FRONT};
use crate::lab::{BOTH_LISTS, SOON, assert_accessible, assert_calm, one_act, widget};
use crate::support::browser::Browser;
use crate::support::origin::Origin;
use serde_json::json;
use thirtyfour::Key;

const STAYS: &str = "What you enter in a form stays in this page";

/// Waits until an expression's text has this in it.
async fn says(browser: &Browser, node: &str, words: &str) {
    let said = format!("{node}?.textContent.includes({words:?})");
    browser.wait_until(&said, SOON).await;
}

fn assert_nothing_sent(site: &Origin) {
    let sent = site.requests();
    assert!(sent.iter().all(|sent| sent.method == "GET"), "{sent:#?}");
    let asked = sent.iter().filter(|sent| !sent.query.is_empty());
    for asked in asked {
        assert!(!asked.query.contains("paper.example"), "{}", asked.query);
    }
}

/// The bare page had neither a way to subscribe nor "Leave a reply".
#[tokio::test]
async fn a_bare_page_shows_every_element_at_work() {
    let site = widget();
    let browser = Browser::start(1280, 900).await;
    browser
        .goto(&site.url("/?id=chandlers-bridge-reopens"))
        .await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let elements = "return ['article', 'share', 'author', 'reply', 'popular', 'slot', 'more-like-this', 'subscribe']
        .filter((name) => !document.querySelector('newsrail-' + name)?.checkVisibility())";
    assert_eq!(browser.run(elements, &[]).await, json!([]));

    // Below a list, by keyboard.
    let list = "document.querySelector('newsrail-popular').shadowRoot";
    browser
        .click(&format!("{list}.querySelector('.foot button')"))
        .await;
    let form = format!("{list}.querySelector('newsrail-subscribe')?.shadowRoot");
    browser
        .wait_until(&format!("{form}?.activeElement?.id === 'email'"), SOON)
        .await;
    says(
        &browser,
        &format!("{form}.querySelector('.consent')"),
        STAYS,
    )
    .await;
    browser.keys("reader@paper.example").await;
    one_act(&browser).await;
    browser.keys(Key::Enter).await;
    says(
        &browser,
        &format!("{form}.querySelector('#message')"),
        STAYS,
    )
    .await;

    // As a box.
    let form = "document.querySelector('newsrail-subscribe').shadowRoot";
    browser.scroll_to("newsrail-subscribe").await;
    let field = format!("{form}.querySelector('#email')");
    browser.wait_until(&field, SOON).await;
    browser.click(&field).await;
    browser.keys("reader").await;
    one_act(&browser).await;
    browser.keys(Key::Enter).await;
    says(
        &browser,
        &format!("{form}.querySelector('#message')"),
        "like name@example.com",
    )
    .await;
    browser.keys("@paper.example").await;
    one_act(&browser).await;
    browser.keys(Key::Enter).await;
    says(
        &browser,
        &format!("{form}.querySelector('#message')"),
        STAYS,
    )
    .await;

    reply(&browser).await;
    browser.screenshot("standalone-sample").await;
    browser.quiet(SOON).await;
    assert_nothing_sent(&site);
    assert_calm(&browser).await;

    on_other_pages(&browser, &site).await;
}

/// The reply's two messages, and a reply.
async fn reply(browser: &Browser) {
    let form = "document.querySelector('newsrail-reply').shadowRoot";
    browser.scroll_to("newsrail-reply").await;
    let field = format!("{form}.querySelector('#comment')");
    browser.wait_until(&field, SOON).await;
    says(browser, "document.querySelector('.sample')", STAYS).await;
    one_act(browser).await;
    browser
        .click(&format!("{form}.querySelector('form [type=submit]')"))
        .await;
    let wrong = format!("{form}.querySelector('form')");
    says(browser, &wrong, "Please enter your comment!").await;
    says(browser, &wrong, "Please enter your name here").await;
    browser.screenshot("standalone-sample-messages").await;
    assert_accessible(browser, "a sample's forms").await;
    browser.click(&field).await;
    for typed in ["I agree.", "Ana Reader", "ana@paper.example"] {
        browser.keys(typed).await;
        browser.keys(Key::Tab).await;
    }
    one_act(browser).await;
    browser
        .click(&format!("{form}.querySelector('form [type=submit]')"))
        .await;
    says(
        browser,
        &format!("{form}.querySelector('.reply ~ .message')"),
        STAYS,
    )
    .await;
}

/// The front page has the box, too, and a page in German says all in German.
async fn on_other_pages(browser: &Browser, site: &Origin) {
    browser.click("document.querySelector('.name a')").await;
    browser.wait_until(FRONT, SOON).await;
    let has_box = "document.querySelector('.after newsrail-subscribe').getAttribute('subscribe') === 'samples/'";
    browser.wait_until(has_box, SOON).await;
    // A reply that was taken leaves no draft.
    browser
        .goto(&site.url("/?id=chandlers-bridge-reopens&lang=de"))
        .await;
    browser.wait_until(ARTICLE, SOON).await;
    let german = "Was Sie in ein Formular eingeben, bleibt auf dieser Seite";
    says(browser, "document.querySelector('.sample')", german).await;
    let consent = format!(
        "document.querySelector('newsrail-more-like-this').getAttribute('consent').includes({german:?})"
    );
    browser.wait_until(&consent, SOON).await;
    let draft =
        "return Object.keys(sessionStorage).filter((key) => key.startsWith('newsrail-reply '))";
    assert_eq!(browser.run(draft, &[]).await, json!([]));
}
