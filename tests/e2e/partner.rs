//! A partner's page across three origins, with the snippets of
//! docs/publish/embed.md.

mod stillness;

use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, paper, partner, snippets, widget};
use crate::support::browser::Browser;
use crate::support::origin::Origin;
use crate::support::project;
use newsrail_core::rank::popular::{HALF_LIFE, by_rate};
use std::time::{SystemTime, UNIX_EPOCH};

const DESKTOP: (u32, u32) = (1280, 900);
const PHONE: (u32, u32) = (360, 740);

#[tokio::test]
async fn one_tag_shows_both_lists() {
    let (widget, paper) = (widget(), paper());
    let page = partner(&snippets(&widget, &paper)[0]);
    let browser = Browser::start(DESKTOP.0, DESKTOP.1).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let popular = headlines(&browser, "newsrail-popular").await;
    let related = headlines(&browser, "newsrail-more-like-this").await;
    assert_eq!(popular, most_read(&paper));
    assert!(
        popular.iter().all(|title| !related.contains(title)),
        "{popular:?} {related:?}"
    );
    browser.screenshot("partner-desktop").await;
    assert_calm(&browser).await;
}

/// What the crate makes of the samples natively, on today's date.
fn most_read(paper: &Origin) -> Vec<String> {
    let bytes = std::fs::read(project().join("samples/feed.json")).expect("the samples are there");
    let feed = newsrail_core::feed::read(&bytes, &paper.url("/feed.json"), None).expect("a feed");
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = i64::try_from(now.expect("after 1970").as_secs()).expect("before 292 billion");
    let order = by_rate(&feed.articles, HALF_LIFE, Some(now)).expect("the samples have views");
    let first = order.into_iter().take(5);
    first.map(|at| feed.articles[at].title.clone()).collect()
}

#[tokio::test]
async fn it_asks_for_its_four_files_and_the_feed_and_nothing_else() {
    let (widget, paper) = (widget(), paper());
    let page = partner(&snippets(&widget, &paper)[0]);
    let browser = Browser::start(DESKTOP.0, DESKTOP.1).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let ahead = "performance.getEntriesByType('resource').some(({ name }) => name.includes('/newsrail-ahead-'))";
    browser.wait_until(ahead, SOON).await;
    let mut sent: Vec<String> = browser
        .network()
        .await
        .into_iter()
        .map(|sent| sent.url)
        .collect();
    assert_eq!(sent.remove(0), page.url("/"));
    sent.sort();
    let mut wanted = vec![paper.url("/feed.json"), widget.url("/newsrail.js")];
    for request in widget.requests() {
        if request.path.starts_with("/newsrail-") {
            wanted.push(widget.url(&request.path));
        }
    }
    wanted.sort();
    assert_eq!(sent, wanted);
    assert_eq!(
        sent.len(),
        5,
        "loader, glue, wasm, feed, and what keeps lists for the next page"
    );
    assert_eq!(
        paper.requests().len(),
        1,
        "two lists, one fetch, no preflight"
    );
    assert!(paper.requests()[0].header("cookie").is_empty());
}

#[tokio::test]
async fn a_feed_and_an_article_that_the_head_announces_are_found() {
    let (widget, paper) = (widget(), paper());
    let page = partner(&format!(
        "<script>
           // As a host's own head has them, before the tag.
           const link = (attributes) => document.head.append(Object.assign(document.createElement('link'), attributes));
           link({{ rel: 'alternate', type: 'application/feed+json', href: '{}' }});
           link({{ rel: 'canonical', href: '{}' }});
         </script>
         <script async src='{}'></script>",
        paper.url("/feed.json"),
        // Relative addresses of the feed's items are resolved against the feed.
        paper.url("/?id=chandlers-bridge-closed&utm_source=partner"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(DESKTOP.0, DESKTOP.1).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let related = headlines(&browser, "newsrail-more-like-this").await;
    let popular = headlines(&browser, "newsrail-popular").await;
    let own = "Chandlers’ Bridge shut without notice";
    assert!(
        !popular
            .iter()
            .chain(&related)
            .any(|title| title.starts_with(own)),
        "{popular:?} {related:?}"
    );
    assert!(
        related
            .iter()
            .filter(|title| title.to_lowercase().contains("bridge"))
            .count()
            >= 1,
        "{related:?}"
    );
    assert_eq!(paper.requests().len(), 1);
    assert_calm(&browser).await;
}

#[tokio::test]
async fn the_author_s_links_stand_until_the_list_does() {
    let (widget, paper) = (widget(), paper());
    let page = partner(&snippets(&widget, &paper)[2]);
    let browser = Browser::start(DESKTOP.0, DESKTOP.1).await;
    browser.expects(&["/not-there.json - Failed", "the server answered 404"]);
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let visible = "return document.querySelector('newsrail-popular > a').checkVisibility()";
    assert_eq!(browser.run(visible, &[]).await, false, "the list is better");
    drop(paper);
    browser
        .run(
            "document.querySelector('newsrail-popular').feed = '/not-there.json'",
            &[],
        )
        .await;
    browser
        .wait_until(
            "document.querySelector('newsrail-popular').shadowRoot.querySelector('.notice')",
            SOON,
        )
        .await;
    assert_eq!(
        browser.run(visible, &[]).await,
        true,
        "a failure brings them back"
    );
}

#[tokio::test]
async fn loading_the_script_twice_is_harmless() {
    let (widget, paper) = (widget(), paper());
    let tag = &snippets(&widget, &paper)[0];
    let page = partner(&format!(
        "{tag}{tag}<script src='{}'></script>",
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(DESKTOP.0, DESKTOP.1).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    let count =
        "return document.querySelectorAll('newsrail-popular, newsrail-more-like-this').length";
    assert_eq!(browser.run(count, &[]).await, 2);
    assert_eq!(paper.requests().len(), 1);
    assert_calm(&browser).await;
}

#[tokio::test]
async fn nothing_is_loaded_before_an_element_comes_near() {
    let (widget, paper) = (widget(), paper());
    let snippet = format!(
        "<div style='height: 4000px'></div>{}",
        snippets(&widget, &paper)[0]
    );
    let page = partner(&snippet);
    let browser = Browser::start(DESKTOP.0, DESKTOP.1).await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until(
            "document.querySelector('newsrail-popular')?.shadowRoot",
            SOON,
        )
        .await;
    assert_eq!(widget.requests().len(), 1, "the loader alone");
    assert!(paper.requests().is_empty());
    browser.scroll_to("newsrail-popular").await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    assert_calm(&browser).await;
}

#[tokio::test]
async fn moved_removed_and_changed_while_it_loads() {
    let (widget, paper) = (widget(), paper());
    let page = partner(&format!(
        "<newsrail-popular id=a></newsrail-popular><newsrail-popular id=b></newsrail-popular><div id=elsewhere></div>
         <script data-feed='{}' src='{}'></script>
         <script>
           // At once, while glue and wasm are on their way.
           setTimeout(() => {{ b.remove(); elsewhere.append(a); a.count = 3; a.heading = 'Moved' }}, 1);
         </script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(DESKTOP.0, DESKTOP.1).await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("a.shadowRoot.querySelectorAll('h3 a').length === 3", SOON)
        .await;
    assert_eq!(
        browser
            .run("return a.shadowRoot.querySelector('h2').textContent", &[])
            .await,
        "Moved"
    );
    // A move of what is mounted keeps it; a removal frees its articles.
    browser.run("window.first = a.shadowRoot.querySelector('li'); document.querySelector('aside').prepend(a)", &[]).await;
    assert_eq!(
        browser
            .run("return a.shadowRoot.contains(first)", &[])
            .await,
        true
    );
    let before = headlines(&browser, "#a").await;
    browser.run("a.remove(); const c = document.createElement('newsrail-popular'); c.id = 'c'; c.count = 3; document.querySelector('aside').prepend(c)", &[]).await;
    browser
        .wait_until(
            "document.querySelector('#c').shadowRoot.querySelectorAll('h3 a').length === 3",
            SOON,
        )
        .await;
    assert_eq!(headlines(&browser, "#c").await, before);
    assert_calm(&browser).await;
}
