//! The oldest WordPress and PHP that the plugin runs on, and older ones.

use serde_json::json;

use super::links;
use crate::lab::SOON;
use crate::support::browser::Browser;
use crate::support::wordpress::of_plugin;
use crate::support::wordpress::office::{Office, Versions};

#[tokio::test]
async fn the_oldest_versions_that_it_asks_for_are_enough() {
    let versions = Versions {
        wordpress: "6.4",
        php: "7.4",
    };
    let office = Office::of(versions).await;
    office.install().await;
    let write = json!({ "content": "[newsrail_popular count=2 heading='Read']" });
    let post = office.tell("write", write).await;
    let (status, html) = office.page(post.as_str().expect("an address")).await;
    assert_eq!(status, 200, "{html}");
    assert_eq!(links(&html, "newsrail-popular").len(), 1, "{html}");
    assert_eq!(links(&html, "newsrail-more-like-this").len(), 0, "{html}");
    let browser = Browser::start(1280, 900).await;
    office
        .enter(&browser, "options-general.php?page=newsrail")
        .await;
    browser
        .wait_until(
            "document.querySelector('#newsrail-count').value === '5'",
            SOON,
        )
        .await;
}

#[tokio::test]
async fn an_older_wordpress_is_told_and_nothing_breaks() {
    let versions = Versions {
        wordpress: "6.3",
        php: "8.0",
    };
    let office = Office::of(versions).await;
    let refusal = office
        .try_install()
        .await
        .expect_err("WordPress refuses it");
    assert!(refusal.contains("6.4"), "{refusal}");
    // As it is where a site has been set back to an older WordPress: active all the same.
    office
        .tell("unpack", json!({ "zip": "newsrail-wordpress.zip" }))
        .await;
    office.tell("force", json!({})).await;
    let (status, html) = office.page(&office.url("/")).await;
    assert_eq!(status, 200, "{html}");
    assert!(!html.contains("<newsrail-"), "{html}");
    let browser = Browser::start(1280, 900).await;
    office.enter(&browser, "plugins.php").await;
    let notice = "return [...document.querySelectorAll('.notice-error')].map((e) => e.textContent.trim()).join()";
    let said = browser.run(notice, &[]).await;
    let said = said.as_str().expect("text");
    assert!(
        said.contains("it needs WordPress 6.4 or newer, and this site has 6.3"),
        "{said}"
    );
}

/// No WordPress of today runs on the PHP before 7.4 that there is to be had, which
/// is 5.2. So that PHP itself reads the files which an old one has to read.
#[test]
fn an_old_php_can_read_what_tells_it_that_it_is_old() {
    let (said, failed) = of_plugin("old-php.mjs");
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "newsrail.php: read",
            "uninstall.php: read",
            "includes/requirements.php: read",
            "includes/load.php: not read",
            "PHP 7.4 5.2",
        ],
        "{failed}"
    );
}

/// By WordPress's own coding standards, as far as they can be had from npm.
#[test]
fn the_plugin_keeps_to_the_coding_standards() {
    let (said, failed) = of_plugin("standards.mjs");
    let files = said.trim_end().strip_suffix(" files");
    let files = files.and_then(|count| count.parse::<usize>().ok());
    assert!(files.is_some_and(|count| count > 10), "{said}{failed}");
}
