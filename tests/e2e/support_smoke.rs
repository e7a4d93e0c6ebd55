//! Whether the tests' own footing holds: a browser that sees nothing passes anything.

mod guard;
mod origin;

use std::time::Duration;

use serde_json::json;
use thirtyfour::Key;

use crate::lab::SOON;
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Origin, Reply, Routes};

/// A site of one page.
fn page(html: &str) -> Origin {
    let page = format!("<!doctype html><html lang=en><title>A page</title><body>{html}");
    Routes::default().reply("/", Reply::html(&page)).serve()
}

#[tokio::test]
async fn an_exception_a_rejection_and_the_console_are_problems() {
    let origin = page(
        "<script>
           console.error('an error of the page', { code: 7 });
           console.warn('a warning of the page');
           console.log('a remark of the page');
           Promise.reject(new Error('nobody handled this'));
           setTimeout(() => { window.thrown = true; throw new TypeError('nobody caught this'); });
         </script><script src=/missing.js></script>",
    );
    let browser = Browser::start(800, 600).await;
    browser.expects(&[
        "an error of the page",
        "nobody caught this",
        "nobody handled this",
        "/missing.js - Failed",
    ]);
    browser.goto(&origin.url("/")).await;
    browser.wait_until("window.thrown", SOON).await;
    let problems = browser.problems().await;
    for text in [
        "an error of the page",
        "a warning of the page",
        "Uncaught Error: nobody handled this",
        "Uncaught TypeError: nobody caught this",
        "missing.js - Failed to load resource",
    ] {
        assert!(
            problems.iter().any(|line| line.contains(text)),
            "{text}: {problems:#?}"
        );
    }
    assert_eq!(problems.len(), 5, "{problems:#?}");
    let console = browser.console().await;
    assert!(
        console
            .iter()
            .any(|line| line.contains("a remark of the page"))
    );

    let calm = page("<p>Nothing happens.");
    browser.goto(&calm.url("/")).await;
    assert_eq!(
        browser.problems().await,
        [""; 0],
        "the page before is forgotten"
    );
}

#[tokio::test]
#[should_panic(expected = "a remark of the page")]
async fn a_wait_in_vain_shows_the_console() {
    let origin = page("<script>console.log('a remark of the page')</script>");
    let browser = Browser::start(800, 600).await;
    browser.goto(&origin.url("/")).await;
    browser
        .wait_until(
            "document.querySelector('b').hidden",
            Duration::from_millis(100),
        )
        .await;
}

#[tokio::test]
async fn the_viewport_is_as_narrow_as_asked_and_prefers_what_it_is_told() {
    let origin =
        page("<style>@media (prefers-color-scheme: dark) { body { color: rgb(1, 2, 3) } }</style>");
    let browser = Browser::start(320, 480).await;
    browser.goto(&origin.url("/")).await;
    assert_eq!(
        browser.run("return [innerWidth, innerHeight]", &[]).await,
        json!([320, 480])
    );
    let color = "return getComputedStyle(document.body).color";
    assert_eq!(browser.run(color, &[]).await, "rgb(0, 0, 0)");
    browser.media(&[("prefers-color-scheme", "dark")]).await;
    assert_eq!(browser.run(color, &[]).await, "rgb(1, 2, 3)");
    let picture =
        std::fs::read(browser.screenshot("smoke").await).expect("the picture was written");
    // Width and height of a PNG stand in bytes 16 to 23.
    assert_eq!(picture[16..24], [0, 0, 1, 64, 0, 0, 1, 224]);
    browser.resize(1280, 800).await;
    assert_eq!(browser.run("return innerWidth", &[]).await, 1280);
}

#[tokio::test]
async fn a_shift_is_counted_and_the_moved_element_named() {
    let origin = page(
        "<div id=host></div>
         <script>
           const root = host.attachShadow({ mode: 'open' });
           root.innerHTML = '<div>An advertisement.</div><p class=story>The story.</p>';
           // After the first frame, or there is nothing to move yet.
           requestAnimationFrame(() => requestAnimationFrame(() => {
             root.firstChild.style.height = '200px';
             window.done = true;
           }));
         </script>",
    );
    let browser = Browser::start(800, 600).await;
    browser.goto(&origin.url("/")).await;
    browser.wait_until("window.done", SOON).await;
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score > 0.01, "{shifts:?}");
    assert!(
        shifts
            .moved
            .iter()
            .any(|name| name.starts_with("div#host > p.story from ")),
        "{shifts:?}"
    );

    let calm = page("<p>Nothing moves.");
    browser.goto(&calm.url("/")).await;
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score == 0.0 && shifts.moved.is_empty(), "{shifts:?}");
}

#[tokio::test]
async fn keys_and_clicks_are_those_of_a_person() {
    let origin = page(
        "<input id=first><input id=second><div id=host></div>
         <script>
           host.attachShadow({ mode: 'open' }).innerHTML = '<button>Press</button>';
           // Of the window: a driver may not see what is only of the script.
           window.seen = [];
           for (const type of ['click', 'keydown']) {
             addEventListener(type, (event) => seen.push([type, event.isTrusted, event.key ?? null]));
           }
         </script>",
    );
    let browser = Browser::start(800, 600).await;
    browser.goto(&origin.url("/")).await;
    browser.keys(Key::Tab).await;
    browser.keys(Key::Tab).await;
    browser.keys("né 1").await;
    browser.chord(Key::Shift, Key::Tab).await;
    browser.keys("one").await;
    let values = browser.run("return [first.value, second.value]", &[]).await;
    assert_eq!(values, json!(["one", "né 1"]));
    browser.run("seen.length = 0", &[]).await;
    browser
        .click("host.shadowRoot.querySelector('button')")
        .await;
    browser.keys(Key::Enter).await;
    let seen = browser.run("return seen", &[]).await;
    // The button answers the Enter key with a click of its own.
    assert_eq!(
        seen,
        json!([
            ["click", true, null],
            ["keydown", true, "Enter"],
            ["click", true, null]
        ])
    );
}

#[tokio::test]
async fn scripts_take_arguments_and_may_wait() {
    let origin = page("");
    let browser = Browser::start(800, 600).await;
    browser.expects(&["/absent - Failed"]);
    browser.goto(&origin.url("/")).await;
    let sum = browser
        .run(
            "return arguments[0] + arguments[1].length",
            &[json!(2), json!("ab")],
        )
        .await;
    assert_eq!(sum, 4);
    let script = "const answer = await fetch(arguments[0]); return answer.status";
    assert_eq!(browser.run_async(script, &[json!("/absent")]).await, 404);
}

/// Each request here follows from the end of the one before.
#[tokio::test]
async fn a_page_is_quiet_once_nothing_more_follows() {
    let gate = Gate::closed();
    let held = gate.clone();
    let origin = Routes::default()
        .reply(
            "/",
            Reply::html(
                "<!doctype html><html lang=en><title>A page</title><script>
                   const next = async (path) => { await fetch(path); await new Promise((go) => setTimeout(go, 90)) };
                   onload = async () => {
                     for (const path of ['/late', '/held', '/last']) await next(path);
                   };
                 </script>",
            ),
        )
        .reply(
            "/late",
            Reply::json(&json!(1)).after(Duration::from_millis(700)),
        )
        .answer("/held", move |_| {
            // Nobody waits but the page, and not before it asks.
            gate.open();
            Reply::json(&json!(2)).held_by(&held)
        })
        .reply("/last", Reply::json(&json!(3)).after(Duration::from_millis(700)))
        .serve();
    let browser = Browser::start(800, 600).await;
    browser.goto(&origin.url("/")).await;
    browser.quiet(SOON).await;
    let asked: Vec<_> = origin.requests().iter().map(|r| r.path.clone()).collect();
    assert_eq!(asked, ["/", "/late", "/held", "/last"]);
}

#[tokio::test]
#[should_panic(expected = "still not quiet")]
async fn a_page_that_waits_for_an_answer_is_not_quiet() {
    let held = Reply::json(&json!(1)).held_by(&Gate::closed());
    let origin = Routes::default()
        .reply(
            "/",
            Reply::html(
                "<!doctype html><title>A page</title><script>onload = () => fetch('/held')</script>",
            ),
        )
        .reply("/held", held)
        .serve();
    let browser = Browser::start(800, 600).await;
    browser.goto(&origin.url("/")).await;
    browser.quiet(Duration::from_secs(1)).await;
}
