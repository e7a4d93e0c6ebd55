//! The page that the reader goes to next shows its lists before any program is
//! there, as they were chosen when its link was pressed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use crate::lab::{BOTH_LISTS, SOON, assert_calm, bundle, headlines};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;

/// Later than any test waits.
const NEVER: Duration = Duration::from_mins(2);

/// A link to another article, with a fragment.
const NEAR: &str = "document.querySelector('#near')";

/// A script that presses that link and does not follow it.
const PRESS: &str = "document.querySelector('#near')
    .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));";

const LISTS: [&str; 2] = ["newsrail-popular", "newsrail-more-like-this"];

/// Both lists of the page.
async fn lists(browser: &Browser) -> [Vec<String>; 2] {
    [
        headlines(browser, LISTS[0]).await,
        headlines(browser, LISTS[1]).await,
    ]
}

/// The bundle, of which no WebAssembly comes while `withheld`.
fn widget(withheld: &Arc<AtomicBool>) -> Origin {
    let dist = project().join("dist");
    let mut routes = bundle();
    for file in std::fs::read_dir(&dist).expect("`make dist` has been run") {
        let path = file.expect("a file has a name").path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.expect("names are ASCII").to_owned();
        if path.extension().is_some_and(|kind| kind == "wasm") {
            let withheld = Arc::clone(withheld);
            let bytes = std::fs::read(&path).expect("it can be read");
            routes = routes.answer(&format!("/{name}"), move |_| {
                let reply = Reply::file(".wasm", bytes.clone());
                if withheld.load(Ordering::Relaxed) {
                    reply.after(NEVER)
                } else {
                    reply
                }
            });
        }
    }
    routes.serve()
}

/// A newspaper of twelve articles, each a page with both lists and a link to
/// another; on the pages from the seventh on they are set otherwise.
fn site(widget: &Origin) -> Origin {
    let subjects = ["harbour strike", "school budget", "river flood"];
    let items: Vec<Value> = (1..=12)
        .map(|number| {
            let subject = subjects[number % 3];
            json!({ "id": format!("story-{number}"), "url": format!("/{number}"),
                "title": format!("The {subject}, day {number}"),
                "summary": format!("What is known of the {subject}."),
                "_newsrail": { "views": 100 - number } })
        })
        .collect();
    let feed =
        json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": items });
    let script = widget.url("/newsrail.js");
    (1..=12)
        .fold(Routes::default(), |routes, number| {
            let count = if number < 7 { 4 } else { 3 };
            let page = format!(
                "<!doctype html><html lang=en><meta charset=utf-8><title>{number}</title>
                 <style>body {{ font: 16px/1.5 sans-serif }}</style>
                 <script>document.addEventListener('newsrail-load', () => {{ self.loads = (self.loads ?? 0) + 1 }})</script>
                 <a id=near href=/5#top>near</a> <a id=far href=/9>far</a>
                 <newsrail-popular feed=/feed.json count={count}></newsrail-popular>
                 <newsrail-more-like-this feed=/feed.json count={count}></newsrail-more-like-this>
                 <script async src='{script}'></script>"
            );
            routes.reply(&format!("/{number}"), Reply::html(&page))
        })
        .reply("/feed.json", Reply::json(&feed))
        .serve()
}

/// The newspaper in a browser, at its first article with its lists.
struct Paper {
    browser: Browser,
    site: Origin,
    _widget: Origin,
    withheld: Arc<AtomicBool>,
}

impl Paper {
    async fn read() -> Self {
        let withheld = Arc::default();
        let widget = widget(&withheld);
        let paper = Self {
            browser: Browser::start(800, 1400).await,
            site: site(&widget),
            _widget: widget,
            withheld,
        };
        paper.read_first().await;
        paper
    }

    async fn read_first(&self) {
        self.browser.goto(&self.site.url("/1")).await;
        self.browser.wait_until(BOTH_LISTS, SOON).await;
    }

    /// Follows the link to the fifth article.
    async fn follow_near(&self) {
        self.browser.click(NEAR).await;
        assert_on(&self.browser, 5).await;
    }

    /// From now on no WebAssembly comes.
    fn withhold(&self) {
        self.withheld.store(true, Ordering::Relaxed);
    }
}

async fn assert_on(browser: &Browser, number: usize) {
    let on = format!("document.title === '{number}' && document.readyState === 'complete'");
    browser.wait_until(&on, SOON).await;
}

#[tokio::test]
async fn it_shows_what_its_own_program_would() {
    let paper = Paper::read().await;
    let browser = &paper.browser;
    paper.follow_near().await;
    browser.wait_until("self.loads >= 2", SOON).await;
    let usual = lists(browser).await;

    paper.read_first().await;
    paper.withhold();
    paper.follow_near().await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    assert_eq!(lists(browser).await, usual);
    let loads = browser.run("return self.loads ?? 0", &[]).await;
    assert_eq!(loads, json!(0), "no program was there");
    let own = "The river flood, day 5".to_owned();
    assert!(
        usual
            .iter()
            .all(|list| !list.is_empty() && !list.contains(&own)),
        "{usual:?}"
    );
}

#[tokio::test]
async fn its_own_program_takes_the_place_and_nothing_moves() {
    let paper = Paper::read().await;
    let browser = &paper.browser;
    paper.follow_near().await;
    browser.wait_until("self.loads >= 2", SOON).await;
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score == 0.0, "{shifts:#?}");
    let sheets =
        "return document.querySelector('newsrail-popular').shadowRoot.adoptedStyleSheets.length";
    assert_eq!(
        browser.run(sheets, &[]).await,
        json!(2),
        "none is left of the kept list's"
    );
    assert_calm(browser).await;
}

#[tokio::test]
async fn elements_that_are_set_otherwise_wait_for_it() {
    let paper = Paper::read().await;
    let browser = &paper.browser;
    paper.withhold();
    browser.click("document.querySelector('#far')").await;
    assert_on(browser, 9).await;
    let sketched = "return [...document.querySelectorAll('newsrail-popular, newsrail-more-like-this')].every(({ shadowRoot }) => shadowRoot.querySelector('.wait'))";
    assert_eq!(browser.run(sketched, &[]).await, json!(true));
}

/// The reader waits for what is chosen as a link is pressed.
#[tokio::test]
async fn of_many_lists_the_first_are_kept() {
    let paper = Paper::read().await;
    let browser = &paper.browser;
    let more = "for (let n = 0; n < 3; n++) {
            const list = document.createElement('newsrail-popular');
            Object.assign(list, { feed: '/feed.json', count: 1 });
            document.body.append(list);
        }";
    browser.run(more, &[]).await;
    let full = "[...document.querySelectorAll('newsrail-popular')].slice(1).every(({ shadowRoot }) => shadowRoot.querySelector('li'))";
    browser.wait_until(full, SOON).await;
    let press = format!("{PRESS} return sessionStorage.newsrail.split('\\0').length");
    // An address, a style, and of each list its settings and itself.
    assert_eq!(browser.run(&press, &[]).await, json!(2 + 2 * 4));
}

/// Whoever can write into the page's storage cannot write into the page by it.
#[tokio::test]
async fn nothing_that_was_kept_runs() {
    let paper = Paper::read().await;
    let browser = &paper.browser;
    paper.withhold();
    let swap = format!("{PRESS}
        const parts = sessionStorage.newsrail.split('\\0');
        const list = `<section onclick='self.hit = 1'><script>self.hit = 1</script><img src=data:, onerror='self.hit = 1'>
            <iframe srcdoc='<script>top.hit = 1</script>'></iframe><a href='javascript:self.hit = 1'>a link</a></section>`;
        for (let at = 3; at < parts.length; at += 2) parts[at] = list;
        sessionStorage.newsrail = parts.join('\\0');
        return parts.length");
    assert_eq!(browser.run(&swap, &[]).await, json!(6));
    browser.run("location.href = '/5'", &[]).await;
    assert_on(browser, 5).await;
    let built = "document.querySelector('newsrail-popular').shadowRoot.querySelector('section')";
    browser.wait_until(built, SOON).await;
    let found = browser
        .run(
            "const { shadowRoot } = document.querySelector('newsrail-popular');
             shadowRoot.querySelectorAll('*').forEach((node) => node.click?.());
             return [self.hit ?? 0, shadowRoot.querySelectorAll('script, iframe, [href], [onclick], [onerror]').length]",
            &[],
        )
        .await;
    assert_eq!(found, json!([0, 0]));
}
