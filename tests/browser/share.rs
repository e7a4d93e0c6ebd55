//! Handing on the page's address.

use crate::fixture::{Place, place, settled, with_feeds};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const AT: &str = "https://paper.example/bridge?a=1&b=2";

fn share(networks: &str) -> Place {
    js_sys::eval("localStorage.removeItem('newsrail-mastodon'); self.opened = []; self.open = (url) => { opened.push(url); return null }")
        .expect("reset");
    with_feeds(&[]);
    place("share", &[("article", AT), ("networks", networks)], "")
}

fn seen(script: &str) -> String {
    js_sys::eval(script)
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

#[wasm_bindgen_test]
async fn plain_links_in_the_order_that_the_attribute_names() {
    let place = share("reddit facebook email");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(place.texts("li"), ["Reddit", "Facebook", "E-mail"]);
    let link = place.one("li:nth-child(2) a");
    assert_eq!(
        link.get_attribute("href").as_deref(),
        Some(
            "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fpaper.example%2Fbridge%3Fa%3D1%26b%3D2"
        )
    );
    assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener"));
    assert!(
        place
            .one("li:nth-child(3) a")
            .get_attribute("target")
            .is_none()
    );
}

#[wasm_bindgen_test]
async fn the_link_is_copied_or_shown_to_be_copied_by_hand() {
    let place = share("copy");
    let _mounted = place.mount();
    settled().await;
    js_sys::eval("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { self.copied = text } } })")
        .expect("a clipboard");
    place.click("li button");
    settled().await;
    assert_eq!(place.text(".message"), "The link is copied.");
    assert_eq!(seen("self.copied"), AT);
    js_sys::eval(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })",
    )
    .expect("none");
    place.click("li button");
    settled().await;
    let field: HtmlInputElement = place.one("input").unchecked_into();
    assert_eq!(field.value(), AT);
    assert_eq!(field.selection_start().ok().flatten(), Some(0));
    js_sys::eval("delete navigator.clipboard").expect("restored");
}

#[wasm_bindgen_test]
async fn a_mastodon_server_is_asked_for_once() {
    let place = share("mastodon");
    let mounted = place.mount();
    settled().await;
    place.click("li button");
    settled().await;
    place
        .one("input")
        .unchecked_into::<HtmlInputElement>()
        .set_value("nowhere");
    place.click("[type=submit]");
    settled().await;
    assert_eq!(
        place.text("#message"),
        "Please enter a server, like mastodon.social."
    );
    let field: HtmlInputElement = place.one("input").unchecked_into();
    assert_eq!(field.value(), "nowhere", "to be put right");
    field.set_value("https://mastodon.social/@me");
    place.click("[type=submit]");
    settled().await;
    assert!(seen("self.opened.join()").starts_with("https://mastodon.social/share?text="));
    assert!(
        place
            .one("li a")
            .get_attribute("href")
            .is_some_and(|href| href.starts_with("https://mastodon.social/share?text="))
    );
    drop(mounted);
    let again = self::place("share", &[("article", AT), ("networks", "mastodon")], "");
    let _mounted = again.mount();
    settled().await;
    assert!(again.find("li a").is_some(), "the server is known");
    js_sys::eval("localStorage.removeItem('newsrail-mastodon')").expect("reset");
}

#[wasm_bindgen_test]
async fn the_page_may_take_it_upon_itself() {
    let place = share("reddit");
    let _mounted = place.mount();
    settled().await;
    js_sys::eval("self.shared = ''; document.addEventListener('newsrail-share', (event) => { event.preventDefault(); self.shared = event.detail.network + ' ' + event.detail.url }, { once: true })")
        .expect("a listener");
    place.click("li a");
    assert_eq!(seen("self.shared"), format!("reddit {AT}"));
}
