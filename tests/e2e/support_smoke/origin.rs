//! Of the servers that tests ask: what they answer, and what they remember.

use super::page;
use crate::support::browser::{Browser, Sent};
use crate::support::origin::{Reply, Routes};
use crate::support::project;
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

#[tokio::test]
async fn an_origin_serves_files_under_their_media_types() {
    let origin = Routes::default()
        .folder("/samples/", project().join("samples"))
        .reply("/", Reply::html("<!doctype html><title>A page</title>"))
        .serve();
    let browser = Browser::start(800, 600).await;
    browser.expects(&["status of 404"]);
    browser.goto(&origin.url("/")).await;
    let script = "return Promise.all(arguments[0].map(async (path) => {
                    const answer = await fetch(path);
                    return [answer.status, answer.headers.get('content-type')];
                  }))";
    let paths = json!([
        "/samples/feed.json",
        "/samples/pictures/bridge.svg",
        "/samples/../Cargo.toml",
        "/x"
    ]);
    assert_eq!(
        browser.run_async(script, &[paths]).await,
        json!([
            [200, "application/feed+json"],
            [200, "image/svg+xml"],
            [404, "text/plain"],
            [404, "text/plain"],
        ])
    );
}

#[tokio::test]
async fn an_origin_remembers_requests_and_guards_its_answers() {
    let tries = AtomicUsize::new(0);
    let other = Routes::default()
        .cors(true)
        .cors_at("/private.json", false)
        .reply("/private.json", Reply::json(&json!({})))
        .reply(
            "/late.json",
            Reply::json(&json!([1])).after(Duration::from_millis(300)),
        )
        .answer("/flaky.json", move |received| {
            let reply = Reply::json(&json!({ "query": received.query, "body": received.text() }));
            if tries.fetch_add(1, Ordering::Relaxed) == 0 {
                reply.status(503).header("retry-after", "1")
            } else {
                reply
            }
        })
        .serve();
    let origin = page("");
    let browser = Browser::start(800, 600).await;
    browser.expects(&["blocked by CORS", "Failed to load resource"]);
    browser.goto(&origin.url("/")).await;
    let start = Instant::now();
    let script = "const base = arguments[0];
                  const ask = (path, options) => fetch(base + path, options)
                    .then(async (answer) => [answer.status, await answer.json()], () => 'refused');
                  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
                  return [
                    await ask('/late.json'), await ask('/private.json'), await ask('/flaky.json?a=b&c'),
                    await ask('/flaky.json', post),
                    await ask('/flaky.json', { ...post, headers: { 'idempotency-key': '1' } }),
                  ]";
    let answers = browser.run_async(script, &[json!(other.url(""))]).await;
    assert!(
        start.elapsed() >= Duration::from_millis(300),
        "the late answer is late"
    );
    assert_eq!(
        answers,
        json!([
            [200, [1]],
            "refused",
            [503, { "query": "a=b&c", "body": "" }],
            [200, { "query": "", "body": "{}" }],
            "refused",
        ])
    );
    let flaky = other.requests_to("/flaky.json");
    let methods: Vec<&str> = flaky
        .iter()
        .map(|request| request.method.as_str())
        .collect();
    // Each POST was asked for first; the second one's header is not allowed.
    assert_eq!(methods, ["GET", "OPTIONS", "POST", "OPTIONS"]);
    assert_eq!(flaky[2].header("content-type"), "application/json");
    assert_eq!(flaky[2].header("origin"), origin.url(""));

    let sent = browser.network().await;
    let document = Sent {
        method: "GET".into(),
        url: origin.url("/"),
        kind: "Document".into(),
    };
    assert_eq!(sent.first(), Some(&document));
    assert!(
        sent.iter()
            .any(|sent| sent.url == other.url("/flaky.json?a=b&c") && sent.kind == "Fetch")
    );
    assert!(
        sent.iter()
            .all(|sent| sent.url.starts_with("http://127.0.0.1:")),
        "{sent:#?}"
    );
}
