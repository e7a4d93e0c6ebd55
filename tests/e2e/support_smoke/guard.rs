//! What no page may do fails the test by itself, when its browser goes.

use super::page;
use crate::lab::SOON;
use crate::support::browser::Browser;

/// A page does this, and the test looks at nothing.
async fn do_this(script: &str) {
    let origin = page(&format!(
        "<script>{script}; setTimeout(() => {{ window.isDone = true }}, 50)</script>"
    ));
    let browser = Browser::start(800, 600).await;
    browser.goto(&origin.url("/")).await;
    browser.wait_until("window.isDone", SOON).await;
}

macro_rules! fails {
    ($name:ident, $expected:literal, $script:literal) => {
        #[tokio::test]
        #[should_panic(expected = $expected)]
        async fn $name() {
            do_this($script).await;
        }
    };
}

fails!(
    an_exception_fails,
    "nobody caught this",
    "setTimeout(() => { throw new Error('nobody caught this') })"
);
fails!(
    a_rejection_fails,
    "nobody handled this",
    "Promise.reject(new Error('nobody handled this'))"
);
fails!(
    an_error_in_the_console_fails,
    "an error of the page",
    "console.error('an error of the page')"
);
fails!(
    a_request_to_elsewhere_fails,
    "a request to elsewhere",
    "fetch('http://elsewhere.example/').catch(() => {})"
);
fails!(
    what_a_policy_forbids_fails,
    "Content Security Policy",
    "document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: \"img-src 'none'\" })); document.body.append(Object.assign(new Image, { src: '/picture' }))"
);

/// The page is gone by then, and another one is shown.
#[tokio::test]
#[should_panic(expected = "an error of the first page")]
async fn what_an_earlier_page_has_done_fails() {
    let (first, second) = (
        page("<script>console.error('an error of the first page')</script>"),
        page("words"),
    );
    let browser = Browser::start(800, 600).await;
    browser.goto(&first.url("/")).await;
    browser.goto(&second.url("/")).await;
}

/// A dialog keeps the page from anything else, and a driver's next question fails.
#[tokio::test]
#[should_panic(expected = "dialog")]
async fn a_dialog_fails() {
    let origin = page("<script>setTimeout(() => alert('said in a dialog'), 50)</script>");
    let browser = Browser::start(800, 600).await;
    browser.goto(&origin.url("/")).await;
    browser.quiet(SOON).await;
}

#[tokio::test]
async fn what_a_test_expects_fails_nothing() {
    let origin = page("<script>console.error('an error of the page')</script>");
    let browser = Browser::start(800, 600).await;
    browser.expects(&["an error of the page"]);
    browser.goto(&origin.url("/")).await;
}
