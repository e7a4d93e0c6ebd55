//! The standalone page on paper: what is read, in black, from the first page on.

use crate::lab::{SOON, widget};
use crate::standalone::{ARTICLE, FRONT};
use crate::support::browser::Browser;

/// What a printer's margins leave of a page of A4, in CSS pixels.
const A4: (u32, u32) = (718, 1047);

#[tokio::test]
async fn on_paper_there_is_what_is_read() {
    let site = widget();
    let browser = Browser::start(1280, 900).await;
    browser.media(&[("prefers-color-scheme", "dark")]).await;
    for (name, query, stands) in [
        ("front", "", FRONT),
        ("article", "?id=chandlers-bridge-reopens", ARTICLE),
    ] {
        browser.goto(&site.url(&format!("/{query}"))).await;
        browser.wait_until(stands, SOON).await;
        let pdf = browser.print().await;
        assert!(
            pdf.starts_with(b"%PDF-") && pdf.len() > 10_000,
            "{}",
            pdf.len()
        );
        Browser::keep(&format!("standalone-{name}.pdf"), &pdf);
    }
    browser.print_media().await;
    // What may not be broken over pages leaves the first empty where it does not fit there.
    browser.goto(&site.url("/")).await;
    browser.wait_until(FRONT, SOON).await;
    browser.resize(A4.0, A4.1).await;
    let lead = "const { top, bottom } = document.querySelector('newsrail-front').shadowRoot.querySelector('.lead').getBoundingClientRect();
        return bottom - top > 100 ? bottom + scrollY : null";
    let lead = browser.run(lead, &[]).await;
    let fits = lead.as_f64().is_some_and(|bottom| bottom < f64::from(A4.1));
    assert!(fits, "the lead ends at {lead}");
    browser
        .goto(&site.url("/?id=chandlers-bridge-reopens"))
        .await;
    browser.wait_until(ARTICLE, SOON).await;
    for (selector, shown) in [
        ("newsrail-article", true),
        ("header .name", true),
        ("nav", false),
        ("aside", false),
        ("newsrail-share", false),
    ] {
        let script = "const e = document.querySelector(arguments[0]); return e.checkVisibility()";
        assert_eq!(
            browser.run(script, &[selector.into()]).await,
            shown,
            "{selector}"
        );
    }
    let colours = "return [getComputedStyle(document.documentElement).color, getComputedStyle(document.documentElement).backgroundColor]";
    let colours = browser.run(colours, &[]).await;
    assert_eq!(
        colours,
        serde_json::json!(["rgb(0, 0, 0)", "rgb(255, 255, 255)"])
    );
}
