//! Markup in bodies and replies that would run something, were it not read as
//! text: it ends in something that can be read.

use super::{SHOWN, page, paper};
use crate::lab::{SOON, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use serde_json::json;
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
    browser.expects(&["/hit.svg - Failed", "/x - Failed"]);
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
    browser.expects(&["this is no list of comments"]);
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    let root = "document.querySelector('newsrail-reply').shadowRoot";
    browser.scroll_to("newsrail-reply").await;
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
