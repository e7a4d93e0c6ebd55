//! Texts that cannot be had or used: the usual ones, one line in the console, and
//! the lists as ever.

use super::live::program;
use crate::lab::{SOON, bundle, headlines, paper, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Origin, Reply, Routes};
use crate::support::project;

const LIST: &str = "newsrail-popular";

/// The line where a file could not be had.
const LOST: &str = "could not be loaded: the texts in \\\"de\\\"; the English ones are used";

/// A page with a list, set and placed in a page so.
fn page(widget: &Origin, paper: &Origin, script: &str, list: &str) -> Origin {
    partner(&format!(
        "<{LIST} count=3 {list}></{LIST}><script async src='{}' data-feed='{}' {script}></script>",
        widget.url("/newsrail.js"),
        paper.url("/feed.json")
    ))
}

/// The heading over a list that shows headlines.
async fn shown(browser: &Browser, page: &Origin) -> String {
    browser.goto(&page.url("/")).await;
    let there = format!("document.querySelector('{LIST}').shadowRoot?.querySelector('h3 a')");
    browser.wait_until(&there, SOON).await;
    browser.quiet(SOON).await;
    assert_eq!(headlines(browser, LIST).await.len(), 3);
    let script = format!(
        "return document.querySelector('{LIST}').shadowRoot.querySelector('h2').textContent"
    );
    let heading = browser.run(&script, &[]).await;
    heading.as_str().expect("a heading").to_owned()
}

/// What newsrail has said in the console.
async fn lines(browser: &Browser) -> Vec<String> {
    let mut lines = browser.console().await;
    lines.retain(|line| line.contains("newsrail: "));
    lines
}

#[tokio::test]
async fn a_file_that_is_missing_or_broken_leaves_english() {
    let paper = paper();
    let browser = Browser::start(800, 900).await;
    browser.expects(&["status of 404", "Failed to load module script"]);
    let file = format!("/{}", program(".js").replace(".js", "-de.js"));
    let script = |text: &str| Reply::new("text/javascript", text);
    for (what, reply, line) in [
        ("404", script("").status(404), LOST),
        ("no script", script("export default {"), LOST),
        ("a page", Reply::html("<!doctype html>"), LOST),
        ("nothing", script("export default undefined"), LOST),
        ("null", script("export default null"), LOST),
        ("a number", script("export default 5"), LOST),
        (
            "some texts",
            script("export default { tag: 'de', latest: 'Neueste' }"),
            "the texts in de have no popular; the English one is used",
        ),
        (
            "things that are no texts",
            script("export default { tag: 'de', popular: { a: 1 }, subscribe: 5 }"),
            "the texts in de have no popular; the English one is used",
        ),
    ] {
        let widget = bundle().reply(&file, reply).serve();
        let page = page(&widget, &paper, "", "lang=de reasons");
        assert_eq!(shown(&browser, &page).await, "Popular", "{what}");
        assert!(
            !super::texts_asked(&widget).is_empty(),
            "{what}: {file} was asked for"
        );
        let lines = lines(&browser).await;
        let about = lines.iter().filter(|said| said.contains(line)).count();
        assert_eq!(about, 1, "{what}: {lines:#?}");
    }
}

/// A file that never comes keeps no list from being shown; once it comes, it counts.
#[tokio::test]
async fn a_file_that_is_slow_keeps_nobody_waiting() {
    let paper = paper();
    let gate = Gate::closed();
    let name = program(".js").replace(".js", "-de.js");
    let texts = std::fs::read(project().join("dist").join(&name)).expect("texts");
    let widget = bundle()
        .reply(
            &format!("/{name}"),
            Reply::file(&name, texts).held_by(&gate),
        )
        .serve();
    let page = page(&widget, &paper, "", "lang=de");
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    let says = |text: &str| {
        format!(
            "document.querySelector('{LIST}').shadowRoot?.querySelector('h2')?.textContent === '{text}'"
        )
    };
    browser.wait_until(&says("Popular"), SOON).await;
    gate.open();
    browser.wait_until(&says("Meistgelesen"), SOON).await;
}

#[tokio::test]
async fn a_language_that_has_no_file_leaves_english_and_says_so_once() {
    let (paper, widget) = (paper(), widget());
    let browser = Browser::start(800, 900).await;
    for (lang, said) in [
        ("nb", 1),
        ("de_DE", 1),
        ("x y", 1),
        ("", 0),
        ("en-GB", 0),
        ("EN", 0),
    ] {
        let page = page(&widget, &paper, "", &format!("lang='{lang}' reasons"));
        assert_eq!(shown(&browser, &page).await, "Popular", "{lang}");
        let lines = lines(&browser).await;
        assert_eq!(lines.len(), said, "{lang}: {lines:#?}");
        assert!(
            lines
                .iter()
                .all(|line| line.contains(&format!("there are none: the texts in \\\"{lang}\\\""))),
            "{lines:#?}"
        );
    }
    assert_eq!(super::texts_asked(&widget), Vec::<String>::new());
}

#[tokio::test]
async fn a_publisher_s_own_text_counts_and_one_with_markup_does_not() {
    let (paper, widget) = (paper(), widget());
    let browser = Browser::start(800, 900).await;
    for (script, list, wanted, said) in [
        ("", "text-popular='Most wanted'", "Most wanted", 0),
        ("data-text-popular='On the tag'", "", "On the tag", 0),
        (
            "data-text-popular='On the tag'",
            "text-popular=Own lang=de",
            "Own",
            0,
        ),
        ("", "text-popular='a < b & c'", "a < b & c", 0),
        ("", "text-popular='<b>Hot</b>'", "Popular", 1),
        (
            "data-text-popular='<img src=x onerror=alert(1)>'",
            "lang=de",
            "Meistgelesen",
            1,
        ),
        ("", "text-popular='  '", "Popular", 0),
    ] {
        let page = page(&widget, &paper, script, list);
        assert_eq!(shown(&browser, &page).await, wanted, "{script} {list}");
        let lines = lines(&browser).await;
        assert_eq!(lines.len(), said, "{script} {list}: {lines:#?}");
        assert!(
            lines
                .iter()
                .all(|line| line.contains("has markup in it; the usual text is used")),
            "{lines:#?}"
        );
    }
}

/// A value in a publisher's text, and the texts of the form below a list, which has
/// them of the list.
#[tokio::test]
async fn a_publisher_s_text_has_its_value_and_reaches_the_form_below_a_list() {
    let (paper, widget) = (paper(), widget());
    let browser = Browser::start(800, 900).await;
    let list = "reasons subscribe=/sign-up text-most-read='Place {rank}' text-email=Mail text-subscribe='Join us'";
    let page = page(&widget, &paper, "", list);
    shown(&browser, &page).await;
    let root = format!("document.querySelector('{LIST}').shadowRoot");
    let reasons = format!(
        "return [...{root}.querySelectorAll('.reason')].map((line) => line.textContent).join()"
    );
    assert_eq!(browser.run(&reasons, &[]).await, "Place 1,Place 2,Place 3");
    browser
        .click(&format!("{root}.querySelector('button')"))
        .await;
    let form =
        format!("{root}.querySelector('newsrail-subscribe')?.shadowRoot?.querySelector('form')");
    browser.wait_until(&form, SOON).await;
    let said = format!(
        "return [{form}.querySelector('label').textContent, {form}.querySelector('[type=submit]').textContent].join()"
    );
    assert_eq!(browser.run(&said, &[]).await, "Mail,Join us");
}

/// What the loader says before there is any program.
#[tokio::test]
async fn the_loader_says_in_the_page_s_language_that_nothing_could_be_loaded() {
    let wasm = program(".wasm");
    let widget = bundle()
        .reply(
            &format!("/{wasm}"),
            Reply::new("text/plain", "").status(404),
        )
        .serve();
    let page = Routes::default()
        .reply("/", Reply::html(&format!("<!doctype html><html lang=ja><meta charset=utf-8><title>A page</title><{LIST}></{LIST}><script async src='{}'></script></html>", widget.url("/newsrail.js"))))
        .serve();
    let browser = Browser::start(800, 900).await;
    browser.expects(&["status of 404", "newsrail: could not be loaded"]);
    browser.goto(&page.url("/")).await;
    let root = format!("document.querySelector('{LIST}').shadowRoot");
    browser
        .wait_until(&format!("{root}?.querySelector('[role=status]')"), SOON)
        .await;
    let said = format!(
        "[...{root}.querySelectorAll('p, button')].map((part) => part.textContent).join() === '読み込めませんでした。,再試行'"
    );
    browser.wait_until(&said, SOON).await;
}
