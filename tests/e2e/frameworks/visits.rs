//! Routers that put one page's body in place of another's: Turbo, htmx, Astro.

use serde_json::json;

use super::{assert_frugal, choices, note_loads, page, site, until_beside};
use crate::lab::SOON;
use crate::support::browser::Browser;
use crate::support::origin::Origin;

const SCRIPT: &str = "<script async src='/newsrail/newsrail.js'></script>";
const ELEMENTS: &str = "<newsrail-more-like-this feed=/feed.json count=2><a href=/own>Ours</a></newsrail-more-like-this>
    <newsrail-popular feed=/feed.json count=3><a href=/own>Ours</a></newsrail-popular>";

/// Each way to have lists: a word, what it has in the head, and in the body.
fn variants() -> [(&'static str, String, String); 4] {
    let tag = |more: &str| SCRIPT.replace(" src", &format!(" data-feed=/feed.json{more} src"));
    [
        ("bare", String::new(), tag("")),
        (
            "rails",
            String::new(),
            tag(" data-rails='popular more-like-this'"),
        ),
        ("elements", String::new(), format!("{ELEMENTS}{SCRIPT}")),
        ("head", SCRIPT.to_owned(), ELEMENTS.to_owned()),
    ]
}

/// Some articles of a site, at the addresses that its feed has: htmx leaves the canonical
/// link as it was.
fn articles(app: &str, head: &str, widget: &str) -> Origin {
    let article = |number: usize| {
        let (number, next) = (number.to_string(), (number + 1).to_string());
        page(
            app,
            &[
                ("head", head),
                ("widget", widget),
                ("number", &number),
                ("next", &next),
            ],
        )
    };
    (0..5)
        .fold(site(app), |routes, number| {
            routes.reply(&format!("/{number}"), article(number))
        })
        .serve()
}

/// A reader goes on thrice and comes back, in each of the ways.
async fn assert_visits(app: &str) {
    let browser = Browser::start(1000, 900).await;
    note_loads(&browser).await;
    for (variant, head, widget) in variants() {
        let case = format!("{app}, {variant}");
        let site = articles(app, &head, &widget);
        browser.goto(&site.url("/0")).await;
        until_beside(&browser, 0, &case).await;
        browser.run("window.same = true", &[]).await;
        choices(&browser).await;
        for number in 1..4 {
            browser.click("document.querySelector('#next')").await;
            until_beside(&browser, number, &case).await;
            let often = choices(&browser).await;
            assert_eq!(often, json!([1, 1]), "{case}: each once, at {number}");
        }
        browser.run("history.back()", &[]).await;
        browser.wait_until("location.pathname === '/2'", SOON).await;
        until_beside(&browser, 2, &case).await;
        let same = browser.run("return window.same", &[]).await;
        assert_eq!(same, true, "{case}: nothing was loaded anew");
        assert_frugal(&browser, &site, &case).await;
    }
}

#[tokio::test]
async fn lists_are_there_on_every_visit_of_turbo() {
    assert_visits("turbo").await;
}

#[tokio::test]
async fn lists_are_there_on_every_visit_of_htmx() {
    assert_visits("htmx").await;
}

#[tokio::test]
async fn lists_are_there_on_every_visit_of_astro() {
    assert_visits("astro").await;
}
