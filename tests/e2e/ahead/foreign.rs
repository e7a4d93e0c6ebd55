//! What others have put into the page's storage, or into a feed's titles, shows
//! nothing on the page that the reader goes to next.

use super::{NEAR, PRESS, Paper, assert_on, widget};
use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use serde_json::json;
use std::sync::Arc;

/// Whoever can write into the page's storage cannot write into the page by it:
/// what newsrail would not have made itself is not shown, nor what stands beside it.
#[tokio::test]
async fn what_was_kept_by_others_is_not_shown() {
    let paper = Paper::read().await;
    let browser = &paper.browser;
    paper.withhold();
    // Firefox tells a page that is left that what was on its way has failed.
    browser.expects(&["newsrail: could not be loaded"]);
    browser.run(PRESS, &[]).await;
    let kept = browser.run("return sessionStorage.newsrail", &[]).await;
    for (foreign, is_shown) in [
        ("list", true),
        (
            "['section', [['class', 'rail '], ['part', 'rail']], 'Own ', ['p', [], 'words']]",
            true,
        ),
        (
            "['section', [], ['form', [['action', 'https://evil.example/']], ['input', []]]]",
            false,
        ),
        (
            "['section', [], ['style', [], ':host { position: fixed; inset: 0 }']]",
            false,
        ),
        (
            "['section', [['style', 'position: fixed; inset: 0']]]",
            false,
        ),
        (
            "['section', [], ['link', [['rel', 'stylesheet'], ['href', 'https://evil.example/a.css']]]]",
            false,
        ),
        (
            "['section', [], ['video', [['src', 'https://evil.example/a.mp4'], ['autoplay', '']]]]",
            false,
        ),
        (
            "['section', [], ['dialog', [['open', '']], 'Sign in']]",
            false,
        ),
        ("['section', [], ['x-foreign', []]]", false),
        ("['section', [], ['newsrail-popular', []]]", false),
        ("['section', [], ['script', [], 'self.hit = 1']]", false),
        (
            "['section', [], ['iframe', [['srcdoc', '<script>top.hit = 1</script>']]]]",
            false,
        ),
        ("['section', [['onclick', 'self.hit = 1']]]", false),
        (
            "['section', [], ['a', [['href', 'javascript:self.hit = 1']], 'a link']]",
            false,
        ),
        (
            "['section', [], ['a', [['href', '//evil.example/']], 'a link']]",
            false,
        ),
        (
            "['section', [], ['a', [['href', '\\x01https://evil.example/']], 'a link']]",
            false,
        ),
        (
            "['section', [], ['a', [['ping', 'https://evil.example/']], 'a link']]",
            false,
        ),
        (
            "['section', [], ['img', [['src', 'data:,'], ['onerror', 'self.hit = 1']]]]",
            false,
        ),
        (
            "['section', [], ['img', [['srcset', 'https://evil.example/a.png']]]]",
            false,
        ),
        ("['section', [['class', 'rail close']]]", false),
        ("['section', [['part', 'message']]]", false),
        ("['section', [['slot', 'x']]]", false),
        ("['slot', []]", false),
        ("['SECTION', []]", false),
        ("[['section'], []]", false),
        ("['section', 'class']", false),
        ("['section', [['class']]]", false),
        ("['section', [], null]", false),
        ("{}", false),
        ("null", false),
        ("7", false),
    ] {
        let tamper = format!(
            "const kept = JSON.parse(arguments[0]);
             kept.lists[0][1] = ((list) => ({foreign}))(kept.lists[0][1]);
             sessionStorage.newsrail = JSON.stringify(kept);
             document.querySelector('#near').click()"
        );
        browser.run(&tamper, std::slice::from_ref(&kept)).await;
        assert_on(browser, 5).await;
        // The other list is what newsrail has kept.
        let other =
            "document.querySelector('newsrail-more-like-this').shadowRoot.querySelector('h3 a')";
        browser.wait_until(other, SOON).await;
        browser.quiet_but_for(".wasm", SOON).await;
        let script = "const { shadowRoot } = document.querySelector('newsrail-popular');
            shadowRoot.querySelectorAll('*').forEach((node) => node.click?.());
            return [self.hit ?? 0, Boolean(shadowRoot.querySelector('section')), Boolean(shadowRoot.querySelector('.wait'))]";
        let found = browser.run_async(script, &[]).await;
        assert_eq!(found, json!([0, is_shown, !is_shown]), "{foreign}");
        browser.goto(&paper.site.url("/2")).await;
    }
}

/// Not all of it need be a list of lists at all.
#[tokio::test]
async fn storage_that_is_not_newsrail_s_is_passed_over() {
    let paper = Paper::read().await;
    let browser = &paper.browser;
    for foreign in [
        "''",
        "'{}'",
        "'null'",
        "'7'",
        "'[]'",
        "'{\"url\":0}'",
        "JSON.stringify({ url: location.origin + '/5', lists: [null, 7, 'text', {}, []] })",
        "JSON.stringify({ url: location.origin + '/5', lists: 'text' })",
        "JSON.stringify({ url: location.origin + '/5' })",
        "location.origin + '/5\\0:host { display: none }\\0newsrail-popular\\0<b>text</b>'",
    ] {
        browser
            .run(
                &format!(
                    "sessionStorage.newsrail = {foreign}; document.querySelector('#near').click()"
                ),
                &[],
            )
            .await;
        assert_on(browser, 5).await;
        browser.wait_until(BOTH_LISTS, SOON).await;
        assert_calm(browser).await;
    }
}

/// A title had the next page's address and a style sheet in it, with NULs between
/// them as between the parts of what is kept; its link led on to that page, and
/// the sheet was every element's.
#[tokio::test]
async fn a_title_is_no_style_sheet() {
    let widget = widget(&Arc::default());
    let script = widget.url("/newsrail.js");
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>page</title><a id=near href=/1>near</a>
         <newsrail-popular feed=/feed.json></newsrail-popular><script async src='{script}'></script>"
    );
    let item = |number: usize, title: String| json!({ "id": number.to_string(), "url": format!("/{number}"), "title": title, "_newsrail": { "views": 9 } });
    let feed = move |address: &str| {
        let title = format!(
            "Story\0{address}/landed\0:host {{ outline: 9px solid }} a {{ position: fixed }}\0z"
        );
        Reply::json(
            &json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper",
            "items": [item(1, "One".to_owned()), item(2, title), item(3, "Three".to_owned())] }),
        )
    };
    let site = Routes::default()
        .reply("/", Reply::html(&page))
        .reply(
            "/1",
            Reply::new("text/plain", "")
                .status(301)
                .header("location", "/landed"),
        )
        .reply("/landed", Reply::html(&page))
        .answer("/feed.json", move |asked| {
            feed(&format!("http://{}", asked.header("host")))
        })
        .serve();
    let browser = Browser::start(800, 900).await;
    browser.goto(&site.url("/")).await;
    let full =
        "document.querySelector('newsrail-popular').shadowRoot?.querySelectorAll('h3 a').length";
    browser.wait_until(full, SOON).await;
    browser.click(NEAR).await;
    browser
        .wait_until("location.pathname === '/landed'", SOON)
        .await;
    browser.wait_until(full, SOON).await;
    let styles = "const list = document.querySelector('newsrail-popular');
        return [getComputedStyle(list).outlineStyle, getComputedStyle(list.shadowRoot.querySelector('h3 a')).position]";
    assert_eq!(browser.run(styles, &[]).await, json!(["none", "static"]));
    let shown = headlines(&browser, "newsrail-popular").await;
    assert!(shown.iter().all(|title| !title.contains('\0')), "{shown:?}");
}
