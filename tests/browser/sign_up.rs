//! Subscribing.

use crate::fixture::{
    self, Clock, FEED, FetchWrapper, Place, THREE, answer, place, settled, with_feeds, wrap_fetch,
};
use newsrail::ui::element::Mounted;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const COUNTING: &str = "(url, init) => { self.posts = (self.posts || 0) + 1; self.body = init.body;
    return new Promise((done) => setTimeout(() => done(new Response('', { status: self.status })), 20)) }";

fn type_in(place: &Place, email: &str) {
    type_in_at(place, "#email", email);
}

fn type_in_at(place: &Place, field: &str, text: &str) {
    place
        .one(field)
        .unchecked_into::<HtmlInputElement>()
        .set_value(text);
}

fn seen(name: &str) -> Option<String> {
    let value = js_sys::eval(&format!("String(self.{name})")).expect("a value");
    value.as_string()
}

async fn until(place: &Place, message: &str) {
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
async fn the_button_of_a_list_opens_the_form_in_place() {
    with_feeds(&[(FEED, answer(THREE))]);
    let place = place("popular", &[("feed", FEED), ("subscribe", "/sign-up")], "");
    let _mounted = place.mount();
    settled().await;
    assert!(place.find("form").is_none());
    place.click(".foot button");
    settled().await;
    assert_eq!(place.text("label"), "E-mail address");
    let input = place.one("input");
    assert_eq!(
        input.get_attribute("autocomplete").as_deref(),
        Some("email")
    );
    assert_eq!(
        place.root.active_element(),
        Some(input),
        "the reader can type at once"
    );
    assert_eq!(place.headlines().len(), 3, "the list stays as it is");
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

#[wasm_bindgen_test]
async fn a_ghost_site_gives_a_token_first_and_its_words_are_text() {
    js_sys::eval("self.asked = []").expect("reset");
    let _fetch = wrap_fetch(
        "(url, init) => { self.asked.push([init.method, url, init.body].join(' '));
        return Promise.resolve(init.method === 'GET' ? new Response('tok\"en')
            : new Response('{\"errors\":[{\"message\":\"Not <b>here</b> <script>alert(1)</script>\"}]}', { status: 400 })) }",
    );
    with_feeds(&[]);
    let place = place(
        "subscribe",
        &[
            ("subscribe", "https://ghost.example/"),
            ("provider", "ghost"),
        ],
        "",
    );
    let _mounted = place.mount();
    settled().await;
    type_in_at(&place, "#email", "reader@example.com");
    place.click("[type=submit]");
    until(
        &place,
        "The newsletter did not accept this address. Please check it and try again. Not here",
    )
    .await;
    assert_eq!(
        seen("asked.join('; ')").as_deref(),
        Some(
            r#"GET https://ghost.example/members/api/integrity-token/ ; POST https://ghost.example/members/api/send-magic-link/ {"email":"reader@example.com","emailType":"signup","labels":[],"integrityToken":"tok\"en"}"#
        )
    );
}

#[wasm_bindgen_test]
async fn a_provider_s_own_form_is_sent_by_the_browser_once() {
    with_feeds(&[]);
    let place = place(
        "subscribe",
        &[(
            "subscribe",
            "https://paper.us1.list-manage.com/subscribe/post?u=a&id=b",
        )],
        "",
    );
    let _mounted = place.mount();
    settled().await;
    // Nothing may leave a test's page: the browser's own part is stopped last.
    js_sys::eval("self.sent = 0").expect("reset");
    let form = place.one("form");
    assert_eq!(form.get_attribute("target").as_deref(), Some("_blank"));
    assert!(place.find("[name=b_a_b]").is_some());
    // Nothing may leave a test's page: the browser's own part is stopped last.
    let sent = wasm_bindgen::prelude::Closure::<dyn FnMut(web_sys::Event)>::new(
        |event: web_sys::Event| {
            if !event.default_prevented() {
                js_sys::eval("self.sent++").expect("counted");
            }
            event.prevent_default();
        },
    );
    place
        .root
        .add_event_listener_with_callback("submit", sent.as_ref().unchecked_ref())
        .expect("a listener");
    type_in_at(&place, "[name=EMAIL]", "nobody");
    place.click("[type=submit]");
    settled().await;
    assert_eq!(seen("sent").as_deref(), Some("0"));
    type_in_at(&place, "[name=EMAIL]", "reader@example.com");
    for _ in 0..5 {
        place.click("[type=submit]");
    }
    until(&place, "Your address has been sent to the newsletter in a new tab. Please look there, and in your inbox, for what comes next.").await;
    assert_eq!(seen("sent").as_deref(), Some("1"));
}

/// A redirect was followed: to whoever it named went the address, and any page at its
/// end read as "received". A wrapper may follow one all the same.
#[wasm_bindgen_test]
async fn a_redirect_is_not_followed_and_claims_nothing() {
    for shown in [
        "type: { value: 'opaqueredirect' }, status: { value: 0 }",
        "redirected: { value: true }",
    ] {
        let _fetch = wrap_fetch(&format!(
            "(url, init) => {{ self.redirect = init.redirect;
             return Promise.resolve(Object.defineProperties(new Response('Thank you'), {{ {shown} }})) }}"
        ));
        with_feeds(&[]);
        let place = place(
            "subscribe",
            &[("subscribe", "/sign-up"), ("provider", "form")],
            "",
        );
        let _mounted = place.mount();
        settled().await;
        type_in(&place, "reader@example.com");
        place.click("[type=submit]");
        until(&place, "Your address was sent, but the newsletter answered by pointing to another page, so it is not known whether it was taken. It is still here; please look in your inbox before you try again.").await;
        assert_eq!(seen("redirect").as_deref(), Some("manual"));
        let email: HtmlInputElement = place.one("#email").unchecked_into();
        assert_eq!(email.value(), "reader@example.com");
        assert!(!place.one(".field").has_attribute("hidden"));
    }
}
