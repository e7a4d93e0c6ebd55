//! Every layout stands still, fits its column, and works by hand and by keyboard.

use crate::gallery::{Gallery, LAYOUTS, both};
use crate::lab::{SOON, assert_calm, bundle, listed, paper, partner};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply};
use crate::support::project;
use serde_json::json;
use thirtyfour::Key;

/// What stands out of its list, or is larger than what was held for it.
const OUT: &str = "const found = [], page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) found.push(`the page: ${page.scrollWidth} in ${page.clientWidth}`);
    for (const host of document.querySelectorAll('newsrail-popular, newsrail-more-like-this')) {
        const rail = host.shadowRoot.querySelector('.rail');
        const held = parseFloat(getComputedStyle(host).minHeight), taken = host.getBoundingClientRect().height;
        if (taken > held + .5) found.push(`${host.outerHTML} takes ${taken}, held are ${held}`);
        for (const item of host.shadowRoot.querySelectorAll('.rail:not(.cards) li')) {
            const [box, around] = [item.getBoundingClientRect(), rail.getBoundingClientRect()];
            if (box.left < around.left - 1 || box.right > around.right + 1) found.push(`${host.outerHTML}: an item stands out`);
        }
    }
    return found";

#[tokio::test]
async fn each_stands_still_in_each_language_and_width() {
    let elements: Vec<String> = LAYOUTS.iter().flat_map(|layout| both(layout)).collect();
    for width in [320, 768, 1280] {
        let browser = Browser::start(width, 900).await;
        for language in ["en", "de", "ar", "ja"] {
            let gallery = Gallery::new(language, "", &elements);
            gallery.open(&browser).await;

            let what = format!("{language} at {width}");
            let shifts = browser.layout_shifts().await;
            assert!(shifts.score < 0.005, "{what}: {shifts:?}");
            assert_eq!(browser.run(OUT, &[]).await, json!([]), "{what}");
            assert_calm(&browser).await;
        }
    }
}

/// Text at twice its size, a page at 400 %, and lines spaced as WCAG 1.4.12 has them.
#[tokio::test]
async fn each_fits_where_the_reader_has_larger_text() {
    let browser = Browser::start(320, 900).await;
    let elements: Vec<String> = LAYOUTS.iter().flat_map(|layout| both(layout)).collect();
    for style in [
        "aside { font-size: 200% }",
        "newsrail-popular, newsrail-more-like-this { letter-spacing: .12em; word-spacing: .16em }",
    ] {
        let gallery = Gallery::new("de", &format!("<style>{style}</style>"), &elements);
        gallery.open(&browser).await;
        assert_eq!(browser.run(OUT, &[]).await, json!([]), "{style}");
        let shifts = browser.layout_shifts().await;
        assert!(shifts.score < 0.005, "{style}: {shifts:?}");
    }
}

/// Space is held for small print and reasons too, and for none where a layout has no room
/// for them.
#[tokio::test]
async fn each_stands_in_the_space_that_is_held_whatever_is_asked_for_beside() {
    let browser = Browser::start(320, 900).await;
    let elements: Vec<String> = LAYOUTS
        .iter()
        .flat_map(|layout| {
            ["popular", "more-like-this"].map(|kind| {
                format!("{kind} layout={layout} count=2 images=true meta='date author' reasons")
            })
        })
        .collect();
    let gallery = Gallery::new("en", "", &elements);
    for width in [320, 1280] {
        browser.resize(width, 900).await;
        gallery.open(&browser).await;
        assert_eq!(browser.run(OUT, &[]).await, json!([]), "at {width}");
    }
}

async fn shown(browser: &Browser, attributes: &str) -> [Origin; 3] {
    let aside = format!(
        "<style>main {{ display: block !important }}</style><button id=before>Before</button>
         <newsrail-popular id=e {attributes}></newsrail-popular><button id=behind>Behind</button>"
    );
    listed(browser, &aside).await
}

const BUTTONS: &str = "[...e.shadowRoot.querySelectorAll('.turns button')]";

#[tokio::test]
async fn a_carousel_is_turned_by_its_buttons_and_by_the_arrow_keys() {
    for (dir, sign) in [("ltr", 1), ("rtl", -1)] {
        let browser = Browser::start(700, 900).await;
        let _origins = shown(&browser, &format!("dir={dir} layout=carousel count=7")).await;
        let ends =
            format!("{BUTTONS}.map((button) => button.getAttribute('aria-disabled')).join()");
        browser
            .wait_until(&format!("{ends} === 'true,false'"), SOON)
            .await;
        browser
            .run(
                "window.list = e.shadowRoot.querySelector('[part=list]')",
                &[],
            )
            .await;
        browser.click(&format!("{BUTTONS}[1]")).await;
        browser
            .wait_until(
                &format!("list.scrollLeft * {sign} > 200 && {ends} === 'false,false'"),
                SOON,
            )
            .await;
        browser.click(&format!("{BUTTONS}[0]")).await;
        browser
            .wait_until(
                &format!("list.scrollLeft === 0 && {ends} === 'true,false'"),
                SOON,
            )
            .await;
        // By keyboard: to the last headline, which comes into view.
        browser.run("list.querySelector('h3 a').focus()", &[]).await;
        let forward = if dir == "ltr" { Key::Right } else { Key::Left };
        for _ in 0..8 {
            browser.keys(forward.clone()).await;
        }
        browser
            .wait_until(
                "e.shadowRoot.activeElement === [...list.querySelectorAll('h3 a')].at(-1)",
                SOON,
            )
            .await;
        browser
            .wait_until(&format!("{ends} === 'false,true'"), SOON)
            .await;
        assert_calm(&browser).await;
    }
}

/// Twenty headlines to come by are a trap for who goes by the Tab key.
#[tokio::test]
async fn the_tab_key_may_skip_a_long_carousel() {
    let browser = Browser::start(700, 900).await;
    let _origins = shown(&browser, "layout=carousel count=20").await;
    browser
        .wait_until("e.shadowRoot.querySelector('.skip')", SOON)
        .await;
    browser.run("before.focus()", &[]).await;
    browser.keys(Key::Tab).await;
    let at = "return e.shadowRoot.activeElement?.textContent";
    assert_eq!(browser.run(at, &[]).await, "Skip this list");
    browser.screenshot("carousel-skip").await;
    browser.keys(Key::Enter).await;
    browser.keys(Key::Tab).await;
    let at = "return document.activeElement.id";
    assert_eq!(browser.run(at, &[]).await, "behind");
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_carousel_with_one_item_or_none_has_nothing_to_turn() {
    let browser = Browser::start(700, 900).await;
    let _origins = shown(&browser, "layout=carousel count=1").await;
    browser.quiet(SOON).await;
    let buttons = "return e.shadowRoot.querySelectorAll('button').length";
    assert_eq!(browser.run(buttons, &[]).await, 0);
    // Nothing is of that section.
    browser.run("e.section = 'Nowhere'", &[]).await;
    browser
        .wait_until("e.shadowRoot.querySelector('.notice')", SOON)
        .await;
    assert_eq!(browser.run(buttons, &[]).await, 0);
    assert_calm(&browser).await;
}

/// A layout may be set later, and taken back.
#[tokio::test]
async fn a_layout_that_is_set_later_comes_with_its_style() {
    let browser = Browser::start(700, 900).await;
    let origins = shown(&browser, "count=3").await;
    let asked = |widget: &Origin| {
        let requests = widget.requests();
        requests
            .iter()
            .filter(|one| one.path.contains("looks"))
            .count()
    };
    browser.quiet(SOON).await;
    assert_eq!(asked(&origins[0]), 0, "rows need no more");
    for layout in ["cards", "text", "carousel", "compact", "numbered"] {
        browser
            .run("e.layout = arguments[0]", &[layout.into()])
            .await;
        let class = if layout == "text" { "lines" } else { layout };
        browser
            .wait_until(&format!("e.shadowRoot.querySelector('.{class} li')"), SOON)
            .await;
        assert_eq!(browser.run(OUT, &[]).await, json!([]), "{layout}");
    }
    assert_eq!(asked(&origins[0]), 1, "once");
    browser.run("e.layout = null", &[]).await;
    browser
        .wait_until(
            "e.shadowRoot.querySelector('.rail').className.trim() === 'rail'",
            SOON,
        )
        .await;
    assert_calm(&browser).await;
}

/// Without its file a layout is rows.
#[tokio::test]
async fn a_layout_whose_file_cannot_be_had_is_rows() {
    let paper = paper();
    let browser = Browser::start(700, 900).await;
    browser.expects(&["newsrail-looks-", "Failed to load resource"]);
    let files = std::fs::read_dir(project().join("dist")).expect("it is built");
    let mut names = files.map(|file| {
        file.expect("a file")
            .file_name()
            .to_string_lossy()
            .into_owned()
    });
    let looks = names.find(|name| name.starts_with("newsrail-looks-"));
    let path = format!("/{}", looks.expect("it is built"));
    let gone = Reply::new("text/plain", "gone").status(404);
    let without = bundle().reply(&path, gone).serve();
    let page = partner(&format!(
        "<newsrail-popular id=e layout=cards></newsrail-popular><script async data-feed='{}' src='{}'></script>",
        paper.url("/feed.json"),
        without.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelectorAll('li').length === 5", SOON)
        .await;
    let rows = "const [a, b] = e.shadowRoot.querySelectorAll('li'); return b.getBoundingClientRect().top >= a.getBoundingClientRect().bottom";
    assert_eq!(browser.run(rows, &[]).await, true);
}
