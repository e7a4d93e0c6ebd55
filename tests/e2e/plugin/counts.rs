//! Counts of readers, in the tables of the plugins that count them: made as those
//! make them, since the plugins themselves come from no package registry.

use serde_json::{Value, json};

use super::{inside, links};
use crate::lab::{BOTH_LISTS, SOON, headlines};
use crate::support::browser::Browser;
use crate::support::wordpress::office::Office;

const READ: [(&str, u64); 3] = [
    ("weir-street-flood", 300),
    ("skarra-ferry-strike-ends", 20),
    ("school-kitchens-own-cooks", 1000),
];

#[tokio::test]
async fn popular_is_ordered_by_the_readers_that_another_plugin_counts() {
    let office = Office::with_plugin().await;
    let post = office.post("chandlers-bridge-reopens").await;
    let route = office.url("/?rest_route=/newsrail/v1/counts");
    assert_eq!(office.page(&route).await.0, 404, "nobody counts");
    let views: Value = READ
        .iter()
        .copied()
        .collect::<std::collections::BTreeMap<_, _>>()
        .into_iter()
        .collect();
    let mut expected = Vec::new();
    for slug in [
        "school-kitchens-own-cooks",
        "weir-street-flood",
        "skarra-ferry-strike-ends",
    ] {
        expected.push(office.post(slug).await);
    }
    for by in ["wpp", "koko-1", "koko-2", "wpp-total"] {
        office
            .tell("views", json!({ "by": by, "views": views }))
            .await;
        let (status, text) = office.page(&route).await;
        let served: Vec<Value> = serde_json::from_str(&text).expect("a list");
        assert_eq!(status, 200, "{by}");
        let numbers = served.iter().map(|row| row["views"].as_u64());
        assert!(numbers.eq([1000, 300, 20].map(Some)), "{by}: {text}");
        let addresses = served
            .iter()
            .map(|row| row["url"].as_str().unwrap_or_default());
        assert!(
            addresses.eq(expected.iter().map(String::as_str)),
            "{by}: {text}"
        );
        let (_, html) = office.page(&post).await;
        assert_eq!(links(&html, "newsrail-popular"), expected, "{by}");
        let popular = inside(&html, "newsrail-popular");
        assert!(popular.contains("<h2>Popular</h2>"), "{by}: {popular}");
        assert!(popular.contains("newsrail/v1/counts"), "{by}: {popular}");
        assert!(
            !inside(&html, "newsrail-more-like-this").contains("newsrail/v1/counts"),
            "{by}"
        );
    }

    let visitor = Browser::start(1280, 900).await;
    visitor.goto(&post).await;
    visitor.scroll_to("newsrail-popular").await;
    let shown = "document.querySelector('newsrail-popular').shadowRoot.querySelector('h2')?.textContent === 'Popular'";
    visitor.wait_until(shown, SOON).await;
    visitor.wait_until(BOTH_LISTS, SOON).await;
    visitor.quiet(SOON).await;
    let alike = headlines(&visitor, "newsrail-more-like-this").await;
    let popular = headlines(&visitor, "newsrail-popular").await;
    // What the other list has is not told twice.
    let mut most_read = vec!["School dinners", "Sellet bursts", "Ferry strike"];
    most_read.retain(|begin| !alike.iter().any(|headline| headline.starts_with(begin)));
    assert!(!most_read.is_empty(), "{alike:?}");
    assert_eq!(popular.len(), most_read.len(), "{popular:?}");
    for (headline, begin) in popular.iter().zip(most_read) {
        assert!(headline.starts_with(begin), "{popular:?}");
    }

    office
        .tell("views", json!({ "by": "nobody", "views": {} }))
        .await;
    assert_eq!(office.page(&route).await.0, 404, "nobody counts any more");
    let (_, html) = office.page(&post).await;
    assert!(
        inside(&html, "newsrail-popular").contains("<h2>Latest</h2>"),
        "{html}"
    );
}
