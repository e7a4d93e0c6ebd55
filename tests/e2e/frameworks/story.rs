//! Article, author, ways to share and replies follow a router as lists do: in a layout that
//! stays, and in bodies that are put in place of another.

use super::{AUTHORS, assert_frugal, page, site, title, until_stays};
use crate::lab::SOON;
use crate::support::browser::Browser;
use crate::support::origin::{Received, Reply, Routes};
use serde_json::json;

const ELEMENTS: &str = "<newsrail-article feed=/feed.json></newsrail-article><newsrail-share networks=email></newsrail-share>
    <newsrail-author feed=/feed.json count=1></newsrail-author><newsrail-reply feed=/feed.json comments=/replies></newsrail-reply>
    <script async src=/newsrail/newsrail.js></script>";

/// An app's site, where one reader has replied to each article.
fn discussed(app: &str) -> Routes {
    site(app).answer("/replies", |received: &Received| {
        let article = received.query.rsplit(['=', '/', 'F']).next();
        let comment = format!("<p>On {}.</p>", article.unwrap_or_default());
        Reply::json(&json!([{ "id": 1, "name": "Dee", "date": "2026-11-20T09:00:00Z", "content": comment }]))
    })
}

/// Waits until every element is of the article with this number.
async fn until_of(browser: &Browser, number: usize, case: &str) {
    let is_of = "(() => {
            const of = (kind, part) => document.querySelector(`newsrail-${kind}`)?.shadowRoot?.querySelector(part);
            return of('article', 'h1')?.textContent === 'TITLE' && of('author', '[part=name]')?.textContent === 'AUTHOR'
                && of('share', 'a')?.href.includes(encodeURIComponent(`${origin}/NUMBER`))
                && of('reply', '.comments')?.textContent.includes('On NUMBER.');
        })()"
        .replace("TITLE", &title(number))
        .replace("AUTHOR", AUTHORS[number % 3])
        .replace("NUMBER", &number.to_string());
    until_stays(browser, &is_of, &format!("{case}: article {number}")).await;
}

/// A reader goes on twice and comes back.
async fn assert_follows(browser: &Browser, case: &str) {
    until_of(browser, 0, case).await;
    for number in 1..3 {
        browser.click("document.querySelector('#next')").await;
        until_of(browser, number, case).await;
    }
    browser.run("history.back()", &[]).await;
    until_of(browser, 1, case).await;
}

#[tokio::test]
async fn in_a_layout_of_react() {
    let browser = Browser::start(1000, 900).await;
    let site = discussed("react").serve();
    browser.goto(&site.url("/story/0")).await;
    browser.wait_until("window.hydrated", SOON).await;
    assert_follows(&browser, "react").await;
    assert_frugal(&browser, &site, "react").await;
}

#[tokio::test]
async fn in_the_bodies_of_turbo() {
    let browser = Browser::start(1000, 900).await;
    let routes = (0..4).fold(discussed("turbo"), |routes, number| {
        let (at, next) = (number.to_string(), (number + 1).to_string());
        let words = [
            ("head", ""),
            ("widget", ELEMENTS),
            ("number", &*at),
            ("next", &*next),
        ];
        routes.reply(&format!("/{number}"), page("turbo", &words))
    });
    let site = routes.serve();
    browser.goto(&site.url("/0")).await;
    assert_follows(&browser, "turbo").await;
    assert_frugal(&browser, &site, "turbo").await;
}
