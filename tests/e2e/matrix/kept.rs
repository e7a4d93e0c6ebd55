//! What is kept for the next page, written by another script of the page: every element
//! and every attribute that a browser knows, and others. Only what newsrail itself could
//! have shown is shown, and anything else is dropped whole.

mod cases;

use serde_json::{Value, json};

use self::cases::cases;
use super::count;
use crate::lab::{SOON, bundle};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;

/// How many lists one page shows.
const AT_ONCE: usize = 40;

/// The bundle without any WebAssembly, so that what was kept stays.
fn without_programs() -> Origin {
    let mut routes = bundle();
    for file in std::fs::read_dir(project().join("dist")).expect("`make dist` has been run") {
        let name = file.expect("a file has a name").file_name();
        let name = name.to_str().expect("names are ASCII");
        if name.contains(".wasm") {
            routes = routes.reply(
                &format!("/{name}"),
                Reply::new("text/plain", "none").status(404),
            );
        }
    }
    routes.serve()
}

/// A site whose second page has many lists.
fn site(loader: &Origin) -> Origin {
    let lists: Vec<String> = (0..AT_ONCE)
        .map(|number| format!("<newsrail-popular heading='{number}'></newsrail-popular>"))
        .collect();
    let lists = lists.concat();
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title><base target=_self><a id=near href=/next>next</a>
         <style>newsrail-popular {{ position: absolute; top: 3rem }}</style>{lists}<script async src='{}'></script>",
        loader.url("/newsrail.js")
    );
    Routes::default()
        .reply("/", Reply::html(&page))
        .reply("/next", Reply::html(&page))
        .serve()
}

#[tokio::test]
async fn only_what_newsrail_could_have_shown_is_shown() {
    let widget = without_programs();
    let site = site(&widget);
    let browser = Browser::start(900, 900).await;
    browser.before_each_page(include_str!("watch.js")).await;
    browser.expects(&[
        "newsrail: could not be loaded",
        ".wasm - Failed to load resource",
    ]);
    let cases = cases();
    let keep = "const script = document.querySelector('script[src]');
        const trees = arguments[0];
        const lists = [...document.querySelectorAll('newsrail-popular')].map((element, number) => [JSON.stringify([
          element.localName, element.closest('[lang]')?.lang, ...element.constructor.observedAttributes.map((name) => name === 'article' || (element.getAttribute(name) ?? script.getAttribute('data-' + name))),
        ]), trees[number]]);
        sessionStorage.newsrail = JSON.stringify({ url: location.origin + '/next', lists });
        document.querySelector('#near').click()";
    for (batch, some) in cases.chunks(AT_ONCE).enumerate() {
        browser.goto(&site.url("/")).await;
        browser
            .wait_until(
                "document.querySelector('newsrail-popular').shadowRoot",
                SOON,
            )
            .await;
        let trees: Value = some.iter().map(|case| case.tree.clone()).collect();
        browser.run(keep, &[trees]).await;
        browser
            .wait_until(
                "location.pathname === '/next' && document.readyState === 'complete'",
                SOON,
            )
            .await;
        browser.quiet(SOON).await;
        let look = "const shown = [...document.querySelectorAll('newsrail-popular')].map(({ shadowRoot }) => {
              const shown = shadowRoot.firstElementChild?.localName === 'section';
              return shown && shadowRoot.adoptedStyleSheets.length !== 2 ? 'another style' : shown;
            });
            handle(everyElement(document).filter((element) => element.getRootNode() !== document));
            return [shown, hits, violations, performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('evil'))]";
        let found = browser.run(look, &[]).await;
        for (number, case) in some.iter().enumerate() {
            assert_eq!(found[0][number], case.is_own, "{batch}: {}", case.tree);
        }
        assert_eq!(found[1], json!([]));
        assert_eq!(found[3], json!([]));
        browser.forget().await;
    }
    count(&format!(
        "{} lists were written by another script",
        cases.len()
    ));
}
