//! A page that takes an act upon itself and does with it what it should not: a line in the
//! console, and nothing is left on its way.

use serde_json::json;

use super::{EARS, EMAIL, REPLY, office, open, posts, says, send, told};
use crate::lab::{SOON, one_act, partner, widget};
use crate::support::browser::Browser;

/// How often a line with these words stands in the console. Chromium's log has a text's
/// quotation marks escaped.
async fn lines(browser: &Browser, words: &str) -> usize {
    let console = browser.console().await;
    let plain = console.iter().map(|line| line.replace('\\', ""));
    plain.filter(|line| line.contains(words)).count()
}

#[tokio::test]
async fn an_act_is_answered_once_and_by_an_outcome_that_there_is() {
    let (widget, office) = (widget(), office());
    let browser = Browser::start(800, 900).await;
    for (element, fields, took) in [
        (
            format!(
                "<newsrail-subscribe id=e subscribe='{}'></newsrail-subscribe>",
                office.url("/sign-up")
            ),
            EMAIL,
            "subscribed",
        ),
        (
            format!(
                "<newsrail-reply id=e article=bridge comments='{}'></newsrail-reply>",
                office.url("/comments")
            ),
            REPLY,
            "received",
        ),
    ] {
        let _page = open(&browser, &widget, &element).await;
        for (said, line) in [
            (
                "'perhaps'",
                r#"respond: "perhaps" is no outcome; using "unreachable""#,
            ),
            ("", "respond: undefined is no outcome"),
            ("7", "respond: number is no outcome"),
            (
                "{ toString() { throw 1 } }",
                "respond: object is no outcome",
            ),
            ("'own-form'", r#"respond: "own-form" is no outcome"#),
        ] {
            send(&browser, fields).await;
            browser.run(&format!("respond({said})"), &[]).await;
            says(&browser, "could not be reached").await;
            assert!(lines(&browser, line).await > 0, "{said}");
            let last = told(&browser).await;
            let last = &last.as_array().expect("events").last().expect("one")[2];
            assert_eq!(*last, json!({ "outcome": "unreachable" }), "{said}");
        }
        send(&browser, &[]).await;
        browser
            .run(&format!("respond('{took}', {{}}); respond('refused')"), &[])
            .await;
        says(&browser, "Thank you").await;
        assert_eq!(lines(&browser, "the message is no text").await, 1);
        assert_eq!(
            lines(&browser, "respond is not used: it was called before").await,
            1
        );
        assert_eq!(told(&browser).await.as_array().map(Vec::len), Some(2));
        browser.quiet(SOON).await;
    }
    assert_eq!(posts(&office), 0);
}

/// A form said "Sending…" for ever where nobody answered.
#[tokio::test]
async fn an_act_without_an_answer_ends_after_a_minute() {
    let (widget, office) = (widget(), office());
    let browser = Browser::start(800, 900).await;
    browser
        .before_each_page(include_str!("../matrix/clock.js"))
        .await;
    for (element, fields) in [
        (
            format!(
                "<newsrail-subscribe id=e subscribe='{}'></newsrail-subscribe>",
                office.url("/sign-up")
            ),
            EMAIL,
        ),
        (
            format!(
                "<newsrail-reply id=e article=bridge comments='{}'></newsrail-reply>",
                office.url("/comments")
            ),
            REPLY,
        ),
    ] {
        let _page = open(&browser, &widget, &element).await;
        send(&browser, fields).await;
        browser.run("pass(59)", &[]).await;
        says(&browser, "Sending").await;
        browser.run("pass(2)", &[]).await;
        says(&browser, "could not be reached").await;
        let line = "cancelled, but respond was not called within a minute";
        assert_eq!(lines(&browser, line).await, 1);
        let last = &told(&browser).await[1];
        assert_eq!(last[2], json!({ "outcome": "unreachable" }));
        browser.run("respond('refused')", &[]).await;
        let late = "respond is not used: a minute has passed";
        assert_eq!(lines(&browser, late).await, 1);
        // Another act is another.
        send(&browser, &[]).await;
        browser
            .run("respond('refused', 'No.'); pass(61)", &[])
            .await;
        says(&browser, "No.").await;
        assert_eq!(lines(&browser, line).await, 1, "its time was not up");
    }
    assert_eq!(posts(&office), 0);
}

/// A form that is taken away, or closed by the reader, waits for nobody.
#[tokio::test]
async fn a_form_that_is_gone_takes_no_answer() {
    let (widget, office, paper) = (widget(), office(), crate::lab::paper());
    let browser = Browser::start(800, 900).await;
    let gone = "respond is not used: the form is gone";
    let element = format!(
        "<newsrail-subscribe id=e subscribe='{}'></newsrail-subscribe>",
        office.url("/sign-up")
    );
    let _page = open(&browser, &widget, &element).await;
    send(&browser, EMAIL).await;
    // Moved it is the same.
    browser
        .run("document.querySelector('h1').after(e)", &[])
        .await;
    says(&browser, "Sending").await;
    browser.run("self.e = e; e.remove()", &[]).await;
    browser.quiet(SOON).await;
    browser.run("respond('subscribed')", &[]).await;
    assert_eq!(lines(&browser, gone).await, 1);
    browser.run("document.body.append(self.e)", &[]).await;
    browser
        .wait_until("e.shadowRoot.querySelector('#email')", SOON)
        .await;
    let fresh = "return [e.shadowRoot.querySelector('#email').value, e.shadowRoot.querySelector('#message').textContent, told.length]";
    assert_eq!(browser.run(fresh, &[]).await, json!(["", "", 1]));

    let page = partner(&format!(
        "<newsrail-popular id=e count=1 feed='{}' subscribe='{}'></newsrail-popular>
         <script>{EARS}</script><script async src='{}'></script>",
        paper.url("/feed.json"),
        office.url("/sign-up"),
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    let button = "e.shadowRoot?.querySelector('.foot button')";
    browser.wait_until(button, SOON).await;
    browser.click(button).await;
    let form = "e.shadowRoot.querySelector('newsrail-subscribe')?.shadowRoot";
    browser
        .wait_until(&format!("{form}?.activeElement?.id === 'email'"), SOON)
        .await;
    browser.keys("reader@paper.example").await;
    one_act(&browser).await;
    browser.keys(thirtyfour::Key::Enter).await;
    browser.wait_until("told.length", SOON).await;
    assert_eq!(told(&browser).await[0][1], "newsrail-popular");
    browser
        .click(&format!("{form}.querySelector('.close')"))
        .await;
    browser.wait_until(button, SOON).await;
    browser.quiet(SOON).await;
    browser.run("respond('subscribed')", &[]).await;
    assert_eq!(lines(&browser, gone).await, 1);
    assert_eq!(told(&browser).await, json!([]));
    assert_eq!(posts(&office), 0);
}
