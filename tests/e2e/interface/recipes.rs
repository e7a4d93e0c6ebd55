//! The recipes of docs/publish/analytics.md, each run as it stands there, beside a
//! stand-in for the service's own script that hands every call to a server.

use serde_json::{Value, json};

use super::{LIST, items, until_first};
use crate::lab::{SOON, assert_calm, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;

/// The script of the recipe under a heading.
fn recipe(heading: &str) -> String {
    let text = std::fs::read_to_string(project().join("docs/publish/analytics.md"));
    let text = text.expect("the document is there");
    let (_, below) = text
        .split_once(&format!("\n## {heading}\n"))
        .expect("the heading");
    let (_, code) = below.split_once("```js\n").expect("its code");
    code.split("```").next().expect("its end").to_owned()
}

/// What a server was sent at one path, each a JSON.
fn received(server: &Origin, path: &str) -> Vec<Value> {
    let posts = server.requests_to(path);
    let json = |post: &crate::support::origin::Received| serde_json::from_str(&post.text());
    posts
        .iter()
        .map(json)
        .collect::<Result<_, _>>()
        .expect("JSON")
}

/// Opens a page with a recipe and a list of two. Nothing is ahead of it in the list.
async fn open(browser: &Browser, widget: &Origin, stand_in: &str, recipe: &str) -> Origin {
    let mut routes = Routes::default();
    for path in ["/sent", "/newsrail/seen", "/newsrail/followed"] {
        routes = routes.reply(path, Reply::new("text/plain", ""));
    }
    for path in ["/0", "/1"] {
        routes = routes.reply(
            path,
            Reply::html("<!doctype html><title>An article</title>"),
        );
    }
    let articles = items(&["One", "Two"]).to_string();
    // Of the page's own site, so that a headline leads to where there is something.
    let articles = articles.replace("https://paper.example/", "/");
    let page = format!(
        "<!doctype html><html lang=en><title>A page</title>
         <script>const sent = (...call) => navigator.sendBeacon('/sent', JSON.stringify(call)); {stand_in}</script>
         <script>{{ {recipe} }}</script>
         <{LIST} id=e impressions></{LIST}><script>e.articles = {articles}.map((item) => ({{ ...item, url: new URL(item.url, location).href }}))</script>
         <script async src='{}'></script>",
        widget.url("/newsrail.js")
    );
    let origin = routes.reply("/", Reply::html(&page)).serve();
    browser.goto(&origin.url("/")).await;
    until_first(browser, "One").await;
    origin
}

/// Follows the first headline.
async fn follow(browser: &Browser) {
    browser.click("e.shadowRoot.querySelector('h3 a')").await;
    browser.wait_until("location.pathname === '/0'", SOON).await;
}

/// Runs a recipe whose service has a script of its own: what that was called with, for two
/// headlines that were seen and one that was followed.
async fn calls(heading: &str, stand_in: &str) -> (Vec<Value>, String) {
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    let origin = open(&browser, &widget, stand_in, &recipe(heading)).await;
    until("both are seen", async || {
        received(&origin, "/sent").len() == 2
    })
    .await;
    assert_calm(&browser).await;
    follow(&browser).await;
    until("one is followed", async || {
        received(&origin, "/sent").len() == 3
    })
    .await;
    let mut sent = received(&origin, "/sent");
    // Two that are seen at once may arrive in any order.
    sent[..2].sort_by_key(ToString::to_string);
    (sent, origin.url("/0"))
}

#[tokio::test]
async fn plausible_is_told() {
    let (sent, url) = calls("Plausible", "const plausible = sent;").await;
    let props = json!({ "list": "popular", "reason": "latest", "article": url });
    assert_eq!(
        sent[0],
        json!(["Headline seen", { "props": props, "interactive": false }])
    );
    assert_eq!(sent[2], json!(["Headline followed", { "props": props }]));
}

#[tokio::test]
async fn matomo_is_told() {
    let (sent, url) = calls("Matomo", "const _paq = { push: (call) => sent(...call) };").await;
    assert_eq!(sent[0], json!(["trackContentImpression", LIST, "One", url]));
    assert_eq!(
        sent[2],
        json!(["trackContentInteraction", "click", LIST, "One", url])
    );
}

#[tokio::test]
async fn google_analytics_is_told() {
    let (sent, _) = calls("Google Analytics 4", "const gtag = sent;").await;
    let list = |item: Value| json!({ "item_list_name": LIST, "items": [item] });
    assert_eq!(
        sent[0],
        json!([
            "event",
            "view_item_list",
            list(json!({ "item_id": "One", "item_category": "latest", "index": 1 }))
        ])
    );
    assert_eq!(
        sent[2],
        json!([
            "event",
            "select_item",
            list(json!({ "item_id": "One", "item_category": "latest" }))
        ])
    );
}

#[tokio::test]
async fn a_server_of_one_s_own_is_told() {
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    let recipe = recipe("A server of your own");
    let heard = "window.count = 0; addEventListener('newsrail-impression', () => count++);";
    let origin = open(&browser, &widget, heard, &recipe).await;
    browser.wait_until("count === 2", SOON).await;
    assert!(received(&origin, "/newsrail/seen").is_empty(), "not yet");
    assert_calm(&browser).await;
    follow(&browser).await;
    let arrived = async |path: &str| {
        until(path, async || !received(&origin, path).is_empty()).await;
        received(&origin, path)
    };
    let mut seen = arrived("/newsrail/seen").await;
    let seen = seen.pop().expect("one request");
    assert_eq!(seen.as_array().map(Vec::len), Some(2));
    let first = json!({ "list": "popular", "place": 1, "id": "One", "url": origin.url("/0"), "reason": "latest" });
    assert!(seen.as_array().expect("a list").contains(&first), "{seen}");
    let followed = arrived("/newsrail/followed").await;
    assert_eq!(followed.len(), 1);
    assert_eq!(followed[0]["list"], LIST);
    assert_eq!(followed[0]["id"], "One");
}
