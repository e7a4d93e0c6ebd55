//! What is copied, on a page of its own.

use super::{PAGE, code, open, shown, widget};
use crate::lab::{SOON, assert_calm, bundle, paper};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use serde_json::Value;

/// The article that is read, as the feed names it.
fn reading(paper: &Origin) -> String {
    paper.url("/?id=chandlers-bridge-reopens")
}

/// What a list looks like and shows: headlines and links, and every computed value of the
/// element and of its parts but those that only say how large the page around is.
const LOOK: &str = "
    const values = (node) => {
        const style = getComputedStyle(node);
        return [...style].filter((name) => !/^(block-size|height|inline-size|width|inset|top|bottom|left|right|perspective-origin|transform-origin|min-block-size|min-height)/.test(name))
            .map((name) => `${name}: ${style.getPropertyValue(name)}`);
    };
    const { document: page } = frame();
    return ['popular', 'more-like-this'].map((kind) => {
        const element = page.querySelector('newsrail-' + kind);
        const nodes = [...element.shadowRoot.querySelectorAll('*')];
        return {
            items: [...element.shadowRoot.querySelectorAll('h3 a')].map((a) => [a.textContent, a.href]),
            heading: element.shadowRoot.querySelector('h2')?.textContent,
            held: getComputedStyle(element).minHeight,
            styles: [element, ...nodes].map((node) => [node.localName, ...values(node)]),
        };
    });";

async fn look(browser: &Browser, frame: &str) -> Value {
    let script = format!("const frame = () => {frame}; {LOOK}");
    browser.run(&script, &[]).await
}

/// A page of somebody's own as wide as the preview's and in the same type, with what is
/// copied in it.
fn page_of(paper: &Origin, head: &str, copied: &str, policy: Option<&str>) -> Origin {
    let reading = reading(paper);
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A page</title>
         <meta name=viewport content='width=device-width'><link rel=canonical href='{reading}'>{head}
         <link rel=stylesheet href=/own.css></head><body>{copied}</body></html>"
    );
    let reply = Reply::html(&page);
    let reply = match policy {
        Some(policy) => reply.header("content-security-policy", policy),
        None => reply,
    };
    let style = "html { color-scheme: dark; color: #e9e7e2; background: #15171b; font: 16px/1.5 system-ui, sans-serif } body { margin: 0 auto; padding: 16px; max-width: 40rem }";
    Routes::default()
        .reply("/", reply)
        .reply("/own.css", Reply::new("text/css", style))
        .serve()
}

#[tokio::test]
async fn what_is_copied_shows_the_same_on_a_page_of_its_own() {
    let (site, paper) = (widget(), paper());
    let browser = Browser::start(1280, 900).await;
    let feed = paper.url("/feed.json");
    for settings in [
        "",
        "&all.count=3&all.layout=cards&popular.heading=Most+%22read%22+%26+best&more-like-this.reasons=true&text.about=On+%26+about+{names}+%3E+all",
        "&lang=ar&all.theme=dark&all.images=true",
    ] {
        open(
            &browser,
            &site,
            &format!(
                "site={feed}&reading={}&width=tablet&scheme=dark{settings}",
                reading(&paper)
            ),
        )
        .await;
        for element in ["newsrail-popular", "newsrail-more-like-this"] {
            shown(&browser, element).await;
        }
        let html = code(&browser, "html").await;
        assert!(html.contains("integrity=\"sha384-"), "{html}");
        assert!(html.contains(&format!("data-feed=\"{feed}\"")), "{html}");
        let seen = look(&browser, "document.querySelector('iframe').contentWindow").await;
        assert_calm(&browser).await;

        browser.resize(768, 1024).await;
        let page = page_of(&paper, "", &html, None);
        browser.goto(&page.url("/")).await;
        browser.wait_until(crate::lab::BOTH_LISTS, SOON).await;
        browser.quiet(SOON).await;
        let own = look(&browser, "window").await;
        for at in 0..2 {
            for what in ["items", "heading", "held"] {
                assert_eq!(own[at][what], seen[at][what], "{what} with {settings}");
            }
            let styles = |look: &Value| look[at]["styles"].as_array().expect("styles").clone();
            for (own, seen) in styles(&own).iter().zip(styles(&seen)) {
                assert_eq!(*own, seen, "with {settings}");
            }
            assert_eq!(styles(&own).len(), styles(&seen).len());
        }
        let shifts = browser.layout_shifts().await;
        assert!(shifts.score < 0.001, "the space is held: {shifts:?}");
        assert_calm(&browser).await;
        browser.resize(1280, 900).await;
    }
}

/// The lines for the head have each file asked for once, and the policy lets through all
/// that is needed.
#[tokio::test]
async fn the_head_s_lines_and_the_policy_do_what_they_say() {
    let (site, paper) = (widget(), paper());
    let browser = Browser::start(1280, 900).await;
    let feed = paper.url("/feed.json");
    open(
        &browser,
        &site,
        &format!(
            "site={feed}&reading={}&lang=de&all.images=true",
            reading(&paper)
        ),
    )
    .await;
    shown(&browser, "newsrail-popular").await;
    browser.wait_until(&format!("{PAGE}.querySelector('newsrail-popular').shadowRoot.querySelector('h2').textContent !== 'Popular'"), SOON).await;
    let head = code(&browser, "head").await;
    let [html, policy] = [code(&browser, "html").await, code(&browser, "csp").await];
    for part in [
        "rel=\"modulepreload\"",
        "as=\"fetch\" type=\"application/wasm\"",
        "-de.js",
        "rel=\"preconnect\"",
    ] {
        assert!(head.contains(part), "{part}: {head}");
    }
    let (_, policy) = policy.trim().split_once(": ").expect("a header");
    // Whoever forbids styles in the page has them in a file.
    let (style, elements) = html.split_once("</style>").expect("a style sheet");
    assert!(style.starts_with("<style>"), "{style}");
    let files = bundle().serve();
    let own = |text: &str| text.replace(&site.url(""), &files.url(""));
    let page = page_of(
        &paper,
        &own(&head),
        &own(elements),
        Some(&own(&format!("default-src 'self'; {policy}"))),
    );
    browser.goto(&page.url("/")).await;
    browser.wait_until(crate::lab::BOTH_LISTS, SOON).await;
    browser.quiet(SOON).await;
    assert_calm(&browser).await;
    let wanted = head.matches("href=\"http").count() - 1;
    let mut asked: Vec<String> = files
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    asked.sort();
    let count = asked.len();
    asked.dedup();
    assert_eq!(asked.len(), count, "each once: {asked:?}");
    assert!(wanted >= 4 && wanted <= count, "{wanted} of {asked:?}");
}

/// Ghost's own themes call a post's text so.
#[tokio::test]
async fn ghost_s_code_injection_puts_the_lists_below_a_post() {
    let (site, paper) = (widget(), paper());
    let browser = Browser::start(800, 900).await;
    open(
        &browser,
        &site,
        &format!(
            "site={}&reading={}",
            paper.url("/feed.json"),
            reading(&paper)
        ),
    )
    .await;
    let ghost = code(&browser, "ghost").await;
    let (header, footer) = ghost.split_once("<!-- Site footer -->").expect("two parts");
    // Nothing of the theme's below: on a slow machine it may have been painted before the
    // script that puts the lists above it has run.
    let post = format!(
        "<main class=post-template><article class=gh-article><section class=gh-content><p>A post.</section></article></main>{footer}"
    );
    let page = page_of(&paper, header, &post, None);
    browser.goto(&page.url("/")).await;
    browser.wait_until(crate::lab::BOTH_LISTS, SOON).await;
    let order =
        "return [...document.querySelector('.gh-article').children].map((node) => node.localName)";
    assert_eq!(
        browser.run(order, &[]).await,
        serde_json::json!(["section", "newsrail-popular", "newsrail-more-like-this"])
    );
    assert!(browser.layout_shifts().await.score < 0.001);
    // On any other page of the site there is nothing.
    let page = page_of(
        &paper,
        header,
        &format!("<main class=home-template>{footer}</main>"),
        None,
    );
    browser.goto(&page.url("/")).await;
    browser.quiet(SOON).await;
    assert_eq!(
        browser
            .run("return document.querySelector('newsrail-popular')", &[])
            .await,
        Value::Null
    );
    assert_calm(&browser).await;
}
