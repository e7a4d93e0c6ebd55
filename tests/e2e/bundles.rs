//! Bundles that cannot be had: one line in the console, the author's own links,
//! and a button to try again.

use crate::lab::{SOON, partner, until};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;

/// A server that has the loader and none of the files that it asks for.
fn loader_alone() -> Origin {
    let loader = std::fs::read(project().join("dist/newsrail.js")).expect("built");
    Routes::default()
        .cors(true)
        .reply("/newsrail.js", Reply::new("text/javascript", loader))
        .serve()
}

/// How often a program was asked for.
fn programs(origin: &Origin) -> usize {
    let requests = origin.requests();
    requests.iter().filter(|r| r.path.ends_with("wasm")).count()
}

/// What newsrail has said in the console.
async fn own_lines(browser: &Browser) -> Vec<String> {
    let mut lines = browser.console().await;
    lines.retain(|line| line.contains("newsrail: "));
    lines
}

#[tokio::test]
async fn a_bundle_that_cannot_be_had_leaves_the_author_s_links_and_a_second_try() {
    let alone = loader_alone();
    let page = partner(&format!(
        "<newsrail-popular id=e><a href=/own>Own link</a></newsrail-popular><script async src='{}'></script>",
        alone.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.expects(&["status of 404", "newsrail: could not be loaded"]);
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('[role=status]')", SOON)
        .await;
    assert_eq!(
        browser
            .run("return e.querySelector('a').checkVisibility()", &[])
            .await,
        true
    );
    let own = own_lines(&browser).await;
    assert_eq!(own.len(), 1, "{own:#?}");
    browser.quiet(SOON).await;
    let before = programs(&alone);
    browser.click("e.shadowRoot.querySelector('button')").await;
    let again = "a failed load is forgotten, and asked for again";
    until(again, async || programs(&alone) > before).await;
}

/// The loader asks ahead as soon as it is there, and again for each element that
/// its observer finds near. What had failed before the observer's first look was
/// asked for once more, and failed once more, with a second line; so did each
/// further state of the document.
#[tokio::test]
async fn what_fails_before_the_first_frame_fails_once() {
    let alone = loader_alone();
    // The observer looks when the test says so.
    let held = "self.looks = [];
        self.IntersectionObserver = class extends IntersectionObserver {
            constructor(look, options) { super((...seen) => looks.push(() => look(...seen)), options); }
        }";
    let page = partner(&format!(
        "<script>{held}</script><newsrail-popular id=e></newsrail-popular><newsrail-more-like-this id=f></newsrail-more-like-this>
         <script async src='{}'></script>",
        alone.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.expects(&["status of 404", "newsrail: could not be loaded"]);
    browser.goto(&page.url("/")).await;
    until("a failure is said", async || {
        !own_lines(&browser).await.is_empty()
    })
    .await;
    let next_state = "document.dispatchEvent(new Event('readystatechange'))";
    browser.run(next_state, &[]).await;
    browser.quiet(SOON).await;
    browser.wait_until("looks.length", SOON).await;
    let look = "for (const look of looks) look(); window.looks = { push(look) { look(); } }";
    browser.run(look, &[]).await;
    for element in ["e", "f"] {
        let failed = format!("{element}.shadowRoot.querySelector('[role=status]')");
        browser.wait_until(&failed, SOON).await;
    }
    browser.quiet(SOON).await;
    let own = own_lines(&browser).await;
    assert_eq!(own.len(), 1, "{own:#?}");
    assert_eq!(programs(&alone), 1);

    browser.click("e.shadowRoot.querySelector('button')").await;
    until("the reader's second try asks again", async || {
        programs(&alone) > 1
    })
    .await;
    // So does an element that comes near later.
    browser.quiet(SOON).await;
    let before = programs(&alone);
    let later =
        "document.querySelector('aside').append(document.createElement('newsrail-popular'))";
    browser.run(later, &[]).await;
    until("a later element asks again", async || {
        programs(&alone) > before
    })
    .await;
}
