//! What an item of a list says beside its headline: a line of small print, who has paid
//! for it, its picture in the size that fits; and what the reader has opened before.

use crate::lab::{SOON, assert_calm, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;
use serde_json::{Value, json};

/// Six articles, of which some say more.
fn feed() -> Value {
    let item = |at: usize, more: Value| {
        let mut item = json!({
            "id": format!("{at}"), "url": format!("/{at}"), "title": format!("Headline {at}"),
            "summary": "A summary.", "content_text": "word ".repeat(600), "image": "/pictures/bridge.svg",
            "date_published": format!("2026-11-1{at}T22:30:00-03:00"), "tags": ["city"],
            "authors": [{ "name": "Ana" }, { "name": "Bo" }],
            "_newsrail": { "views": 900 - at * 100, "section": "City", "kicker": "Live" },
        });
        for (name, value) in more.as_object().expect("fields") {
            item["_newsrail"][name] = value.clone();
        }
        item
    };
    let items = [
        item(
            1,
            json!({ "image_alt": "A bridge", "image_focus": [0.25, 0.1] }),
        ),
        item(2, json!({ "sponsored": true })),
        item(3, json!({ "sponsored": "Paid for by <Acme>" })),
        item(4, json!({ "section": "Partner content" })),
        item(
            5,
            json!({ "image_sizes": ["/pictures/bridge.svg?w=300 300w", "/pictures/bridge.svg?w=2000 2000w", "javascript:1 40w", "no width"] }),
        ),
        item(6, json!({})),
    ];
    json!({ "version": "https://jsonfeed.org/version/1.1", "title": "The Paper", "language": "en", "items": items })
}

/// A page with Popular, set to this.
async fn shown(browser: &Browser, attributes: &str) -> [Origin; 3] {
    let widget = widget();
    let paper = Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed()))
        .folder("/", project().join("samples"))
        .serve();
    let page = partner(&format!(
        "<newsrail-popular id=e half-life=0 {attributes}></newsrail-popular><script async data-feed='{}' src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    browser.wait_until(LISTED, SOON).await;
    [widget, paper, page]
}

const LISTED: &str = "e.shadowRoot?.querySelector('h3 a')";

/// What the items have in their parts of that name.
async fn parts(browser: &Browser, name: &str) -> Value {
    let script = "return [...e.shadowRoot.querySelectorAll('li')].map((item) => item.querySelector(`[part=${arguments[0]}]`)?.textContent ?? '')";
    browser.run(script, &[name.into()]).await
}

#[tokio::test]
async fn a_line_below_each_headline_says_what_meta_names_in_its_order() {
    let browser = Browser::start(900, 900).await;
    let _origins = shown(
        &browser,
        "count=1 meta='kicker date Author reading-time section'",
    )
    .await;
    let line = "Live · Nov 11, 2026 · By Ana, Bo · 3 min read · City";
    let said = "return [...e.shadowRoot.querySelectorAll('.meta > *')].map((part) => part.textContent).join(' · ')";
    assert_eq!(browser.run(said, &[]).await, line);
    let date = "return e.shadowRoot.querySelector('time').dateTime";
    assert_eq!(browser.run(date, &[]).await, "2026-11-11");
    // It follows the language, and needs the space that is held for it.
    browser.run("e.lang = 'de'", &[]).await;
    browser
        .wait_until(
            "e.shadowRoot.querySelector('.meta').textContent.includes('11.11.2026')",
            SOON,
        )
        .await;
    let height = "return [e.getBoundingClientRect().height, e.shadowRoot.querySelector('.rail').getBoundingClientRect().height]";
    assert_eq!(browser.run(height, &[]).await, json!([136, 136]));
    browser.run("e.meta = 'section'", &[]).await;
    browser
        .wait_until(
            "e.shadowRoot.querySelector('.meta').textContent === 'City'",
            SOON,
        )
        .await;
    browser.run("e.meta = null", &[]).await;
    browser
        .wait_until("!e.shadowRoot.querySelector('.meta')", SOON)
        .await;
    assert_calm(&browser).await;
}

#[tokio::test]
async fn what_somebody_has_paid_for_says_so_in_its_link() {
    let browser = Browser::start(900, 900).await;
    let _origins = shown(
        &browser,
        "paid='partner content, no such tag' text-sponsored='Advertorial'",
    )
    .await;
    assert_eq!(
        parts(&browser, "paid").await,
        json!(["", "Advertorial", "Paid for by <Acme>", "Advertorial", ""])
    );
    let links = "return [...e.shadowRoot.querySelectorAll('h3 a')].map((link) => [link.textContent, link.rel])";
    let links = browser.run(links, &[]).await;
    assert_eq!(links[1], json!(["Advertorial Headline 2", "sponsored"]));
    assert_eq!(links[4], json!(["Headline 5", ""]));
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_picture_has_its_text_its_part_that_is_seen_and_the_size_that_fits() {
    let browser = Browser::start(900, 900).await;
    let [_widget, paper, _page] = shown(&browser, "images").await;
    let loaded = "[...e.shadowRoot.querySelectorAll('img')].every((image) => image.complete)";
    browser.wait_until(loaded, SOON).await;
    let first = "const [image] = e.shadowRoot.querySelectorAll('img'); return [image.alt, getComputedStyle(image).objectPosition]";
    assert_eq!(
        browser.run(first, &[]).await,
        json!(["A bridge", "25% 10%"])
    );
    let last = "const image = [...e.shadowRoot.querySelectorAll('img')].at(-1); return [image.alt, image.currentSrc, image.srcset]";
    let last = browser.run(last, &[]).await;
    assert_eq!(last[0], "");
    assert_eq!(last[1], paper.url("/pictures/bridge.svg?w=300"));
    let sizes =
        ["300", "2000"].map(|width| paper.url(&format!("/pictures/bridge.svg?w={width} {width}w")));
    assert_eq!(last[2], sizes.join(", "));
    assert_calm(&browser).await;
}

const TITLES: &str = "return [...e.shadowRoot.querySelectorAll('h3 a')].map((link) => link.textContent.slice(-1)).join('')";
const READ: &str = "return [...e.shadowRoot.querySelectorAll('.read')].map((item) => item.textContent.match(/\\d/)[0]).join('')";

/// Follows the headline in that place, though the page stays.
async fn follow(browser: &Browser, place: usize) {
    let stay =
        "e.shadowRoot.addEventListener('click', (event) => event.preventDefault(), { once: true })";
    browser.run(stay, &[]).await;
    browser
        .click(&format!("e.shadowRoot.querySelectorAll('h3 a')[{place}]"))
        .await;
}

#[tokio::test]
async fn what_has_been_opened_is_dimmed_or_last_until_it_is_forgotten() {
    let browser = Browser::start(900, 900).await;
    let origins = shown(&browser, "read=dim").await;
    assert_eq!(browser.run(READ, &[]).await, "");
    follow(&browser, 1).await;
    follow(&browser, 0).await;
    let kept =
        "return JSON.parse(localStorage['newsrail-read']).map((key) => key.slice(-2)).join()";
    assert_eq!(browser.run(kept, &[]).await, "/2,/1");
    browser.goto(&origins[2].url("/")).await;
    browser.wait_until(LISTED, SOON).await;
    assert_eq!(browser.run(READ, &[]).await, "12");
    assert_eq!(browser.run(TITLES, &[]).await, "12345");
    browser.run("e.read = 'last'", &[]).await;
    browser
        .wait_until(
            "e.shadowRoot.querySelector('h3 a').textContent.endsWith('Headline 3')",
            SOON,
        )
        .await;
    assert_eq!(browser.run(TITLES, &[]).await, "34512");
    // The place in the order of what is read most stays its own.
    let places = "return [...e.shadowRoot.querySelectorAll('li')].map((item) => item.style.counterSet).join()";
    assert_eq!(
        browser.run(places, &[]).await,
        "place 3,place 4,place 5,place 1,place 2"
    );
    browser.screenshot("read-last").await;
    browser.run("e.forgetRead()", &[]).await;
    browser
        .wait_until(
            "e.shadowRoot.querySelector('h3 a').textContent === 'Headline 1'",
            SOON,
        )
        .await;
    assert_eq!(browser.run(READ, &[]).await, "");
    assert_eq!(browser.run("return localStorage.length", &[]).await, 0);
    assert_calm(&browser).await;
}

/// At most 500 keys, whatever another script has put there; and none unless the page asks.
#[tokio::test]
async fn no_more_is_kept_than_is_said_and_nothing_unless_the_page_asks() {
    let browser = Browser::start(900, 900).await;
    let origins = shown(&browser, "").await;
    follow(&browser, 0).await;
    assert_eq!(browser.run("return localStorage.length", &[]).await, 0);
    let many = "localStorage['newsrail-read'] = JSON.stringify([...Array(700).keys()].map(String))";
    browser.run(many, &[]).await;
    browser.run("e.read = 'dim'", &[]).await;
    let class = "e.shadowRoot.querySelector('h3 a')";
    browser.wait_until(class, SOON).await;
    browser.quiet(SOON).await;
    follow(&browser, 0).await;
    let kept = "const kept = JSON.parse(localStorage['newsrail-read']); return [kept.length, kept[0], kept.at(-1).slice(-2)]";
    assert_eq!(browser.run(kept, &[]).await, json!([500, "201", "/1"]));
    for broken in ["{", "7", "[null, 7, {}]", "\"x\""] {
        browser
            .run(
                "localStorage['newsrail-read'] = arguments[0]",
                &[broken.into()],
            )
            .await;
        browser.goto(&origins[2].url("/")).await;
        browser.wait_until(LISTED, SOON).await;
        browser.run("e.read = 'last'", &[]).await;
        browser.quiet(SOON).await;
        assert_eq!(browser.run(TITLES, &[]).await, "12345", "{broken}");
    }
    // Nothing of it leaves the page.
    for origin in &origins {
        for asked in origin.requests() {
            assert!(!asked.path.contains("read"), "{}", asked.path);
        }
    }
    assert_calm(&browser).await;
}
