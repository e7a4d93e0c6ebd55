//! One act, one POST, however hasty the hand: double clicks, Enter held down,
//! a click and Enter, each 20 milliseconds apart by the hand and none by the
//! page's clock, which a busy machine does not move, against servers that are
//! quick or slow, that take what they are sent or do not.

use std::time::Duration;

use serde_json::json;
use thirtyfour::Key;

use crate::lab::{SOON, one_act, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Received, Reply, Routes};

const ROUNDS: usize = 102;
const APART: Duration = Duration::from_millis(20);

/// The element anew, so that each round has an act of its own.
const AFRESH: &str = "const old = document.querySelector(arguments[0]);
    const made = old.cloneNode();
    old.replaceWith(made);
    sessionStorage.clear();
    while (!made.shadowRoot?.querySelector('[type=submit]')) await new Promise(requestAnimationFrame);
    made.shadowRoot.querySelector(arguments[1]).focus();";

/// The answer to the n-th of the rounds: each comes with each of the acts.
fn answer(received: &Received) -> Reply {
    let round = received
        .text()
        .split("r-")
        .nth(1)
        .and_then(|rest| rest.split('-').next()?.parse::<usize>().ok());
    let (status, delay) = [
        (200, 0),
        (422, 0),
        (503, 10),
        (200, 15),
        (422, 40),
        (201, 60),
        (500, 30),
    ][round.unwrap_or_default() / 3 % 7];
    Reply::json(&json!({ "message": "So it is." }))
        .status(status)
        .after(Duration::from_millis(delay))
}

/// Does what a hasty reader does, in turn.
async fn act(browser: &Browser, round: usize, button: &str) {
    match round % 3 {
        0 => browser.double_click(button, APART).await,
        1 => browser.hold_enter(12, APART).await,
        _ => browser.click_and_enter(button, APART).await,
    }
}

/// Every round has sent what it is known by once.
async fn counted(browser: &Browser, server: &Origin, rounds: usize) {
    let posts = || -> Vec<String> {
        let requests = server.requests();
        let posts = requests.iter().filter(|request| request.method == "POST");
        posts.map(Received::text).collect()
    };
    let all = "each round has sent something";
    until(all, async || posts().len() >= rounds).await;
    browser.quiet(SOON).await;
    let posts = posts();
    for round in 0..rounds {
        let mark = format!("r-{round}-");
        let count = posts.iter().filter(|post| post.contains(&mark)).count();
        assert_eq!(count, 1, "round {round}");
    }
    assert_eq!(posts.len(), rounds);
}

/// So many rounds of a sign-up, on a page on which `script` has run first.
async fn sign_ups(rounds: usize, script: &str) {
    let widget = widget();
    let news = Routes::default()
        .cors(true)
        .answer("/sign-up", answer)
        .serve();
    let page = partner(&format!(
        "<newsrail-subscribe subscribe='{}'></newsrail-subscribe><script async src='{}'></script>",
        news.url("/sign-up"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.before_each_page(script).await;
    browser.expects(&["/sign-up - Failed"]);
    browser.goto(&page.url("/")).await;
    let e = "document.querySelector('newsrail-subscribe')";
    browser
        .wait_until(&format!("{e}.shadowRoot?.querySelector('form')"), SOON)
        .await;
    one_act(&browser).await;
    for round in 0..rounds {
        browser
            .run_async(AFRESH, &["newsrail-subscribe".into(), "#email".into()])
            .await;
        browser
            .keys(format!("r-{round}-@paper.example").as_str())
            .await;
        act(
            &browser,
            round,
            &format!("{e}.shadowRoot.querySelector('[type=submit]')"),
        )
        .await;
        browser
            .wait_until(
                &format!("!['', 'Sending…'].includes({e}.shadowRoot.querySelector('#message').textContent)"),
                SOON,
            )
            .await;
    }
    counted(&browser, &news, rounds).await;
}

#[tokio::test]
async fn a_sign_up_is_sent_once() {
    sign_ups(ROUNDS, "").await;
}

/// A page that sends each POST twice is seen to.
#[tokio::test]
#[should_panic(expected = "round 0")]
async fn a_sign_up_that_is_sent_twice_is_seen() {
    let twice = "const own = self.fetch;
        self.fetch = (request, options) => {
          if (request.method === 'POST') own(request.clone()).catch(() => {});
          return own(request, options);
        };";
    sign_ups(3, twice).await;
}

#[tokio::test]
async fn a_reply_is_sent_once() {
    let widget = widget();
    let site = Routes::default()
        .cors(true)
        .answer("/replies", |received| {
            if received.method == "GET" {
                return Reply::json(&json!([]));
            }
            answer(received)
        })
        .serve();
    let page = partner(&format!(
        "<newsrail-reply comments='{}' article=1></newsrail-reply><script async src='{}'></script>",
        site.url("/replies"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 1400).await;
    browser.expects(&["/replies - Failed"]);
    browser.goto(&page.url("/")).await;
    let e = "document.querySelector('newsrail-reply')";
    browser
        .wait_until(&format!("{e}.shadowRoot?.querySelector('form')"), SOON)
        .await;
    one_act(&browser).await;
    for round in 0..ROUNDS {
        browser
            .run_async(AFRESH, &["newsrail-reply".into(), "#comment".into()])
            .await;
        browser.keys(format!("r-{round}-").as_str()).await;
        for text in ["Ana", "ana@paper.example"] {
            browser.keys(Key::Tab).await;
            browser.keys(text).await;
        }
        act(
            &browser,
            round,
            &format!("{e}.shadowRoot.querySelector('[type=submit]')"),
        )
        .await;
        browser
            .wait_until(
                &format!("!['', 'Sending…'].includes({e}.shadowRoot.querySelector('.reply ~ .message').textContent)"),
                SOON,
            )
            .await;
    }
    counted(&browser, &site, ROUNDS).await;
}
