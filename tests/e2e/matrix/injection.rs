//! Attack strings in every text, HTML and address of every format, in comments, in
//! providers' answers and in the words of a search: none runs, and what stands on the
//! page is only what newsrail makes itself. The control has a browser render them as
//! they are.

use serde_json::{Value, json};

use super::attacks::{addresses, all, own};
use super::fields::{self, FORMATS, path};
use super::{a_tenth, corpus, count};
use crate::lab::{SOON, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Received, Reply, Routes};

/// How many strings one page has.
const AT_ONCE: usize = 40;

/// After how many pages it is said how far it is: all of them take half an hour.
const PAGES_TOLD: usize = 200;

/// What keeps a string from running, had it got in, is only noted: it shall run then.
const POLICY: &str = "script-src 'nonce-n' 'strict-dynamic' 'wasm-unsafe-eval' 'report-sample'";

/// What is asked for in an address's query: a format, or a place in a list.
fn asked<'r>(received: &'r Received, name: &str) -> &'r str {
    let parts = received.query.split('&');
    let mut values = parts.filter_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    values.next().unwrap_or_default()
}

fn number(received: &Received, name: &str) -> usize {
    asked(received, name).parse().unwrap_or_default()
}

/// A string as the value of an attribute.
fn attribute(string: &str) -> String {
    string.replace('&', "&amp;").replace('"', "&quot;")
}

/// A page with every element, which reads the strings of one batch in one format.
fn page(format: &str, batch: usize, strings: &[String], script: &str) -> String {
    let feed = format!("feed=\"/feed?f={format}&amp;b={batch}\"");
    let lists = "<newsrail-popular count=20 images excerpts reasons FEED></newsrail-popular><newsrail-more-like-this count=20 images excerpts reasons FEED></newsrail-more-like-this>";
    let mut page = lists.repeat(2);
    page += "<newsrail-front count=20 FEED></newsrail-front><newsrail-author FEED article='/story/0'></newsrail-author><newsrail-share></newsrail-share>";
    for (number, string) in strings.iter().enumerate() {
        let (path, string) = (path(number), attribute(string));
        page.push_str(
            &[
                "<newsrail-article FEED article='",
                &path,
                "'></newsrail-article>",
            ]
            .concat(),
        );
        let form = format!(
            "<newsrail-subscribe provider=json subscribe='/sign-up?b={batch}&amp;n={number}'></newsrail-subscribe>"
        );
        page.push_str(&form);
        if number % 4 == 0 {
            page.push_str(
                &[
                    "<newsrail-search FEED query=\"",
                    &string,
                    "\"></newsrail-search>",
                ]
                .concat(),
            );
            let form = format!(
                "<newsrail-reply article='{number}' count=20 comments='/replies?b={batch}&amp;n={number}'></newsrail-reply>"
            );
            page.push_str(&form);
        }
    }
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title>
         <style>body > * {{ position: absolute; inset: 0 auto auto 0; width: 20rem }}</style>{}
         <script nonce=n async src='{script}'></script></html>",
        page.replace("FEED", &feed)
    )
}

/// What is replied: each string as a name, an address and a text.
fn replies(strings: &[String]) -> Reply {
    let replies = strings.iter().enumerate().map(|(number, string)| {
        json!({ "id": string, "parent": "", "name": string, "url": string, "date": "2026-11-20", "content": string, "number": number })
    });
    Reply::json(&replies.collect())
}

/// A site of batches of strings.
fn site(batches: Vec<Vec<String>>, widget: &Origin) -> Origin {
    let script = widget.url("/newsrail.js");
    let batches = std::sync::Arc::new(batches);
    let of = |batches: &std::sync::Arc<Vec<Vec<String>>>| {
        let batches = std::sync::Arc::clone(batches);
        move |received: &Received| batches[number(received, "b") % batches.len()].clone()
    };
    let (for_page, for_feed, for_reply, for_sign_up, for_control) = (
        of(&batches),
        of(&batches),
        of(&batches),
        of(&batches),
        of(&batches),
    );
    Routes::default()
        .answer("/page", move |received| {
            let strings = for_page(received);
            let page = page(
                asked(received, "f"),
                number(received, "b"),
                &strings,
                &script,
            );
            Reply::html(&page).header("content-security-policy-report-only", POLICY)
        })
        .answer("/feed", move |received| {
            let (media_type, text) = fields::feed(asked(received, "f"), &for_feed(received));
            Reply::new(media_type, text)
        })
        .answer("/replies", move |received| {
            let strings = for_reply(received);
            if received.method == "POST" {
                let message = &strings[number(received, "n") % strings.len()];
                return Reply::json(&json!({ "message": message })).status(422);
            }
            replies(&strings)
        })
        .answer("/sign-up", move |received| {
            let strings = for_sign_up(received);
            let message = &strings[number(received, "n") % strings.len()];
            Reply::json(&json!({ "message": message })).status(422)
        })
        .answer("/strings", move |received| {
            Reply::json(&Value::from(for_control(received)))
        })
        .reply(
            "/control",
            Reply::html("<!doctype html><meta charset=utf-8><title>Control</title>"),
        )
        .serve()
}

fn batches(strings: &[String]) -> Vec<Vec<String>> {
    strings.chunks(AT_ONCE).map(<[String]>::to_vec).collect()
}

async fn watched() -> Browser {
    let browser = Browser::start(1000, 900).await;
    browser.before_each_page(include_str!("watch.js")).await;
    browser
}

/// How many strings a browser runs where it renders them as they are.
async fn fired(browser: &Browser, site: &Origin, batches: usize) -> usize {
    let mut fired = 0;
    for batch in 0..batches {
        browser.goto(&site.url("/control")).await;
        let ran = browser
            .run_async(include_str!("control.js"), &[batch.into()])
            .await;
        fired += ran.as_array().map_or(0, |ran| {
            ran.iter().filter(|ran| ran.as_bool() == Some(true)).count()
        });
        // What it does is the control's own.
        browser.forget().await;
    }
    fired
}

#[tokio::test]
async fn no_string_from_outside_runs_or_makes_what_newsrail_does_not() {
    // The project's own always; a tenth of the public ones.
    let mut strings = own();
    strings.extend(a_tenth(all().split_off(strings.len())));
    let widget = widget();
    let batches = batches(&strings);
    let number = batches.len();
    let site = site(batches, &widget);
    let browser = watched().await;
    // Pictures at addresses that are no pictures; a feed that is told to go on there.
    browser.expects(&["/story/", "Failed to load resource", "newsrail: "]);
    browser.expects(&["a request to elsewhere", "Report Only", "report-only"]);
    let (mut pages, mut trees) = (0, 0);
    for batch in 0..number {
        for format in FORMATS {
            let url = site.url(&format!("/page?f={format}&b={batch}"));
            browser.goto(&url).await;
            let there = "document.querySelector('newsrail-article')?.shadowRoot?.querySelector('h1, .notice')";
            browser.wait_until(there, SOON).await;
            browser.quiet(SOON).await;
            let found = browser.run_async(include_str!("look.js"), &[]).await;
            assert_eq!(
                found["wrong"],
                json!([]),
                "{format}, {batch} of {:?}",
                strings.chunks(AT_ONCE).nth(batch)
            );
            assert_eq!(found["lists"], 4, "{format}, {batch}: {found:#}");
            pages += 1;
            if pages % PAGES_TOLD == 0 {
                let all = number * FORMATS.len();
                count(&format!("attack strings, page {pages} of {all}"));
            }
            trees += found["trees"].as_u64().unwrap_or_default();
            browser.forget().await;
        }
    }
    assert!(trees > 100, "{trees} bodies were read again");
    count(&format!(
        "{} attack strings on {pages} pages, {trees} bodies read again: none has run",
        strings.len()
    ));
}

/// Without newsrail they run: the test above looks at strings that are something.
#[tokio::test]
async fn as_they_are_the_strings_run() {
    let own = own();
    let strings = all();
    let batches = batches(&strings);
    let number = batches.len();
    let (widget, browser) = (widget(), watched().await);
    let site = site(batches, &widget);
    let fired = fired(&browser, &site, number).await;
    let least = if corpus("xss/payloadbox.txt").is_some() {
        500
    } else {
        own.len() / 3
    };
    count(&format!(
        "{fired} of {} attack strings run by themselves",
        strings.len()
    ));
    assert!(fired >= least, "{fired} of {}", strings.len());
}

/// The look at a page finds what is wrong on it.
#[tokio::test]
async fn what_gets_in_is_seen() {
    let (widget, browser) = (widget(), watched().await);
    browser.expects(&[
        "Report Only",
        "report-only",
        "Failed to load resource",
        "newsrail: ",
    ]);
    let site = site(batches(&own()[..2]), &widget);
    for (markup, wrong) in [
        ("<img src=x onerror=hit()>", "onerror"),
        ("<a href=javascript:hit()>a link</a>", "javascript:"),
        ("<p style=color:red>words</p>", "style"),
        ("<script>hit()</script>", "script"),
        ("<x-foreign></x-foreign>", "x-foreign"),
    ] {
        browser.goto(&site.url("/page?f=json-feed&b=0")).await;
        let body = "document.querySelector('newsrail-article')?.shadowRoot?.querySelector('h1')?.parentNode";
        browser.wait_until(body, SOON).await;
        browser
            .run(
                &format!("{body}.insertAdjacentHTML('beforeend', arguments[0])"),
                &[markup.into()],
            )
            .await;
        let found = browser.run_async(include_str!("look.js"), &[]).await;
        assert!(
            found["wrong"].to_string().contains(wrong),
            "{markup}: {found}"
        );
        browser.forget().await;
    }
    assert!(!addresses().is_empty());
}
