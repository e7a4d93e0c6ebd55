//! The space that is held is the space that is taken: by the rule of
//! docs/publish/embed.md, by the skeleton, by the list, at every width.

use crate::lab::{SOON, assert_calm, paper, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use serde_json::{Value, json};

/// Attributes, and the height in em that the table there adds up to.
const CASES: [(&str, &str, f64); 24] = [
    ("popular", "", 23.0),
    ("popular", "count=3 images", 19.5),
    ("popular", "count=12 heading=''", 48.0),
    ("popular", "excerpts subscribe=/s", 42.0),
    ("more-like-this", "", 38.0),
    ("more-like-this", "excerpts=false images=true", 30.5),
    ("more-like-this", "layout=cards", 22.0),
    ("popular", "layout=cards images=false", 9.0),
    ("more-like-this", "reasons", 45.5),
    ("more-like-this", "reasons layout=cards count=2", 23.5),
    ("popular", "layout=cards count=20", 18.0),
    ("popular", "layout=numbered images", 30.5),
    ("more-like-this", "layout=numbered count=2", 17.0),
    ("popular", "layout=carousel", 18.0),
    ("more-like-this", "layout=carousel reasons heading=''", 20.5),
    ("popular", "layout=compact", 19.25),
    ("more-like-this", "layout=compact images count=3", 17.25),
    ("popular", "layout=text count=8", 21.0),
    ("more-like-this", "layout=text images reasons", 14.25),
    ("popular", "style='--newsrail-row-height:6em' count=2", 15.0),
    (
        "popular",
        "layout=cards style='--newsrail-row-height:6em'",
        9.0,
    ),
    ("subscribe", "subscribe=/s", 13.0),
    ("subscribe", "subscribe=/s heading=''", 10.0),
    (
        "subscribe",
        "subscribe=/s names topics='a=Morning news,b=Sport' privacy=/p consent='We send no more than one letter a day.'",
        27.75,
    ),
];

/// The heights in pixels that an element was held, takes, and has content of.
async fn heights(browser: &Browser) -> [f64; 3] {
    let script = "return [held, e.getBoundingClientRect().height, e.shadowRoot.firstChild.getBoundingClientRect().height]";
    let heights = browser.run(script, &[]).await;
    [0, 1, 2].map(|at| heights[at].as_f64().expect("a height"))
}

#[tokio::test]
async fn the_skeleton_and_the_list_keep_to_the_rule() {
    let (widget, paper) = (widget(), paper());
    for (width, size) in [(320, 16.0), (1280, 20.0)] {
        let browser = Browser::start(width, 900).await;
        for (kind, attributes, em) in CASES {
            let page = partner(&format!(
                "<style>aside {{ font-size: {size}px }}</style>
                 <newsrail-{kind} id=e article=chandlers-bridge-reopens {attributes}></newsrail-{kind}>
                 <script>
                   // The skeleton's height, as soon as the loader has run.
                   customElements.whenDefined('newsrail-{kind}').then(() => {{ window.held = e.getBoundingClientRect().height }});
                 </script>
                 <script async data-feed='{}' src='{}'></script>",
                paper.url("/feed.json"),
                widget.url("/newsrail.js")
            ));
            browser.goto(&page.url("/")).await;
            browser
                .wait_until("e.shadowRoot?.querySelector('h3 a, form')", SOON)
                .await;
            let heights = heights(&browser).await;
            let [held, taken, content] = heights;
            let case = format!(
                "{kind} {attributes} at {width}: {heights:?}, wanted {}",
                em * size
            );
            assert!((held - em * size).abs() < 0.1, "held: {case}");
            assert!((taken - em * size).abs() < 0.1, "taken: {case}");
            assert!(content <= taken + 0.1, "more content than space: {case}");
            assert!(
                kind == "subscribe"
                    || attributes.contains("row-height")
                    || content >= taken - 4.5 * size,
                "much more space than content: {case}"
            );
            browser
                .screenshot(&format!(
                    "space-{width}-{kind}-{}",
                    attributes.replace([' ', '=', '/', '\'', ':'], "-")
                ))
                .await;
            assert_calm(&browser).await;
        }
    }
}

/// A feed whose one author has a long name, a picture, and more to be said of them than
/// fits a box.
fn written_by_one() -> Origin {
    let picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 2'><path fill='teal' d='M0 0h2v2H0'/></svg>";
    let author = json!({
        "name": "Wilhelmina Featherstonehaugh-Cholmondeley",
        "avatar": "/author.svg",
        "url": "https://paper.example/people/wilhelmina",
        "_newsrail": { "bio": "Writes of the harbour, of ferries and of those who wait for them. Before that she was a ship's cook for eleven years, which she says is the same work with less sleep." },
    });
    let items: Vec<Value> = (0..4)
        .map(|at| json!({ "id": at.to_string(), "url": format!("https://paper.example/{at}"), "title": format!("Ferry {at} is late again, and the café at the quay is not sorry"), "authors": [author] }))
        .collect();
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "The Paper", "items": items });
    Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed))
        .reply("/author.svg", Reply::new("image/svg+xml", picture))
        .serve()
}

/// Ways to share break into as many rows as a column needs, and what is said of an author
/// into as many lines: the space is held for that too.
#[tokio::test]
async fn ways_to_share_and_an_author_take_what_is_held_in_any_column() {
    let (widget, paper) = (widget(), written_by_one());
    let browser = Browser::start(1280, 900).await;
    for (kind, shown) in [("share", "li"), ("author", ".author")] {
        for (width, attributes) in [
            (150, ""),
            (220, "heading=''"),
            (320, "networks='copy email x'"),
            (700, "count=2"),
        ] {
            let page = partner(&format!(
                "<div style='width: {width}px'><newsrail-{kind} id=e article=0 {attributes}></newsrail-{kind}></div>
                 <script>
                   customElements.whenDefined('newsrail-{kind}').then(() => {{ window.held = e.getBoundingClientRect().height }});
                 </script>
                 <script async data-feed='{}' src='{}'></script>",
                paper.url("/feed.json"),
                widget.url("/newsrail.js")
            ));
            browser.goto(&page.url("/")).await;
            let is_there = format!("e.shadowRoot?.querySelector('{shown}')");
            browser.wait_until(&is_there, SOON).await;
            let heights = heights(&browser).await;
            let [held, taken, content] = heights;
            let case = format!("{kind} {attributes} in {width} pixels: {heights:?}");
            assert!((held - taken).abs() < 0.1, "{case}");
            assert!(content <= taken + 0.1, "{case}");
            browser.scroll_to("#e").await;
            browser.screenshot(&format!("space-{kind}-{width}")).await;
            assert_calm(&browser).await;
        }
    }
}
