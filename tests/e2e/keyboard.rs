//! Every element by keyboard alone.

use crate::lab::{SOON, assert_accessible, assert_calm, paper, partner, widget};
use crate::page::{open, page, site};
use crate::support::browser::Browser;
use serde_json::{Value, json};
use thirtyfour::Key;

/// All that can be reached by keyboard, in the order in which it stands.
const REACHABLE: &str = "window.reachable = [];
    const walk = (node) => {
        for (const child of node.children) {
            const may = child.matches('a[href], button, input, textarea, [tabindex=\"0\"]') && child.tabIndex >= 0;
            if (may && child.checkVisibility({ visibilityProperty: true })) reachable.push(child);
            walk(child.shadowRoot ?? child);
        }
    };
    walk(document.body);
    window.focused = () => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at;
    };
    return reachable.map((e) => `${e.getRootNode().host?.localName ?? 'page'} ${e.localName} ${e.textContent || e.name || e.id}`)";

#[tokio::test]
async fn the_tab_key_comes_by_everything_in_turn_and_shows_where_it_is() {
    let (widget, paper, site) = (widget(), paper(), site());
    let page = page(&widget, &paper, &site);
    let browser = Browser::start(1280, 900).await;
    open(&browser, &page).await;
    browser.run("scrollTo(0, 0)", &[]).await;
    let reachable = browser.run(REACHABLE, &[]).await;
    let names = reachable.as_array().cloned().unwrap_or_default();
    for kind in [
        "article",
        "share",
        "author",
        "popular",
        "more-like-this",
        "subscribe",
        "reply",
        "search",
        "front",
    ] {
        let host = format!("newsrail-{kind} ");
        let of_kind = |name: &&Value| name.as_str().is_some_and(|name| name.starts_with(&host));
        assert!(
            names.iter().any(|name| of_kind(&name)),
            "{kind}: {names:#?}"
        );
    }
    for (at, name) in names.iter().enumerate() {
        browser.keys(Key::Tab).await;
        let seen = browser
            .run(
                "const at = focused(), box = at.getBoundingClientRect();
                 return [reachable.indexOf(at), getComputedStyle(at).outlineStyle, box.bottom > 0 && box.top < innerHeight]",
                &[],
            )
            .await;
        assert_eq!(seen[0], at, "{name} is next, not {seen}");
        assert_ne!(
            seen[1], "none",
            "{name} does not show that it has the focus"
        );
        assert_eq!(seen[2], true, "{name} is out of view");
    }
}

/// Presses Tab until what has the focus matches.
async fn tab_to(browser: &Browser, kind: &str, selector: &str) {
    let script = "const host = document.querySelector('newsrail-' + arguments[0]);
        return Boolean(host.shadowRoot.activeElement?.matches(arguments[1]))";
    for _ in 0..200 {
        browser.keys(Key::Tab).await;
        if browser.run(script, &[kind.into(), selector.into()]).await == true {
            return;
        }
    }
    panic!("{selector} in newsrail-{kind} cannot be reached");
}

#[tokio::test]
async fn everything_can_be_done_by_keyboard_alone() {
    let (widget, paper, site) = (widget(), paper(), site());
    let page = page(&widget, &paper, &site);
    let browser = Browser::start(1280, 900).await;
    open(&browser, &page).await;
    browser
        .run(
            "scrollTo(0, 0);
             window.told = [];
             for (const name of ['select', 'share', 'sign-up-result', 'reply-result', 'search']) {
                 document.addEventListener('newsrail-' + name, (event) => {
                     told.push([name, event.target.localName.slice(9), event.detail.network ?? event.detail.outcome ?? event.detail.query ?? ''].join(' ').trim());
                     if (name === 'select') event.preventDefault();
                 });
             }",
            &[],
        )
        .await;
    tab_to(&browser, "share", "button").await;
    browser.keys(Key::Enter).await;
    for kind in ["author", "popular", "more-like-this"] {
        tab_to(&browser, kind, "h3 a").await;
        browser.keys(Key::Enter).await;
    }
    tab_to(&browser, "subscribe", "#name").await;
    browser.keys("Ana").await;
    tab_to(&browser, "subscribe", ".tick input").await;
    browser.keys(" ").await;
    tab_to(&browser, "subscribe", "#email").await;
    browser.keys("ana@paper.example").await;
    browser.keys(Key::Enter).await;
    let told = |word: &str| format!("told.some((told) => told.startsWith({word:?}))");
    browser.wait_until(&told("sign-up"), SOON).await;
    tab_to(&browser, "reply", "#comment").await;
    browser.keys("Well said.").await;
    tab_to(&browser, "reply", "#name").await;
    browser.keys("Ana").await;
    tab_to(&browser, "reply", "#email").await;
    browser.keys("ana@paper.example").await;
    tab_to(&browser, "reply", "[type=submit]").await;
    browser.keys(" ").await;
    browser.wait_until(&told("reply"), SOON).await;
    tab_to(&browser, "search", "input").await;
    browser.chord(Key::Control, 'a').await;
    browser.keys("ferry").await;
    browser.keys(Key::Enter).await;
    let search = "document.querySelector('newsrail-search').shadowRoot";
    browser
        .wait_until(
            &format!("{search}.querySelector('[role=status]').textContent.endsWith('“ferry”')"),
            SOON,
        )
        .await;
    tab_to(&browser, "search", "h3 a").await;
    browser.keys(Key::Enter).await;
    tab_to(&browser, "search", ".story ~ button, .found ~ button").await;
    browser.keys(Key::Enter).await;
    // What the button has brought has the focus.
    browser
        .wait_until(
            &format!("{search}.activeElement === {search}.querySelectorAll('.story')[2]"),
            SOON,
        )
        .await;
    tab_to(&browser, "front", "h2 a").await;
    browser.keys(Key::Enter).await;
    let told = browser.run("return told", &[]).await;
    assert_eq!(
        told,
        json!([
            "share share copy",
            "select author",
            "select popular",
            "select more-like-this",
            "sign-up-result subscribe check-inbox",
            "reply-result reply held",
            "search search ferry",
            "select search",
            "select front",
        ])
    );
}

#[tokio::test]
async fn sharing_by_keyboard_loads_nothing_before_a_click() {
    let widget = widget();
    let page = partner(&format!(
        "<newsrail-share id=e networks='mastodon reddit facebook'></newsrail-share><script async src='{}'></script>",
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(360, 740).await;
    browser.goto(&page.url("/")).await;
    browser.run("e.scrollIntoView()", &[]).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('li a')", SOON)
        .await;
    let outside = browser.network().await;
    assert!(
        outside
            .iter()
            .all(|sent| sent.url.starts_with("http://127.0.0.1")),
        "{outside:?}"
    );
    browser.keys(Key::Tab).await;
    browser.keys(Key::Enter).await;
    browser
        .wait_until("e.shadowRoot.activeElement?.id === 'server'", SOON)
        .await;
    assert_accessible(&browser, "a server is asked for").await;
    browser.keys("nowhere").await;
    browser.keys(Key::Enter).await;
    browser
        .wait_until("e.shadowRoot.querySelector('[aria-invalid]')", SOON)
        .await;
    browser.screenshot("share-server").await;
    assert_accessible(&browser, "a server that is none").await;
    assert_calm(&browser).await;
}

/// Whoever opened the form and does not want it any more is back at the button.
#[tokio::test]
async fn escape_closes_the_form_below_a_list() {
    let (widget, paper) = (widget(), paper());
    let page = partner(&format!(
        "<newsrail-popular id=e count=1 subscribe=/sign-up></newsrail-popular><script async data-feed='{}' src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    let button = "e.shadowRoot?.querySelector('.foot button')";
    for opens_again in [true, false] {
        browser.wait_until(button, SOON).await;
        browser.click(button).await;
        let has_focus = "e.shadowRoot.querySelector('newsrail-subscribe')?.shadowRoot?.activeElement?.localName === 'input'";
        browser.wait_until(has_focus, SOON).await;
        browser.keys("reader").await;
        browser.keys(Key::Escape).await;
        browser
            .wait_until("!e.shadowRoot.querySelector('newsrail-subscribe')", SOON)
            .await;
        let focused = "return e.shadowRoot.activeElement.textContent";
        assert_eq!(
            browser.run(focused, &[]).await,
            "Subscribe",
            "{opens_again}"
        );
    }
    assert_calm(&browser).await;
}
