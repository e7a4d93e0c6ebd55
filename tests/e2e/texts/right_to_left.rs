//! Lists that are written from right to left, with headlines in both directions.

use serde_json::json;

use crate::lab::{SOON, assert_calm, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};

/// What an item looks like: whether its number stands right of its words and its
/// picture left of them, and the direction of its headline.
const ITEMS: &str = "return [...document.querySelector('newsrail-popular').shadowRoot.querySelectorAll('li')].map((item) => {
    const [text, picture] = ['.text', '.picture'].map((part) => item.querySelector(part)?.getBoundingClientRect());
    const number = item.getBoundingClientRect().right - text.right;
    const link = item.querySelector('h3 a');
    return [number > 16, picture && picture.right <= text.left, getComputedStyle(link).direction, link.textContent[0]];
})";

#[tokio::test]
async fn numbers_pictures_and_headlines_stand_where_they_belong() {
    let items = [
        ("جسر الميناء يُفتح من جديد", "bridge.svg"),
        ("Harbour bridge opens again", "bridge.svg"),
        ("NASA: إطلاق جديد", ""),
        ("גשר הנמל נפתח", ""),
    ];
    let mut list = Vec::new();
    for (at, (title, image)) in items.into_iter().enumerate() {
        let mut item = json!({ "id": at.to_string(), "title": title, "url": format!("/{at}"), "_newsrail": { "views": 100 - at } });
        if !image.is_empty() {
            item["image"] = json!(format!("/images/{image}"));
        }
        list.push(item);
    }
    let feed =
        json!({ "version": "https://jsonfeed.org/version/1.1", "title": "A paper", "items": list });
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed))
        .reply(
            "/images/bridge.svg",
            Reply::new(
                "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='2'/>",
            ),
        )
        .serve();
    let widget = widget();
    let page = Reply::html(&format!(
        "<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>صفحة</title>
         <style>body {{ width: 22rem }}</style>
         <newsrail-popular images reasons text-most-read='{{rank}} NASA' subscribe=/sign-up></newsrail-popular>
         <script async src='{}' data-feed='{}'></script></html>",
        widget.url("/newsrail.js"),
        feeds.url("/feed.json")
    ));
    let page = Routes::default().reply("/", page).serve();
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    let there = "document.querySelector('newsrail-popular').shadowRoot?.querySelectorAll('li').length === 4";
    browser.wait_until(there, SOON).await;
    browser.quiet(SOON).await;
    browser.screenshot("texts-right-to-left").await;
    assert_eq!(
        browser.run(ITEMS, &[]).await,
        json!([
            [true, true, "rtl", "ج"],
            [true, true, "ltr", "H"],
            // The first letter that has a direction says which.
            [true, null, "ltr", "N"],
            [true, null, "rtl", "ג"],
        ])
    );
    // A line of newsrail's own has the list's direction, whatever it begins with.
    let reason = "const line = document.querySelector('newsrail-popular').shadowRoot.querySelector('.reason');
        return [getComputedStyle(line).direction, line.textContent]";
    assert_eq!(browser.run(reason, &[]).await, json!(["rtl", "1 NASA"]));
    assert_calm(&browser).await;
}
