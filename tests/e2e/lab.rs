//! What most tests need: the widget on one origin, the newspaper's feed on a
//! second, and a partner's page on a third.

use std::time::Duration;

use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::patience::Patience;
use crate::support::project;
use crate::support::witness::Witness;

/// How long nothing may move before a wait is given up (see [`Patience`]). A wait
/// ends with what it waits for, so this is no bound on a page, and only ends a test
/// that would hang.
pub(crate) const SOON: Duration = Duration::from_mins(1);

/// Waits until something is so that no page can be asked about, or until none of the
/// test's servers is asked for anything any more.
pub(crate) async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let mut patience = Patience::of(SOON);
    while !is_so().await {
        let goes_on = !patience.is_over() || patience.renew(Witness::here().movement());
        assert!(goes_on, "nothing moves any more, and still not: {what}");
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

/// Begins an act of the reader's: the page's clock moves on by more than a double
/// click takes and stands still there, so that whatever the reader does from now
/// on follows at once, however busy the machine is.
pub(crate) async fn one_act(browser: &Browser) {
    // Firefox's driver runs a script with a clock of its own.
    let still = "const still = window.Date.now() + 600; window.Date.now = () => still;";
    browser.run(still, &[]).await;
}

/// Both lists of a page show headlines.
pub(crate) const BOTH_LISTS: &str =
    "['newsrail-popular', 'newsrail-more-like-this'].every((name) =>
    document.querySelector(name)?.shadowRoot?.querySelectorAll('h3 a').length)";

/// What `make dist` built, for any origin.
pub(crate) fn widget() -> Origin {
    bundle().serve()
}

/// The same before it serves, for answers of a test's own.
pub(crate) fn bundle() -> Routes {
    let dist = project().join("dist");
    assert!(
        dist.join("newsrail.js").exists(),
        "dist/ is not built: run `make dist`"
    );
    Routes::default().cors(true).folder("/", dist)
}

/// The sample newspaper's feed and pictures, for any origin.
pub(crate) fn paper() -> Origin {
    Routes::default()
        .cors(true)
        .folder("/", project().join("samples"))
        .serve()
}

/// A partner's article page with `widget` in its aside.
pub(crate) fn partner(widget: &str) -> Origin {
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A partner's page</title>
         <meta name=viewport content='width=device-width'>
         <style>html {{ scrollbar-gutter: stable }}
         body {{ max-width: 60rem; margin: 1rem auto; padding: 0 1rem; font: 16px/1.5 sans-serif }}
         @media (min-width: 50rem) {{ main {{ display: grid; grid-template-columns: 1fr 20rem; gap: 2rem }} }}</style></head>
         <body><h1>A partner's page</h1><main><article><h2>Some story</h2>{}</article><aside>{widget}
         <p id=after>What stands below the rails.</p></aside></main></body></html>",
        "<p>A paragraph of the partner's own story, long enough to fill some lines.</p>".repeat(6)
    );
    Routes::default().reply("/", Reply::html(&page)).serve()
}

/// Opens a partner's page with this in its aside, on the sample newspaper's feed, until the
/// list with the identifier `e` is there: the widget, the newspaper and the page.
pub(crate) async fn listed(browser: &Browser, aside: &str) -> [Origin; 3] {
    let (widget, paper) = (widget(), paper());
    let page = partner(&format!(
        "{aside}<script async data-feed='{}' src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
        .await;
    [widget, paper, page]
}

/// The HTML examples of docs/publish/embed.md, with these origins in place of its
/// own. Those of the README are among them.
pub(crate) fn snippets(widget: &Origin, paper: &Origin) -> Vec<String> {
    let examples = |document: &str| -> Vec<String> {
        let text = std::fs::read_to_string(project().join(document)).expect("it can be read");
        text.split("```html\n")
            .skip(1)
            .filter_map(|rest| rest.split("```").next())
            .map(str::to_owned)
            .collect()
    };
    let all = examples("docs/publish/embed.md");
    let first = examples("README.md");
    assert!(
        !first.is_empty() && first.iter().all(|one| all.contains(one)),
        "the README shows other snippets than docs/publish/embed.md"
    );
    all.into_iter()
        .map(|html| {
            html.replace("https://cdn.example", &widget.url(""))
                .replace("https://paper.example", &paper.url(""))
        })
        .collect()
}

/// Fails with every problem that the page's console has.
pub(crate) async fn assert_calm(browser: &Browser) {
    let problems = browser.problems().await;
    assert!(problems.is_empty(), "{problems:#?}");
}

/// The headlines that an element shows.
pub(crate) async fn headlines(browser: &Browser, element: &str) -> Vec<String> {
    let script = "return [...document.querySelector(arguments[0]).shadowRoot.querySelectorAll('h3 a')].map((a) => a.textContent)";
    let found = browser.run(script, &[element.into()]).await;
    let found = found.as_array().expect("a list");
    found
        .iter()
        .map(|text| text.as_str().expect("text").to_owned())
        .collect()
}

/// Fails with everything that axe-core finds against WCAG 2.2, A and AA.
pub(crate) async fn assert_accessible(browser: &Browser, what: &str) {
    let axe = project().join("tools/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe).expect("tools/setup.sh has installed it");
    browser.run(&axe, &[]).await;
    let script = "const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
        const { violations, passes } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
            [id, target.flat().join(' '), failureSummary].join(': ')));
        return { found, passes: passes.length };";
    let found = browser.run_async(script, &[]).await;
    assert!(
        found["passes"].as_u64().is_some_and(|passes| passes > 10),
        "{what}: axe-core has looked at nothing: {found}"
    );
    assert_eq!(
        found["found"].as_array().map(Vec::len),
        Some(0),
        "{what}: {found:#}"
    );
}
