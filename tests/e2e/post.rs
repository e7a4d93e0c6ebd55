//! What posts is a program of its own: it comes when a reader turns to a form,
//! and where it does not come the reader is told and can try again.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use crate::lab::{SOON, assert_calm, one_act, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;

const INPUT: &str = "e.shadowRoot.querySelector('#email')";
const SUBMIT: &str = "e.shadowRoot.querySelector('[type=submit]')";

/// The requests for the program that posts, of all that the widget's server got.
fn loads(widget: &Origin) -> usize {
    let requests = widget.requests();
    let post = |path: &str| path.starts_with("/newsrail-post-");
    requests.iter().filter(|r| post(&r.path)).count()
}

/// A server that takes sign-ups.
fn newsletter() -> Origin {
    Routes::default()
        .cors(true)
        .reply("/sign-up", Reply::json(&json!({ "ok": true })))
        .serve()
}

/// How many sign-ups have been posted.
fn posts(news: &Origin) -> usize {
    let requests = news.requests();
    requests.iter().filter(|r| r.method == "POST").count()
}

/// A page with a form, as soon as that stands there.
async fn form(widget: &Origin, subscribe: &str) -> (Origin, Browser) {
    let page = partner(&format!(
        "<newsrail-subscribe id=e subscribe='{subscribe}'></newsrail-subscribe><script async src='{}'></script>",
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    let there = format!("e.shadowRoot && {INPUT}");
    browser.wait_until(&there, SOON).await;
    (page, browser)
}

async fn says(browser: &Browser, words: &str) {
    let said = format!("e.shadowRoot.querySelector('#message').textContent.includes('{words}')");
    browser.wait_until(&said, SOON).await;
}

#[tokio::test]
async fn it_is_asked_for_once_the_form_has_the_focus() {
    let (widget, news) = (widget(), newsletter());
    let (_page, browser) = form(&widget, &news.url("/sign-up")).await;
    browser.quiet(SOON).await;
    assert_eq!(loads(&widget), 0, "nobody has asked for it");
    browser.click(INPUT).await;
    browser.keys("reader@paper.example").await;
    let both = "glue and WebAssembly are asked for before the submit";
    until(both, async || loads(&widget) == 2).await;
    browser.click(SUBMIT).await;
    says(&browser, "Thank you").await;
    assert_eq!((loads(&widget), posts(&news)), (2, 1));
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_native_form_needs_none() {
    let (widget, news) = (widget(), newsletter());
    let (_page, browser) = form(&widget, &news.url("/subscription/form")).await;
    browser.click(INPUT).await;
    browser.keys("reader@paper.example").await;
    browser.click(SUBMIT).await;
    says(&browser, "in a new tab").await;
    until("the browser sends the form", async || posts(&news) == 1).await;
    browser.quiet(SOON).await;
    assert_eq!((loads(&widget), posts(&news)), (0, 1));
}

#[tokio::test]
async fn where_it_cannot_be_loaded_the_address_survives_and_a_second_try_succeeds() {
    let dist = project().join("dist");
    let broken = Arc::new(AtomicBool::new(true));
    let mut routes = Routes::default().cors(true).folder("/", dist.clone());
    for entry in std::fs::read_dir(&dist).expect("`make dist` has built it") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_str().expect("a name");
        if name.starts_with("newsrail-post-") {
            let file = std::fs::read(dist.join(name)).expect("a file");
            let there = Reply::file(name, file);
            let broken = Arc::clone(&broken);
            routes = routes.answer(&format!("/{name}"), move |_| {
                if broken.load(Ordering::Relaxed) {
                    Reply::new("text/plain", "gone").status(404)
                } else {
                    there.clone()
                }
            });
        }
    }
    let (widget, news) = (routes.serve(), newsletter());
    let (_page, browser) = form(&widget, &news.url("/sign-up")).await;
    browser.click(INPUT).await;
    browser.keys("reader@paper.example").await;
    browser.click(SUBMIT).await;
    says(&browser, "could not be reached").await;
    let value = browser.run(&format!("return {INPUT}.value"), &[]).await;
    assert_eq!(value, "reader@paper.example");
    assert_eq!(posts(&news), 0);
    let lines = browser.console().await;
    let why = |line: &&String| line.contains("newsrail-post-") && line.contains("be loaded");
    let why = lines.iter().filter(why).count();
    // Ahead, and once more for the submit, unless that came before the first answer.
    assert!((1..=2).contains(&why), "{lines:#?}");
    broken.store(false, Ordering::Relaxed);
    one_act(&browser).await;
    browser.click(SUBMIT).await;
    says(&browser, "Thank you").await;
    assert_eq!(posts(&news), 1);
}
