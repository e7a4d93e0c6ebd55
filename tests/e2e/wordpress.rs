//! The tag with no attribute at all, on the posts of a real WordPress.

use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, widget};
use crate::support::browser::Browser;
use crate::support::wordpress::{MARKED_UP, PROTECTED, Permalinks, WordPress};

#[tokio::test]
async fn the_bare_tag_finds_feed_and_article_by_itself() {
    for permalinks in [Permalinks::Pretty, Permalinks::Plain] {
        let widget = widget();
        let tag = format!(
            "<script async src=\"{}\"></script>",
            widget.url("/newsrail.js")
        );
        let wordpress = WordPress::borrow(permalinks, &tag).await;
        let post = wordpress.post("chandlers-bridge-reopens").await;
        let browser = Browser::start(1280, 900).await;
        browser.goto(&post).await;
        browser
            .wait_until("document.querySelector('newsrail-popular')", SOON)
            .await;
        browser.scroll_to("newsrail-popular").await;
        browser.wait_until(BOTH_LISTS, SOON).await;

        let heading = "return document.querySelector('newsrail-popular').shadowRoot.querySelector('h2').textContent";
        assert_eq!(
            browser.run(heading, &[]).await,
            "Latest",
            "WordPress counts no views"
        );
        let latest = headlines(&browser, "newsrail-popular").await;
        let related = headlines(&browser, "newsrail-more-like-this").await;
        let own = "First cars cross Chandlers’ Bridge as the bill goes to arbitration";
        assert!(
            !latest.iter().chain(&related).any(|title| title == own),
            "{latest:?} {related:?}"
        );
        assert!(
            latest.iter().all(|title| !related.contains(title)),
            "{latest:?} {related:?}"
        );
        let of_the_bridge = related
            .iter()
            .filter(|title| title.contains("Bridge") || title.contains("bridge"))
            .count();
        assert!(of_the_bridge >= 1, "{related:?}");

        let feeds = browser
            .network()
            .await
            .into_iter()
            .filter(|sent| sent.url.contains("posts"))
            .collect::<Vec<_>>();
        assert_eq!(feeds.len(), 1, "{feeds:#?}");
        browser
            .screenshot(&format!("wordpress-rails-{permalinks:?}"))
            .await;
        assert_calm(&browser).await;
    }
}

#[tokio::test]
async fn titles_are_text_and_what_is_protected_stays_so() {
    let widget = widget();
    let tag = format!(
        "<newsrail-popular count=20 images excerpts></newsrail-popular><newsrail-more-like-this count=20></newsrail-more-like-this>
         <script async src=\"{}\"></script>",
        widget.url("/newsrail.js")
    );
    let wordpress = WordPress::borrow(Permalinks::Pretty, &tag).await;
    let browser = Browser::start(1280, 900).await;
    browser
        .goto(&wordpress.post("chandlers-bridge-closed").await)
        .await;
    for element in ["newsrail-popular", "newsrail-more-like-this"] {
        browser.scroll_to(element).await;
        let shown =
            format!("document.querySelector('{element}').shadowRoot?.querySelector('h3 a')");
        browser.wait_until(&shown, SOON).await;
    }
    let mut all = headlines(&browser, "newsrail-popular").await;
    all.extend(headlines(&browser, "newsrail-more-like-this").await);
    let marked_up = wordpress
        .json(&wordpress.rest("wp/v2/posts", &format!("slug={MARKED_UP}")))
        .await;
    let rendered = marked_up[0]["title"]["rendered"].as_str().expect("a title");
    assert!(
        rendered.contains('<') && rendered.contains('&'),
        "{rendered}"
    );
    assert!(
        all.iter()
            .all(|title| !title.contains('<') && !title.contains("&amp;") && !title.contains("&#")),
        "{all:#?}"
    );
    let text = "return [...document.querySelectorAll('newsrail-popular, newsrail-more-like-this')].map((e) => e.shadowRoot.textContent).join()";
    let text = browser.run(text, &[]).await;
    let secret = wordpress
        .json(&wordpress.rest("wp/v2/posts", &format!("slug={PROTECTED}")))
        .await;
    assert_eq!(secret[0]["excerpt"]["protected"], true);
    assert!(!text.as_str().expect("text").contains("[…]"), "{text}");
    assert!(
        !text
            .as_str()
            .expect("text")
            .contains("only those with the password"),
        "{text}"
    );
    assert_calm(&browser).await;
}
