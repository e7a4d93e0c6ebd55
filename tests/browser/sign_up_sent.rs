//! What a sign-up sends, to whom, and what may not change that.

use crate::fixture::{place, promises_settled, settled, undo, undo_later, with_feeds, wrap_fetch};
use crate::sign_up::{seen, type_in, type_in_at, until};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

#[wasm_bindgen_test]
async fn a_ghost_site_gives_a_token_first_and_its_words_are_text() {
    js_sys::eval("self.asked = []").expect("reset");
    let _fetch = wrap_fetch(
        "async (request) => { self.asked.push([request.method, request.url, await request.text()].join(' '));
        return Promise.resolve(request.method === 'GET' ? new Response('tok\"en')
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
            "(request) => {{ self.redirect = request.redirect;
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

#[wasm_bindgen_test]
async fn a_polluted_object_prototype_changes_no_post() {
    let _fetch = wrap_fetch(
        "(request) => { const { method, mode, credentials, redirect, cache, integrity, referrer, headers } = request;
         self.seen = [method, mode, credentials, redirect, cache, integrity, referrer, ...headers].join();
         return Promise.resolve(new Response('')) }",
    );
    with_feeds(&[]);
    let place = place("subscribe", &[("subscribe", "/sign-up")], "");
    let _mounted = place.mount();
    settled().await;
    type_in(&place, "reader@example.com");
    // The driver that watches this page asks it with objects of the page's own:
    // it must not get a turn while they are polluted, so nobody does.
    js_sys::eval(
        "self.bad = { method: 'DELETE', mode: 'no-cors', credentials: 'include', redirect: 'follow', cache: 'only-if-cached',
             integrity: 'sha256-x', referrer: '', referrerPolicy: 'unsafe-url', headers: { x: 'y' }, body: 'z', signal: AbortSignal.abort() };
         Object.assign(Object.prototype, bad)",
    )
    .expect("polluted");
    place.click("[type=submit]");
    promises_settled().await;
    js_sys::eval("for (const name in bad) delete Object.prototype[name]").expect("clean");
    assert_eq!(
        seen("seen").as_deref(),
        Some("POST,cors,omit,manual,default,,about:client,content-type,application/json")
    );
    until(&place, "Thank you. Your address has been received; look out for a message that asks you to confirm.").await;
}

/// A line for the console threw where the page had put a function of its own there,
/// and the form said for ever that it was sending.
#[wasm_bindgen_test]
async fn a_console_that_throws_keeps_nothing_from_the_reader() {
    let _fetch = wrap_fetch(
        "() => Promise.resolve(Object.defineProperty(new Response(''), 'redirected', { value: true }))",
    );
    with_feeds(&[]);
    js_sys::eval("self.quiet = console.warn; console.warn = () => { throw new Error('no') }")
        .expect("a console of the page's own");
    undo_later("console.warn = quiet");
    let place = place("subscribe", &[("subscribe", "/sign-up")], "");
    let _mounted = place.mount();
    settled().await;
    type_in(&place, "reader@example.com");
    place.click("[type=submit]");
    until(&place, "Your address was sent, but the newsletter answered by pointing to another page, so it is not known whether it was taken. It is still here; please look in your inbox before you try again.").await;
    undo();
}
