//! Strings that break the handling of text, in every field that is text: each is shown
//! exactly as it is, control characters as blanks, and nothing is wider than the
//! narrowest screen.

use serde_json::{Value, json};

use super::{corpus, count};
use crate::lab::{SOON, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};

/// The project's own.
const OWN: [&str; 64] = [
    "undefined",
    "null",
    "NaN",
    "true",
    "0",
    "-1",
    "1e999",
    "()",
    "{}",
    "[]",
    "${x}",
    "{{x}}",
    "%s",
    "%00",
    "%%",
    "\\",
    "\\u0000",
    "\"",
    "'",
    "`",
    "<",
    ">",
    "&",
    "&amp;",
    "&lt;b&gt;",
    "&#0;",
    "&nbsp;",
    "a  b",
    " a ",
    "a\tb",
    "a\nb",
    "a\u{0}b",
    "a\u{7}b",
    "a\u{1b}[31mb",
    "a\u{7f}b",
    "a\u{85}b",
    "a\u{a0}b",
    "a\u{ad}b",
    "a\u{200b}b",
    "a\u{200d}b",
    "a\u{2028}b",
    "a\u{feff}b",
    "\u{202e}right to left",
    "\u{2066}isolated",
    "\u{644}\u{627} \u{625}\u{644}\u{647}",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "\u{65e5}\u{672c}\u{8a9e}",
    "\u{1f469}\u{200d}\u{1f680}",
    "\u{1f1fa}\u{1f1f3}",
    "e\u{301}",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}",
    "\u{fffd}",
    "\u{ffff}",
    "\u{10ffff}",
    "I\u{130}\u{131}i",
    "\u{df}\u{1e9e}",
    "\u{fb01}ne",
    "\u{ff21}\u{ff22}",
    "../../etc/passwd",
    "'; DROP TABLE articles; --",
    "https://p.example/",
    "a@b.example",
    "Donaudampfschifffahrtsgesellschaftskapit\u{e4}nsm\u{fc}tzenabzeichen",
    "\u{f0000}",
];

/// How many articles one page has.
const AT_ONCE: usize = 40;

fn strings() -> Vec<String> {
    let mut all: Vec<String> = OWN.iter().map(|&one| one.to_owned()).collect();
    all.push("W".repeat(500));
    all.push("long/".repeat(100));
    if let Some(list) = corpus("naughty/blns.json") {
        let text = std::fs::read_to_string(list).expect("it can be read");
        let list: Vec<String> = serde_json::from_str(&text).expect("a list of texts");
        all.extend(list);
    }
    all
}

/// A text as HTML has it, since that is what feeds have in these fields.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[tokio::test]
async fn every_text_is_shown_as_it_is_and_nothing_is_too_wide() {
    let (strings, widget) = (strings(), widget());
    let browser = Browser::start(320, 900).await;
    // A text of which the last is left is no more than that: it is looked for as its
    // letters stand there, blanks and line breaks counting as one blank.
    let look = include_str!("texts.js");
    for strings in strings.chunks(AT_ONCE) {
        let items = strings.iter().enumerate().map(|(number, string)| {
            let text = escaped(string);
            json!({
                "id": format!("a{number}"), "url": format!("/{number}"), "title": text, "content_html": format!("<p>{text}</p>"),
                "authors": [{ "name": text }], "tags": [text], "image": "/picture.svg",
                "_newsrail": { "views": 1000 - number, "section": text, "kicker": text, "dateline": text, "image_caption": text, "image_alt": text },
            })
        });
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": items.collect::<Value>() });
        let comments = strings.iter().enumerate().map(|(number, string)| {
            json!({ "id": number.to_string(), "name": escaped(string), "content": format!("<p>{}</p>", escaped(string)), "date": "2026-11-20" })
        });
        let articles = (0..strings.len())
            .map(|number| format!("<newsrail-article article=a{number}></newsrail-article>"));
        let page = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>A page</title>
             <style>body {{ margin: 0; font: 16px sans-serif }} body > * {{ position: absolute; inset: 0 0 auto }}</style>
             <newsrail-popular count=20 excerpts images></newsrail-popular><newsrail-popular count=20></newsrail-popular>{}
             <newsrail-front count=20></newsrail-front><newsrail-reply comments=/comments article=1 count=20></newsrail-reply>
             <script async data-feed=/feed.json src='{}'></script></html>",
            articles.collect::<String>(),
            widget.url("/newsrail.js")
        );
        let site = Routes::default()
            .reply("/", Reply::html(&page))
            .reply("/feed.json", Reply::json(&feed))
            .reply("/comments", Reply::json(&comments.collect()))
            .reply(
                "/picture.svg",
                Reply::new(
                    "image/svg+xml",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
                ),
            )
            .serve();
        browser.goto(&site.url("/")).await;
        browser
            .wait_until(
                "document.querySelector('newsrail-article')?.shadowRoot?.querySelector('h1')",
                SOON,
            )
            .await;
        browser.quiet(SOON).await;
        let found = browser.run(look, &[json!(strings)]).await;
        assert_eq!(found["wrong"], json!([]), "{found:#}");
        assert!(
            found["looked"].as_u64() >= Some(strings.len() as u64 * 3),
            "{found}"
        );
        // The look sees another text, and what is too wide.
        let spoilt = "for (const { shadowRoot } of document.querySelectorAll('newsrail-article')) {
              shadowRoot.querySelector('h1').textContent = 'Something else';
            }
            document.querySelector('newsrail-article').shadowRoot.querySelector('h1').style.width = '400px';";
        browser.run(spoilt, &[]).await;
        let found = browser.run(look, &[json!(strings)]).await;
        let wrong = found["wrong"].to_string();
        assert!(
            wrong.contains("Something else") && wrong.contains("wide"),
            "{wrong}"
        );
    }
    count(&format!(
        "{} naughty strings in every text field",
        strings.len()
    ));
}
