//! Frameworks that make the page in the browser, or take over what a server has made of it:
//! React, Vue, Svelte, Lit.

use serde_json::{Value, json};

use super::{assert_frugal, choices, note_loads, page, site, title, until_beside};
use crate::lab::{SOON, assert_calm};
use crate::support::browser::Browser;

/// The lists' root, as a script.
const ROOT: &str = "const root = document.querySelector('the-page')?.shadowRoot ?? document;";

/// The author's own links inside the lists, as they read.
async fn own(browser: &Browser) -> Value {
    let read = format!(
        "{ROOT} return [...root.querySelectorAll('newsrail-more-like-this > a, newsrail-popular > a')].map((link) => link.textContent)"
    );
    browser.run(&read, &[]).await
}

/// Goes to the next article and back in a page that shows the first one: lists follow once
/// and never show nothing, and what the author has in them is the framework's as before.
async fn assert_follows(browser: &Browser, case: &str) {
    until_beside(browser, 0, case).await;
    assert_eq!(own(browser).await, json!(["Ours, 0", "Ours"]), "{case}");
    let watch = "window.shown = new Set();
        for (const { shadowRoot } of root.querySelectorAll('newsrail-more-like-this, newsrail-popular')) {
            const note = () => shown.add(Boolean(shadowRoot.querySelector('h3 a')));
            new MutationObserver(note).observe(shadowRoot, { childList: true, subtree: true });
        }";
    browser.run(&format!("{ROOT} {watch}"), &[]).await;
    choices(browser).await;
    browser
        .click(
            "(document.querySelector('the-page')?.shadowRoot ?? document).querySelector('#next')",
        )
        .await;
    until_beside(browser, 1, case).await;
    assert_eq!(own(browser).await, json!(["Ours, 1", "Ours"]), "{case}");
    assert_eq!(choices(browser).await, json!([1, 1]), "{case}: once");
    browser.run("history.back()", &[]).await;
    until_beside(browser, 0, case).await;
    assert_eq!(own(browser).await, json!(["Ours, 0", "Ours"]), "{case}");
    let shown = browser.run("return [...shown]", &[]).await;
    assert_eq!(shown, json!([true]), "{case}: no flash");
}

/// A page that a server has rendered, which is hydrated as soon as can be, and once more
/// after newsrail has been at its elements.
async fn assert_hydrates(app: &str) {
    let browser = Browser::start(1000, 900).await;
    note_loads(&browser).await;
    for query in ["", "?late"] {
        let case = format!("{app}{query}");
        let site = site(app).serve();
        browser
            .goto(&site.url(&format!("/elements/0{query}")))
            .await;
        browser.wait_until("window.hydrated", SOON).await;
        assert_follows(&browser, &case).await;
        assert_frugal(&browser, &site, &case).await;
    }
}

#[tokio::test]
async fn react_hydrates_what_is_around_lists() {
    assert_hydrates("react").await;
}

#[tokio::test]
async fn vue_hydrates_what_is_around_lists() {
    assert_hydrates("vue").await;
}

#[tokio::test]
async fn svelte_hydrates_what_is_around_lists() {
    assert_hydrates("svelte").await;
}

/// Lit sets properties, before newsrail's script has come or after.
#[tokio::test]
async fn lit_sets_properties_before_the_script_and_after() {
    let browser = Browser::start(1000, 900).await;
    note_loads(&browser).await;
    let script = "<script async src=/newsrail/newsrail.js></script>";
    for (case, head) in [("before", ""), ("after", script)] {
        let site = site("lit")
            .reply("/elements/0", page("lit", &[("head", head)]))
            .serve();
        browser.goto(&site.url("/elements/0")).await;
        if head.is_empty() {
            let made =
                "document.querySelector('the-page').shadowRoot?.querySelector('newsrail-popular')";
            browser.wait_until(made, SOON).await;
            let bring = "const tag = document.createElement('script'); tag.src = '/newsrail/newsrail.js'; document.head.append(tag);";
            browser.run(bring, &[]).await;
        }
        assert_follows(&browser, &format!("lit, {case}")).await;
        assert_frugal(&browser, &site, case).await;
    }
}

/// A component that appends the tag whenever it is shown, and twice while its app is
/// being developed.
#[tokio::test]
async fn a_component_that_appends_the_tag_has_lists_each_time() {
    let browser = Browser::start(1000, 900).await;
    note_loads(&browser).await;
    for variant in ["bare", "rails"] {
        let site = site("react").serve();
        browser.goto(&site.url(&format!("/{variant}/0"))).await;
        until_beside(&browser, 0, variant).await;
        for number in 1..4 {
            browser.click("document.querySelector('#next')").await;
            until_beside(&browser, number, variant).await;
        }
        browser.run("history.back()", &[]).await;
        until_beside(&browser, 2, variant).await;
        assert_calm(&browser).await;
    }
}

/// Every article of an endless page has a tag, and a list of its own.
#[tokio::test]
async fn every_article_of_an_endless_page_has_its_list() {
    let browser = Browser::start(1000, 900).await;
    let site = site("react").serve();
    browser.goto(&site.url("/endless/0")).await;
    for number in 0..3 {
        let each = format!(
            "document.querySelectorAll('article').length === {n} && document.querySelectorAll('newsrail-popular').length === {n}
             && [...document.querySelectorAll('article')].every((article) => article.querySelector('newsrail-popular')?.shadowRoot?.querySelectorAll('h3 a').length === 5)",
            n = number + 1
        );
        browser
            .run(
                "document.querySelector('article:last-of-type').scrollIntoView()",
                &[],
            )
            .await;
        browser.wait_until(&each, SOON).await;
        browser.click("document.querySelector('#next')").await;
    }
    browser.quiet(SOON).await;
    let shown = "return [...document.querySelectorAll('newsrail-popular')].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('h3 a')]).map((link) => link.textContent)";
    let shown = browser.run(shown, &[]).await;
    let mut shown: Vec<String> = serde_json::from_value(shown).expect("headlines");
    assert!(!shown.contains(&title(3)), "{shown:?}");
    let count = shown.len();
    shown.sort();
    shown.dedup();
    assert_eq!(shown.len(), count, "none twice");
    assert_eq!(site.requests_to("/feed.json").len(), 1);
    assert_calm(&browser).await;
}
