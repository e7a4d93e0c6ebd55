//! Subscribing.

use crate::fixture::{self, Clock, FetchWrapper, Place, place, settled, with_feeds, wrap_fetch};
use newsrail::ui::element::Mounted;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const COUNTING: &str = "async (request) => { self.posts = (self.posts || 0) + 1; self.body = await request.text();
    return new Promise((done) => setTimeout(() => done(new Response('', { status: self.status })), 20)) }";

pub(crate) fn type_in(place: &Place, email: &str) {
    type_in_at(place, "#email", email);
}

pub(crate) fn type_in_at(place: &Place, field: &str, text: &str) {
    place
        .one(field)
        .unchecked_into::<HtmlInputElement>()
        .set_value(text);
}

pub(crate) fn seen(name: &str) -> Option<String> {
    let value = js_sys::eval(&format!("String(self.{name})")).expect("a value");
    value.as_string()
}

pub(crate) async fn until(place: &Place, message: &str) {
    fixture::until(message, async || place.text("#message") == message).await;
}

/// A form to sign up, and a server that counts the posts and answers each with
/// this status.
async fn form(status: u16, attributes: &[(&str, &str)]) -> (FetchWrapper, Place, Mounted) {
    let reset = format!("self.posts = 0; self.status = {status}");
    js_sys::eval(&reset).expect("reset");
    let fetch = wrap_fetch(COUNTING);
    with_feeds(&[]);
    let place = place("subscribe", attributes, "");
    let mounted = place.mount();
    settled().await;
    (fetch, place, mounted)
}

#[wasm_bindgen_test]
async fn a_wrong_address_is_said_beside_the_field_and_nothing_is_sent() {
    let (_fetch, place, _mounted) = form(200, &[("subscribe", "/sign-up")]).await;
    type_in(&place, "nobody");
    place.click("[type=submit]");
    settled().await;
    assert_eq!(
        place.text("#message"),
        "Please enter an e-mail address, like name@example.com."
    );
    assert_eq!(
        place.one("input").get_attribute("aria-invalid").as_deref(),
        Some("true")
    );
    assert_eq!(
        place
            .root
            .active_element()
            .map(|e| e.local_name())
            .as_deref(),
        Some("input")
    );
    assert_eq!(seen("posts").as_deref(), Some("0"));
}

#[wasm_bindgen_test]
async fn one_click_one_post_however_often_it_is_clicked() {
    let (_fetch, place, _mounted) = form(200, &[("subscribe", "/sign-up")]).await;
    type_in(&place, " reader@example.com ");
    for _ in 0..10 {
        place.click("[type=submit]");
    }
    until(&place, "Thank you. Your address has been received; look out for a message that asks you to confirm.").await;
    assert_eq!(seen("posts").as_deref(), Some("1"));
    assert_eq!(
        seen("body").as_deref(),
        Some(r#"{"email":"reader@example.com"}"#)
    );
    assert!(place.one(".field").has_attribute("hidden"));
}

#[wasm_bindgen_test]
async fn a_failure_keeps_the_address_and_a_second_try_is_possible() {
    let (_fetch, place, _mounted) =
        form(503, &[("subscribe", "/sign-up"), ("provider", "form")]).await;
    let clock = Clock::stopped();
    type_in(&place, "reader@example.com");
    place.click("[type=submit]");
    until(
        &place,
        "The newsletter cannot take sign-ups right now. Please try again in a while.",
    )
    .await;
    assert_eq!(
        place
            .one("input")
            .unchecked_into::<HtmlInputElement>()
            .value(),
        "reader@example.com"
    );
    js_sys::eval("self.status = 201").expect("set");
    // A click right after an answer is the second half of a double click.
    clock.pass(450);
    place.click("[type=submit]");
    settled().await;
    assert_eq!(seen("posts").as_deref(), Some("1"));
    clock.pass(550);
    place.click("[type=submit]");
    until(&place, "Thank you. Your address has been received; look out for a message that asks you to confirm.").await;
    assert_eq!(seen("posts").as_deref(), Some("2"));
    assert_eq!(seen("body").as_deref(), Some("email=reader%40example.com"));
}

#[wasm_bindgen_test]
async fn without_a_connection_it_says_so_and_keeps_the_address() {
    let _fetch = wrap_fetch("() => Promise.reject(new TypeError('Failed to fetch'))");
    js_sys::eval(
        "Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })",
    )
    .expect("offline");
    with_feeds(&[]);
    let place = place("subscribe", &[("subscribe", "/sign-up")], "");
    let _mounted = place.mount();
    settled().await;
    type_in(&place, "reader@example.com");
    place.click("[type=submit]");
    until(&place, "You seem to be offline. Your address is still here; please try again once you are connected.").await;
    js_sys::eval("delete navigator.onLine").expect("online");
    assert_eq!(
        place
            .one("input")
            .unchecked_into::<HtmlInputElement>()
            .value(),
        "reader@example.com"
    );
}

#[wasm_bindgen_test]
async fn a_page_is_a_link_and_a_script_is_none() {
    with_feeds(&[]);
    let page = place(
        "subscribe",
        &[
            ("subscribe", "https://paper.example/join"),
            ("provider", "page"),
        ],
        "",
    );
    let script = place(
        "subscribe",
        &[("subscribe", "javascript:alert(1)"), ("provider", "page")],
        "Write to us",
    );
    let _mounted = (page.mount(), script.mount());
    settled().await;
    assert_eq!(
        page.one("a").get_attribute("href").as_deref(),
        Some("https://paper.example/join")
    );
    assert!(script.find("a").is_none() && script.find("slot").is_some());
}

#[wasm_bindgen_test]
async fn a_name_topics_and_consent() {
    let (_fetch, place, _mounted) = form(
        200,
        &[
            ("subscribe", "https://lists.example/api/public/subscription"),
            ("names", ""),
            ("topics", "u1=Morning news, u2=Sport"),
            ("consent", "One letter a day."),
            ("privacy", "/privacy"),
        ],
    )
    .await;
    assert_eq!(place.texts(".tick"), ["Morning news", "Sport"]);
    assert_eq!(place.text(".consent"), "One letter a day. Privacy notice");
    type_in_at(&place, "#email", "reader@example.com");
    type_in_at(&place, "#name", "Ana");
    place.click("[type=submit]");
    until(&place, "Please choose at least one.").await;
    assert_eq!(seen("posts").as_deref(), Some("0"));
    place.click(".tick:last-child");
    place.click("[type=submit]");
    until(&place, "Thank you. Your address has been received; look out for a message that asks you to confirm.").await;
    assert_eq!(
        seen("body").as_deref(),
        Some(r#"{"email":"reader@example.com","name":"Ana","list_uuids":["u2"]}"#)
    );
}

#[wasm_bindgen_test]
async fn what_only_a_program_fills_in_keeps_it_out() {
    let (_fetch, place, _mounted) = form(200, &[("subscribe", "/sign-up")]).await;
    type_in_at(&place, "#email", "reader@example.com");
    type_in_at(&place, "[name=url]", "https://spam.example");
    place.click("[type=submit]");
    until(
        &place,
        "The newsletter did not accept this address. Please check it and try again.",
    )
    .await;
    assert_eq!(seen("posts").as_deref(), Some("0"));
}
