//! Programs that do not come as they were built: the author's links stay, and one line
//! in the console names the file, with the browser's own reason behind it.

use std::sync::Arc;

use super::count;
use crate::lab::{SOON, bundle, paper, partner};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply};
use crate::support::project;

/// What is changed of a file that comes.
type Change = Arc<dyn Fn(&[u8]) -> Reply + Send + Sync>;

/// The bundle, whose files that end so come changed.
fn changed(ending: &'static str, change: &Change) -> Origin {
    let mut routes = bundle();
    for file in std::fs::read_dir(project().join("dist")).expect("`make dist` has been run") {
        let path = file.expect("a file").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("ASCII")
            .to_owned();
        if name.ends_with(ending) && name != "newsrail.js" && name.starts_with("newsrail") {
            let bytes = std::fs::read(&path).expect("it can be read");
            let change = Arc::clone(change);
            routes = routes.answer(&format!("/{name}"), move |_| change(&bytes));
        }
    }
    routes.serve()
}

/// How many buttons try again.
const BUTTONS: &str = "return e.shadowRoot.querySelectorAll('button').length";

/// A module that is right, and none of newsrail's.
const OTHER: &[u8] = b"\0asm\x01\0\0\0";

fn cases() -> Vec<(&'static str, &'static str, bool, Change)> {
    let case = |name, ending, comes, change: Change| (name, ending, comes, change);
    let wasm = |bytes: Vec<u8>| Reply::new("application/wasm", bytes);
    vec![
        case(
            "missing",
            ".wasm",
            false,
            Arc::new(|_| Reply::new("text/plain", "none").status(404)),
        ),
        case(
            "a page in its place",
            ".wasm",
            false,
            Arc::new(|_| Reply::html("<!doctype html><title>Not found</title>")),
        ),
        case("empty", ".wasm", false, Arc::new(move |_| wasm(Vec::new()))),
        case(
            "cut",
            ".wasm",
            false,
            Arc::new(move |bytes| wasm(bytes[..bytes.len() / 2].to_vec())),
        ),
        case(
            "cut and of no type",
            ".wasm",
            false,
            Arc::new(|bytes| Reply::new("application/octet-stream", &bytes[..bytes.len() / 2])),
        ),
        case(
            "another module",
            ".wasm",
            false,
            Arc::new(move |_| wasm(OTHER.to_vec())),
        ),
        case(
            "of the wrong type",
            ".wasm",
            true,
            Arc::new(|bytes| Reply::new("text/plain", bytes)),
        ),
        case(
            "of no type",
            ".wasm",
            true,
            Arc::new(|bytes| Reply::new("application/octet-stream", bytes)),
        ),
        case(
            "glue missing",
            ".js",
            false,
            Arc::new(|_| Reply::new("text/plain", "none").status(404)),
        ),
        case(
            "glue of the wrong type",
            ".js",
            false,
            Arc::new(|bytes| Reply::new("text/plain", bytes)),
        ),
        case(
            "glue cut",
            ".js",
            false,
            Arc::new(|bytes| Reply::new("text/javascript", &bytes[..bytes.len() / 2])),
        ),
        case(
            "a page in place of the glue",
            ".js",
            false,
            Arc::new(|_| Reply::html("<!doctype html><title>Not found</title>")),
        ),
    ]
}

#[tokio::test]
async fn a_program_that_does_not_come_as_it_was_built_leaves_the_author_s_links() {
    let paper = paper();
    let browser = Browser::start(800, 900).await;
    browser.expects(&[
        "newsrail: could not be loaded",
        "Failed to load",
        "Uncaught (in promise)",
        "MIME",
    ]);
    let cases = cases();
    for (name, ending, comes, change) in &cases {
        let widget = changed(ending, change);
        let page = partner(&format!(
            "<newsrail-popular id=e feed='{}'><a href=/own>Own link</a></newsrail-popular><script async src='{}'></script>",
            paper.url("/feed.json"),
            widget.url("/newsrail.js")
        ));
        browser.goto(&page.url("/")).await;
        browser
            .wait_until("e.shadowRoot?.querySelector('[role=status], h3 a')", SOON)
            .await;
        browser.quiet(SOON).await;
        let shown = browser
            .run("return Boolean(e.shadowRoot.querySelector('h3 a'))", &[])
            .await;
        assert_eq!(shown, *comes, "{name}");
        let mut lines = browser.console().await;
        lines.retain(|line| line.contains("newsrail: "));
        let own = "return e.querySelector('a').checkVisibility()";
        // The looks at the link, the button and the lines see where there is none.
        assert_eq!(browser.run(own, &[]).await, !comes, "{name}");
        let buttons = u64::from(!comes);
        assert_eq!(browser.run(BUTTONS, &[]).await, buttons, "{name}");
        if *comes {
            assert!(lines.is_empty(), "{name}: {lines:#?}");
            continue;
        }
        assert!(
            lines.len() == 1
                && lines[0].contains("could not be loaded")
                && lines[0].contains(&widget.url("/newsrail-")),
            "{name}: {lines:#?}"
        );
        // The browser's own reason is behind it.
        assert!(lines[0].contains("Error"), "{name}: {lines:#?}");
    }
    count(&format!(
        "{} ways in which a program does not come",
        cases.len()
    ));
}

/// A browser that knows no WebAssembly, and a page on which no script runs. A button
/// promised that trying again might help.
#[tokio::test]
async fn without_web_assembly_or_scripts_the_author_s_links_stay() {
    let (widget, paper) = (bundle().serve(), paper());
    let browser = Browser::start(800, 900).await;
    browser.expects(&["newsrail: could not be loaded"]);
    let page = partner(&format!(
        "<newsrail-popular id=e feed='{}'><a href=/own>Own link</a></newsrail-popular><script async src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    browser.scripts(false).await;
    browser.goto(&page.url("/")).await;
    let own = "return document.querySelector('newsrail-popular > a').checkVisibility()";
    assert_eq!(browser.run(own, &[]).await, true);
    assert!(widget.requests().is_empty(), "a script has run");
    browser.scripts(true).await;
    browser.before_each_page("delete self.WebAssembly").await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('[role=status]')", SOON)
        .await;
    assert_eq!(browser.run(own, &[]).await, true);
    // It can never succeed there.
    assert_eq!(browser.run(BUTTONS, &[]).await, 0);
    // A link that goes is seen to be gone.
    let hide = "document.querySelector('newsrail-popular > a').hidden = true";
    browser.run(hide, &[]).await;
    assert_eq!(browser.run(own, &[]).await, false);
}
