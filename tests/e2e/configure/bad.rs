//! What the configurator cannot use: said, and nothing breaks.

use super::{CODE, PAGE, code, enter, open, settled, shown, widget};
use crate::lab::{SOON, assert_accessible};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use serde_json::json;

const FEED: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"The Closed Paper","items":[{"id":"1","url":"https://closed.example/1","title":"One story"},{"id":"2","url":"https://closed.example/2","title":"Another story"}]}"#;

/// What was found, in words.
const FOUND: &str = "document.querySelector('#found').textContent";

/// The words to pass on.
const WORDS: &str = "document.querySelector('#found .warning textarea').value";

/// A feed that no other site's page may read: the words name the header, and the feed can
/// be pasted meanwhile.
#[tokio::test]
async fn a_feed_without_cors_is_explained_and_can_be_pasted() {
    let site = widget();
    let closed = Routes::default()
        .reply("/feed.json", Reply::new("application/feed+json", FEED))
        .serve();
    let browser = Browser::start(1280, 900).await;
    browser.expects(&["CORS policy", "net::ERR_FAILED", "status of 404"]);
    open(
        &browser,
        &site,
        &format!("site={}", closed.url("/feed.json")),
    )
    .await;
    let said = browser.run(&format!("return {FOUND}"), &[]).await;
    let said = said.as_str().expect("text");
    assert!(
        said.contains("answers, but does not let pages of other sites read it"),
        "{said}"
    );
    let words = browser.run(&format!("return {WORDS}"), &[]).await;
    let words = words.as_str().expect("text");
    assert!(
        words.contains("Access-Control-Allow-Origin: *")
            && words.contains("add_header")
            && words.contains(&closed.url("/feed.json")),
        "{words}"
    );
    assert_accessible(&browser, "a feed without CORS").await;

    browser
        .click("document.querySelector('#source ~ details summary')")
        .await;
    enter(&browser, "#paste", FEED).await;
    browser
        .click("document.querySelector('#paste ~ p button')")
        .await;
    browser
        .wait_until(&format!("{FOUND}.includes('The Closed Paper')"), SOON)
        .await;
    settled(&browser).await;
    shown(&browser, "newsrail-popular").await;
    let html = code(&browser, "html").await;
    assert!(
        html.contains("data-feed=\"https://your-site.example/feed.json\""),
        "{html}"
    );
    assert!(
        !browser
            .run("return location.hash", &[])
            .await
            .as_str()
            .unwrap_or_default()
            .contains("Closed")
    );
}

/// A file that is dropped counts as one that is pasted.
#[tokio::test]
async fn a_feed_is_dropped_and_one_that_cannot_be_read_is_explained() {
    let site = widget();
    let browser = Browser::start(1280, 900).await;
    open(&browser, &site, "").await;
    let drop = "const data = new DataTransfer();
        data.items.add(new File([arguments[0]], 'feed.xml'));
        document.querySelector('section').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));";
    for (feed, wanted) in [
        (
            "<rss><channel><title>Dropped</title><item><title>A</title><link>https://a.example/1</link></item></channel></rss>",
            "Dropped: RSS, 1 articles",
        ),
        (
            "<html><body>Not found</body></html>",
            "this is an HTML page, not a feed",
        ),
        ("{\"items\": [", "the feed cannot be read"),
        ("", "the response is empty"),
        ("{\"a\":1}", "no list of articles in a known format"),
    ] {
        browser.run(drop, &[feed.into()]).await;
        browser
            .wait_until(&format!("{FOUND}.includes({})", json!(wanted)), SOON)
            .await;
    }
    let words = browser.run(&format!("return {WORDS}"), &[]).await;
    assert!(
        words
            .as_str()
            .is_some_and(|words| words.contains("application/feed+json")),
        "{words}"
    );
}

#[tokio::test]
async fn what_else_stands_in_the_way_is_said() {
    let site = widget();
    let server = Routes::default()
        .cors(true)
        .reply("/gone", Reply::new("text/plain", "no").status(410))
        .reply(
            "/page",
            Reply::html("<!doctype html><html><p>No feed here</p></html>"),
        )
        .serve();
    let browser = Browser::start(1280, 900).await;
    browser.expects(&["status of 410", "status of 404", "ERR_CONNECTION_REFUSED"]);
    let down = Routes::default().serve();
    let nobody = down.url("/feed.json");
    drop(down);
    for (typed, wanted) in [
        ("no address".to_owned(), "“no” is no web address"),
        (
            server.url("/gone"),
            "the server answered 410 (there is nothing at this address)",
        ),
        (server.url("/page"), "is a page that announces no feed"),
        (nobody, "gives no answer"),
    ] {
        open(&browser, &site, "").await;
        enter(&browser, "#site", &typed).await;
        browser.click("document.querySelector('form button')").await;
        browser
            .wait_until(&format!("{FOUND}.includes({})", json!(wanted)), SOON)
            .await;
        // Whatever it is, the rest goes on.
        settled(&browser).await;
        assert!(code(&browser, "html").await.contains("<newsrail-popular>"));
    }
}

#[tokio::test]
async fn a_broken_address_and_one_of_a_newer_version_are_said() {
    let site = widget();
    let browser = Browser::start(1280, 900).await;
    for (settings, lines, is_used) in [
        (
            "#v=9&all.count=3&all.sparkle=yes",
            &[
                "It is of a newer configurator (version 9; this one knows 1)",
                "all.sparkle=yes is not used: newsrail has no such attribute",
            ][..],
            true,
        ),
        (
            "#v=1&all.count=300&popular.layout=%3Cscript%3E&show=popular+weather",
            &[
                "all.count=300 is not used",
                "popular.layout=<script> is not used",
                "there is no element weather",
            ][..],
            false,
        ),
        (
            "#%E0%A4%A&&=;",
            &["It does not say which version it is of"][..],
            false,
        ),
    ] {
        browser.goto("about:blank").await;
        browser
            .goto(&site.url(&format!("/configure.html{settings}")))
            .await;
        settled(&browser).await;
        let said = browser
            .run(
                "return document.querySelector('main > [role=status]').textContent",
                &[],
            )
            .await;
        let said = said.as_str().expect("text");
        for line in lines {
            assert!(said.contains(line), "{line}: {said}");
        }
        let html = browser.run(&format!("return {CODE}"), &[]).await;
        let html = html.as_str().expect("text");
        assert_eq!(html.contains("data-count=\"3\""), is_used, "{html}");
        shown(&browser, "newsrail-popular").await;
    }
    // What is typed into the bar counts at once.
    browser.run("location.hash = 'v=1&all.count=4'", &[]).await;
    browser
        .wait_until(&format!("{CODE}.includes('data-count=\"4\"')"), SOON)
        .await;
    settled(&browser).await;
    browser.wait_until(&format!("{PAGE}.querySelector('newsrail-popular')?.shadowRoot?.querySelectorAll('h3').length === 4"), SOON).await;
}

/// An address that somebody has written names a folder with another newsrail.js.
#[tokio::test]
async fn a_script_that_an_address_names_does_not_run_and_is_warned_of() {
    let site = widget();
    let evil = Routes::default()
        .cors(true)
        .reply(
            "/newsrail.js",
            Reply::new(
                "text/javascript",
                "parent.document.title = 'owned'; document.title = 'owned'",
            ),
        )
        .serve();
    let browser = Browser::start(1280, 900).await;
    open(
        &browser,
        &site,
        &format!(
            "files={}&all.heading=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
            evil.url("/")
        ),
    )
    .await;
    shown(&browser, "newsrail-popular").await;
    assert_ne!(browser.run("return document.title", &[]).await, "owned");
    assert!(
        code(&browser, "html")
            .await
            .contains(&evil.url("/newsrail.js")),
        "it is what was set"
    );
    browser.wait_until("[...document.querySelectorAll('.warning')].some((p) => p.textContent.includes('A script from there may do'))", SOON).await;
    let heading = browser.run(&format!("return {PAGE}.querySelector('newsrail-popular').shadowRoot.querySelector('h2').textContent"), &[]).await;
    assert_eq!(heading, "\"><img src=x onerror=alert(1)>");
}
