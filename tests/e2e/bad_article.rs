//! Articles that are broken, bare or endless: each ends in something that can be
//! read.

mod markup;

use crate::lab::{SOON, assert_accessible, assert_calm, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use serde_json::{Value, json};

/// A feed of one article in a paper that answers whatever it is asked.
fn paper(article: &Value) -> Origin {
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "The Paper", "language": "en", "items": [article] });
    Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed))
        .serve()
}

/// A page with an article element on that feed.
fn page(widget: &Origin, paper: &Origin, more: &str) -> Origin {
    partner(&format!(
        "<style>newsrail-article, newsrail-front {{ display: block; min-height: 100vh }}</style>
         <script>window.hits = 0; window.hit = () => hits++</script>
         <newsrail-article id=e></newsrail-article>{more}<script async data-feed='{}' data-article=1 src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ))
}

const SHOWN: &str = "e.shadowRoot?.querySelector('h1')";

#[tokio::test]
async fn pictures_that_do_not_load_leave_their_words_and_the_page_stands_still() {
    let widget = widget();
    let paper = paper(&json!({
        "id": "1", "url": "/1", "title": "A title", "image": "/gone.jpg",
        "content_html": "<p>Text.</p><figure><img src=/gone-too.jpg alt='The harbour at night'><figcaption>The harbour</figcaption></figure><p>More text.</p>",
        "_newsrail": { "image_alt": "The old bridge", "image_caption": "The bridge in spring" },
    }));
    let page = page(&widget, &paper, "<newsrail-front count=1></newsrail-front>");
    let browser = Browser::start(900, 900).await;
    browser.expects(&[".jpg - Failed"]);
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    let failed = "[...e.shadowRoot.querySelectorAll('img')].every((image) => image.complete && !image.naturalWidth)";
    browser
        .run(
            "e.shadowRoot.querySelector('.body figure').scrollIntoView()",
            &[],
        )
        .await;
    browser.wait_until(failed, SOON).await;
    let words = "return [...e.shadowRoot.querySelectorAll('figure')].map((figure) => [figure.querySelector('img').alt, figure.textContent])";
    assert_eq!(
        browser.run(words, &[]).await,
        json!([
            ["The old bridge", "The bridge in spring"],
            ["The harbour at night", "The harbour"]
        ])
    );
    browser.screenshot("bad-pictures").await;
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score < 0.001, "{shifts:?}");
    assert_accessible(&browser, "pictures that do not load").await;
}

#[tokio::test]
async fn an_article_of_which_little_is_known() {
    let (widget, browser) = (widget(), Browser::start(900, 900).await);
    for (name, article, body) in [
        (
            "bare",
            json!({ "id": "1", "url": "https://paper.example/1", "title": "A title" }),
            "Read the whole article",
        ),
        (
            "untitled",
            json!({ "id": "1", "url": "https://paper.example/1" }),
            "Read the whole article",
        ),
        (
            "text",
            json!({ "id": "1", "title": "A title", "content_text": "One.\n\nTwo < three." }),
            "Two < three.",
        ),
        (
            "wrong",
            json!({ "id": "1", "url": 7, "title": "A title", "date_published": "soon", "authors": "Ana", "image": {}, "content_html": "<p>Text.", "tags": 3 }),
            "Text.",
        ),
        (
            "empty",
            json!({ "id": "1", "url": "https://paper.example/1", "title": "A title", "content_html": "<p></p> &nbsp;<script>x</script>" }),
            "Read the whole article",
        ),
    ] {
        let paper = paper(&article);
        let page = page(
            &widget,
            &paper,
            "<newsrail-author>The desk</newsrail-author><newsrail-front>Our archive</newsrail-front>",
        );
        browser.goto(&page.url("/")).await;
        browser.wait_until(SHOWN, SOON).await;
        let text = browser
            .run(
                "return e.shadowRoot.querySelector('article').textContent",
                &[],
            )
            .await;
        let text = text.as_str().unwrap_or_default();
        assert!(text.contains(body), "{name}: {text}");
        assert!(
            !text.contains("Invalid") && !text.contains("undefined"),
            "{name}: {text}"
        );
        let title = browser
            .run(&format!("return {SHOWN}.textContent"), &[])
            .await;
        assert_ne!(title, "", "{name}");
        browser.screenshot(&format!("bad-{name}")).await;
        assert_calm(&browser).await;
    }
}

/// What is done to the document is counted: for a book eight times as long no
/// more than eight times as much.
#[tokio::test]
async fn an_article_as_long_as_a_book_is_read_and_searched() {
    let widget = widget();
    let paragraph = format!(
        "<p>{}</p>",
        "The lighthouse keeper counted the ships again that night ".repeat(11)
    );
    let browser = Browser::start(900, 900).await;
    let counter = "window.steps = 0;
        for (const [{ prototype }, names] of [
          [Document, ['createElement', 'createElementNS', 'createTextNode']],
          [Node, ['appendChild', 'insertBefore', 'removeChild', 'replaceChild']],
          [Element, ['after', 'append', 'before', 'prepend', 'remove', 'replaceChildren', 'replaceWith', 'setAttribute']],
        ]) for (const name of names) {
          const own = prototype[name];
          prototype[name] = function (...given) { steps++; return own.apply(this, given) };
        }";
    browser.before_each_page(counter).await;
    let mut steps = Vec::new();
    for paragraphs in [250, 2000] {
        let body = format!(
            "{}<p>The very last words.</p>",
            paragraph.repeat(paragraphs)
        );
        let paper =
            paper(&json!({ "id": "1", "url": "/1", "title": "A book", "content_html": body }));
        let page = page(
            &widget,
            &paper,
            "<newsrail-search query='lighthouse keeper'></newsrail-search>",
        );
        browser.goto(&page.url("/")).await;
        browser.wait_until(SHOWN, SOON).await;
        let seen = browser
            .run("return [e.shadowRoot.querySelectorAll('.body p').length, e.shadowRoot.querySelector('.byline').textContent, e.shadowRoot.querySelector('.body').lastElementChild.textContent, steps]", &[])
            .await;
        assert_eq!(seen[0], paragraphs + 1, "{seen}");
        assert_eq!(seen[2], "The very last words.");
        assert!(
            seen[1]
                .as_str()
                .is_some_and(|line| line.ends_with(" min read")),
            "{seen}"
        );
        steps.push(seen[3].as_u64().expect("a number"));
        browser
            .run(
                "document.querySelector('newsrail-search').scrollIntoView({ behavior: 'instant' })",
                &[],
            )
            .await;
        browser
            .wait_until(
                "document.querySelector('newsrail-search').shadowRoot?.querySelector('.story')",
                SOON,
            )
            .await;
        assert_calm(&browser).await;
    }
    assert!(steps[0] > 250, "nothing was counted: {steps:?}");
    assert!(steps[1] <= 8 * steps[0], "{steps:?}");
}

/// A list in a body once took the two lines of an excerpt from the lists
/// beside it, and its third line was lost; a summary that a content system had
/// cut out of the text stood above that text.
#[tokio::test]
async fn a_text_is_shown_whole_and_once() {
    let long = "Lorries keep to the ring road bridge at Ossery until the work is done. ".repeat(8);
    let body = format!(
        "<p>The bridge reopened on Friday to cars, bicycles and walkers.</p><ul><li><p>{long}</p></li></ul><h5>Who pays</h5>"
    );
    let (widget, browser) = (widget(), Browser::start(360, 900).await);
    for (summary, standfirst) in [
        ("The bridge reopened on Friday to cars, […]", 0),
        (
            "The bridge reopened on Friday to cars, bicycles and walkers.",
            0,
        ),
        ("The dispute over the bill has a referee.", 1),
    ] {
        let paper = paper(
            &json!({ "id": "1", "url": "/1", "title": "A title", "summary": summary, "content_html": body }),
        );
        let page = page(&widget, &paper, "");
        browser.goto(&page.url("/")).await;
        browser.wait_until(SHOWN, SOON).await;
        let shown = browser
            .run(
                "const all = e.shadowRoot, item = all.querySelector('li p');
                 return [all.querySelectorAll('.standfirst').length, item.scrollHeight - item.clientHeight, getComputedStyle(item).color === getComputedStyle(all.querySelector('.body')).color]",
                &[],
            )
            .await;
        assert_eq!(shown, json!([standfirst, 0, true]), "{summary}");
    }
}

/// Two rules with nothing between them, where neither author nor date was known.
#[tokio::test]
async fn a_byline_that_says_nothing_is_none() {
    let (widget, browser) = (widget(), Browser::start(900, 900).await);
    let paper = paper(&json!({ "id": "1", "url": "/1", "title": "A title" }));
    let page = page(&widget, &paper, "");
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    let seen = "return e.shadowRoot.querySelector('.byline').getBoundingClientRect().height";
    assert_eq!(browser.run(seen, &[]).await, 0);
}
