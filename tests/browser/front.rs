//! The front page and the search.

use crate::fixture::{FEED, answer, place, settled, with_feeds};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

/// Eleven articles: four of the city, one of them with a picture, three of
/// sport, the others of no section.
fn paper() -> String {
    let item = |at: usize| {
        let sections = ["City", "City", "City", "City", "Sport", "Sport", "Sport"];
        let mut item = json!({
            "id": at.to_string(),
            "url": format!("/{at}"),
            "title": format!("Title {at} <b>&amp;</b>"),
            "summary": format!("Summary of {at} with a harbor."),
            "date_published": format!("2026-11-{:02}T10:00:00Z", 28 - at),
            "_newsrail": { "section": sections.get(at).unwrap_or(&"") },
        });
        if at == 2 {
            item["image"] = json!("/p.jpg");
        }
        item
    };
    let items: Vec<Value> = (0..11).map(item).collect();
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Paper",
        "language": "en",
        "items": items,
    })
    .to_string()
}

#[wasm_bindgen_test]
async fn what_leads_what_stands_beside_it_and_the_sections() {
    with_feeds(&[(FEED, answer(&paper()))]);
    js_sys::eval(
        "self.told = undefined; document.addEventListener('newsrail-load', (event) => {
            const { basis, items, sections } = event.detail;
            self.told = [basis, items.length, sections].join(' ') }, { once: true })",
    )
    .expect("a listener");
    let place = place("front", &[("feed", FEED), ("count", "2")], "");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text(".lead h2"), "Title 2 &", "it has a picture");
    assert!(place.find(".lead .picture").is_some());
    assert_eq!(
        place.texts(".beside h2"),
        ["Title 0 &", "Title 1 &", "Title 3 &", "Title 4 &"]
    );
    // Of a city that stands above there is nothing left.
    assert_eq!(place.texts(".desk > h2"), ["Sport", "More stories"]);
    assert_eq!(
        place.headlines(),
        [
            "Title 5 &",
            "Title 6 &",
            "Title 7 &",
            "Title 8 &",
            "Title 9 &",
            "Title 10 &"
        ]
    );
    assert_eq!(place.texts(".story .kicker")[..2], ["City", "City"]);
    let told = js_sys::eval("self.told")
        .ok()
        .and_then(|told| told.as_string());
    assert_eq!(told.as_deref(), Some("front 11 City,Sport"));
}

#[wasm_bindgen_test]
async fn a_feed_with_nothing_in_it_is_no_front_page() {
    let empty = r#"{"version":"https://jsonfeed.org/version/1.1","items":[]}"#;
    with_feeds(&[(FEED, answer(empty))]);
    let place = place("front", &[("feed", FEED)], "The archive");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text(".notice"), "There are no stories here yet.");
    assert!(place.find("slot").is_some() && place.find(".story").is_none());
}

#[wasm_bindgen_test]
async fn words_are_found_and_the_attribute_says_which() {
    with_feeds(&[(FEED, answer(&paper()))]);
    let place = place("search", &[("feed", FEED), ("count", "4")], "");
    let mounted = place.mount();
    settled().await;
    assert!(place.find(".story").is_none(), "nothing is asked for yet");
    let field: HtmlInputElement = place.one("input").unchecked_into();
    field.set_value(" harbors ");
    field.focus().expect("the field takes it");
    place.click("[type=submit]");
    // The loader tells of an attribute that has changed.
    assert_eq!(
        place.host.get_attribute("query").as_deref(),
        Some("harbors")
    );
    mounted.refresh();
    settled().await;
    assert_eq!(place.text("[role=status] p"), "11 stories for “harbors”");
    assert_eq!(place.headlines().len(), 4);
    assert_eq!(
        place
            .root
            .active_element()
            .map(|e| e.local_name())
            .as_deref(),
        Some("input"),
        "the reader can go on typing"
    );
    place.click(".found ~ button");
    settled().await;
    assert_eq!(place.headlines().len(), 8);
    let fifth = place
        .root
        .query_selector_all(".story")
        .expect("stories")
        .item(4);
    assert_eq!(
        place.root.active_element(),
        fifth.map(JsCast::unchecked_into)
    );
    place
        .host
        .set_attribute("query", "<b>nowhere")
        .expect("set");
    mounted.refresh();
    settled().await;
    assert_eq!(
        place.text("[role=status] p"),
        "Nothing was found for “<b>nowhere”"
    );
    assert_eq!(field.value(), "<b>nowhere");
}
