//! A site whose REST API is shut to visitors, as many are.

use serde_json::json;

use super::links;
use crate::lab::SOON;
use crate::support::browser::Browser;
use crate::support::wordpress::office::Office;

const WARNING: &str = "document.querySelector('.wrap .notice-warning')?.textContent ?? ''";

#[tokio::test]
async fn where_the_rest_api_is_closed_the_links_stay_and_the_settings_say_so() {
    let office = Office::with_plugin().await;
    let post = office.post("chandlers-bridge-reopens").await;
    let browser = Browser::start(1280, 1500).await;
    let page = "options-general.php?page=newsrail";
    office.enter(&browser, page).await;
    let warning = format!("return {WARNING}");
    assert_eq!(browser.run(&warning, &[]).await, "", "it is open");
    office.tell("close", json!({ "closed": true })).await;
    office.enter(&browser, page).await;
    let said = browser.run(&warning, &[]).await;
    let said = said.as_str().expect("text");
    assert!(said.contains("Only for those who are logged in."), "{said}");
    assert!(said.contains("plain links"), "{said}");
    browser.screenshot("plugin-closed").await;
    // The page asks as nobody, and is still somebody's.
    let name = "return document.querySelector('#wp-admin-bar-my-account')?.textContent ?? ''";
    assert!(
        browser
            .run(name, &[])
            .await
            .as_str()
            .is_some_and(|text| text.contains("admin"))
    );

    let (status, html) = office.page(&post).await;
    assert_eq!(status, 200);
    assert_eq!(links(&html, "newsrail-more-like-this").len(), 5);
    let visitor = Browser::start(1280, 900).await;
    visitor.expects(&["status of 401", "the server answered 401"]);
    visitor.goto(&post).await;
    visitor.scroll_to("newsrail-popular").await;
    visitor.quiet(SOON).await;
    let seen = "return ['newsrail-popular', 'newsrail-more-like-this'].map((name) =>
        [...document.querySelectorAll(`${name} a`)].filter((a) => a.checkVisibility() && a.getBoundingClientRect().height > 0).length)";
    assert_eq!(visitor.run(seen, &[]).await, json!([5, 5]));
    visitor.screenshot("plugin-closed-post").await;
}
