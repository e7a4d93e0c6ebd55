//! Articles and replies that are hostile, broken, bare or endless: each ends in
//! something that can be read.

use crate::lab::{SOON, assert_accessible, assert_calm, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use serde_json::{Value, json};
use thirtyfour::Key;

/// What is tried in bodies and comments; all of it calls `hit` if it works, or
/// asks the server for `/hit`.
const HOSTILE: &str = r#"<p onclick="hit()" style="position:fixed;inset:0" id="comment" class="field">It begins.</p>
<script>hit()</script><script src="/hit"></script><style>@import "/hit"; * { display: none !important }</style>
<img src="/hit.svg" onerror="hit()" onload="hit()" style="width:9999px"><svg onload="hit()"><script>hit()</script></svg>
<iframe src="javascript:parent.hit()" srcdoc="<script>parent.hit()</script>"></iframe><iframe src="https://tube.example/1" title="A film"></iframe>
<object data="javascript:hit()"></object><embed src="javascript:hit()"><form action="/hit"><input name="x" autofocus onfocus="hit()"><button formaction="javascript:hit()">Press</button></form>
<a href="javascript:hit()">One</a><a href=" java&#10;script:hit()">Two</a><a href="data:text/html,<script>hit()</script>" target="_top">Three</a>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=/hit"><link rel="stylesheet" href="/hit">
<math><mtext><table><mglyph><style><img src=x onerror="hit()"></style></mglyph></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=hit()>"></p></noscript><template><img src=x onerror="hit()"></template>
<details open ontoggle="hit()"><summary>More</summary></details><video><source onerror="hit()" src="x"></video><!--><img src=x onerror="hit()">-->
<div name="body"><slot name="x"><newsrail-popular feed="/hit"></newsrail-popular></slot><p>And it ends."#;

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

/// Nothing of what was tried has worked, in the element that is called so.
async fn assert_harmless(browser: &Browser, element: &str, inside: &str, paper: &Origin) {
    let script = "const within = document.querySelector(arguments[0]).shadowRoot.querySelector(arguments[1]);
        const all = [...within.querySelectorAll('*')];
        const wrong = all.filter((e) => /^(script|style|iframe|object|embed|form|input|svg|math|base|meta|link|slot|template|video|source|noscript)$/.test(e.localName) || e.localName.includes('-')
            || [...e.attributes].some(({ name, value }) => /^(on|style|id$|name$|formaction|srcdoc|action)/.test(name) || (['href', 'src'].includes(name) && !/^https?:/.test(value))));
        return [hits, wrong.map((e) => e.outerHTML), within.textContent];";
    let seen = browser.run(script, &[element.into(), inside.into()]).await;
    assert_eq!(seen[0], 0, "something was run");
    assert_eq!(seen[1], json!([]), "something is there that may not be");
    let text = seen[2].as_str().unwrap_or_default();
    for readable in ["It begins.", "One", "Two", "Three", "And it ends."] {
        assert!(text.contains(readable), "{readable}: {text}");
    }
    assert!(!text.contains("hit()"), "{text}");
    let asked: Vec<_> = paper.requests().into_iter().map(|sent| sent.path).collect();
    assert!(!asked.iter().any(|path| path == "/hit"), "{asked:?}");
}

#[tokio::test]
async fn a_hostile_body_and_hostile_replies_are_only_text() {
    let widget = widget();
    let paper = paper(&json!({
        "id": "1", "url": "/1", "title": "A <script>hit()</script>title", "summary": HOSTILE, "content_html": HOSTILE,
        "authors": [{ "name": "<img src=x onerror=hit()>Ana", "url": "javascript:hit()" }],
        "_newsrail": { "kicker": "<b onclick=hit()>City", "dateline": "<script>hit()</script>Here" },
    }));
    let replies = Routes::default()
        .cors(true)
        .reply(
            "/replies",
            Reply::json(&json!([{ "id": "x'><img src=x onerror=hit()>", "name": "<img src=x onerror=hit()>Bo", "url": "javascript:hit()", "content": HOSTILE }])),
        )
        .serve();
    let reply = format!(
        "<newsrail-reply comments='{}'></newsrail-reply>",
        replies.url("/replies")
    );
    let page = page(&widget, &paper, &reply);
    let browser = Browser::start(900, 900).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    let comments = "document.querySelector('newsrail-reply')";
    browser
        .run(&format!("{comments}.scrollIntoView()"), &[])
        .await;
    browser
        .wait_until(
            &format!("{comments}.shadowRoot?.querySelector('.comments li')"),
            SOON,
        )
        .await;
    browser.screenshot("bad-hostile").await;
    browser
        .run("e.shadowRoot.querySelector('.body').click()", &[])
        .await;
    assert_harmless(&browser, "#e", ".body", &paper).await;
    assert_harmless(&browser, "newsrail-reply", ".comments .body", &replies).await;
    let title = browser
        .run(&format!("return {SHOWN}.textContent"), &[])
        .await;
    assert_eq!(title, "A title");
    let film = "return e.shadowRoot.querySelector('.embed').textContent";
    assert_eq!(browser.run(film, &[]).await, "A film");
    let pictures =
        "return document.querySelector('newsrail-reply').shadowRoot.querySelectorAll('img').length";
    assert_eq!(
        browser.run(pictures, &[]).await,
        0,
        "no reader has another load a picture"
    );
}

#[tokio::test]
async fn replies_that_are_a_page_leave_a_form_and_words() {
    let widget = widget();
    let paper = paper(&json!({ "id": "1", "url": "/1", "title": "A title" }));
    let site = Routes::default()
        .cors(true)
        .reply(
            "/replies",
            Reply::html("<!doctype html><title>Our site</title><ol class=comments><li>Hello"),
        )
        .serve();
    let reply = format!(
        "<newsrail-reply comments='{}'></newsrail-reply>",
        site.url("/replies")
    );
    let page = page(&widget, &paper, &reply);
    let browser = Browser::start(900, 900).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    let root = "document.querySelector('newsrail-reply').shadowRoot";
    browser
        .run(
            "document.querySelector('newsrail-reply').scrollIntoView()",
            &[],
        )
        .await;
    browser
        .wait_until(
            &format!("{root}?.querySelector('.notice')?.textContent === 'The replies could not be loaded.'"),
            SOON,
        )
        .await;
    browser
        .click(&format!("{root}.querySelector('#comment')"))
        .await;
    for text in ["Well said.", "Ana", "ana@paper.example"] {
        browser.keys(text).await;
        browser.keys(Key::Tab).await;
    }
    browser
        .click(&format!("{root}.querySelector('[type=submit]')"))
        .await;
    browser
        .wait_until(
            &format!("{root}.querySelector('.reply ~ .message').textContent.includes('may or may not have arrived')"),
            SOON,
        )
        .await;
    let kept = format!("return {root}.querySelector('#comment').value");
    assert_eq!(browser.run(&kept, &[]).await, "Well said.");
    browser.screenshot("bad-replies").await;
}

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
    let (widget, browser) = (widget(), Browser::start(320, 900).await);
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
