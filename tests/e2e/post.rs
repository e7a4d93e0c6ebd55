//! The form is a program of its own. It comes when a form is near, or when the reader
//! comes near a list's button that opens one. Where it does not come the reader is
//! told and can try again.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use crate::lab::{SOON, assert_calm, bundle, one_act, paper, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;

const BUTTON: &str = "e.shadowRoot?.querySelector('.foot button')";
const FORM: &str = "e.shadowRoot.querySelector('newsrail-subscribe')?.shadowRoot";

/// The requests for the program of forms, of all that the widget's server got.
fn loads(widget: &Origin) -> usize {
    let requests = widget.requests();
    let forms = |path: &str| path.starts_with("/newsrail-forms-");
    requests.iter().filter(|r| forms(&r.path)).count()
}

/// A server that takes sign-ups.
fn newsletter() -> Origin {
    Routes::default()
        .cors(true)
        .reply("/sign-up", Reply::json(&json!({ "ok": true })))
        .reply(
            "/subscription/form",
            Reply::html("<!doctype html><title>Thank you</title>"),
        )
        .serve()
}

/// How many sign-ups have been posted.
fn posts(news: &Origin) -> usize {
    let requests = news.requests();
    requests.iter().filter(|r| r.method == "POST").count()
}

/// A page with a list whose button opens a form, as soon as that button stands there.
async fn list(widget: &Origin, subscribe: &str) -> ([Origin; 2], Browser) {
    let paper = paper();
    let page = partner(&format!(
        "<newsrail-popular id=e feed='{}' count=2 subscribe='{subscribe}'></newsrail-popular><script async src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(BUTTON, SOON).await;
    ([page, paper], browser)
}

/// Types an address into the form, once that is there, and sends it.
async fn sign_up(browser: &Browser) {
    let input = format!("{FORM}?.querySelector('#email')");
    browser.wait_until(&input, SOON).await;
    browser
        .wait_until(&format!("{FORM}.activeElement?.id === 'email'"), SOON)
        .await;
    browser.keys("reader@paper.example").await;
    one_act(browser).await;
    browser
        .click(&format!("{FORM}.querySelector('[type=submit]')"))
        .await;
}

async fn says(browser: &Browser, words: &str) {
    let said = format!("{FORM}.querySelector('#message').textContent.includes('{words}')");
    browser.wait_until(&said, SOON).await;
}

#[tokio::test]
async fn it_is_asked_for_once_the_form_s_button_has_the_focus() {
    let (widget, news) = (widget(), newsletter());
    let (_page, browser) = list(&widget, &news.url("/sign-up")).await;
    browser.quiet(SOON).await;
    assert_eq!(loads(&widget), 0, "nobody has asked for it");
    browser.run(&format!("{BUTTON}.focus()"), &[]).await;
    let all = "glue and WebAssembly are asked for before the click";
    until(all, async || loads(&widget) == 2).await;
    browser.click(BUTTON).await;
    sign_up(&browser).await;
    says(&browser, "Thank you").await;
    assert_eq!((loads(&widget), posts(&news)), (2, 1));
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_native_form_is_sent_by_the_browser_alone() {
    let (widget, news) = (widget(), newsletter());
    let (_page, browser) = list(&widget, &news.url("/subscription/form")).await;
    browser.click(BUTTON).await;
    sign_up(&browser).await;
    says(&browser, "in a new tab").await;
    until("the browser sends the form", async || posts(&news) == 1).await;
    browser.quiet(SOON).await;
    assert_eq!((loads(&widget), posts(&news)), (2, 1));
}

#[tokio::test]
async fn where_it_cannot_be_loaded_the_list_stays_and_a_second_try_succeeds() {
    let dist = project().join("dist");
    let broken = Arc::new(AtomicBool::new(true));
    let mut routes = bundle();
    for entry in std::fs::read_dir(&dist).expect("`make dist` has built it") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_str().expect("a name");
        if name.starts_with("newsrail-forms-") {
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
    let (_page, browser) = list(&widget, &news.url("/sign-up")).await;
    browser.expects(&["status of 404", "newsrail: could not be loaded"]);
    browser.click(BUTTON).await;
    let again = format!("{FORM}?.querySelector('button')");
    browser.wait_until(&again, SOON).await;
    let said = browser
        .run(
            &format!("return {FORM}.querySelector('p').textContent"),
            &[],
        )
        .await;
    assert_eq!(said, "This could not be loaded.");
    let headlines = "return e.shadowRoot.querySelectorAll('h3 a').length";
    assert_eq!(browser.run(headlines, &[]).await, 2, "the list stays");
    assert_eq!(posts(&news), 0);
    let lines = browser.console().await;
    let why = |line: &&String| line.contains("newsrail-forms-") && line.contains("be loaded");
    let why = lines.iter().filter(why).count();
    // Ahead, and once more for the click, unless that came before the first answer.
    assert!((1..=2).contains(&why), "{lines:#?}");
    broken.store(false, Ordering::Relaxed);
    browser.click(&again).await;
    sign_up(&browser).await;
    says(&browser, "Thank you").await;
    assert_eq!(posts(&news), 1);
}
