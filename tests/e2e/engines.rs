//! Where engines differ: each of these was wrong in one of them, or in an older
//! one, and is asked of all.

use crate::lab::{SOON, assert_calm, paper, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use serde_json::{Value, json};
use thirtyfour::Key;

/// A page with one article, whose feed says this of it.
fn article(item: &Value) -> [Origin; 3] {
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "The Paper", "language": "en", "items": [item] });
    let paper = Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed))
        .serve();
    let widget = widget();
    let page = partner(&format!(
        "<newsrail-article id=e></newsrail-article><script async data-feed='{}' data-article=1 src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    [widget, paper, page]
}

const SHOWN: &str = "e.shadowRoot?.querySelector('h1')";

/// A browser with that page, its article shown.
async fn reader(page: &Origin) -> Browser {
    let browser = Browser::start(900, 800).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    browser
}

/// Firefox numbers a list by a counter that a `counter-reset` of ours put another
/// one in the place of: the second list of an article went on from the first.
#[tokio::test]
async fn lists_within_an_article_keep_the_browser_s_own_counter() {
    let item = json!({ "id": "1", "title": "A title", "content_html": "<ol><li>a<li>b</ol><ol><li>a</ol>" });
    let [_widget, _paper, page] = article(&item);
    let browser = reader(&page).await;
    let resets = "return [...e.shadowRoot.querySelectorAll('.body ol')].map((list) => getComputedStyle(list).counterReset.includes('place'))";
    assert_eq!(browser.run(resets, &[]).await, json!([false, false]));
    assert_calm(&browser).await;
}

/// `toLocaleString` throws at a language that is none, and the article stayed empty.
#[tokio::test]
async fn a_browser_whose_language_is_none_shows_dates_in_english() {
    let item = json!({
        "id": "1", "title": "A title", "content_html": "<p>Text.",
        "date_published": "2026-03-05T10:00:00Z", "authors": [{ "name": "Ana" }],
    });
    let [_widget, _paper, page] = article(&item);
    let browser = Browser::start(900, 800).await;
    let none = "Object.defineProperty(Navigator.prototype, 'language', { get: () => 'C' });";
    browser.before_each_page(none).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    let date = "e.shadowRoot.querySelector('time')?.textContent.includes('March 5, 2026')";
    browser.wait_until(date, SOON).await;
    assert_calm(&browser).await;
}

/// `URLSearchParams.size` is newer than what the page needs else: without it every
/// address lost its query.
#[tokio::test]
async fn the_standalone_page_s_links_keep_their_query_in_an_older_browser() {
    let site = widget();
    let browser = Browser::start(1000, 700).await;
    browser
        .before_each_page("delete URLSearchParams.prototype.size;")
        .await;
    browser.goto(&site.url("/")).await;
    let link = "[...document.querySelectorAll('nav a')].find((a) => a.textContent === 'Sport')";
    browser.wait_until(link, SOON).await;
    let address = browser.run(&format!("return {link}.search"), &[]).await;
    assert!(
        address.as_str().is_some_and(|query| query.starts_with('?')),
        "{address}"
    );
}

/// The console said that a program could not be loaded, and not what was missing.
#[tokio::test]
async fn the_console_names_the_directive_without_which_nothing_runs() {
    let (widget, paper) = (widget(), paper());
    let page = format!(
        "<!doctype html><html lang=en><title>A page</title>
         <newsrail-popular feed='{}'><a href=/own>Own link</a></newsrail-popular><script async src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    );
    let policy = format!("script-src {}", widget.url(""));
    let page = Reply::html(&page).header("content-security-policy", &policy);
    let page = Routes::default().reply("/", page).serve();
    let browser = Browser::start(900, 800).await;
    browser.expects(&[
        "newsrail: could not be loaded",
        "'wasm-unsafe-eval'",
        "script-src: wasm-eval",
    ]);
    browser.goto(&page.url("/")).await;
    crate::lab::until("a line that names it", async || {
        let lines = browser.console().await;
        lines.iter().any(|line| {
            line.contains("newsrail: could not be loaded")
                && line.contains("'wasm-unsafe-eval' in script-src?")
        })
    })
    .await;
    let failed =
        "document.querySelector('newsrail-popular').shadowRoot.querySelector('[role=status]')";
    browser.wait_until(failed, SOON).await;
    let button = "return document.querySelector('newsrail-popular').shadowRoot.querySelectorAll('button').length";
    assert_eq!(browser.run(button, &[]).await, 0);
}

/// Arabic letters are joined; spaces between them tear words apart.
#[tokio::test]
async fn a_kicker_is_spaced_out_only_where_letters_stand_apart() {
    for (words, spaced) in [("Harbour", true), ("ميناء", false)] {
        let item = json!({
            "id": "1", "title": "A title", "content_html": "<p>Text.",
            "_newsrail": { "kicker": words, "dateline": words },
        });
        let [_widget, _paper, page] = article(&item);
        let browser = reader(&page).await;
        let spacing = "return [...e.shadowRoot.querySelectorAll('.kicker, .dateline')].map((line) => parseFloat(getComputedStyle(line).letterSpacing) > 0)";
        assert_eq!(
            browser.run(spacing, &[]).await,
            json!([spaced, spaced]),
            "{words}"
        );
    }
}

/// A page that comes back from the back/forward cache still works: an element that
/// is added, a setting that is changed, a search.
#[tokio::test]
async fn after_back_a_list_can_be_added_and_changed() {
    let (widget, paper) = (widget(), paper());
    let page = format!(
        "<!doctype html><html lang=en><title>A page</title>
         <newsrail-popular id=e count=3></newsrail-popular><main></main><script async data-feed='{}' src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    );
    let page = Routes::default()
        .reply("/", Reply::html(&page))
        .reply(
            "/next",
            Reply::html("<!doctype html><title>Next</title><p>Next."),
        )
        .serve();
    let browser = Browser::start(900, 800).await;
    browser.goto(&page.url("/")).await;
    let shows = |id: &str, count: usize| {
        format!("{id}.shadowRoot?.querySelectorAll('h3 a').length === {count}")
    };
    browser.wait_until(&shows("e", 3), SOON).await;
    browser.run("location.href = '/next'", &[]).await;
    browser
        .wait_until("location.pathname === '/next'", SOON)
        .await;
    browser.run("history.back()", &[]).await;
    browser.wait_until("location.pathname === '/'", SOON).await;
    browser.wait_until(&shows("e", 3), SOON).await;
    let act = "e.setAttribute('count', 2);
        const more = document.createElement('newsrail-more-like-this');
        more.id = 'more';
        more.setAttribute('count', 2);
        document.querySelector('main').append(more);";
    browser.run(act, &[]).await;
    browser.wait_until(&shows("e", 2), SOON).await;
    browser.wait_until(&shows("more", 2), SOON).await;
    let search = "const search = document.createElement('newsrail-search');
        search.id = 'search';
        document.querySelector('main').prepend(search);";
    browser.run(search, &[]).await;
    let field = "search.shadowRoot?.querySelector('input')";
    browser.wait_until(field, SOON).await;
    browser.click(field).await;
    browser.keys("chandlers bridge").await;
    browser.keys(Key::Enter).await;
    let found = "search.shadowRoot.querySelector('.story')";
    browser.wait_until(found, SOON).await;
    assert_calm(&browser).await;
}

/// A browser that forces its colours draws the page's own background behind words:
/// in that colour itself a number was a black bar.
#[tokio::test]
async fn a_card_s_number_can_be_read_in_forced_colours() {
    let (widget, paper) = (widget(), paper());
    let page = partner(&format!(
        "<newsrail-popular id=e layout=cards></newsrail-popular><i id=probe style='background: Canvas; color: CanvasText'></i>
         <script async data-feed='{}' src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(900, 800).await;
    browser.media(&[("forced-colors", "active")]).await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('li .picture')", SOON)
        .await;
    let colors = "const number = getComputedStyle(e.shadowRoot.querySelector('li:has(.picture)'), '::before');
        const usual = getComputedStyle(probe);
        return [number.backgroundColor === usual.backgroundColor, number.color === usual.color]";
    assert_eq!(browser.run(colors, &[]).await, json!([true, true]));
}

/// Where a page requires Trusted Types it is told of its article all the same, and
/// nothing is reported: JSON-LD is a script by its name alone.
#[tokio::test]
async fn an_article_is_announced_where_trusted_types_are_required() {
    let item = json!({ "id": "1", "url": "https://paper.example/1", "title": "A title", "content_html": "<p>Text." });
    let [widget, paper, _page] = article(&item);
    let page = format!(
        "<!doctype html><html lang=en><title>A page</title><newsrail-article announce id=e></newsrail-article>
         <script async data-feed='{}' data-article=1 src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    );
    let page = Reply::html(&page).header(
        "content-security-policy",
        "require-trusted-types-for 'script'",
    );
    let page = Routes::default().reply("/", page).serve();
    let browser = reader(&page).await;
    let told =
        "document.querySelector('script[data-newsrail]')?.textContent.includes('\"A title\"')";
    browser.wait_until(told, SOON).await;
    assert_calm(&browser).await;
}
