//! Subscribing below a list: the button puts a form in its place.

use crate::fixture::{FEED, Place, THREE, answer, ears, place, settled, with_feeds};
use newsrail::ui::element::Mounted;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

/// A list whose button has been pressed.
async fn opened(attributes: &[(&str, &str)]) -> (Place, Mounted) {
    with_feeds(&[(FEED, answer(THREE))]);
    let of_list = [("feed", FEED), ("subscribe", "/sign-up")];
    let place = place("popular", &[&of_list, attributes].concat(), "");
    let mounted = place.mount();
    settled().await;
    place.click(".foot button");
    settled().await;
    (place, mounted)
}

#[wasm_bindgen_test]
async fn the_button_of_a_list_opens_the_form_in_place() {
    with_feeds(&[(FEED, answer(THREE))]);
    let place = place("popular", &[("feed", FEED), ("subscribe", "/sign-up")], "");
    let _mounted = place.mount();
    settled().await;
    assert!(place.find("form, newsrail-subscribe").is_none());
    let button = place.one(".foot button");
    let expanded = button.get_attribute("aria-expanded");
    assert_eq!(expanded.as_deref(), Some("false"));
    place.click(".foot button");
    settled().await;
    assert!(place.find(".foot button").is_none());
    let form = place.form();
    let _form = form.mount();
    settled().await;
    assert_eq!(form.text("label"), "E-mail address");
    let input = form.one("input");
    assert_eq!(
        input.get_attribute("autocomplete").as_deref(),
        Some("email")
    );
    assert_eq!(
        form.root.active_element(),
        Some(input),
        "the reader can type at once"
    );
    assert!(form.find("h2").is_none(), "the list has a heading already");
    assert_eq!(place.headlines().len(), 3, "the list stays as it is");
}

#[wasm_bindgen_test]
async fn the_form_is_closed_again_by_its_own_button() {
    let (place, _mounted) = opened(&[]).await;
    let form = place.form();
    let _form = form.mount();
    settled().await;
    form.click(".close");
    settled().await;
    assert!(place.find("newsrail-subscribe").is_none());
    assert_eq!(place.text(".foot button"), "Subscribe");
}

#[wasm_bindgen_test]
async fn what_is_typed_survives_a_change_of_the_list() {
    let (place, mounted) = opened(&[("names", "")]).await;
    let form = place.form();
    let _form = form.mount();
    settled().await;
    let input: HtmlInputElement = form.one("#email").unchecked_into();
    input.set_value("reader@");
    for (name, value) in [
        ("article", "2"),
        ("theme", "dark"),
        ("consent", "One a day."),
    ] {
        place.host.set_attribute(name, value).expect("set");
    }
    mounted.refresh();
    settled().await;
    assert_eq!(place.headlines().len(), 2, "the list has changed");
    assert!(form.host.is_connected());
    assert_eq!(input.value(), "reader@");
    assert_eq!(form.root.active_element().as_ref(), Some(input.as_ref()));
    for (name, value) in [("theme", "auto"), ("consent", "One a day."), ("names", "")] {
        let handed_on = form.host.get_attribute(name);
        assert_eq!(handed_on.as_deref(), Some(value), "{name}");
    }
    assert!(place.one(".foot").matches(".dark").expect("a selector"));
    place.host.remove_attribute("names").expect("removed");
    place.host.remove_attribute("subscribe").expect("removed");
    mounted.refresh();
    settled().await;
    assert!(place.find("newsrail-subscribe").is_none());
    assert!(place.find(".foot").is_none());
}

#[wasm_bindgen_test]
async fn whoever_has_gone_on_keeps_the_focus() {
    let (place, _mounted) = opened(&[]).await;
    let link: HtmlElement = place.one("h3 a").unchecked_into();
    link.focus().expect("focus");
    let form = place.form();
    let _form = form.mount();
    settled().await;
    assert_eq!(place.root.active_element().as_ref(), Some(link.as_ref()));
    assert!(form.root.active_element().is_none());
}

#[wasm_bindgen_test]
async fn what_cannot_be_used_is_said_once_by_list_or_form() {
    ears();
    let bad = [("provider", "pigeon"), ("theme", "sepia"), ("names", "no")];
    let (place, _mounted) = opened(&bad).await;
    let lines = || js_sys::eval("told.splice(0).join('; ')").ok()?.as_string();
    assert_eq!(
        lines().as_deref(),
        Some(r#"newsrail: <newsrail-popular> theme="sepia" is not known; using "auto""#)
    );
    let form = place.form();
    let _form = form.mount();
    settled().await;
    assert_eq!(
        lines().as_deref(),
        Some(
            r#"newsrail: <newsrail-subscribe> provider="pigeon" is not known; using "auto"; newsrail: <newsrail-subscribe> names="no" is not known; using "false""#
        )
    );
}

#[wasm_bindgen_test]
async fn the_page_hears_of_a_sign_up_from_the_list_and_of_closing_nothing() {
    let (place, _mounted) = opened(&[("provider", "mailchimp")]).await;
    let form = place.form();
    let _form = form.mount();
    settled().await;
    js_sys::eval(
        "self.heard = [];
         self.hear = ({ type, target, detail }) => heard.push([type, target.localName, detail?.outcome].join(' ').trim());
         for (const name of ['newsrail-sign-up-result', 'close']) document.addEventListener(name, hear)",
    )
    .expect("ears");
    // Nothing may leave a test's page.
    let stay = wasm_bindgen::prelude::Closure::<dyn FnMut(web_sys::Event)>::new(
        |event: web_sys::Event| event.prevent_default(),
    );
    form.root
        .add_event_listener_with_callback("submit", stay.as_ref().unchecked_ref())
        .expect("a listener");
    let input: HtmlInputElement = form.one("#email").unchecked_into();
    input.set_value("reader@paper.example");
    form.click("[type=submit]");
    form.click(".close");
    settled().await;
    let heard = js_sys::eval(
        "for (const name of ['newsrail-sign-up-result', 'close']) document.removeEventListener(name, hear);
         heard.join()",
    );
    assert_eq!(
        heard.expect("heard").as_string().as_deref(),
        Some("newsrail-sign-up-result newsrail-popular sent")
    );
}
