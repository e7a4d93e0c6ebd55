//! Pages that `newsrail render` has written: their lists stand there before any program,
//! and the program takes them over without a change that could be seen.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use newsrail_core::feed::write;
use newsrail_core::rank::engine::{Index, Query, Scratch, language};
use newsrail_core::rank::popular::{HALF_LIFE, by_rate};
use serde_json::{Value, json};

use crate::lab::{SOON, assert_calm, bundle, headlines};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Origin, Reply, Routes};
use crate::support::{project, scratch, target};

/// The native command, as cargo builds it.
fn newsrail() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let build = || {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--package", "newsrail-cli"]);
        let built = cargo.current_dir(project()).status();
        assert!(built.expect("cargo runs").success());
        target().join("debug/newsrail")
    };
    BUILT.get_or_init(build).clone()
}

/// A folder of pages that is gone after the test.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left lies among temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What holds the program back.
enum Program {
    Held(Gate),
    Missing,
}

/// The bundle on an origin of its own, whose WebAssembly comes late or never.
fn widget(program: &Program) -> Origin {
    let mut routes = bundle();
    for file in std::fs::read_dir(project().join("dist")).expect("`make dist` has been run") {
        let path = file.expect("a file").path();
        if path.extension().is_some_and(|kind| kind == "wasm") {
            let bytes = std::fs::read(&path).expect("it can be read");
            let name = path.file_name().expect("a name").to_string_lossy();
            let reply = match program {
                Program::Held(gate) => Reply::file(".wasm", bytes).held_by(gate),
                Program::Missing => Reply::new("text/plain", "none").status(404),
            };
            routes = routes.reply(&format!("/{name}"), reply);
        }
    }
    routes.serve()
}

/// As many articles as the program learns more of, on a few subjects, each of which has
/// some words of its subject and not the others.
fn feed() -> Value {
    let subjects = [
        "harbour strike dockers crane pier union cargo pilot quay tug",
        "school budget teachers pupils exam classroom headmaster lessons canteen bus",
        "river flood dike rain sandbags pumps meadow bridge weir cellar",
        "tram line rails drivers tickets depot timetable stops wires viaduct",
    ];
    let mut random = 7_u32;
    let mut any = |words: &str| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let words: Vec<&str> = words.split(' ').collect();
        words[(random >> 16) as usize % words.len()].to_owned()
    };
    let items: Vec<Value> = (1..=120)
        .map(|number| {
            let subject = subjects[number % 4];
            let [one, two, three, four] = [(); 4].map(|()| any(subject));
            // What is most like the seventh is read most, too: both lists want it.
            let views = if number == 27 || number == 47 { 100_000 } else { number * 7919 % 1000 * 10 };
            json!({ "id": format!("story-{number}"), "url": format!("/{number}.html"),
                "title": format!("The {one} and the {two}, day {number}: a headline that needs two lines"),
                "summary": format!("What is known of the {three} and the {four}, and what everybody would like to be told before the week is over."),
                "_newsrail": { "views": views } })
        })
        .collect();
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "language": "en", "items": items });
    dated(&feed)
}

/// A feed whose articles were published every twenty minutes, the first an hour ago: what
/// leads among them changes within hours.
fn dated(feed: &Value) -> Value {
    const ORIGIN: &str = "https://p.example";
    let mut feed =
        newsrail_core::feed::read(feed.to_string().as_bytes(), ORIGIN, None).expect("a feed");
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("after 1970")
        .as_secs();
    let mut published = i64::try_from(now).expect("before 292 billion") - 3600;
    for article in &mut feed.articles {
        article.published = Some(published);
        published -= 1200;
    }
    // They are of the site that serves it, wherever that is.
    let text = write::json_feed(&feed).replace(ORIGIN, "");
    serde_json::from_str(&text).expect("JSON")
}

/// What is like the seventh article, before and after the index has learnt more. Were it
/// the same, no test here would see whether the program waits for that.
#[test]
fn there_is_more_to_learn_of_the_feed() {
    let feed = newsrail_core::feed::read(feed().to_string().as_bytes(), "https://p.example/", None);
    let articles = feed.expect("a feed").articles;
    let mut index = Index::new(language("en", &articles));
    index.extend(&articles);
    let like = |index: &Index| -> Vec<usize> {
        let hits = index.like(Query::Known(6), 5, &|_| true, &mut Scratch::default());
        hits.into_iter().map(|hit| hit.article).collect()
    };
    let before = like(&index);
    index.learn();
    assert_ne!(before, like(&index));
}

/// Were the order of what is read the same five hours later, no test here would see by
/// which time it is chosen.
#[test]
fn what_leads_in_the_feed_changes() {
    let feed = newsrail_core::feed::read(feed().to_string().as_bytes(), "https://p.example/", None);
    let articles = feed.expect("a feed").articles;
    let newest = articles
        .iter()
        .filter_map(|article| article.published)
        .max();
    let newest = newest.expect("they have dates");
    let lead = |now| by_rate(&articles, HALF_LIFE, Some(now)).expect("an order")[..5].to_vec();
    assert_ne!(lead(newest + 3600), lead(newest + 6 * 3600));
}

/// A page with some lists, in the style of a newspaper that has one of its own for
/// everything that a list is made of.
fn page(lists: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Story</title>
         <link rel=icon href=data:,><link rel=canonical href=/7.html>
         <style>
           html {{ scrollbar-gutter: stable }}
           body {{ font: 17px/1.6 Georgia, serif; color: #222; margin: 1em auto; max-width: 44em }}
           h2 {{ color: teal; text-transform: uppercase; letter-spacing: .1em; margin: 2em 0 1em; border-bottom: 3px double }}
           h3 {{ font-style: italic; font-size: 1.4em }}
           ul, ol {{ padding-left: 3em; list-style: square }}
           li {{ margin: 1em 0; display: list-item }}
           a {{ color: crimson; text-decoration: underline }}
           a:hover {{ background: yellow }}
           section {{ padding: 2em; background: #eee }}
           div {{ max-width: 90% }}
           .rail {{ float: right }} .text {{ display: none }} .cards {{ border: 9px solid }}
         </style></head>
         <body><h1>Story</h1><p>What stands above.</p>{lists}<p id=after>What stands below.</p>
         <script async src='{script}'></script></body></html>"
    )
}

const BOTH: &str = "<newsrail-popular feed=/feed.json></newsrail-popular>
    <newsrail-more-like-this feed=/feed.json></newsrail-more-like-this>";

/// Writes a page and its feed into a folder, has them rendered, and serves that.
fn site(html: &str, options: &[&str]) -> (Origin, Folder) {
    let folder = Folder(scratch("render"));
    let write = |name: &str, text: &str| std::fs::write(folder.0.join(name), text);
    write("7.html", html).expect("a file");
    write("feed.json", &feed().to_string()).expect("a file");
    let origin = Routes::default().folder("/", &folder.0).serve();
    render(&folder.0, &origin, options);
    (origin, folder)
}

fn render(folder: &Path, origin: &Origin, options: &[&str]) {
    let mut command = Command::new(newsrail());
    let command = command.arg("render").arg(folder).args(options);
    let output = command.args(["--base", &origin.url("/")]).output();
    let output = output.expect("the command runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("2 lists, 1 files written"), "{said}");
}

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
    // The button below a list comes with the program, into space that is held for it.
    let button = "for (const { shadowRoot } of document.querySelectorAll('newsrail-popular')) shadowRoot.querySelector('.foot')?.style.setProperty('visibility', 'hidden')";
    browser.run(button, &[]).await;
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
    browser
        .run(
            "document.querySelector('newsrail-popular').scrollIntoView()",
            &[],
        )
        .await;
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
