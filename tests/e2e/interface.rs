//! What a program of the page does with an element: hands articles over, has it ask again,
//! waits for it.

mod bad;
mod recipes;
mod seen;

use serde_json::{Value, json};

use crate::lab::{SOON, assert_calm, headlines, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};

/// Items of a JSON Feed with these headlines, the newest first.
pub(crate) fn items(titles: &[&str]) -> Value {
    let item = |(at, title): (usize, &&str)| json!({ "id": title, "url": format!("https://paper.example/{at}"), "title": title, "date_published": format!("2026-10-{:02}T10:00:00Z", 20 - at) });
    titles.iter().enumerate().map(item).collect()
}

/// A site whose pages announce its feed, with `body` on its own page.
pub(crate) fn site(widget: &Origin, body: &str) -> Origin {
    let page = format!(
        "<!doctype html><html lang=en><title>A page</title>
         <link rel=alternate type='application/feed+json' href='/feed.json'>
         <body>{body}<script async src='{}'></script>",
        widget.url("/newsrail.js")
    );
    let feed =
        json!({ "version": "https://jsonfeed.org/version/1.1", "items": items(&["Of the feed"]) });
    Routes::default()
        .reply("/", Reply::html(&page))
        .reply("/feed.json", Reply::json(&feed))
        .serve()
}

/// How often its feed was asked for.
pub(crate) fn asked(site: &Origin) -> usize {
    site.requests_to("/feed.json").len()
}

pub(crate) const LIST: &str = "newsrail-popular";

/// Waits until the list shows this headline first.
pub(crate) async fn until_first(browser: &Browser, headline: &str) {
    let first = format!(
        "document.querySelector('{LIST}').shadowRoot?.querySelector('h3 a')?.textContent === {headline:?}"
    );
    browser.wait_until(&first, SOON).await;
}

#[tokio::test]
async fn articles_that_a_page_hands_over_are_shown_without_a_request() {
    let widget = widget();
    let browser = Browser::start(1000, 900).await;
    let early = items(&["One", "Two", "Three", "Four"]);
    let site = site(
        &widget,
        &format!(
            "<{LIST} id=e count=2></{LIST}><newsrail-more-like-this id=other count=2></newsrail-more-like-this>
             <script>e.articles = other.articles = {early};</script>"
        ),
    );
    browser.goto(&site.url("/")).await;
    let ready = "await Promise.all([e.ready, other.ready]); return [e.articles.length, e.shadowRoot.querySelectorAll('h3 a').length]";
    assert_eq!(browser.run_async(ready, &[]).await, json!([4, 2]));
    assert_eq!(headlines(&browser, LIST).await, ["One", "Two"]);
    assert_eq!(
        headlines(&browser, "newsrail-more-like-this").await,
        ["Three", "Four"],
        "none stands twice"
    );
    // Others take their place.
    let set = "e.articles = arguments[0]";
    browser.run(set, &[items(&["Five", "Six"])]).await;
    until_first(&browser, "Five").await;
    // What a page sets in one go, and while others are being read, ends with the last.
    let many = "for (let at = 0; at < 200; at++) {
            e.articles = [{ id: at, url: 'https://paper.example/n/' + at, title: 'Number ' + at }];
            if (at % 20 === 0) await new Promise((go) => setTimeout(go));
        }";
    browser.run_async(many, &[]).await;
    until_first(&browser, "Number 199").await;
    browser.quiet(SOON).await;
    assert_eq!(headlines(&browser, LIST).await, ["Number 199"]);
    assert_eq!(asked(&site), 0);
    // None any more: what it shows is the page's own feed.
    browser.run("e.articles = null", &[]).await;
    until_first(&browser, "Of the feed").await;
    assert_eq!(browser.run("return e.articles", &[]).await, Value::Null);
    assert_eq!(asked(&site), 1);
    // An element that a program makes has them before it is on the page.
    let made = format!(
        "const made = document.createElement('{LIST}');
         made.id = 'made';
         made.articles = arguments[0];
         e.replaceWith(made);
         await made.ready;
         return made.shadowRoot.querySelector('h3 a').textContent"
    );
    let made = browser.run_async(&made, &[items(&["Seven"])]).await;
    assert_eq!(made, "Seven");
    assert_eq!(asked(&site), 1);
    let asked_elsewhere = browser.network().await;
    let other = asked_elsewhere
        .iter()
        .find(|sent| sent.url.contains("invalid"));
    assert!(other.is_none(), "{other:?}");
    assert_calm(&browser).await;
}

#[tokio::test]
async fn an_element_asks_again_when_it_is_told_to() {
    let widget = widget();
    let browser = Browser::start(1000, 900).await;
    let site = site(&widget, &format!("<{LIST} id=e></{LIST}>"));
    browser.goto(&site.url("/")).await;
    until_first(&browser, "Of the feed").await;
    assert_eq!(asked(&site), 1);
    let again = "const told = new Promise((go) => e.addEventListener('newsrail-load', go, { once: true })); e.reload(); await told";
    browser.run_async(again, &[]).await;
    assert_eq!(asked(&site), 2);
    // What comes while it is being asked is one request more.
    browser
        .run("for (let at = 0; at < 50; at++) e.reload()", &[])
        .await;
    browser.quiet(SOON).await;
    assert_eq!(asked(&site), 4);
    // Before it is on the page there is nothing to ask for.
    browser
        .run(&format!("document.createElement('{LIST}').reload()"), &[])
        .await;
    browser.quiet(SOON).await;
    assert_eq!(asked(&site), 4);
    assert_calm(&browser).await;
}

/// `ready` never leaves a program waiting: for a list, a form, a feed that fails, and a
/// program that cannot be loaded.
#[tokio::test]
async fn an_element_is_ready_whatever_becomes_of_it() {
    let (widget, browser) = (widget(), Browser::start(1000, 900).await);
    browser.expects(&["newsrail: ", "Failed to load resource"]);
    let forms = "<newsrail-subscribe id=a subscribe=/s></newsrail-subscribe><newsrail-share id=b></newsrail-share>
        <newsrail-slot id=c></newsrail-slot><newsrail-reply id=d comments=/c></newsrail-reply>";
    let lists = format!("<{LIST} id=e feed=/none.json><a href=/>Ours</a></{LIST}>");
    let page = site(&widget, &format!("{forms}{lists}"));
    browser.goto(&page.url("/")).await;
    let ready = "await Promise.all([a, b, c, d, e].map(({ ready }) => ready)); return e.shadowRoot.querySelector('.notice').textContent";
    let said = browser.run_async(ready, &[]).await;
    assert_eq!(said, "The stories could not be loaded.");
    let loader = std::fs::read_to_string(crate::support::project().join("dist/newsrail.js"));
    let loader = Reply::new("text/javascript", loader.expect("it is built"));
    let bare = Routes::default()
        .cors(true)
        .reply("/newsrail.js", loader)
        .serve();
    let page = site(&bare, &lists);
    browser.goto(&page.url("/")).await;
    let ready = "await e.ready; return Boolean(e.shadowRoot.querySelector('button'))";
    assert_eq!(browser.run_async(ready, &[]).await, true);
}
