//! A panic: in what is rendered, in what handles an event, and in a task. All elements
//! of a page share one program, which then cannot be trusted any more. The page lives
//! on, the author's links or the list that stood there are seen, what the reader has
//! typed is kept, and the next page is like any other.

use serde_json::json;

use super::count;
use crate::lab::{SOON, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};

/// A page with three elements, and a script of its own that counts.
fn page(widget: &Origin, paper: &Origin) -> Origin {
    partner(&format!(
        "<button id=own onclick='self.pressed = (self.pressed ?? 0) + 1'>The page's own</button>
         <newsrail-popular id=first refresh=1 feed='{feed}'><a href=/own>Own link</a></newsrail-popular>
         <newsrail-more-like-this id=second feed='{feed}'><a href=/own>Own link</a></newsrail-more-like-this>
         <newsrail-reply id=third article=1 comments='{}'></newsrail-reply><script async src='{}'></script>",
        paper.url("/comments"),
        widget.url("/newsrail.js"),
        feed = paper.url("/feed.json"),
    ))
}

/// Where the next call of something that Rust asks of the page throws, which ends what is
/// going on as a panic does, with nothing cleaned up: before the lists are there, or
/// afterwards.
const CASES: [(&str, &str, &str); 4] = [
    (
        "rendering",
        "const own = Document.prototype.createElement;
         Document.prototype.createElement = function (name) {
           if (name === 'h3' && !self.isBroken) { self.isBroken = true; throw new Error('no element'); }
           return own.apply(this, arguments);
         };",
        "",
    ),
    (
        "rendering later",
        "",
        "const own = Document.prototype.createElement;
         Document.prototype.createElement = function (name) {
           if (name === 'section') { self.isBroken = true; throw new Error('no element'); }
           return own.apply(this, arguments);
         };
         first.count = 2;",
    ),
    (
        "a handler",
        "",
        "const own = Date.now;
         Date.now = () => { if (!self.isBroken) setTimeout(() => { Date.now = own; }, 100); self.isBroken = true; throw new Error('no clock'); };
         third.shadowRoot.querySelector('form').requestSubmit();",
    ),
    (
        "a task",
        "",
        "const own = Date.now;
         Date.now = () => { if (!self.isBroken) setTimeout(() => { Date.now = own; }, 100); self.isBroken = true; throw new Error('no clock'); };
         document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));",
    ),
];

#[tokio::test]
async fn after_a_panic_the_page_lives_and_nothing_typed_is_lost() {
    let item = |number: u8| json!({ "id": number.to_string(), "url": format!("https://p.example/{number}"), "title": format!("The bridge, day {number}") });
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": [item(1), item(2), item(3), item(4), item(5), item(6), item(7), item(8)] });
    let paper = Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed))
        .reply("/comments", Reply::json(&json!([])))
        .serve();
    let widget = widget();
    for (name, before, after) in CASES {
        let browser = Browser::start(900, 1400).await;
        browser.expects(&["Uncaught", "newsrail: ", "no clock", "no element"]);
        let page = page(&widget, &paper);
        if !before.is_empty() {
            browser
                .before_each_page(&format!("if (!name) {{ name = 'broken'; {before} }}"))
                .await;
        }
        browser.goto(&page.url("/")).await;
        if before.is_empty() {
            for element in ["first", "second"] {
                let there = format!("{element}.shadowRoot?.querySelector('h3 a')");
                browser.wait_until(&there, SOON).await;
            }
            browser
                .wait_until("third.shadowRoot?.querySelector('textarea')", SOON)
                .await;
            browser
                .click("third.shadowRoot.querySelector('textarea')")
                .await;
            browser.keys("A draft of mine").await;
            browser.run(after, &[]).await;
        }
        browser.wait_until("self.isBroken", SOON).await;
        browser.quiet(SOON).await;
        // The page goes on.
        browser.click("own").await;
        assert_eq!(browser.run("return self.pressed", &[]).await, 1, "{name}");
        let seen = "return [first, second].map((element) =>
            element.querySelector('a').checkVisibility() || element.shadowRoot.querySelectorAll('h3 a').length > 0)";
        assert_eq!(browser.run(seen, &[]).await, json!([true, true]), "{name}");
        let spoilt =
            "first.querySelector('a').style.display = 'none'; first.shadowRoot.replaceChildren();";
        let spoilt = browser.run(&format!("{spoilt} {seen}"), &[]).await;
        assert_eq!(spoilt[0], false, "{name}: the look sees what is missing");
        if before.is_empty() {
            let typed = "return third.shadowRoot.querySelector('textarea').value";
            assert_eq!(browser.run(typed, &[]).await, "A draft of mine", "{name}");
        }
        // So does the next page, and it has the draft.
        browser.goto(&page.url("/")).await;
        browser
            .wait_until("first.shadowRoot?.querySelector('h3 a')", SOON)
            .await;
        browser
            .wait_until("third.shadowRoot?.querySelector('textarea')", SOON)
            .await;
        let draft = if before.is_empty() {
            "A draft of mine"
        } else {
            ""
        };
        let typed = browser
            .run(
                "return third.shadowRoot.querySelector('textarea').value",
                &[],
            )
            .await;
        assert_eq!(typed, draft, "{name}");
    }
    count(&format!("a panic in {} places", CASES.len()));
}
