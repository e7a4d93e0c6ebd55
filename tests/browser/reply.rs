//! Replying to an article.

use crate::fixture::{self, Clock, Place, place, settled, with_feeds, wrap_fetch};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlInputElement};

const WORDPRESS: &str = "https://paper.example/wp-json/wp/v2/comments";

/// A site: GETs, which are asked for by address and options, answer `self.list`;
/// POSTs, which are Requests, are counted and answer `self.status` and `self.answer`
/// after a while.
pub(crate) const SITE: &str = "async (url, init) => {
    if (init) {
        self.gets.push(url);
        const list = url.includes('parent=0') || !url.includes('parent=') ? self.list : '[]';
        return Promise.resolve(new Response(list));
    }
    self.posts.push([url.url, await url.text()].join(' '));
    return new Promise((done) => setTimeout(() => done(new Response(self.answer, { status: self.status })), 20)) }";

pub(crate) fn site(list: &str, status: u16, answer: &str) {
    js_sys::eval(&format!(
        "self.gets = []; self.posts = []; self.list = {list:?}; self.status = {status}; self.answer = {answer:?};"
    ))
    .expect("a site");
}

pub(crate) fn clean() {
    js_sys::eval("sessionStorage.clear(); localStorage.clear()").expect("clean");
}

pub(crate) fn reply(comments: &str) -> Place {
    with_feeds(&[]);
    place(
        "reply",
        &[("comments", comments), ("article", "12"), ("count", "2")],
        "",
    )
}

fn type_in(place: &Place, field: &str, text: &str) {
    let field = place.one(field);
    field.unchecked_ref::<HtmlInputElement>().set_value(text);
    let typed = Event::new("input").expect("an event");
    field.dispatch_event(&typed).expect("dispatched");
}

pub(crate) fn fill(place: &Place) {
    type_in(place, "#comment", "Well said.");
    type_in(place, "#name", "Ana");
    type_in(place, "#email", "ana@paper.example");
}

pub(crate) fn seen(script: &str) -> String {
    js_sys::eval(&format!("String({script})"))
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

pub(crate) async fn until(place: &Place, message: &str) {
    fixture::until(message, async || {
        place.text(".reply ~ .message").starts_with(message)
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_is_missing_is_said_beside_its_field() {
    clean();
    site("[]", 201, "{}");
    let _fetch = wrap_fetch(SITE);
    let place = reply(WORDPRESS);
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text("h2"), "Leave a reply");
    type_in(&place, "#email", "nobody");
    place.click("[type=submit]");
    settled().await;
    assert_eq!(
        place.texts(".wrong"),
        [
            "Please enter your comment!",
            "Please enter your name here",
            "You have entered an incorrect email address!"
        ]
    );
    let focused = place.root.active_element().map(|element| element.id());
    assert_eq!(
        focused.as_deref(),
        Some("comment"),
        "the first has the focus"
    );
    type_in(&place, "#comment", "x");
    settled().await;
    assert_eq!(
        place.texts(".wrong").len(),
        2,
        "what is put right is said no more"
    );
    assert_eq!(seen("self.posts.length"), "0");
    clean();
}

#[wasm_bindgen_test]
async fn one_act_one_post_and_the_draft_goes_with_it() {
    clean();
    site("[]", 201, r#"{"id":1,"status":"hold"}"#);
    let _fetch = wrap_fetch(SITE);
    let place = reply(WORDPRESS);
    let _mounted = place.mount();
    settled().await;
    fill(&place);
    assert_eq!(seen("sessionStorage.length"), "1", "the draft is kept");
    assert!(
        !seen("Object.values(sessionStorage)").contains("ana@"),
        "but not the address"
    );
    for _ in 0..10 {
        place.click("[type=submit]");
    }
    until(
        &place,
        "Thank you. Your reply has arrived and waits for approval.",
    )
    .await;
    assert_eq!(
        seen("self.posts.join()"),
        format!(
            "{WORDPRESS} post=12&author_name=Ana&author_email=ana%40paper.example&content=Well+said."
        )
    );
    assert_eq!(
        seen("sessionStorage.length + localStorage.length"),
        "0",
        "nothing is kept unasked"
    );
    place.click(".message button");
    settled().await;
    assert!(
        !place.one(".field").has_attribute("hidden"),
        "another can be written"
    );
}

#[wasm_bindgen_test]
async fn the_draft_survives_failures_and_a_new_page() {
    clean();
    site("[]", 429, "");
    let _fetch = wrap_fetch(SITE);
    let place = reply(WORDPRESS);
    let mounted = place.mount();
    settled().await;
    fill(&place);
    place
        .one("#save")
        .unchecked_ref::<HtmlInputElement>()
        .set_checked(true);
    let clock = Clock::stopped();
    place.click("[type=submit]");
    until(&place, "You are replying too quickly.").await;
    // The second click of a double click, after a quick refusal.
    clock.pass(450);
    place.click("[type=submit]");
    settled().await;
    assert_eq!(seen("self.posts.length"), "1");
    clock.pass(550);
    place.click("[type=submit]");
    fixture::until("a second try", async || seen("self.posts.length") == "2").await;
    until(&place, "You are replying too quickly.").await;
    drop(clock);
    drop(mounted);
    let again = reply(WORDPRESS);
    let _mounted = again.mount();
    settled().await;
    let value = |field: &str| {
        again
            .one(field)
            .unchecked_into::<HtmlInputElement>()
            .value()
    };
    assert_eq!(value("#comment"), "Well said.");
    assert_eq!(
        (value("#name"), value("#email")),
        ("Ana".to_owned(), "ana@paper.example".to_owned())
    );
    clean();
}

#[wasm_bindgen_test]
async fn where_storage_is_denied_it_works_all_the_same() {
    clean();
    js_sys::eval(
        "self.shelves = ['sessionStorage', 'localStorage'].map((name) => [name, Object.getOwnPropertyDescriptor(self, name)]);
         for (const [name] of shelves) Object.defineProperty(self, name, { configurable: true, get() { throw new DOMException('denied', 'SecurityError') } })",
    )
    .expect("denied");
    site("[]", 200, "");
    let _fetch = wrap_fetch(SITE);
    let place = reply("https://paper.example/replies");
    let _mounted = place.mount();
    settled().await;
    fill(&place);
    place.click("[type=submit]");
    until(&place, "Thank you. Your reply has arrived.").await;
    assert_eq!(
        seen("self.posts.join()"),
        r#"https://paper.example/replies {"article":"12","name":"Ana","email":"ana@paper.example","comment":"Well said."}"#
    );
    js_sys::eval("for (const [name, as] of shelves) Object.defineProperty(self, name, as)")
        .expect("allowed");
}

#[wasm_bindgen_test]
async fn comments_that_are_a_page_leave_the_form_as_it_is() {
    clean();
    site("<!doctype html><p>Hello", 200, "<!doctype html><p>Hello");
    let _fetch = wrap_fetch(SITE);
    let place = reply(WORDPRESS);
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.text(".notice"), "The replies could not be loaded.");
    fill(&place);
    place.click("[type=submit]");
    until(&place, "The site’s answer could not be understood").await;
    let text: HtmlInputElement = place.one("#comment").unchecked_into();
    assert_eq!(text.value(), "Well said.");
    clean();
}

#[wasm_bindgen_test]
async fn a_site_that_refuses_its_api_is_sent_to_by_its_own_form() {
    clean();
    site(
        "[]",
        401,
        r#"{"code":"rest_comment_login_required","message":"Sorry"}"#,
    );
    let _fetch = wrap_fetch(SITE);
    let place = reply(WORDPRESS);
    let _mounted = place.mount();
    settled().await;
    fill(&place);
    place.click("[type=submit]");
    until(&place, "This site takes replies on a page of its own.").await;
    let form = place.one(".message form");
    assert_eq!(
        form.get_attribute("action").as_deref(),
        Some("https://paper.example/wp-comments-post.php")
    );
    let fields = place.texts(".message button");
    assert_eq!(fields, ["Send it in a new tab"]);
    assert_eq!(
        place
            .one("[name=comment_post_ID]")
            .get_attribute("value")
            .as_deref(),
        Some("12")
    );
    assert_eq!(seen("self.posts.length"), "1");
    clean();
}

/// What the browser shows of a redirect that is not followed, and where it shows
/// the reply among the comments and where not.
#[wasm_bindgen_test]
async fn a_redirect_says_nothing_and_what_stands_there_does() {
    const REDIRECTS: &str = "(url, init) => {
        if (init) return Promise.resolve(new Response(self.list));
        self.posts.push(url.redirect);
        const answer = new Response('Thank you');
        Object.defineProperty(answer, 'type', { value: 'opaqueredirect' });
        Object.defineProperty(answer, 'status', { value: 0 });
        return Promise.resolve(answer) }";
    clean();
    site("[]", 0, "");
    let _fetch = wrap_fetch(REDIRECTS);
    let place = reply("https://paper.example/replies");
    let _mounted = place.mount();
    settled().await;
    fill(&place);
    let clock = Clock::stopped();
    place.click("[type=submit]");
    until(
        &place,
        "Your reply was sent, but the site answered by pointing to another page",
    )
    .await;
    let text: HtmlInputElement = place.one("#comment").unchecked_into();
    assert_eq!(text.value(), "Well said.");
    assert_eq!(seen("self.posts.join()"), "manual");
    js_sys::eval(r#"self.list = '[{"id":5,"name":"Ana","content":"<p>Well said.</p>"}]'"#)
        .expect("published");
    clock.pass(600);
    place.click("[type=submit]");
    until(&place, "Thank you. Your reply is published.").await;
    clean();
}
