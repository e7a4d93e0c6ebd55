//! Other ways to read a list than with a mouse on a screen: on paper, by touch, where motion
//! makes ill, and by ear.

use crate::lab::{SOON, assert_calm, listed};
use crate::support::browser::Browser;
use serde_json::json;

const LIST: &str = "e.shadowRoot.querySelector('[part=list]')";

#[tokio::test]
async fn on_paper_all_cards_are_there_in_black_and_no_button() {
    let browser = Browser::start(700, 900).await;
    let carousel = "<newsrail-popular id=e layout=carousel count=7 theme=dark></newsrail-popular>";
    let _origins = listed(&browser, carousel).await;
    let buttons = "[...e.shadowRoot.querySelectorAll('.turns button')].filter((button) => button.checkVisibility())";
    browser
        .wait_until(&format!("{buttons}.length === 2"), SOON)
        .await;
    let outside = format!(
        "const edge = {LIST}.getBoundingClientRect().right + 1;
         return [...e.shadowRoot.querySelectorAll('li')].filter((item) => item.getBoundingClientRect().right > edge).length"
    );
    let ink = "return [getComputedStyle(e.shadowRoot.querySelector('.rail')).color, getComputedStyle(e.shadowRoot.querySelector('.rail')).backgroundColor]";
    assert_ne!(browser.run(&outside, &[]).await, 0, "on the screen");
    assert_eq!(
        browser.run(ink, &[]).await,
        json!(["rgb(236, 238, 242)", "rgb(20, 22, 26)"])
    );

    browser.print_media().await;

    assert_eq!(browser.run(&outside, &[]).await, 0);
    assert_eq!(
        browser.run(ink, &[]).await,
        json!(["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"])
    );
    let left = browser
        .run(
            &format!("return {buttons}.map((button) => button.outerHTML)"),
            &[],
        )
        .await;
    assert_eq!(left, json!([]));
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_carousel_is_turned_by_a_finger() {
    let browser = Browser::start(700, 900).await;
    for (dir, sign) in [("ltr", 1), ("rtl", -1)] {
        let carousel =
            format!("<newsrail-popular id=e dir={dir} layout=carousel count=7></newsrail-popular>");
        let _origins = listed(&browser, &carousel).await;
        browser
            .wait_until(&format!("{LIST}.scrollWidth > {LIST}.clientWidth"), SOON)
            .await;
        browser.swipe(LIST, -200 * sign).await;
        // It comes to rest with a card at its edge.
        browser
            .wait_until(
                &format!(
                    "{LIST}.scrollLeft * {sign} > 100 && {LIST}.closest('.rail').querySelector('.turns button').getAttribute('aria-disabled') === 'false'"
                ),
                SOON,
            )
            .await;
        assert_calm(&browser).await;
    }
}

#[tokio::test]
async fn where_motion_is_reduced_a_carousel_does_not_glide() {
    let browser = Browser::start(700, 900).await;
    let carousel = "<newsrail-popular id=e layout=carousel count=7></newsrail-popular>";
    for (motion, at_once) in [("no-preference", false), ("reduce", true)] {
        browser.media(&[("prefers-reduced-motion", motion)]).await;
        let _origins = listed(&browser, carousel).await;
        browser
            .wait_until(
                "e.shadowRoot.querySelector('.turns:not([hidden]) button')",
                SOON,
            )
            .await;
        let turn = format!(
            "e.shadowRoot.querySelectorAll('.turns button')[1].click(); return {LIST}.scrollLeft"
        );
        let turned = browser.run(&turn, &[]).await;
        assert_eq!(
            turned.as_f64().is_some_and(|at| at > 200.0),
            at_once,
            "{motion}: {turned}"
        );
        browser
            .wait_until(&format!("{LIST}.scrollLeft > 200"), SOON)
            .await;
    }
}

/// A live region is there before it says something, and says it once.
#[tokio::test]
async fn what_is_found_is_said_once() {
    let browser = Browser::start(700, 900).await;
    let search =
        "<newsrail-popular id=e></newsrail-popular><newsrail-search id=s></newsrail-search>";
    let _origins = listed(&browser, search).await;
    browser
        .wait_until("s.shadowRoot?.querySelector('[role=status]')", SOON)
        .await;
    browser
        .run(
            "window.said = []; const region = s.shadowRoot.querySelector('[role=status]');
             new MutationObserver(() => { if (said.at(-1) !== region.textContent) said.push(region.textContent) })
                .observe(region, { childList: true, characterData: true, subtree: true });
             s.shadowRoot.querySelector('input').focus()",
            &[],
        )
        .await;
    for (words, number) in [("bridge", 1), ("harbour", 2)] {
        browser
            .run("s.shadowRoot.querySelector('input').select()", &[])
            .await;
        browser.keys(format!("{words}\n")).await;
        browser
            .wait_until(&format!("said.at(-1)?.includes('“{words}”')"), SOON)
            .await;
        let said = browser.run("return said", &[]).await;
        assert_eq!(said.as_array().map(Vec::len), Some(number), "{said}");
    }
    // What was found has pictures, which are still on their way.
    browser.quiet(SOON).await;
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_word_that_meta_or_read_does_not_know_is_said_once_and_the_rest_is_used() {
    let browser = Browser::start(700, 900).await;
    let complaints = ["mood", "sometimes"];
    browser.expects(&complaints);
    let list = "<newsrail-popular id=e meta='Date mood' read=sometimes></newsrail-popular>";
    let _origins = listed(&browser, list).await;
    browser
        .wait_until("e.shadowRoot.querySelector('li time')", SOON)
        .await;
    // Made anew, it says no more.
    browser.run("e.count = 3", &[]).await;
    browser
        .wait_until(
            "e.shadowRoot.querySelectorAll('li').length === 3 && e.shadowRoot.querySelector('li time')",
            SOON,
        )
        .await;
    let console = browser.console().await;
    for word in complaints {
        let said = console.iter().filter(|line| line.contains(word)).count();
        assert_eq!(said, 1, "{word}: {console:?}");
    }
}
