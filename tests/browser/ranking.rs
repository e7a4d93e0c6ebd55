//! What a list is chosen by, and what it says of that.

use crate::fixture::{FEED, THREE, answer, place, settled, with_feeds};
use js_sys::{Array, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CustomEvent, EventTarget};

/// What `newsrail-load` says of each item: `field`, as text.
fn listen(target: &EventTarget, field: &'static str) -> Rc<RefCell<Vec<String>>> {
    let said = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&said);
    let closure = Closure::<dyn FnMut(CustomEvent)>::new(move |event: CustomEvent| {
        let items = Reflect::get(&event.detail(), &"items".into()).expect("a list");
        let text = |item: JsValue| {
            let value = Reflect::get(&item, &field.into()).expect("an object");
            match value.as_string() {
                Some(text) => text,
                None if value.is_undefined() => String::new(),
                None => Array::from(&value).join(", ").into(),
            }
        };
        *heard.borrow_mut() = Array::from(&items).iter().map(text).collect();
    });
    target
        .add_event_listener_with_callback("newsrail-load", closure.as_ref().unchecked_ref())
        .expect("an element takes listeners");
    closure.forget();
    said
}

#[wasm_bindgen_test]
async fn each_item_says_why_it_is_there() {
    with_feeds(&[(FEED, answer(THREE))]);
    let place = place(
        "more-like-this",
        &[("feed", FEED), ("article", "1"), ("reasons", "")],
        "",
    );
    let (reasons, about) = (listen(&place.host, "reason"), listen(&place.host, "about"));
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text("h2"), "More like this");
    assert_eq!(
        place.headlines(),
        ["Harbor bridge opens", "Rovers win the cup &"]
    );
    assert_eq!(*reasons.borrow(), ["words", "latest"]);
    assert!(about.borrow()[0].contains("bridge"), "{about:?}");
    let lines = place.texts(".reason");
    assert_eq!(lines[0], format!("About: {}", about.borrow()[0]));
    assert_eq!(lines[1], "Among the latest");
}

#[wasm_bindgen_test]
async fn popular_says_the_place_and_fades() {
    // Ten days old and read most, against a day old and read well.
    let now = js_sys::Date::now();
    let date = |days: f64| {
        let date = js_sys::Date::new(&(now - days * 86_400_000.0).into());
        String::from(date.to_iso_string())
    };
    let feed = [
        r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/giant","title":"Giant","date_published":""#,
        &date(10.0),
        r#"","_newsrail":{"views":9000}},{"id":"2","url":"/today","title":"Today","date_published":""#,
        &date(1.0),
        r#"","_newsrail":{"views":900}}]}"#,
    ]
    .concat();
    for (attributes, order) in [
        (vec![("feed", FEED)], vec!["Today", "Giant"]),
        (
            vec![("feed", FEED), ("half-life", "0")],
            vec!["Giant", "Today"],
        ),
        (vec![("feed", FEED), ("max-age", "7")], vec!["Today"]),
    ] {
        with_feeds(&[(FEED, answer(&feed))]);
        let place = place("popular", &attributes, "");
        let reasons = listen(&place.host, "reason");
        let _mounted = place.mount();
        settled().await;
        assert_eq!(place.headlines(), order, "{attributes:?}");
        assert!(reasons.borrow().iter().all(|reason| reason == "views"));
    }
}

#[wasm_bindgen_test]
async fn only_what_the_attributes_let_through_is_listed() {
    let feed = THREE.replace(r#""views":20"#, r#""views":20,"section":"Sport""#);
    for (name, value, titles) in [
        ("section", "sport", vec!["Rovers win the cup &"]),
        (
            "exclude",
            "Sport, /bridge-opens",
            vec!["Harbor bridge closes"],
        ),
        ("exclude", "harbor", vec!["Rovers win the cup &"]),
        ("author", "Nobody", vec![]),
    ] {
        with_feeds(&[(FEED, answer(&feed))]);
        let place = place("popular", &[("feed", FEED), (name, value)], "");
        let _mounted = place.mount();
        settled().await;
        assert_eq!(place.headlines(), titles, "{name}={value}");
    }
}

#[wasm_bindgen_test]
async fn a_list_made_for_the_article_is_taken_as_it_is() {
    let url = "http://feed.test/related/1.json";
    let list = r#"{"version":"https://jsonfeed.org/version/1.1","items":[
        {"id":"1","url":"/bridge-closes","title":"The article itself"},
        {"id":"3","url":"/cup","title":"Rovers win","_newsrail":{"about":["Rovers"]}},
        {"id":"9","url":"/old","title":"From the archive"}]}"#;
    let attributes = [
        ("feed", FEED),
        ("article", "1"),
        ("related", "http://feed.test/related/{id}.json"),
    ];
    with_feeds(&[(FEED, answer(THREE)), (url, answer(list))]);
    let place_one = place("more-like-this", &attributes, "");
    let reasons = listen(&place_one.host, "reason");
    let mounted = place_one.mount();
    settled().await;
    assert_eq!(place_one.headlines(), ["Rovers win", "From the archive"]);
    assert_eq!(*reasons.borrow(), ["words", "given"]);
    drop((mounted, place_one));

    // Not made yet, or not readable: the feed is asked instead.
    with_feeds(&[(FEED, answer(THREE)), (url, answer("<h1>404</h1>"))]);
    let place_two = place("more-like-this", &attributes, "");
    let _mounted = place_two.mount();
    settled().await;
    assert_eq!(place_two.headlines()[0], "Harbor bridge opens");
}
