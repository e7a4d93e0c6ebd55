//! Subscribing by keyboard and mouse, against a server that counts.

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use serde_json::json;
use thirtyfour::Key;

use crate::lab::{BOTH_LISTS, SOON, assert_calm, one_act, paper, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};

const MESSAGE: &str = "return e.shadowRoot.querySelector('#message').textContent";

/// The form that a list's button has put in its place.
const FORM: &str = "e.shadowRoot.querySelector('newsrail-subscribe')?.shadowRoot";

#[tokio::test]
async fn by_keyboard_alone_and_once() {
    let (widget, paper) = (widget(), paper());
    let news = Routes::default()
        .cors(true)
        .reply("/sign-up", Reply::json(&json!({ "ok": true })))
        .serve();
    let page = partner(&format!(
        "<newsrail-popular id=e feed='{}' count=1 subscribe='{}'></newsrail-popular><newsrail-more-like-this></newsrail-more-like-this>
         <script async data-feed='{}' src='{}'></script>",
        paper.url("/feed.json"),
        news.url("/sign-up"),
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    browser.keys(Key::Tab).await;
    browser.keys(Key::Tab).await;
    let focused = "return e.shadowRoot.activeElement.textContent";
    assert_eq!(browser.run(focused, &[]).await, "Subscribe");
    browser.keys(Key::Enter).await;
    browser
        .wait_until(
            &format!("{FORM}?.activeElement?.localName === 'input'"),
            SOON,
        )
        .await;
    browser.keys("nobody").await;
    browser.keys(Key::Enter).await;
    browser
        .wait_until(&format!("{FORM}.querySelector('[aria-invalid]')"), SOON)
        .await;
    browser.quiet(SOON).await;
    assert!(news.requests().is_empty(), "nothing is sent");
    browser.screenshot("sign-up-wrong-address").await;
    browser.keys("@paper.example").await;
    // Enter held down, as an impatient reader does.
    one_act(&browser).await;
    for _ in 0..5 {
        browser.keys(Key::Enter).await;
    }
    browser
        .wait_until(
            &format!("{FORM}.querySelector('#message').textContent.startsWith('Thank you')"),
            SOON,
        )
        .await;
    let posts: Vec<_> = news
        .requests()
        .into_iter()
        .filter(|request| request.method == "POST")
        .collect();
    assert_eq!(posts.len(), 1);
    assert_eq!(posts[0].text(), r#"{"email":"nobody@paper.example"}"#);
    assert_eq!(posts[0].header("content-type"), "application/json");
    assert!(posts[0].header("cookie").is_empty());
    browser.screenshot("sign-up-done").await;
    assert_calm(&browser).await;
}

#[tokio::test]
async fn refused_faulty_and_unreachable_keep_the_address() {
    let widget = widget();
    let status = Arc::new(AtomicU16::new(422));
    let answers = Arc::clone(&status);
    let news = Routes::default()
        .cors(true)
        .answer("/sign-up", move |_| {
            Reply::json(&json!({})).status(answers.load(Ordering::Relaxed))
        })
        .serve();
    let page = partner(&format!(
        "<newsrail-subscribe id=e provider=form subscribe='{}'></newsrail-subscribe><script async src='{}'></script>",
        news.url("/sign-up"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(360, 740).await;
    browser.expects(&["/sign-up - Failed", "newsrail: "]);
    browser.goto(&page.url("/")).await;
    browser.run("e.scrollIntoView()", &[]).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('input')", SOON)
        .await;
    browser.click("e.shadowRoot.querySelector('input')").await;
    browser.keys("reader@paper.example").await;
    for (answer, said) in [
        (422, "did not accept this address"),
        (503, "cannot take sign-ups right now"),
    ] {
        status.store(answer, Ordering::Relaxed);
        one_act(&browser).await;
        browser
            .click("e.shadowRoot.querySelector('[type=submit]')")
            .await;
        browser
            .wait_until(
                &format!("e.shadowRoot.querySelector('#message').textContent.includes('{said}')"),
                SOON,
            )
            .await;
        assert_eq!(
            browser
                .run("return e.shadowRoot.querySelector('input').value", &[])
                .await,
            "reader@paper.example"
        );
    }
    browser.screenshot("sign-up-failed").await;
    let bodies: Vec<_> = news
        .requests()
        .iter()
        .map(crate::support::origin::Received::text)
        .collect();
    assert_eq!(
        bodies, ["email=reader%40paper.example"; 2],
        "a form needs no preflight"
    );
    drop(news);
    one_act(&browser).await;
    browser
        .click("e.shadowRoot.querySelector('[type=submit]')")
        .await;
    browser
        .wait_until(
            "e.shadowRoot.querySelector('#message').textContent.includes('could not be reached')",
            SOON,
        )
        .await;
    let message = browser.run(MESSAGE, &[]).await;
    assert!(
        !message.as_str().expect("text").contains("ubscribed"),
        "{message}"
    );
}

/// A redirect was followed: one of 307 handed the address to whoever it named, and
/// after one of 302 any page read as "has been received".
#[tokio::test]
async fn a_redirect_hands_the_address_to_nobody() {
    let (widget, other) = (
        widget(),
        Routes::default()
            .cors(true)
            .reply("/take", Reply::html("<!doctype html>Thank you"))
            .serve(),
    );
    let status = Arc::new(AtomicU16::new(0));
    let (answers, to) = (Arc::clone(&status), other.url("/take"));
    let onward = move || {
        Reply::new("text/plain", "")
            .status(answers.load(Ordering::Relaxed))
            .header("location", &to)
    };
    let (sign_up, token) = (onward.clone(), onward);
    let news = Routes::default()
        .cors(true)
        .answer("/sign-up", move |_| sign_up())
        .answer("/members/api/integrity-token/", move |_| token())
        .reply(
            "/members/api/send-magic-link/",
            Reply::new("text/plain", "Created.").status(201),
        )
        .serve();
    let browser = Browser::start(800, 900).await;
    let unknown = "so it is not known whether it was taken";
    for (answer, provider, at, said) in [
        (301, "form", "/sign-up", unknown),
        (302, "form", "/sign-up", unknown),
        (303, "json", "/sign-up", unknown),
        (307, "form", "/sign-up", unknown),
        (307, "json", "/sign-up", unknown),
        (308, "json", "/sign-up", unknown),
        // What Ghost gives out before is not fetched from elsewhere either.
        (302, "ghost", "", "Please look in your inbox"),
    ] {
        status.store(answer, Ordering::Relaxed);
        let page = partner(&format!(
            "<newsrail-subscribe id=e provider={provider} subscribe='{}'></newsrail-subscribe><script async src='{}'></script>",
            news.url(at),
            widget.url("/newsrail.js")
        ));
        browser.goto(&page.url("/")).await;
        let input = "e.shadowRoot?.querySelector('#email')";
        browser.wait_until(input, SOON).await;
        browser.click(input).await;
        browser.keys("reader@paper.example").await;
        browser.keys(Key::Enter).await;
        let says = format!("e.shadowRoot.querySelector('#message').textContent.includes('{said}')");
        browser.wait_until(&says, SOON).await;
        if said == unknown {
            let kept = browser.run(&format!("return {input}.value"), &[]).await;
            assert_eq!(kept, "reader@paper.example", "{answer} {provider}");
            let lines = browser.console().await;
            let why = |line: &String| line.contains("/sign-up: it answers with a redirect");
            assert!(lines.iter().any(why), "{lines:#?}");
        }
    }
    let posts = news.requests();
    assert_eq!(posts.iter().filter(|r| r.method == "POST").count(), 7);
    browser.quiet(SOON).await;
    assert!(other.requests().is_empty(), "{:#?}", other.requests());
}

/// What the script tag says counts for a form below a list as it does for any element,
/// also where the page requires Trusted Types. A list that is moved keeps its form, and
/// one that is put back later begins anew.
#[tokio::test]
async fn a_form_below_a_list_is_set_as_the_script_tag_says_and_moves_with_its_list() {
    let (widget, paper) = (widget(), paper());
    let news = Routes::default()
        .cors(true)
        .reply("/sign-up", Reply::json(&json!({ "status": "pending" })))
        .serve();
    let page = format!(
        "<!doctype html><html lang=en><title>A page</title><main></main>
         <newsrail-popular id=e count=2 consent='One letter a day.'></newsrail-popular>
         <script async data-feed='{}' data-subscribe='{}' data-names data-topics='a=Morning,b=Sport' data-theme=dark data-heading='To read' src='{}'></script>",
        paper.url("/feed.json"),
        news.url("/sign-up"),
        widget.url("/newsrail.js")
    );
    let trusted = "require-trusted-types-for 'script'";
    let page = Reply::html(&page).header("content-security-policy", trusted);
    let page = Routes::default().reply("/", page).serve();
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    let button = "e.shadowRoot?.querySelector('.foot button')";
    browser.wait_until(button, SOON).await;
    browser.click(button).await;
    let has_focus = format!("{FORM}?.activeElement?.id === 'email'");
    browser.wait_until(&has_focus, SOON).await;
    let set = format!(
        "const form = {FORM}; return [...form.querySelectorAll('h2, label, .consent')].map((node) => node.textContent.trim()).join('; ')"
    );
    assert_eq!(
        browser.run(&set, &[]).await,
        "Name (optional); Morning; Sport; E-mail address; One letter a day."
    );
    browser.keys("reader@paper").await;
    browser
        .run("document.querySelector('main').append(e)", &[])
        .await;
    browser.quiet(SOON).await;
    let typed = format!("return {FORM}.querySelector('#email').value");
    assert_eq!(browser.run(&typed, &[]).await, "reader@paper");
    browser.run("self.e = e; e.remove()", &[]).await;
    browser.quiet(SOON).await;
    browser
        .run("document.querySelector('main').append(self.e)", &[])
        .await;
    browser.wait_until(button, SOON).await;
    let forms = "return e.shadowRoot.querySelectorAll('newsrail-subscribe').length";
    assert_eq!(browser.run(forms, &[]).await, 0);
    assert!(news.requests().is_empty());
    assert_calm(&browser).await;
}
