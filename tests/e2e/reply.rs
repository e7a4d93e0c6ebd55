//! Replying, on the posts of a real WordPress.

use serde_json::Value;
use thirtyfour::Key;

use crate::lab::{SOON, assert_calm, one_act, widget};
use crate::support::browser::Browser;
use crate::support::wordpress::{Permalinks, WordPress};

pub(crate) const POST: &str = "chandlers-bridge-reopens";
pub(crate) const E: &str = "document.querySelector('newsrail-reply')";
const MESSAGE: &str = "document.querySelector('newsrail-reply').shadowRoot.querySelector('.reply ~ .message').textContent";

/// Opens a page with the element on it and waits for the form.
pub(crate) async fn open(browser: &Browser, url: &str) {
    browser.goto(url).await;
    browser.wait_until(E, SOON).await;
    browser.run(&format!("{E}.scrollIntoView()"), &[]).await;
    browser
        .wait_until(&format!("{E}.shadowRoot?.querySelector('textarea')"), SOON)
        .await;
}

pub(crate) async fn write(browser: &Browser, text: &str) {
    browser
        .click(&format!("{E}.shadowRoot.querySelector('textarea')"))
        .await;
    // Over what is there.
    browser.chord(Key::Control, 'a').await;
    browser.keys(text).await;
    for typed in ["Ana Reader", "ana@paper.example"] {
        browser.keys(Key::Tab).await;
        browser.chord(Key::Control, 'a').await;
        browser.keys(typed).await;
    }
}

/// Sends with Enter, held down as an impatient reader does, and a click.
pub(crate) async fn send(browser: &Browser) {
    one_act(browser).await;
    for _ in 0..5 {
        browser.keys(Key::Enter).await;
    }
}

pub(crate) async fn said(browser: &Browser, words: &str) {
    browser
        .wait_until(&format!("{MESSAGE}.includes({words:?})"), SOON)
        .await;
}

/// How often the page has posted to an address with that in it.
async fn posts(browser: &Browser, part: &str) -> usize {
    let sent = browser.network().await;
    sent.iter()
        .filter(|sent| sent.method == "POST" && sent.url.contains(part))
        .count()
}

pub(crate) async fn on_wordpress(
    permalinks: Permalinks,
    tag: &str,
) -> (WordPress, crate::support::origin::Origin) {
    let widget = widget();
    let tag = format!(
        "{tag}<script async src='{}'></script>",
        widget.url("/newsrail.js")
    );
    (WordPress::borrow(permalinks, &tag).await, widget)
}

/// Writes comments over the REST API, as a reader without an account, one
/// after the other; each answers the one whose place in the list is named.
async fn seed(wordpress: &WordPress, comments: &[(&str, Option<usize>)]) -> Vec<i64> {
    let posts = wordpress
        .json(&wordpress.rest("wp/v2/posts", &format!("slug={POST}&_fields=id")))
        .await;
    let mut ids: Vec<i64> = Vec::new();
    for (text, answers) in comments {
        let parent = answers.map_or(0, |at| ids[at]);
        let body = format!(
            "post={}&parent={parent}&author_name=Bo&author_email=bo%40paper.example&content={}",
            posts[0]["id"],
            text.replace(' ', "+")
        );
        let made = wordpress.post_form("wp/v2/comments", body).await;
        ids.push(made["id"].as_i64().unwrap_or_else(|| panic!("{made}")));
    }
    ids
}

/// What the comments on the page say, each set in by its depth.
async fn thread(browser: &Browser) -> Vec<String> {
    let script = format!(
        "return [...{E}.shadowRoot.querySelectorAll('.comments li')].map((li) => '-'.repeat(li.className.slice(1)) + li.querySelector('.body').textContent.trim())"
    );
    let rows = browser.run(&script, &[]).await;
    let rows = rows.as_array().cloned().unwrap_or_default();
    rows.iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

pub(crate) async fn comments(wordpress: &WordPress) -> Vec<Value> {
    let all = wordpress
        .json(&wordpress.rest("wp/v2/comments", "_fields=id,parent,author_name,content"))
        .await;
    all.as_array().cloned().unwrap_or_default()
}

#[tokio::test]
async fn where_the_api_takes_them_it_is_published_at_once_and_answered() {
    let (wordpress, _widget) =
        on_wordpress(Permalinks::Plain, "<newsrail-reply></newsrail-reply>").await;
    wordpress.replies(&["rest"]).await;
    let browser = Browser::start(1280, 900).await;
    open(&browser, &wordpress.post(POST).await).await;
    browser.screenshot("reply-empty").await;
    write(&browser, "The bridge is <b>back</b> & so am I.").await;
    send(&browser).await;
    said(&browser, "Your reply is published.").await;
    assert_eq!(posts(&browser, "comments").await, 1);
    browser
        .wait_until(
            &format!("{E}.shadowRoot.querySelector('.comments li')"),
            SOON,
        )
        .await;
    browser.screenshot("reply-published").await;
    browser
        .click(&format!(
            "{E}.shadowRoot.querySelector('.comments li button')"
        ))
        .await;
    // What was sent is hidden until another is to be written.
    browser
        .click(&format!("{E}.shadowRoot.querySelector('.message button')"))
        .await;
    write(&browser, "I agree with myself.").await;
    browser.screenshot("reply-answering").await;
    send(&browser).await;
    browser
        .wait_until(
            &format!("{E}.shadowRoot.querySelector('.comments .d1')"),
            SOON,
        )
        .await;
    let all = comments(&wordpress).await;
    assert_eq!(all.len(), 2);
    assert_eq!(all[0]["parent"], all[1]["id"]);
    assert_calm(&browser).await;
}

#[tokio::test]
async fn where_the_api_refuses_the_site_s_own_form_takes_them() {
    let (wordpress, _widget) =
        on_wordpress(Permalinks::Pretty, "<newsrail-reply></newsrail-reply>").await;
    let browser = Browser::start(360, 740).await;
    browser.expects(&["/comments - Failed", "comments-post.php - Failed"]);
    let post = wordpress.post(POST).await;
    for (ways, words, kept) in [
        // The form answers with a redirect, which does not say what it has taken.
        (&["moderated"][..], "may wait for approval", "Well said."),
        (&[][..], "Your reply is published.", ""),
        (&["login"][..], "logged in", "Well said."),
        (&["closed"][..], "closed", "Well said."),
        // Where the API takes them, it says the same by itself.
        (&["rest", "moderated"][..], "waits for approval", ""),
        (&["rest", "closed"][..], "closed", "Well said."),
        (&["rest", "login"][..], "logged in", "Well said."),
    ] {
        wordpress.replies(ways).await;
        open(&browser, &post).await;
        write(&browser, "Well said.").await;
        send(&browser).await;
        said(&browser, words).await;
        assert!(posts(&browser, "wp-comments-post.php").await <= 1);
        browser
            .screenshot(&format!("reply-form-{}", ways.concat()))
            .await;
        open(&browser, &post).await;
        let text = browser
            .run(
                &format!("return {E}.shadowRoot.querySelector('textarea').value"),
                &[],
            )
            .await;
        assert_eq!(text, kept, "{ways:?}: a draft is kept until it has arrived");
    }
}

#[tokio::test]
async fn threads_and_pages_of_them() {
    let (wordpress, _widget) = on_wordpress(
        Permalinks::Pretty,
        "<newsrail-reply count=2 order=oldest></newsrail-reply>",
    )
    .await;
    wordpress.replies(&["rest"]).await;
    seed(
        &wordpress,
        &[
            ("One", None),
            ("Two", None),
            ("On one", Some(0)),
            ("Three", None),
            ("On that", Some(2)),
            ("Four", None),
            ("On one again", Some(0)),
            ("Five", None),
        ],
    )
    .await;
    let browser = Browser::start(360, 740).await;
    open(&browser, &wordpress.post(POST).await).await;
    let more = format!("{E}.shadowRoot.querySelector('.comments section > button')");
    browser.wait_until(&more, SOON).await;
    assert_eq!(
        thread(&browser).await,
        ["One", "-On one", "--On that", "-On one again", "Two"]
    );
    browser.run(&format!("{more}.focus()"), &[]).await;
    browser.keys(Key::Enter).await;
    browser
        .wait_until(
            &format!("{E}.shadowRoot.activeElement?.textContent.includes('Three')"),
            SOON,
        )
        .await;
    assert_eq!(thread(&browser).await[5..], ["Three", "Four"]);
    browser.screenshot("reply-threads").await;
    browser.click(&more).await;
    browser.wait_until(&format!("!{more}"), SOON).await;
    assert_eq!(thread(&browser).await.len(), 8, "none stands twice");
    // An answer to a comment of a later page goes where it belongs.
    browser
        .click(&format!(
            "[...{E}.shadowRoot.querySelectorAll('.comments li')].at(-1).querySelector('button')"
        ))
        .await;
    write(&browser, "On five.").await;
    send(&browser).await;
    said(&browser, "Your reply is published.").await;
    let all = comments(&wordpress).await;
    assert_eq!(all[0]["parent"], all[1]["id"]);
    assert_calm(&browser).await;
}

#[tokio::test]
async fn duplicates_and_floods_are_said() {
    let (wordpress, _widget) =
        on_wordpress(Permalinks::Pretty, "<newsrail-reply></newsrail-reply>").await;
    let browser = Browser::start(1280, 900).await;
    browser.expects(&["/comments - Failed", "comments-post.php - Failed"]);
    let post = wordpress.post(POST).await;
    for rest in [&["rest", "flood"][..], &["flood"][..]] {
        wordpress.replies(rest).await;
        for (text, words) in [
            ("Once.", "Thank you."),
            ("Once.", "you have said that already"),
            ("Twice.", "too quickly"),
        ] {
            open(&browser, &post).await;
            write(&browser, text).await;
            send(&browser).await;
            said(&browser, words).await;
        }
        assert_eq!(comments(&wordpress).await.len(), 1);
    }
}
