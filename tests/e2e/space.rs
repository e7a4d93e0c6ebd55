//! The space that is held is the space that is taken: by the rule of
//! docs/publish/embed.md, by the skeleton, by the list, at every width.

use crate::lab::{SOON, assert_calm, paper, partner, widget};
use crate::support::browser::Browser;

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
            let heights = browser
                .run("return [held, e.getBoundingClientRect().height, e.shadowRoot.firstChild.getBoundingClientRect().height]", &[])
                .await;
            let heights: Vec<f64> = heights
                .as_array()
                .expect("a list")
                .iter()
                .filter_map(serde_json::Value::as_f64)
                .collect();
            let (held, taken, content) = (heights[0], heights[1], heights[2]);
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
