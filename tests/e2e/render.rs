//! Pages that `newsrail render` has written: their lists stand there before any program,
//! and the program takes them over without a change that could be seen.

mod site;

use serde_json::Value;
use site::{BOTH, Program, page, site, widget};

use crate::lab::{SOON, assert_calm, headlines};
use crate::support::browser::Browser;
use crate::support::origin::Gate;

/// The headlines of the list that was rendered into an element, as far as they are seen.
async fn rendered(browser: &Browser, element: &str) -> Vec<String> {
    let script = "const element = document.querySelector(arguments[0]);
        const list = [element.shadowRoot, element].map((tree) => tree?.querySelector('[data-newsrail]')).find(Boolean);
        return [...list?.querySelectorAll('h3 a') ?? []].filter((a) => a.checkVisibility()).map((a) => a.textContent)";
    let found = browser.run(script, &[element.into()]).await;
    let texts = found.as_array().expect("a list").iter();
    texts
        .map(|text| text.as_str().expect("a text").to_owned())
        .collect()
}

/// All elements have the list of the program.
const TAKEN_OVER: &str = "[...document.querySelectorAll('newsrail-popular, newsrail-more-like-this')].every((element) =>
    element.shadowRoot?.querySelector('h3 a') && !element.querySelector('[data-newsrail]') && !element.shadowRoot.querySelector('[data-newsrail]'))";

/// The loader has run, and the program is on its way.
const LOADER: &str = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm')) || customElements.get('newsrail-popular')";

const LISTS: [&str; 2] = ["newsrail-popular", "newsrail-more-like-this"];

async fn both(browser: &Browser) -> [Vec<String>; 2] {
    [
        rendered(browser, LISTS[0]).await,
        rendered(browser, LISTS[1]).await,
    ]
}

/// Opens a page and has its program come: the lists before and after.
async fn taken_over(lists: &str, options: &[&str], name: &str) -> [[Vec<String>; 2]; 2] {
    let gate = Gate::closed();
    let widget = widget(&Program::Held(gate.clone()));
    let (site, _folder) = site(&page(lists, &widget.url("/newsrail.js")), options);
    let browser = Browser::start(900, 1600).await;
    // The page is read five hours after it was rendered.
    let later = "const now = Date.now; Date.now = () => now() + 5 * 3600e3;";
    browser.before_each_page(later).await;
    browser.goto(&site.url("/7.html")).await;
    browser.wait_until(LOADER, SOON).await;
    let before = both(&browser).await;
    let seen = std::fs::read(browser.screenshot(&format!("{name}-before")).await);
    gate.open();
    browser.wait_until(TAKEN_OVER, SOON).await;
    browser.quiet(SOON).await;
    let after = [
        headlines(&browser, LISTS[0]).await,
        headlines(&browser, LISTS[1]).await,
    ];
    // Buttons come with the program, into space that is held for them.
    let buttons = "for (const { shadowRoot } of document.querySelectorAll('newsrail-popular, newsrail-more-like-this'))
        for (const group of shadowRoot.querySelectorAll('.foot, .turns')) group.style.setProperty('visibility', 'hidden')";
    browser.run(buttons, &[]).await;
    let now = std::fs::read(browser.screenshot(&format!("{name}-after")).await);
    assert!(
        seen.expect("a picture") == now.expect("a picture"),
        "{name}: it looks otherwise"
    );
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score == 0.0, "{name}: {shifts:#?}");
    assert_calm(&browser).await;
    [before, after]
}

#[tokio::test]
async fn the_program_takes_over_what_stands_in_the_page() {
    let [before, after] = taken_over(BOTH, &[], "render-light").await;
    assert_eq!(before, after);
    assert!(before.iter().all(|list| list.len() == 5), "{before:?}");
}

#[tokio::test]
async fn and_what_stands_in_declarative_shadow_roots() {
    let [before, after] = taken_over(BOTH, &["--shadow"], "render-shadow").await;
    assert_eq!(before, after);
    assert!(before.iter().all(|list| list.len() == 5), "{before:?}");
}

#[tokio::test]
async fn however_the_lists_are_set() {
    let lists = "<newsrail-more-like-this feed=/feed.json layout=cards reasons theme=dark count=4></newsrail-more-like-this>
        <newsrail-popular feed=/feed.json excerpts heading='' theme=light subscribe=/s count=3></newsrail-popular>";
    for options in [&[][..], &["--shadow"]] {
        let [before, after] = taken_over(lists, options, "render-set").await;
        assert_eq!(before, after);
        assert_eq!(before.each_ref().map(Vec::len), [3, 4]);
    }
}

#[tokio::test]
async fn in_whatever_layout_they_stand() {
    for [first, second] in [
        [
            "layout=numbered meta='date section' count=3",
            "layout=compact meta='author reading-time kicker'",
        ],
        ["layout=carousel heading-level=3", "layout=text count=7"],
        [
            "layout=cards meta=date",
            "layout=numbered excerpts=false reasons",
        ],
    ] {
        let lists = format!(
            "<newsrail-popular feed=/feed.json {first}></newsrail-popular>
            <newsrail-more-like-this feed=/feed.json {second}></newsrail-more-like-this>"
        );
        for options in [&[][..], &["--shadow"]] {
            let [before, after] = taken_over(&lists, options, "render-layout").await;
            assert_eq!(before, after);
            assert!(before.iter().all(|list| list.len() >= 3), "{before:?}");
        }
    }
}

/// A list far below, whose program comes once the reader does, has the articles that no
/// list above took from it.
#[tokio::test]
async fn lists_that_come_near_one_after_the_other_keep_their_items() {
    let widget = widget(&Program::Held({
        let gate = Gate::closed();
        gate.open();
        gate
    }));
    let lists = "<newsrail-more-like-this feed=/feed.json></newsrail-more-like-this>
        <div style='height: 4000px'></div><newsrail-popular feed=/feed.json></newsrail-popular>";
    let (site, _folder) = site(&page(lists, &widget.url("/newsrail.js")), &[]);
    let browser = Browser::start(900, 900).await;
    browser
        .before_each_page(
            "addEventListener('newsrail-load', () => { self.loads = (self.loads ?? 0) + 1 })",
        )
        .await;
    browser.goto(&site.url("/7.html")).await;
    browser.wait_until("self.loads === 1", SOON).await;
    let first = headlines(&browser, LISTS[1]).await;
    let second = rendered(&browser, LISTS[0]).await;
    assert_eq!((first.len(), second.len()), (5, 5));
    assert!(
        first.iter().all(|title| !second.contains(title)),
        "{first:?}"
    );
    browser.scroll_to("newsrail-popular").await;
    browser.wait_until("self.loads >= 2", SOON).await;
    browser.wait_until(TAKEN_OVER, SOON).await;
    assert_eq!(headlines(&browser, LISTS[0]).await, second);
    assert_eq!(headlines(&browser, LISTS[1]).await, first);
    assert_calm(&browser).await;
}

/// What stands in the page stays where the program cannot be had, and nothing is said
/// below it.
#[tokio::test]
async fn the_links_stand_where_the_program_is_blocked() {
    let widget = widget(&Program::Missing);
    for (options, light) in [(&[][..], true), (&["--shadow"], false)] {
        let (site, _folder) = site(&page(BOTH, &widget.url("/newsrail.js")), options);
        let browser = Browser::start(900, 1600).await;
        browser.expects(&[".wasm - Failed to load", "newsrail: could not be loaded"]);
        browser.goto(&site.url("/7.html")).await;
        let line = "performance.getEntriesByType('resource').some(({ name, responseStatus }) => name.endsWith('.wasm') && responseStatus === 404)";
        browser.wait_until(line, SOON).await;
        browser.quiet(SOON).await;
        let lists = both(&browser).await;
        assert!(lists.iter().all(|list| list.len() == 5), "{lists:?}");
        let of_page =
            "return document.querySelectorAll('newsrail-popular > [data-newsrail] h3 a').length";
        assert_eq!(browser.run(of_page, &[]).await, if light { 5 } else { 0 });
        let said = "return document.querySelector('newsrail-popular').shadowRoot.querySelector('[role=status]')";
        assert_eq!(browser.run(said, &[]).await, Value::Null);
        let shifts = browser.layout_shifts().await;
        assert!(shifts.score == 0.0, "{shifts:#?}");
    }
}

/// The feed is gone, and what was made of it stays.
#[tokio::test]
async fn the_links_stand_where_the_feed_cannot_be_had() {
    let gate = Gate::closed();
    gate.open();
    let widget = widget(&Program::Held(gate));
    for options in [&[][..], &["--shadow"]] {
        let (site, folder) = site(&page(BOTH, &widget.url("/newsrail.js")), options);
        std::fs::remove_file(folder.0.join("feed.json")).expect("it is there");
        let browser = Browser::start(900, 1600).await;
        browser.expects(&["/feed.json - Failed to load", "the server answered 404"]);
        browser.before_each_page("addEventListener('newsrail-error', () => { self.errors = (self.errors ?? 0) + 1 })").await;
        browser.goto(&site.url("/7.html")).await;
        browser.wait_until("self.errors >= 2", SOON).await;
        let lists = both(&browser).await;
        assert!(lists.iter().all(|list| list.len() == 5), "{lists:?}");
    }
}

/// The loader would place them a second time.
#[tokio::test]
async fn what_a_tag_places_is_there_once() {
    let gate = Gate::closed();
    gate.open();
    let widget = widget(&Program::Held(gate));
    for rails in ["data-rails='popular more-like-this'", ""] {
        let script = widget.url(&format!(
            "/newsrail.js' data-feed=/feed.json {rails} data-x='"
        ));
        let (site, _folder) = site(&page("", &script), &[]);
        let browser = Browser::start(900, 1600).await;
        browser.goto(&site.url("/7.html")).await;
        browser
            .wait_until(
                &format!("document.querySelectorAll('newsrail-popular').length && {TAKEN_OVER}"),
                SOON,
            )
            .await;
        let count =
            "return document.querySelectorAll('newsrail-popular, newsrail-more-like-this').length";
        assert_eq!(browser.run(count, &[]).await, 2);
        let shifts = browser.layout_shifts().await;
        assert!(shifts.score == 0.0, "{shifts:#?}");
        assert_calm(&browser).await;
    }
}
