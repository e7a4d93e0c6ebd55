//! Acts that a page takes upon itself: a sign-up, a reply.

mod bad;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::lab::{SOON, assert_calm, one_act, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};

/// Notes what a page is told of an act, and takes it where `takes` says so.
pub(crate) const EARS: &str = "window.told = []; window.takes = true;
    for (const name of ['sign-up', 'sign-up-result', 'reply', 'reply-result']) addEventListener('newsrail-' + name, (event) => {
        const { respond, ...said } = event.detail;
        told.push([name, event.target.localName, said]);
        if (!respond) return;
        window.respond = respond;
        if (takes) event.preventDefault();
    });";

/// A server for both forms, which counts what it is sent.
pub(crate) fn office() -> Origin {
    Routes::default()
        .cors(true)
        .reply("/sign-up", Reply::json(&json!({ "status": "pending" })))
        .answer("/comments", |asked| {
            if asked.method == "GET" {
                Reply::json(&json!([]))
            } else {
                Reply::json(&json!({ "status": "held" }))
            }
        })
        .serve()
}

/// What was sent to an office.
pub(crate) fn posts(office: &Origin) -> usize {
    let sent = office.requests();
    sent.iter().filter(|sent| sent.method == "POST").count()
}

/// Opens a page with an element and waits until it has a field.
pub(crate) async fn open(browser: &Browser, widget: &Origin, element: &str) -> Origin {
    let page = partner(&format!(
        "{element}<script>{EARS}</script><script async src='{}'></script>",
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    browser.run("e.scrollIntoView()", &[]).await;
    let field = "e.shadowRoot?.querySelector('input, textarea')";
    browser.wait_until(field, SOON).await;
    page
}

/// Fills fields in, by their identifiers, and sends.
pub(crate) async fn send(browser: &Browser, fields: &[(&str, &str)]) {
    for (id, text) in fields {
        let field = format!("e.shadowRoot.querySelector('#{id}')");
        browser.click(&field).await;
        browser.chord(Key::Control, 'a').await;
        browser.keys(*text).await;
    }
    if browser.run("return 'pass' in window", &[]).await == true {
        // The clock is the test's (matrix/clock.js).
        browser.run("pass(1)", &[]).await;
    } else {
        one_act(browser).await;
    }
    browser
        .click("e.shadowRoot.querySelector('form [type=submit]')")
        .await;
}

/// Waits until the form says this.
pub(crate) async fn says(browser: &Browser, words: &str) {
    let said = format!(
        "e.shadowRoot.querySelector('[role=status].message').textContent.includes({words:?})"
    );
    browser.wait_until(&said, SOON).await;
}

pub(crate) async fn told(browser: &Browser) -> Value {
    browser.run("return told.splice(0)", &[]).await
}

pub(crate) const EMAIL: &[(&str, &str)] = &[("email", "reader@paper.example")];

#[tokio::test]
async fn a_page_takes_a_sign_up_upon_itself() {
    let (widget, office) = (widget(), office());
    let browser = Browser::start(800, 900).await;
    let element = format!(
        "<newsrail-subscribe id=e subscribe='{}' names topics='a=Morning,b=Sport'></newsrail-subscribe>",
        office.url("/sign-up")
    );
    let _page = open(&browser, &widget, &element).await;
    // What is wrong is no act yet.
    send(&browser, &[("email", "reader"), ("name", "Ana")]).await;
    says(&browser, "like name@example.com").await;
    assert_eq!(told(&browser).await, json!([]));
    browser
        .click("e.shadowRoot.querySelector('[value=b]')")
        .await;
    send(&browser, EMAIL).await;
    says(&browser, "Sending").await;
    let filled = json!({ "email": "reader@paper.example", "name": "Ana", "topics": ["b"] });
    assert_eq!(
        told(&browser).await,
        json!([["sign-up", "newsrail-subscribe", filled]])
    );
    // It stays an act of its own until the page answers.
    one_act(&browser).await;
    browser
        .click("e.shadowRoot.querySelector('[type=submit]')")
        .await;
    assert_eq!(told(&browser).await, json!([]));
    browser.run("respond('unavailable')", &[]).await;
    says(&browser, "cannot take sign-ups right now").await;
    let came_to =
        |outcome: &str| json!([["sign-up-result", "newsrail-subscribe", { "outcome": outcome }]]);
    assert_eq!(told(&browser).await, came_to("unavailable"));
    let kept = "return e.shadowRoot.querySelector('#email').value";
    assert_eq!(browser.run(kept, &[]).await, "reader@paper.example");
    // A page's own words stand in place of newsrail's, as text.
    send(&browser, &[]).await;
    browser.wait_until("told.length", SOON).await;
    browser
        .run("respond('subscribed', 'Welcome to <b>us</b>.')", &[])
        .await;
    says(&browser, "Welcome to <b>us</b>.").await;
    let said = "return e.shadowRoot.querySelector('#message').textContent";
    assert_eq!(browser.run(said, &[]).await, "Welcome to <b>us</b>.");
    assert_eq!(told(&browser).await[1], came_to("subscribed")[0]);
    let is_done = "return e.shadowRoot.querySelector('.field').hidden";
    assert_eq!(browser.run(is_done, &[]).await, true);
    browser.quiet(SOON).await;
    assert_eq!(posts(&office), 0);
    assert_calm(&browser).await;
}

/// What a page only hears of is sent as ever, after the event.
#[tokio::test]
async fn what_a_page_leaves_to_newsrail_is_sent_once() {
    let (widget, office) = (widget(), office());
    let browser = Browser::start(800, 900).await;
    let element = format!(
        "<newsrail-subscribe id=e subscribe='{}'></newsrail-subscribe>",
        office.url("/sign-up")
    );
    let _page = open(&browser, &widget, &element).await;
    browser.run("window.takes = false", &[]).await;
    send(&browser, EMAIL).await;
    says(&browser, "look in your inbox").await;
    let filled = json!({ "email": "reader@paper.example", "name": "", "topics": [] });
    assert_eq!(
        told(&browser).await,
        json!([
            ["sign-up", "newsrail-subscribe", filled],
            ["sign-up-result", "newsrail-subscribe", { "outcome": "check-inbox" }]
        ])
    );
    assert_eq!(posts(&office), 1);
    // Who hears of it afterwards has not taken it.
    browser.run("respond('refused')", &[]).await;
    let lines = browser.console().await;
    let why = "respond is not used: the event was not cancelled, so newsrail has sent it";
    assert!(lines.iter().any(|line| line.contains(why)), "{lines:#?}");
    says(&browser, "look in your inbox").await;
}

/// A provider's own form is sent by the browser, into a new tab; and who answers within
/// the event need not cancel it.
#[tokio::test]
async fn a_provider_s_own_form_is_taken_too_and_an_answer_at_once_takes_it() {
    let (widget, office) = (widget(), office());
    let browser = Browser::start(800, 900).await;
    let element = format!(
        "<newsrail-subscribe id=e provider=mailchimp subscribe='{}'></newsrail-subscribe>
         <script>addEventListener('newsrail-sign-up', ({{ detail }}) => detail.respond('already'))</script>",
        office.url("/sign-up")
    );
    let _page = open(&browser, &widget, &element).await;
    browser.run("window.takes = false", &[]).await;
    send(&browser, EMAIL).await;
    says(&browser, "is subscribed already").await;
    browser.quiet(SOON).await;
    assert_eq!(posts(&office), 0);
    assert_calm(&browser).await;
}

pub(crate) const REPLY: &[(&str, &str)] = &[
    ("comment", "I agree."),
    ("name", "Ana Reader"),
    ("email", "ana@paper.example"),
    ("website", "ana.example"),
];

#[tokio::test]
async fn a_page_takes_a_reply_upon_itself() {
    let (widget, office) = (widget(), office());
    let browser = Browser::start(800, 900).await;
    let element = format!(
        "<newsrail-reply id=e article=bridge comments='{}'></newsrail-reply>",
        office.url("/comments")
    );
    let _page = open(&browser, &widget, &element).await;
    send(&browser, &[("comment", " ")]).await;
    let missing =
        "return [...e.shadowRoot.querySelectorAll('.wrong')].map((line) => line.textContent)";
    assert_eq!(
        browser.run(missing, &[]).await,
        json!([
            "Please enter your comment!",
            "Please enter your name here",
            "You have entered an incorrect email address!"
        ])
    );
    assert_eq!(told(&browser).await, json!([]));
    send(&browser, REPLY).await;
    says(&browser, "Sending").await;
    let filled = json!({
        "article": "bridge", "parent": "", "name": "Ana Reader", "email": "ana@paper.example",
        "website": "https://ana.example", "comment": "I agree.",
    });
    assert_eq!(
        told(&browser).await,
        json!([["reply", "newsrail-reply", filled]])
    );
    browser
        .run("respond('refused', 'Not in this house.')", &[])
        .await;
    says(&browser, "Not in this house.").await;
    let kept = "return e.shadowRoot.querySelector('#comment').value";
    assert_eq!(browser.run(kept, &[]).await, "I agree.");
    send(&browser, &[]).await;
    browser.run("respond('held')", &[]).await;
    says(&browser, "waits for approval").await;
    assert_eq!(browser.run(kept, &[]).await, "");
    let told = told(&browser).await;
    assert_eq!(told[0][2]["outcome"], "refused");
    assert_eq!(told[2][2]["outcome"], "held");
    browser.quiet(SOON).await;
    assert_eq!(posts(&office), 0);
    assert_calm(&browser).await;
}
