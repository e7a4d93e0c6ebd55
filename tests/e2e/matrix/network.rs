//! Every fault of a server and of the way to it, for what is read and for what is sent:
//! an error with a way to try again, what was kept where something was, and what the
//! reader has typed.

use serde_json::json;

use super::count;
use super::faults::{FAULTS, Faulty};
use crate::lab::{SOON, headlines, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::Origin;

const FEED: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Paper","items":[{"id":"1","url":"https://p.example/1","title":"A story"},{"id":"2","url":"https://p.example/2","title":"Another"}]}"#;

/// What a browser reads all the same.
const READ: [&str; 3] = ["wrong-type", "wrong-charset", "byte-order-mark"];

/// What never comes to an end by itself.
const ENDLESS: [&str; 2] = ["silence", "drip"];

const SHOWN: &str = "e.shadowRoot?.querySelector('h3 a, .notice')";

/// Lets the time pass after which nobody waits for an answer any more.
async fn let_time_pass(browser: &Browser) {
    browser.run("pass(16)", &[]).await;
}

async fn watched() -> Browser {
    let browser = Browser::start(800, 900).await;
    browser.before_each_page(include_str!("clock.js")).await;
    // What goes wrong is said: by the browser and, in one line, by newsrail.
    browser.expects(&[
        "Failed to load resource",
        "has been blocked by CORS",
        "newsrail: ",
    ]);
    browser
}

fn page(widget: &Origin, element: &str) -> Origin {
    partner(&format!(
        "{element}<script async src='{}'></script>",
        widget.url("/newsrail.js")
    ))
}

/// What the console says of newsrail.
async fn said(browser: &Browser) -> Vec<String> {
    let mut lines = browser.console().await;
    lines.retain(|line| line.contains("newsrail: "));
    lines
}

/// Whether the author's own link is seen, and a way to try again.
async fn left(browser: &Browser) -> serde_json::Value {
    let left = "return [e.querySelector('a').checkVisibility(), e.shadowRoot.querySelector('button')?.checkVisibility() === true]";
    browser.run(left, &[]).await
}

/// An element without a way to try again, whose author's link has gone, is seen to be so;
/// and a field that has lost what was typed.
#[tokio::test]
async fn what_a_failure_takes_away_is_seen() {
    let (widget, browser) = (widget(), watched().await);
    let server = Faulty::start(FEED, None);
    server.fail("500");
    let element = format!(
        "<newsrail-popular id=e feed='{}'><a href=/own>Own link</a></newsrail-popular>",
        server.url()
    );
    let failing = page(&widget, &element);
    browser.goto(&failing.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    assert_eq!(left(&browser).await, json!([true, true]));
    let spoil = "e.shadowRoot.querySelector('button').remove(); e.querySelector('a').style.display = 'none'";
    browser.run(spoil, &[]).await;
    assert_eq!(left(&browser).await, json!([false, false]));
    for form in FORMS {
        let page = page(&widget, &form.element.replace("URL", &server.url()));
        browser.goto(&page.url("/")).await;
        browser
            .wait_until("e.shadowRoot?.querySelector('form')", SOON)
            .await;
        let typed = format!("return {}", form.typed);
        assert_eq!(browser.run(&typed, &[]).await, json!(false));
    }
}

#[tokio::test]
async fn a_feed_that_fails_is_an_error_and_can_be_tried_again() {
    let (widget, browser) = (widget(), watched().await);
    for fault in FAULTS {
        let server = Faulty::start(FEED, None);
        server.fail(fault);
        let element = format!(
            "<newsrail-popular id=e feed='{}'><a href=/own>Own link</a></newsrail-popular>",
            server.url()
        );
        let page = page(&widget, &element);
        browser.goto(&page.url("/")).await;
        if ENDLESS.contains(&fault) {
            until("it is asked", async || !server.arrived("GET").is_empty()).await;
            browser.quiet_but_for("/now", SOON).await;
            let shown = format!("return Boolean({SHOWN})");
            assert_eq!(browser.run(&shown, &[]).await, false, "{fault}");
            let_time_pass(&browser).await;
        }
        browser.wait_until(SHOWN, SOON).await;
        if READ.contains(&fault) {
            assert_eq!(headlines(&browser, "#e").await.len(), 2, "{fault}");
            continue;
        }
        assert_eq!(left(&browser).await, json!([true, true]), "{fault}");
        let lines = said(&browser).await;
        assert!(
            lines.len() == 1 && lines[0].contains(&server.url()),
            "{fault}: {lines:#?}"
        );
        server.fail("");
        browser.click("e.shadowRoot.querySelector('button')").await;
        browser
            .wait_until("e.shadowRoot.querySelector('h3 a')", SOON)
            .await;
        assert_eq!(headlines(&browser, "#e").await.len(), 2, "{fault}");
    }
    count(&format!("{} faults of a feed", FAULTS.len()));
}

#[tokio::test]
async fn what_was_kept_is_shown_whatever_fails() {
    let (widget, browser) = (widget(), watched().await);
    for fault in FAULTS {
        let server = Faulty::start(FEED, None);
        let element = format!(
            "<newsrail-popular id=e feed='{}'></newsrail-popular>",
            server.url()
        );
        let page = page(&widget, &element);
        browser.goto(&page.url("/")).await;
        browser
            .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
            .await;
        let kept = "(self.kept ??= (caches.open('newsrail').then((cache) => cache.keys()).then((keys) => { kept = keys.length || undefined }), 0))";
        browser.wait_until(kept, SOON).await;
        server.fail(fault);
        browser.goto(&page.url("/")).await;
        browser
            .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
            .await;
        if ENDLESS.contains(&fault) {
            until("it is asked", async || server.arrived("GET").len() > 1).await;
            let_time_pass(&browser).await;
        }
        browser.quiet(SOON).await;
        assert_eq!(headlines(&browser, "#e").await.len(), 2, "{fault}");
        if !READ.contains(&fault) {
            let lines = said(&browser).await;
            assert!(
                lines.len() == 1 && lines[0].contains("showing what was kept"),
                "{fault}: {lines:#?}"
            );
        }
    }
}

/// One form, by the ways in which each is filled and what each says.
struct Form {
    element: &'static str,
    fill: &'static str,
    /// The text that has to survive.
    typed: &'static str,
    message: &'static str,
    done: &'static str,
    post: &'static str,
}

const SIGN_UP: &str = "const form = e.shadowRoot.querySelector('form'); e.shadowRoot.querySelector('#email').value = 'reader@paper.example'; form.requestSubmit()";
const REPLY: &str = "const root = e.shadowRoot;
    for (const [id, text] of [['comment', 'Well said.'], ['name', 'Ana'], ['email', 'ana@paper.example']]) {
      const field = root.querySelector('#' + id);
      if (!field.value) { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); }
    }
    root.querySelector('form').requestSubmit()";

const FORMS: [Form; 3] = [
    Form {
        element: "<newsrail-subscribe id=e provider=json subscribe='URL'></newsrail-subscribe>",
        fill: SIGN_UP,
        typed: "e.shadowRoot.querySelector('#email').value === 'reader@paper.example'",
        message: "e.shadowRoot.querySelector('#message').textContent",
        done: "Thank you",
        post: r#"{"status":"subscribed"}"#,
    },
    Form {
        element: "<newsrail-subscribe id=e provider=form subscribe='URL'></newsrail-subscribe>",
        fill: SIGN_UP,
        typed: "e.shadowRoot.querySelector('#email').value === 'reader@paper.example'",
        message: "e.shadowRoot.querySelector('#message').textContent",
        done: "Thank you",
        post: r#"{"status":"subscribed"}"#,
    },
    Form {
        element: "<newsrail-reply id=e article=1 comments='URL'></newsrail-reply>",
        fill: REPLY,
        typed: "e.shadowRoot.querySelector('#comment').value === 'Well said.'",
        message: "e.shadowRoot.querySelector('.reply ~ .message').textContent",
        done: "published",
        post: r#"{"status":"published"}"#,
    },
];

/// A status of success says that it has arrived, whatever becomes of the words behind.
const ARRIVES: [&str; 9] = [
    "204",
    "empty",
    "wrong-type",
    "wrong-charset",
    "byte-order-mark",
    "short",
    "reset",
    "drip",
    "bad-gzip",
];

#[tokio::test]
async fn a_post_that_fails_is_sent_once_said_to_have_failed_and_nothing_typed_is_lost() {
    let (widget, browser) = (widget(), watched().await);
    for form in FORMS {
        for fault in FAULTS {
            let server = Faulty::start("[]", Some(form.post));
            let what = format!("{fault} of {}", form.element);
            let page = page(&widget, &form.element.replace("URL", &server.url()));
            browser.goto(&page.url("/")).await;
            browser
                .wait_until("e.shadowRoot?.querySelector('form')", SOON)
                .await;
            server.fail(fault);
            browser.run(form.fill, &[]).await;
            until(&what, async || !server.arrived("POST").is_empty()).await;
            if ENDLESS.contains(&fault) {
                browser.quiet_but_for("/now", SOON).await;
                let_time_pass(&browser).await;
            }
            let message = form.message;
            let answered = format!("{message}.trim() && !{message}.includes('Sending')");
            browser.wait_until(&answered, SOON).await;
            let words = browser.run(&format!("return {message}"), &[]).await;
            let words = words.as_str().unwrap_or_default().to_owned();
            // To a form a page is an answer.
            let is_page = ["html", "challenge"].contains(&fault);
            if ARRIVES.contains(&fault) || is_page && form.element.contains("=form") {
                continue;
            }
            assert!(
                !words.contains(form.done) && !words.contains("eceived."),
                "{what}: {words}"
            );
            let typed = format!("return {}", form.typed);
            assert_eq!(browser.run(&typed, &[]).await, json!(true), "{what}");
            browser.quiet(SOON).await;
            assert_eq!(server.arrived("POST").len(), 1, "{what}");
            // The reader's next try is another act, and arrives.
            server.fail("");
            browser.run("pass(1)", &[]).await;
            browser.run(form.fill, &[]).await;
            browser
                .wait_until(&format!("{message}.includes('{}')", form.done), SOON)
                .await;
            assert_eq!(server.arrived("POST").len(), 2, "{what}");
        }
    }
    count(&format!(
        "{} faults of each of {} forms",
        FAULTS.len(),
        FORMS.len()
    ));
}
