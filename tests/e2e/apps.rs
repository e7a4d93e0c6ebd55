//! Single-page apps: the page becomes another without being loaded anew.

mod files;
mod moved;

use serde_json::{Value, json};

use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};

/// A feed of seven articles of two kinds, so that what is like one of them is known. They
/// are on its own site.
fn paper() -> Origin {
    feed("/")
}

/// The same of a site whose address ends in a slash.
fn feed(site: &str) -> Origin {
    let titles = [
        "Harbour bridge reopens",
        "Rovers win the cup",
        "Harbour bridge closes",
        "Rovers lose the cup",
        "Harbour bridge waits",
        "Rain until Friday",
        "Library opens late",
    ];
    let item = |(at, title): (usize, &&str)| json!({ "id": format!("{at}"), "url": format!("{site}{at}"), "title": title, "date_published": format!("2026-10-{:02}T10:00:00Z", 20 - at) });
    let items: Vec<Value> = titles.iter().enumerate().map(item).collect();
    Routes::default()
        .cors(true)
        .reply(
            "/feed.json",
            Reply::json(&json!({ "version": "https://jsonfeed.org/version/1.1", "items": items })),
        )
        .serve()
}

/// A page with both lists beside the article with a number, its canonical link in the
/// head. It counts how often each list has been shown anew.
async fn app(browser: &Browser, widget: &Origin, paper: &Origin, number: usize) -> Origin {
    browser
        .before_each_page(
            "window.loads = []; addEventListener('newsrail-load', ({ target }) => loads.push(target.localName));",
        )
        .await;
    let page = partner(&format!(
        "<link id=canonical rel=canonical href='{}'>
         <script>document.head.append(canonical)</script>
         <newsrail-more-like-this feed='{feed}' count=1></newsrail-more-like-this>
         <newsrail-popular feed='{feed}' count=3></newsrail-popular>
         <script async src='{}'></script>",
        paper.url(&format!("/{number}")),
        widget.url("/newsrail.js"),
        feed = paper.url("/feed.json"),
    ));
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    page
}

const LIKE: &str = "newsrail-more-like-this";

/// Waits until the list shows this headline first.
async fn until_first(browser: &Browser, list: &str, headline: &str) {
    let first = format!(
        "document.querySelector('{list}').shadowRoot.querySelector('h3 a')?.textContent === '{headline}'"
    );
    browser.wait_until(&first, SOON).await;
}

#[tokio::test]
async fn lists_follow_the_article_once_and_ask_for_nothing_twice() {
    let (widget, paper) = (widget(), paper());
    let browser = Browser::start(1000, 900).await;
    let _page = app(&browser, &widget, &paper, 0).await;
    // Popular waits for no index, and has had its choice.
    until_first(&browser, LIKE, "Harbour bridge waits").await;
    assert_eq!(
        headlines(&browser, "newsrail-popular").await,
        [
            "Rovers win the cup",
            "Harbour bridge closes",
            "Rovers lose the cup"
        ]
    );
    // What stands there is never taken away in between.
    let watch = "window.shown = new Set();
        const { shadowRoot } = document.querySelector(arguments[0]);
        const note = () => shown.add(shadowRoot.querySelector('h3 a')?.textContent ?? 'nothing');
        new MutationObserver(note).observe(shadowRoot, { childList: true, subtree: true, characterData: true });
        loads.length = 0;";
    browser.run(watch, &[LIKE.into()]).await;
    // An app changes the address first, and the head a moment later.
    let go = "history.pushState(null, '', '/one'); await new Promise((go) => setTimeout(go, 50)); canonical.href = arguments[0]; document.title = 'Another';";
    browser.run_async(go, &[paper.url("/1").into()]).await;
    until_first(&browser, LIKE, "Rovers lose the cup").await;
    assert_eq!(
        headlines(&browser, "newsrail-popular").await,
        [
            "Harbour bridge reopens",
            "Harbour bridge closes",
            "Harbour bridge waits"
        ],
        "neither the article nor what the other list has"
    );
    let shown = browser.run("return [...shown]", &[]).await;
    assert_eq!(shown, json!(["Rovers lose the cup"]), "once, and no flash");
    // Back: the old address, and the head again.
    let back = "history.back(); await new Promise((go) => addEventListener('popstate', go, { once: true })); canonical.href = arguments[0];";
    browser.run_async(back, &[paper.url("/0").into()]).await;
    until_first(&browser, LIKE, "Harbour bridge closes").await;
    assert_eq!(paper.requests().len(), 1, "the feed, once");
    assert_calm(&browser).await;
}

/// Some apps never touch the canonical link: then it is of the page before, and the
/// address says what is read.
#[tokio::test]
async fn a_canonical_link_that_stays_behind_does_not_count() {
    let (widget, browser) = (widget(), Browser::start(1000, 900).await);
    let page = partner(&format!(
        "<link id=canonical rel=canonical href='/0'><script>document.head.append(canonical)</script>
         <newsrail-more-like-this count=1></newsrail-more-like-this><script async src='{}'></script>",
        widget.url("/newsrail.js"),
    ));
    let paper = feed(&page.url("/"));
    // Its feed is set a moment later.
    browser.expects(&["no feed"]);
    browser.goto(&page.url("/")).await;
    let set = format!("document.querySelector('{LIKE}').feed = arguments[0]");
    browser.run(&set, &[paper.url("/feed.json").into()]).await;
    until_first(&browser, LIKE, "Harbour bridge closes").await;
    browser.run("history.pushState(null, '', '/1'); document.querySelector('h1').textContent = 'Another'", &[]).await;
    until_first(&browser, LIKE, "Rovers lose the cup").await;
    browser.run("history.replaceState(null, '', '/2?from=app'); document.querySelector('h1').textContent = 'A third'", &[]).await;
    until_first(&browser, LIKE, "Harbour bridge reopens").await;
}

/// Routers put one page's body in place of another's, and run its scripts or not.
#[tokio::test]
async fn rails_come_with_every_body_that_has_a_tag() {
    let (widget, paper) = (widget(), paper());
    let browser = Browser::start(1000, 900).await;
    let src = widget.url("/newsrail.js");
    for (attributes, list) in [
        (
            format!("data-feed='{}'", paper.url("/feed.json")),
            "newsrail-popular",
        ),
        (
            format!(
                "data-rails=more-like-this data-feed='{}'",
                paper.url("/feed.json")
            ),
            LIKE,
        ),
    ] {
        let page = partner(&format!("<script async src='{src}' {attributes}></script>"));
        browser.goto(&page.url("/")).await;
        let there = format!("document.querySelector('{list}')?.shadowRoot?.querySelector('h3 a')");
        browser.wait_until(&there, SOON).await;
        let count = format!("return document.querySelectorAll('{list}').length");
        for is_run in [false, true, false] {
            let swap = "const body = document.createElement('body');
                body.innerHTML = '<h1>Another</h1><aside></aside>';
                const [{ src, attributes }] = document.scripts;
                const tag = document.createElement('script');
                for (const { name, value } of document.querySelector('script[src*=newsrail]').attributes) tag.setAttribute(name, value);
                const still = document.createElement('template');
                still.innerHTML = tag.outerHTML;
                body.querySelector('aside').append(arguments[0] ? tag : still.content.firstChild);
                document.body.replaceWith(body);";
            browser.run(swap, &[is_run.into()]).await;
            browser.wait_until(&there, SOON).await;
            assert_eq!(browser.run(&count, &[]).await, 1, "{attributes} {is_run}");
        }
        // The next article of an endless page has rails of its own.
        let next = "const article = document.createElement('article');
            const tag = document.createElement('script');
            for (const { name, value } of document.querySelector('script[src*=newsrail]').attributes) tag.setAttribute(name, value);
            article.append(tag);
            document.body.append(article);";
        browser.run(next, &[]).await;
        let two = format!("document.querySelectorAll('{list}').length === 2");
        browser.wait_until(&two, SOON).await;
        // A component that is shown anew has them once.
        let again = "const tag = document.createElement('script');
            for (const { name, value } of document.querySelector('script[src*=newsrail]').attributes) tag.setAttribute(name, value);
            document.querySelector('article').append(tag);
            await new Promise((go) => tag.onload = go);";
        browser.run_async(again, &[]).await;
        assert_eq!(browser.run(&count, &[]).await, 2, "{attributes}");
        assert_calm(&browser).await;
    }
}

#[tokio::test]
async fn what_was_set_before_the_script_came_counts() {
    let (widget, paper) = (widget(), paper());
    let browser = Browser::start(1000, 900).await;
    let page = partner(&format!(
        "<newsrail-more-like-this id=e article=0></newsrail-more-like-this>
         <script>e.feed = '{}'; e.count = 2; e.excerpts = false; e.reasons = true;</script>
         <script async src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js"),
    ));
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelectorAll('h3 a').length === 2", SOON)
        .await;
    let said = "return [e.feed === e.getAttribute('feed'), e.count, e.excerpts, e.reasons, e.images, e.getAttribute('excerpts'), e.shadowRoot.querySelectorAll('.reason').length]";
    assert_eq!(
        browser.run(said, &[]).await,
        json!([true, 2, false, true, null, "false", 2])
    );
    let after = "e.count = null; e.excerpts = true; e.reasons = undefined; e.halfLife = 24; return [e.getAttribute('count'), e.excerpts, e.reasons, e.halfLife, e.getAttribute('half-life')]";
    assert_eq!(
        browser.run(after, &[]).await,
        json!([null, true, null, 24, "24"])
    );
    browser
        .wait_until("e.shadowRoot.querySelectorAll('h3 a').length === 5", SOON)
        .await;
    assert_calm(&browser).await;
}

/// A page has shortcuts of single keys; what is typed into a field is none.
#[tokio::test]
async fn keys_in_a_field_are_no_shortcuts_of_the_page() {
    let (widget, paper) = (widget(), paper());
    let browser = Browser::start(1000, 900).await;
    let page = partner(&format!(
        "<newsrail-subscribe id=e subscribe='{}' feed='{}'></newsrail-subscribe><script async src='{}'></script>
         <script>window.heard = []; for (const type of ['keydown', 'keyup']) document.addEventListener(type, ({{ key }}) => heard.push(key))</script>",
        paper.url("/sign-up"),
        paper.url("/feed.json"),
        widget.url("/newsrail.js"),
    ));
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('input')", SOON)
        .await;
    browser
        .run("e.shadowRoot.querySelector('input').focus()", &[])
        .await;
    browser.keys("jan@").await;
    browser.chord(thirtyfour::Key::Control, 'b').await;
    browser.keys(thirtyfour::Key::Escape).await;
    let typed = "return [e.shadowRoot.querySelector('input').value, heard.filter((key) => 'jan@'.includes(key)).length, heard.includes('b'), heard.includes('Escape')]";
    assert_eq!(
        browser.run(typed, &[]).await,
        json!(["jan@", 0, true, true])
    );
}
