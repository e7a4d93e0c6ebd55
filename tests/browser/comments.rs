//! The comments below the form of a reply.

use crate::fixture::{ears, settled, wrap_fetch};
use crate::reply::{SITE, clean, fill, reply, seen, site, until};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn replies_are_threaded_in_pages_and_can_be_answered() {
    clean();
    site(
        r#"[{"id":1,"name":"Ana","date":"2026-11-01","content":"<p onclick=x>First<script>alert(1)</script><img src=https://track.example/p.gif></p>"},
            {"id":2,"parent":1,"name":"Bo","date":"2026-11-02","content":"Answer"},
            {"id":3,"name":"<b>Cy</b>","url":"javascript:x","date":"2026-11-03","content":"Third"},
            {"id":4,"date":"2026-11-04","content":"Fourth"}]"#,
        201,
        "{}",
    );
    let _fetch = wrap_fetch(SITE);
    let place = reply("https://paper.example/replies");
    let _mounted = place.mount();
    settled().await;
    assert_eq!(
        seen("self.gets.join()"),
        "https://paper.example/replies?article=12"
    );
    assert_eq!(place.texts(".comments .body"), ["Fourth", "Third"]);
    place.click(".comments section > button");
    settled().await;
    assert_eq!(
        place.texts(".comments .body"),
        ["Fourth", "Third", "First", "Answer"]
    );
    let first = place.one("li:nth-child(3)");
    assert_eq!(
        place.root.active_element(),
        Some(first),
        "the first new one has the focus"
    );
    assert!(
        place
            .find(".comments img, .comments script, [onclick]")
            .is_none()
    );
    assert_eq!(
        place.texts(".writer > :first-child"),
        ["Anonymous", "Cy", "Ana", "Bo"]
    );
    assert_eq!(place.one("li:nth-child(4)").class_name(), "d1");
    place.click("li:nth-child(4) button");
    settled().await;
    assert_eq!(place.text(".to"), "Replying to Bo Cancel");
    fill(&place);
    place.click("[type=submit]");
    until(&place, "Thank you.").await;
    assert!(seen("self.posts.join()").contains(r#""parent":"2""#));
    clean();
}

// A thread of ten thousand replies was put on the page whole, and each looked for
// the one that it answers among all.
#[wasm_bindgen_test]
async fn a_thread_without_end_is_shown_a_part_at_a_time() {
    clean();
    let one = |at: usize| {
        let parent = at - 1;
        format!(r#"{{"id":{at},"parent":{parent},"name":"R{at}","content":"Reply {at}"}}"#)
    };
    let list: Vec<_> = (1..=700).map(one).collect();
    site(&["[", &list.join(","), "]"].concat(), 201, "{}");
    let _fetch = wrap_fetch(SITE);
    let place = reply("https://paper.example/replies");
    let _mounted = place.mount();
    settled().await;
    for (count, first) in [
        (300, None),
        (600, Some("Reply 301")),
        (700, Some("Reply 601")),
    ] {
        assert_eq!(place.texts(".comments li").len(), count);
        let row = place.root.active_element();
        let said = row.and_then(|row| row.query_selector(".body").expect("a selector"));
        let said = said.and_then(|body| body.text_content());
        assert_eq!(said.as_deref(), first, "the first new one has the focus");
        if count < 700 {
            place.click(".comments section > button");
            settled().await;
        }
    }
    let lowest = place.text("li:last-child .writer");
    assert_eq!(lowest, "R700Replying to R699");
    assert!(place.find(".comments section > button").is_none());
    clean();
}

// The same for what they say.
#[wasm_bindgen_test]
async fn replies_without_end_are_shown_to_a_limit() {
    clean();
    let long = "<p>a".repeat(3000);
    let one = |at: usize| {
        let parent = usize::from(at > 1);
        format!(r#"{{"id":{at},"parent":{parent},"content":"{long}"}}"#)
    };
    let list: Vec<_> = (1..=20).map(one).collect();
    site(&["[", &list.join(","), "]"].concat(), 201, "{}");
    ears();
    let _fetch = wrap_fetch(SITE);
    let place = reply("https://paper.example/replies");
    let _mounted = place.mount();
    settled().await;
    let shown = || [".comments li", ".comments .body p"].map(|what| place.texts(what).len());
    assert_eq!(shown(), [4, 4000], "2000 nodes of each, 8000 of all");
    place.click(".comments section > button");
    settled().await;
    assert_eq!(shown(), [8, 8000]);
    let told = seen("told.length + told[0]");
    let line = "2newsrail: https://paper.example/replies: some of these replies are too long";
    assert!(told.starts_with(line), "a line for each time: {told}");
    clean();
}

/// Links in a comment's text were the publisher's own to a search engine, and the
/// page that they led to could reach back to this one.
#[wasm_bindgen_test]
async fn links_in_comments_are_not_the_publisher_s() {
    clean();
    site(
        r#"[{"id":1,"name":"Bo","url":"https://bo.example/","content":"<p><a href='https://spam.example/' rel=follow>x</a> <em><a href=/here>y</a></em> <iframe src='https://film.example/'></iframe>"}]"#,
        201,
        "{}",
    );
    let _fetch = wrap_fetch(SITE);
    let place = reply("https://paper.example/replies");
    let _mounted = place.mount();
    settled().await;
    let links = place.root.query_selector_all("li a").expect("a selector");
    assert_eq!(links.length(), 4);
    let wanted = place
        .root
        .query_selector_all("li a[rel='nofollow ugc noopener']");
    assert_eq!(wanted.expect("a selector").length(), 4);
    clean();
}
