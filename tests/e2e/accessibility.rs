//! That everybody can use it: each element in each layout and theme, in forced colours, and
//! from right to left. The rules are WCAG 2.2's, A and AA.

use crate::gallery::{Gallery, LAYOUTS};
use crate::lab::{SOON, assert_accessible, assert_calm, listed, paper, partner, widget};
use crate::page::{open, page, site};
use crate::support::browser::Browser;
use serde_json::{Value, json};

/// Both lists and an author's box in each layout.
fn elements(theme: &str) -> Vec<String> {
    let all = LAYOUTS.iter().flat_map(|layout| {
        ["popular", "more-like-this", "author"].map(|kind| {
            format!("{kind} layout={layout} theme={theme} count=2 images reasons meta='kicker date author' paid=none read=dim")
        })
    });
    all.collect()
}

/// What is too near to what is behind it: the colours of all words, on their theme's
/// background, by WCAG's formula.
const FAINT: &str = "const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const over = (colour, opacity, behind) => {
        canvas.globalAlpha = 1; canvas.fillStyle = behind; canvas.fillRect(0, 0, 1, 1);
        canvas.globalAlpha = opacity; canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data;
    };
    const light = ([...rgb]) => {
        const [r, g, b] = rgb.slice(0, 3).map((part) => part / 255).map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
    };
    const found = { least: 21, what: '', count: 0 };
    for (const host of document.querySelectorAll('newsrail-popular, newsrail-more-like-this, newsrail-author')) {
        const rail = host.shadowRoot.querySelector('.rail'), behind = getComputedStyle(rail).backgroundColor;
        const look = (element, pseudo) => {
            const style = getComputedStyle(element, pseudo);
            let opacity = 1;
            for (let at = element; at; at = at.parentElement) opacity *= getComputedStyle(at).opacity;
            const back = pseudo && style.backgroundColor !== 'rgba(0, 0, 0, 0)' ? style.backgroundColor : behind;
            const [a, b] = [light(over(style.color, opacity, back)), light(over(back, 1, '#fff'))].sort((a, b) => b - a);
            const contrast = (a + .05) / (b + .05);
            found.count++;
            if (contrast < found.least) Object.assign(found, { least: contrast, what: `${host.outerHTML} ${element.className || element.localName} ${pseudo ?? ''}` });
        };
        for (const element of host.shadowRoot.querySelectorAll('h2, h3 a, p, .paid, .turns [aria-disabled=false]')) look(element);
        for (const element of host.shadowRoot.querySelectorAll('ol > li')) look(element, '::before');
    }
    return found";

#[tokio::test]
async fn every_list_can_be_used_in_each_layout_theme_and_direction() {
    let browser = Browser::start(1280, 900).await;
    for language in ["en", "ar"] {
        for theme in ["light", "dark"] {
            let gallery = Gallery::new(language, "", &elements(theme));
            let forced = [("forced-colors", "active"), ("prefers-color-scheme", theme)];
            for features in [&forced[1..], &forced[..]] {
                browser.media(features).await;
                gallery.open(&browser).await;
                // As if the reader had opened the first of each.
                let read = "for (const host of document.querySelectorAll('newsrail-popular')) host.shadowRoot.querySelector('li').classList.add('read')";
                browser.run(read, &[]).await;
                let what = format!("{language} {theme} {features:?}");
                assert_accessible(&browser, &what).await;
                if features.len() == 1 {
                    let faint = browser.run(FAINT, &[]).await;
                    assert!(faint["count"].as_u64() > Some(100), "{faint}");
                    assert!(faint["least"].as_f64() >= Some(4.5), "{what}: {faint}");
                }
                assert_calm(&browser).await;
            }
        }
    }
}

#[tokio::test]
async fn every_other_element_can_be_used_in_each_theme_and_direction() {
    let (widget, paper, site) = (widget(), paper(), site());
    let page = page(&widget, &paper, &site);
    let browser = Browser::start(1280, 900).await;
    for (scheme, forced, dir) in [
        ("light", "none", "rtl"),
        ("dark", "none", "rtl"),
        ("light", "active", "ltr"),
        ("dark", "active", "rtl"),
    ] {
        let features = [("prefers-color-scheme", scheme), ("forced-colors", forced)];
        browser.media(&features).await;
        open(&browser, &page).await;
        let turned = "document.documentElement.dir = arguments[0];
            if (arguments[0] === 'rtl') document.documentElement.lang = 'he'";
        browser.run(turned, &[dir.into()]).await;
        browser.quiet(SOON).await;
        assert_accessible(&browser, &format!("{scheme} {forced} {dir}")).await;
    }
}

/// Headings, order, and one link an item, as those who hear the page have them.
#[tokio::test]
async fn a_list_is_a_landmark_with_a_heading_of_the_level_that_is_asked_for() {
    let browser = Browser::start(900, 900).await;
    let (widget, paper) = (widget(), paper());
    let page = partner(&format!(
        "<newsrail-popular id=e heading-level=3 images excerpts></newsrail-popular><newsrail-more-like-this id=f layout=numbered></newsrail-more-like-this>
         <script async data-feed='{}' src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    browser.wait_until(crate::lab::BOTH_LISTS, SOON).await;
    let seen = "return [e, f].map(({ shadowRoot: root }) => [
        root.querySelector('section').getAttribute('aria-label'), root.querySelector('h2').textContent,
        root.querySelector('h2').ariaLevel, root.querySelector('h3').ariaLevel, root.querySelector('[role=list]').localName,
        [...root.querySelectorAll('li')].every((item) => item.querySelectorAll('a, button').length === 1)])";
    let seen = browser.run(seen, &[]).await;
    assert_eq!(seen[0], json!(["Popular", "Popular", "3", "4", "ol", true]));
    assert_eq!(
        seen[1],
        json!(["More like this", "More like this", null, null, "ol", true])
    );
    // All of an item is its link.
    let far = "const item = e.shadowRoot.querySelector('li'), box = item.getBoundingClientRect();
        return e.shadowRoot.elementFromPoint(box.right - 4, box.bottom - 4).localName";
    browser.run("e.scrollIntoView()", &[]).await;
    assert_eq!(browser.run(far, &[]).await, "a");
    browser.run("e.setAttribute('heading-level', 9)", &[]).await;
    browser
        .wait_until("!e.shadowRoot.querySelector('h2').ariaLevel", SOON)
        .await;
}

/// What can be pressed, in CSS pixels, is 24 wide and high in every layout.
#[tokio::test]
async fn what_can_be_pressed_is_large_enough() {
    let browser = Browser::start(320, 900).await;
    let gallery = Gallery::new("en", "", &elements("auto"));
    gallery.open(&browser).await;
    let small = "return [...document.querySelectorAll('newsrail-popular, newsrail-more-like-this, newsrail-author')].flatMap((host) =>
        [...host.shadowRoot.querySelectorAll('li, button:not(.skip)')].filter((e) => e.checkVisibility())
            .map((e) => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([e, box]) => `${host.outerHTML} ${e.className} ${box.width} ${box.height}`))";
    assert_eq!(browser.run(small, &[]).await, Value::Array(Vec::new()));
}

/// The list was made anew, and the focus was nowhere.
#[tokio::test]
async fn a_list_that_changes_keeps_the_focus_on_the_headline_that_has_it() {
    let browser = Browser::start(900, 900).await;
    let _origins = listed(&browser, "<newsrail-popular id=e></newsrail-popular>").await;
    browser
        .wait_until("e.shadowRoot?.querySelectorAll('li').length === 5", SOON)
        .await;
    let focus = "const link = e.shadowRoot.querySelectorAll('h3 a')[1]; link.focus(); return link.textContent";
    let focused = browser.run(focus, &[]).await;
    browser.run("e.count = 3", &[]).await;
    browser
        .wait_until("e.shadowRoot.querySelectorAll('li').length === 3", SOON)
        .await;
    let now = "return e.shadowRoot.activeElement?.textContent";
    assert_eq!(browser.run(now, &[]).await, focused);
    // One that is gone leaves it to the first.
    browser
        .run(
            "e.shadowRoot.querySelectorAll('h3 a')[2].focus(); e.count = 1",
            &[],
        )
        .await;
    browser
        .wait_until("e.shadowRoot.querySelectorAll('li').length === 1", SOON)
        .await;
    let first = "return e.shadowRoot.activeElement === e.shadowRoot.querySelector('h3 a')";
    assert_eq!(browser.run(first, &[]).await, true);
    assert_calm(&browser).await;
}
