//! Further pages of a feed: which are asked for, and when what they bring is shown.

use super::{feed, latest, tag, until_shown};
use crate::lab::{SOON, assert_calm, headlines, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Origin, Routes};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Ten pages of three articles, the last of which has no next one.
fn paged() -> Origin {
    let mut routes = Routes::default().cors(true);
    for page in 1..=10 {
        let next = (page < 10).then(|| format!("/{}.json", page + 1));
        let first = 33 - page * 3;
        let numbers = (first - 2..=first).rev();
        routes = routes.reply(&format!("/{page}.json"), feed(numbers, next.as_deref()));
    }
    routes.serve()
}

#[tokio::test]
async fn further_pages_are_asked_for_up_to_max_articles_and_no_further() {
    let browser = Browser::start(1280, 900).await;
    for (most, pages, shown) in [
        ("", 10, 20),
        ("max-articles=7", 3, 7),
        ("max-articles=1", 1, 3),
    ] {
        let (widget, feeds) = (widget(), paged());
        // Out of view, so that the list takes in what comes.
        let list = latest(&feeds.url("/1.json"), most);
        let page = partner(&format!(
            "<div style='height: 1000px'></div>{list}{}",
            tag(&widget)
        ));
        browser.goto(&page.url("/")).await;
        until_shown(&browser, shown).await;
        browser.quiet(SOON).await;
        assert_eq!(
            feeds.requests().len(),
            pages,
            "{most}: {:?}",
            feeds.requests()
        );
        assert_eq!(headlines(&browser, "#e").await[0], "Story 30");
        assert_calm(&browser).await;
    }
}

#[tokio::test]
async fn a_list_in_view_does_not_change_under_the_readers_eyes_and_the_next_view_has_all() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let (first, second) = (Gate::closed(), Gate::closed());
    let again = first.clone();
    let asked = AtomicUsize::new(0);
    let feeds = Routes::default()
        .cors(true)
        .answer("/1.json", move |_| {
            let reply = feed(1..=4, Some("/2.json"));
            match asked.fetch_add(1, Ordering::Relaxed) {
                0 => reply,
                // Later than the browser's storage has what it has kept.
                _ => reply.held_by(&again),
            }
        })
        // Younger than the first page's, so that the list would change.
        .reply("/2.json", feed(5..=8, None).held_by(&second))
        .serve();
    let list = |kind: &str| {
        format!(
            "<newsrail-popular id={kind} style='display: flow-root; min-height: 23em' feed='{}' count=2></newsrail-popular>",
            feeds.url("/1.json")
        )
    };
    let page = partner(&format!(
        "<script>window.loads = 0; document.addEventListener('newsrail-load', () => loads++)</script>
         {}<div style='height: 1000px'></div>{}{}",
        list("near"),
        list("far"),
        tag(&widget)
    ));
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("near.shadowRoot?.querySelector('h3 a')", SOON)
        .await;
    assert_eq!(
        headlines(&browser, "#near").await,
        ["Story 4", "Story 3"],
        "without the second page"
    );
    second.open();
    browser
        .wait_until(
            "far.shadowRoot?.querySelector('h3 a')?.textContent === 'Story 8'",
            SOON,
        )
        .await;
    assert_eq!(headlines(&browser, "#near").await, ["Story 4", "Story 3"]);
    assert_eq!(browser.run("return loads", &[]).await, 3);
    let kept = "(self.kept ??= (caches.open('newsrail').then((cache) => cache.keys()).then((keys) => { kept = keys.length === 2 || undefined }), 0)) === true";
    browser.wait_until(kept, SOON).await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("near.shadowRoot?.querySelector('h3 a')", SOON)
        .await;
    assert_eq!(headlines(&browser, "#near").await, ["Story 8", "Story 7"]);
    browser.wait_until("loads === 2", SOON).await;
    first.open();
    browser.wait_until("loads === 4", SOON).await;
    browser.quiet(SOON).await;
    assert_eq!(feeds.requests_to("/1.json").len(), 2);
    assert_eq!(
        feeds.requests_to("/2.json").len(),
        1,
        "the first page is the same still"
    );
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score == 0.0, "{shifts:#?}");
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_next_page_that_the_publisher_has_not_named_is_not_asked_for() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let other = Routes::default()
        .cors(true)
        .reply("/2.json", feed(3..=4, None))
        .serve();
    let feeds = Routes::default()
        .cors(true)
        .reply("/1.json", feed(1..=2, Some(&other.url("/2.json"))))
        .reply("/circle.json", feed(1..=2, Some("/circle.json")))
        .answer("/endless.json", |received| {
            let page: usize = received.query.parse().unwrap_or(1);
            let next = format!("/endless.json?{}", page + 1);
            feed(page..=page, Some(&next))
        })
        .serve();
    let page = partner(&(latest(&feeds.url("/1.json"), "") + &*tag(&widget)));
    browser.goto(&page.url("/")).await;
    until_shown(&browser, 2).await;
    until("the other origin is named", async || {
        !browser.problems().await.is_empty()
    })
    .await;
    browser.quiet(SOON).await;
    assert!(other.requests().is_empty());
    let lines = browser.problems().await;
    assert!(
        lines.len() == 1 && lines[0].contains("another origin"),
        "{lines:#?}"
    );

    // Of a page that is its own next one nothing new comes, but who can tell.
    for (path, shown) in [("/circle.json", 2), ("/endless.json", 20)] {
        // Out of view, so that the list takes in what comes.
        let list = latest(&feeds.url(path), "max-articles=1000");
        let page = partner(&format!(
            "<div style='height: 1000px'></div>{list}{}",
            tag(&widget)
        ));
        browser.goto(&page.url("/")).await;
        until_shown(&browser, shown).await;
        browser.quiet(SOON).await;
        assert_eq!(feeds.requests_to(path).len(), 20, "{:?}", feeds.requests());
    }
}
