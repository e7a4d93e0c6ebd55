//! Pages of real frameworks, each built by its own bundler (`tests/hosts/apps/build.mjs`):
//! the lists follow what a router does, and a framework that hydrates finds what it left.

mod hydrated;
mod story;
mod visits;

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::lab::{SOON, assert_calm};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Received, Reply, Routes};
use crate::support::{project, target};

const SUBJECTS: [&str; 3] = ["Harbour bridge", "Rovers cup", "Library hours"];
/// Who writes of each.
const AUTHORS: [&str; 3] = ["Ana Bell", "Bo Cray", "Cy Dunn"];
const ENDINGS: [&str; 8] = [
    "again",
    "at last",
    "by night",
    "for all",
    "in May",
    "no more",
    "on trial",
    "under snow",
];

/// The headline of the article with a number. Each has seven others like it, more than
/// any other list takes.
fn title(number: usize) -> String {
    format!("{} {}", SUBJECTS[number % 3], ENDINGS[number / 3])
}

/// The feed of the site that it is asked of.
fn feed(received: &Received) -> Reply {
    let item = |number: usize| {
        json!({
            "id": number.to_string(),
            "url": format!("http://{}/{number}", received.header("host")),
            "title": title(number),
            "content_html": "<p>All that is known so far.</p>",
            "authors": [{ "name": AUTHORS[number % 3] }],
            "date_published": format!("2026-10-{:02}T10:00:00Z", 28 - number),
        })
    };
    let items: Vec<Value> = (0..24).map(item).collect();
    Reply::json(&json!({ "version": "https://jsonfeed.org/version/1.1", "items": items }))
}

/// Where an app has been built.
fn built(app: &str) -> PathBuf {
    let folder = target().join("apps").join(app);
    assert!(
        folder.is_dir(),
        "{} is not built: run `node tests/hosts/apps/build.mjs`",
        folder.display()
    );
    folder
}

/// A site with the app's files, newsrail's below `/newsrail/`, and the feed.
fn site(app: &str) -> Routes {
    Routes::default()
        .folder("/", built(app))
        .folder("/newsrail/", project().join("dist"))
        .answer("/feed.json", feed)
}

/// The app's page, with what stands for a word in double braces.
fn page(app: &str, words: &[(&str, &str)]) -> Reply {
    let mut page =
        std::fs::read_to_string(built(app).join("index.html")).expect("it has been built");
    for (word, text) in words {
        page = page.replace(&format!("{{{{{word}}}}}"), text);
    }
    Reply::html(&page)
}

/// Notes in each page what lists show, whenever they say that they show something.
async fn note_loads(browser: &Browser) {
    let note = "window.loads = [];
        addEventListener('newsrail-load', (event) => {
            const [list] = event.composedPath();
            loads.push([list, [...list.shadowRoot.querySelectorAll('h3 a')].map((link) => link.textContent).join()]);
        });";
    browser.before_each_page(note).await;
}

/// How many choices each list that is there has shown since this was asked last: one that
/// a router is about to replace may follow the address before.
async fn choices(browser: &Browser) -> Value {
    let taken = "const there = loads.splice(0).filter(([list]) => list.isConnected);
        return [LISTS].map((name) => new Set(there.filter(([list]) => list.localName === name).map(([, shown]) => shown)).size)";
    browser.run(&taken.replace("LISTS", LISTS), &[]).await
}

const LISTS: &str = "'newsrail-more-like-this', 'newsrail-popular'";

/// Waits until there is one of each list beside the article with this number: no headline
/// twice, nor that of the article, and first what is like it.
async fn until_beside(browser: &Browser, number: usize, case: &str) {
    let beside = "(() => {
            const root = document.querySelector('the-page')?.shadowRoot ?? document;
            const lists = [LISTS].map((name) => [...root.querySelectorAll(name)]);
            const [like, popular] = lists.map((all) => all.flatMap(({ shadowRoot }) => [...shadowRoot?.querySelectorAll('h3 a') ?? []].map((link) => link.textContent)));
            const shown = [...like, ...popular];
            return root.querySelector('h1').textContent === 'Article NUMBER' && document.title === 'Article NUMBER'
                && lists.every(({ length }) => length === 1) && popular.length && like[0]?.startsWith('SUBJECT')
                && new Set(shown).size === shown.length && !shown.includes('TITLE');
        })()"
        .replace("LISTS", LISTS)
        .replace("NUMBER", &number.to_string())
        .replace("SUBJECT", SUBJECTS[number % 3])
        .replace("TITLE", &title(number));
    until_stays(browser, &beside, &format!("{case}: article {number}")).await;
}

/// Waits until a JavaScript expression is true, and sees that it stays so once the page has
/// come to rest.
async fn until_stays(browser: &Browser, condition: &str, case: &str) {
    browser.wait_until(condition, SOON).await;
    browser.quiet(SOON).await;
    let still = browser.run(&format!("return {condition}"), &[]).await;
    assert_eq!(still, true, "{case}");
}

/// Each of newsrail's files and the feed have been asked for once at most, but for the
/// tag's own, which a router may run again and no browser keeps of a server that does not
/// say for how long. And the page complains of nothing.
async fn assert_frugal(browser: &Browser, site: &Origin, case: &str) {
    let mut asked: Vec<String> = site.requests().into_iter().map(|one| one.path).collect();
    asked.retain(|path| path.starts_with("/newsrail/newsrail-") || path == "/feed.json");
    asked.sort();
    let all = asked.clone();
    asked.dedup();
    assert_eq!(all, asked, "{case}");
    assert!(asked.len() > 2, "{case}: {asked:?}");
    assert_calm(browser).await;
}
