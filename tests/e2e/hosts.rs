//! Host pages that are hostile or odd, each a folder under `tests/hosts`: `index.html`,
//! and `host.json`, which says why it is there and what is expected. Where scripts may
//! run, all show the same items; on the rest the author's links stay.
//!
//! In `index.html` stand `{{script}}` (newsrail.js), `{{second}}` (the same of another
//! release), `{{widget}}`, `{{paper}}` (their origins), `{{feed}}` and `{{restores}}`, a
//! script that has what a page breaks mended once both lists are there.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::lab::{SOON, paper, until, widget};
use crate::matrix::count;
use crate::support::browser::Browser;
use crate::support::engine::Engine;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;

/// One host page.
struct Host {
    name: String,
    page: String,
    told: Value,
}

impl Host {
    /// Whether a member of `host.json` is set.
    fn is(&self, member: &str) -> bool {
        !self.told[member].is_null()
    }

    /// What is expected: `lists`, `author` or `anything`.
    fn expects(&self) -> &str {
        self.told["expects"].as_str().unwrap_or_default()
    }
}

/// All host pages, by name.
fn hosts() -> Vec<Host> {
    let folder = project().join("tests/hosts");
    let entries = std::fs::read_dir(folder).expect("the folder of host pages");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("one").path()).collect();
    // `apps` is what `frameworks.rs` opens.
    folders.retain(|folder| !folder.ends_with("apps"));
    folders.sort();
    let read = |folder: &PathBuf, file: &str| {
        std::fs::read_to_string(folder.join(file))
            .unwrap_or_else(|error| panic!("{}/{file}: {error}", folder.display()))
    };
    folders
        .iter()
        .map(|folder| Host {
            name: folder
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .expect("a name"),
            page: read(folder, "index.html"),
            told: serde_json::from_str(&read(folder, "host.json")).expect("JSON"),
        })
        .collect()
}

/// The page on a server of its own.
fn serve(host: &Host, widget: &Origin, second: &Origin, paper: &Origin) -> Origin {
    let fill = |text: &str| {
        text.replace("{{script}}", &widget.url("/newsrail.js"))
            .replace("{{second}}", &second.url("/newsrail.js"))
            .replace("{{widget}}", &widget.url(""))
            .replace("{{paper}}", &paper.url(""))
            .replace("{{feed}}", &paper.url("/feed.json"))
            .replace("{{restores}}", include_str!("hosts/restores.js"))
    };
    let page = fill(&host.page);
    let mut reply = if host.is("xhtml") {
        Reply::new("application/xhtml+xml", page)
    } else {
        Reply::html(&page)
    };
    for (name, value) in host.told["headers"].as_object().into_iter().flatten() {
        reply = reply.header(name, &fill(value.as_str().unwrap_or_default()));
    }
    let sandbox = host.told["frame"].as_str().unwrap_or_default();
    let frame = format!(
        "<!doctype html><title>A frame</title><iframe id=frame sandbox='{sandbox}' width=900 height=1200 src=/host></iframe>"
    );
    Routes::default()
        .reply("/host", reply)
        .reply(
            "/restored",
            Reply::new("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        )
        .reply("/frame", Reply::html(&frame))
        .serve()
}

/// What stands on a page: how many headlines each list has, and whether the author's
/// links are seen.
const SEEN: &str = "const query = (root, what) => [...Document.prototype.querySelectorAll.call(root, what)];
    const lists = query(document, 'newsrail-popular, newsrail-more-like-this').slice(0, 2);
    const items = lists.map(({ shadowRoot }) => [...shadowRoot?.querySelectorAll('h3 a') ?? []].filter((link) => link.checkVisibility()).map((link) => link.textContent));
    const own = query(document, 'newsrail-popular > a, newsrail-more-like-this > a').filter((link) => link.checkVisibility()).length;
    return { items, own };";

/// How many headlines each list has.
fn lengths(seen: &Value) -> Vec<usize> {
    let lists = seen["items"].as_array().into_iter().flatten();
    lists
        .map(|list| list.as_array().map_or(0, Vec::len))
        .collect()
}

/// How a page comes to an end: with both lists, or with nothing more on the way.
async fn look(browser: &Browser, site: &Origin, host: &Host) -> Value {
    let is_frame = host.is("frame");
    let path = if is_frame { "/frame" } else { "/host" };
    browser.goto(&site.url(path)).await;
    if host.page.contains("{{restores}}") {
        until("the page is as it was", async || {
            !site.requests_to("/restored").is_empty()
        })
        .await;
    }
    let is_list = host.expects() == "lists";
    if is_frame && !is_list {
        // Where no script of the frame's runs, none of the driver's does either.
        browser.quiet(SOON).await;
        let seen = SEEN.replace("document,", "frame.contentDocument,");
        return browser.run(&seen, &[]).await;
    }
    if is_frame {
        browser.enter_frame("#frame").await;
    }
    if is_list {
        let both = "(() => { const seen = (() => {SEEN})(); return seen.items.length === 2 && seen.items.every((list) => list.length) })()";
        browser.wait_until(&both.replace("SEEN", SEEN), SOON).await;
    }
    if !is_frame {
        // What a frame of another origin asks for is not told to its page.
        browser.quiet(SOON).await;
    }
    browser.run("self.restore?.()", &[]).await;
    browser.run(SEEN, &[]).await
}

#[tokio::test]
async fn on_every_host_page_are_the_same_lists_or_the_author_s_links() {
    let (widget, second, paper) = (widget(), widget(), paper());
    let hosts = hosts();
    assert!(hosts.len() >= 40, "{} host pages", hosts.len());
    let mut usual = Value::Null;
    for host in &hosts {
        // One of them alone, while it is worked on.
        let only = std::env::var("NEWSRAIL_HOST").unwrap_or_default();
        if !only.is_empty()
            && host.name != "bare-tag"
            && !only.split(',').any(|one| host.name == one)
        {
            continue;
        }
        let site = serve(host, &widget, &second, &paper);
        let browser = Browser::start(1000, 1400).await;
        // These pages are at fault themselves, and the browser says so.
        browser.expects(&[
            "/host",
            "/newsrail.js",
            "newsrail: ",
            "violates",
            "blocked",
            "sandbox",
        ]);
        browser.expects(&[
            "favicon",
            "a request to elsewhere: https://elsewhere.example/",
        ]);
        for error in host.told["errors"].as_array().into_iter().flatten() {
            browser.expects(&[error.as_str().unwrap_or_default()]);
        }
        if host.is("media") && !Engine::here().has_devtools() {
            println!(
                "skipped {}: the driver emulates no media features",
                host.name
            );
            continue;
        }
        if host.is("media") {
            let media = host.told["media"].as_array().expect("pairs").iter();
            let media: Vec<_> = media
                .map(|pair| {
                    (
                        pair[0].as_str().unwrap_or_default(),
                        pair[1].as_str().unwrap_or_default(),
                    )
                })
                .collect();
            browser.media(&media).await;
        }
        let why = format!("{}: {}", host.name, host.told["why"]);
        let seen = look(&browser, &site, host).await;
        if usual.is_null() && host.expects() == "lists" {
            usual = seen["items"].clone();
        }
        match host.expects() {
            // Others on the page have some of the articles.
            "lists" if host.is("shares") => assert_eq!(lengths(&seen), [5, 5], "{why}"),
            "lists" => assert_eq!(seen["items"], usual, "{why}"),
            "author" => {
                let is_either = host.is("either") && seen["items"] == usual;
                assert!(is_either || seen["own"] == 2, "{why}: {seen}");
            }
            _ => {}
        }
        if host.is("fits") {
            let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(browser.run(wide, &[]).await, 0, "{why}");
        }
        if host.is("line") {
            let line = host.told["line"].as_str().unwrap_or_default();
            let mut lines = browser.console().await;
            lines.retain(|said| said.contains("newsrail: "));
            assert!(
                lines.len() == 1 && lines[0].contains(line),
                "{why}: {lines:#?}"
            );
        }
        if host.is("print") {
            let printed = browser.print().await;
            assert!(printed.len() > 5000, "{why}: {} bytes", printed.len());
        }
    }
    count(&format!("{} host pages", hosts.len()));
}

/// A list that is not there is seen to be missing.
#[tokio::test]
async fn a_list_that_does_not_come_is_seen() {
    let browser = Browser::start(1000, 1400).await;
    let site = Routes::default()
        .reply("/", Reply::html("<!doctype html><title>A page</title><newsrail-popular><a href=/own>Own</a></newsrail-popular><newsrail-more-like-this><a href=/own>Own</a></newsrail-more-like-this>"))
        .serve();
    browser.goto(&site.url("/")).await;
    let seen = browser.run(SEEN, &[]).await;
    assert_eq!(seen, json!({ "items": [[], []], "own": 2 }));
    let hide = "document.querySelectorAll('a').forEach((link) => { link.style.display = 'none' })";
    browser.run(hide, &[]).await;
    assert_eq!(browser.run(SEEN, &[]).await["own"], 0);
}
