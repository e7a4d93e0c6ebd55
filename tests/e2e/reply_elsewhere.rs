//! Replies that go to another site than the page's, or that are sent on from there.

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use serde_json::json;

use crate::lab::{SOON, partner, until, widget};
use crate::reply::{E, POST, comments, on_wordpress, open, said, send, write};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use crate::support::wordpress::Permalinks;

#[tokio::test]
async fn on_another_site_s_page_the_reader_sends_it_in_a_new_tab() {
    let (wordpress, widget) = on_wordpress(Permalinks::Pretty, "").await;
    wordpress.replies(&[]).await;
    let posts_of = wordpress
        .json(&wordpress.rest("wp/v2/posts", &format!("slug={POST}&_fields=id")))
        .await;
    let page = partner(&format!(
        "<newsrail-reply comments='{}' article='{}'></newsrail-reply><script async src='{}'></script>",
        wordpress.url("/wp-json/wp/v2/comments"),
        posts_of[0]["id"],
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(1280, 900).await;
    browser.expects(&["/comments - Failed"]);
    open(&browser, &page.url("/")).await;
    write(&browser, "From elsewhere.").await;
    send(&browser).await;
    said(&browser, "a page of its own").await;
    browser.screenshot("reply-own-form").await;
    let send_there = format!("{E}.shadowRoot.querySelector('.message form button')");
    browser.click(&send_there).await;
    said(&browser, "in a new tab").await;
    until("the comment arrives", async || {
        !comments(&wordpress).await.is_empty()
    })
    .await;
    let all = comments(&wordpress).await;
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["author_name"], "Ana Reader");
}

/// A redirect was followed: one of 307 handed name, address and text to whoever it
/// named, and after one of 302 any page read as "has arrived".
#[tokio::test]
async fn a_redirect_hands_a_reply_to_nobody() {
    let (widget, other) = (widget(), Routes::default().cors(true).serve());
    let (status, to) = (Arc::new(AtomicU16::new(0)), other.url("/take"));
    let answers = Arc::clone(&status);
    let site = Routes::default()
        .cors(true)
        .answer("/replies", move |received| {
            if received.method == "GET" {
                return Reply::json(&json!([]));
            }
            Reply::new("text/plain", "")
                .status(answers.load(Ordering::Relaxed))
                .header("location", &to)
        })
        .serve();
    let page = partner(&format!(
        "<newsrail-reply comments='{}' article=1></newsrail-reply><script async src='{}'></script>",
        site.url("/replies"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    for answer in [302, 307] {
        status.store(answer, Ordering::Relaxed);
        open(&browser, &page.url("/")).await;
        write(&browser, "To nobody else.").await;
        send(&browser).await;
        said(&browser, "it is not known whether it was taken").await;
        let text = format!("return {E}.shadowRoot.querySelector('textarea').value");
        assert_eq!(browser.run(&text, &[]).await, "To nobody else.");
    }
    let sent = site.requests();
    assert_eq!(sent.iter().filter(|r| r.method == "POST").count(), 2);
    browser.quiet(SOON).await;
    assert!(other.requests().is_empty(), "{:#?}", other.requests());
}
