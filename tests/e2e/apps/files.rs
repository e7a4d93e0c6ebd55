//! Where the files are, for tags that do not say it by themselves.

use super::paper;
use crate::lab::{SOON, assert_calm, partner, widget};
use crate::support::browser::Browser;

/// Neither a module nor a text in the page has a tag that says where it is from.
#[tokio::test]
async fn modules_and_inlined_text_find_their_files() {
    let (widget, paper) = (widget(), paper());
    let browser = Browser::start(1000, 900).await;
    let src = widget.url("/newsrail.js");
    let feed = paper.url("/feed.json");
    let text = std::fs::read_to_string(crate::support::project().join("dist/newsrail.js"))
        .expect("it is built");
    let text = text.replace("</script", "<\\/script");
    for tag in [
        format!("<script type=module src='{src}' data-feed='{feed}' data-rails=popular></script>"),
        format!(
            "<script data-base='{}' data-feed='{feed}' data-rails=popular>{text}</script>",
            widget.url("/")
        ),
        format!(
            "<script data-base='{}' data-feed='{feed}' data-rails=popular type=module>import '{src}'</script>",
            widget.url("")
        ),
        format!(
            "<script data-base='{}' data-feed='{feed}' data-rails=popular>import('{src}')</script>",
            widget.url("/")
        ),
    ] {
        let page = partner(&tag);
        browser.goto(&page.url("/")).await;
        let there = "document.querySelector('newsrail-popular')?.shadowRoot?.querySelector('h3 a')";
        browser.wait_until(there, SOON).await;
        assert_calm(&browser).await;
    }
    // Nothing says it: one line does.
    browser.expects(&["data-base", "newsrail: ", "Failed to", "404"]);
    let page = partner(&format!(
        "<newsrail-popular feed='{feed}'></newsrail-popular><script>{text}</script>"
    ));
    browser.goto(&page.url("/")).await;
    browser
        .wait_until(
            "document.querySelector('newsrail-popular').shadowRoot?.querySelector('button')",
            SOON,
        )
        .await;
    let lines = browser.console().await;
    assert!(
        lines.iter().any(|line| line.contains("data-base")),
        "{lines:#?}"
    );
}
