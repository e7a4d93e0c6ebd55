//! Feeds as other readers' authors have collected them, and feeds that are cut and
//! changed, as a server's answers: each element shows a list, that there is none, or
//! that there was an error, and the program goes on.

#[path = "../../feeds/valid.rs"]
mod valid;

use std::path::Path;

use serde_json::json;

use super::{a_tenth, corpus, count, whole};
use crate::lab::{SOON, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use valid::VALID;

/// How many elements one page has.
const AT_ONCE: usize = 20;

/// An answer: its media type, its bytes, and what it is called where it fails.
struct Answer {
    media_type: &'static str,
    bytes: Vec<u8>,
    name: String,
}

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<Answer>) {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
            continue;
        }
        let is_json = path.extension().is_some_and(|kind| kind == "json");
        found.push(Answer {
            media_type: if is_json {
                "application/json"
            } else {
                "application/xml"
            },
            bytes: std::fs::read(&path).expect("a file"),
            name: path.display().to_string(),
        });
    }
}

/// A page of elements, each on a feed of its own.
async fn look(browser: &Browser, widget: &Origin, answers: &[Answer]) {
    let mut feeds = Routes::default().cors(true);
    for (number, answer) in answers.iter().enumerate() {
        let reply = Reply::new(answer.media_type, answer.bytes.clone());
        feeds = feeds.reply(&format!("/{number}"), reply);
    }
    let feeds = feeds.serve();
    let lists = (0..answers.len()).map(|number| {
        let url = feeds.url(&format!("/{number}"));
        format!("<newsrail-popular excerpts reasons feed='{url}'></newsrail-popular>")
    });
    let page = partner(&format!(
        "<style>aside > * {{ position: absolute; top: 0 }}</style>{}<script async src='{}'></script>",
        lists.collect::<String>(),
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    let blank = "[...document.querySelectorAll('newsrail-popular')].flatMap(({ shadowRoot }, number) => shadowRoot?.querySelector('h3 a, .notice')?.textContent.trim() ? [] : [number])";
    browser
        .wait_until(
            "document.querySelector('newsrail-popular')?.shadowRoot",
            SOON,
        )
        .await;
    browser.quiet(SOON).await;
    let found = browser.run(&format!("return {blank}"), &[]).await;
    let names: Vec<_> = found
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|number| Some(&answers[usize::try_from(number.as_u64()?).ok()?].name))
        .collect();
    assert!(names.is_empty(), "nothing is shown of {names:#?}");
    let alive = "const list = document.createElement('newsrail-popular');
        list.feed = arguments[0];
        document.querySelector('aside').append(list)";
    let right = Routes::default()
        .cors(true)
        .reply(
            "/right",
            Reply::json(&json!({ "items": [{ "url": "/1", "title": "A story" }] })),
        )
        .serve();
    browser.run(alive, &[right.url("/right").into()]).await;
    let goes_on =
        "document.querySelector('newsrail-popular:last-child').shadowRoot?.querySelector('h3 a')";
    browser.wait_until(goes_on, SOON).await;
}

async fn watched() -> Browser {
    let browser = Browser::start(900, 900).await;
    // That a feed cannot be read is said, and that a further page of it is none.
    browser.expects(&["newsrail: ", "Failed to load resource"]);
    browser
}

#[tokio::test]
async fn feeds_of_other_readers_tests_are_shown_or_said_to_be_none() {
    let mut all = Vec::new();
    for place in ["feeds", "json"] {
        if let Some(folder) = corpus(place) {
            files(&folder, &mut all);
        }
    }
    let all = a_tenth(all);
    let (widget, browser) = (widget(), watched().await);
    let mut slowest = 0.0_f64;
    for answers in all.chunks(AT_ONCE) {
        look(&browser, &widget, answers).await;
        slowest = slowest.max(browser.taken().await.seconds);
    }
    // Twenty of them at once, by the thread's own clock: each has less than its own share.
    assert!(slowest < 2.0, "{slowest} s");
    count(&format!(
        "{} feeds of other readers' tests; {AT_ONCE} of them kept the page busy for at most {slowest:.2} s",
        all.len()
    ));
}

/// Numbers that are as good as random and the same in each run (Steele, Lea and
/// Flood, "Fast splittable pseudorandom number generators", 2014: `SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let most = u64::try_from(most.max(1)).expect("small");
        usize::try_from((mixed ^ (mixed >> 31)) % most).expect("small")
    }
}

const PIECES: [&[u8]; 14] = [
    b"<",
    b">",
    b"&",
    b"\"",
    b"{",
    b"]",
    b",",
    b"\\u",
    b"<![CDATA[",
    b"<!--",
    b"\xff",
    b"\0",
    b"</item>",
    b"null",
];

/// One valid feed with some changes, named by the number from which they follow.
fn changed(number: usize) -> Answer {
    let mut random = Random(u64::try_from(number).expect("small"));
    let (text, _) = VALID[random.below(VALID.len())];
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        match random.below(4) {
            0 => bytes.truncate(at),
            1 => {
                let end = bytes.len().min(at + random.below(30));
                bytes.drain(at..end);
            }
            2 => {
                let piece = PIECES[random.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
            _ => {
                let end = bytes.len().min(at + random.below(30));
                let again = bytes[at..end].repeat(3);
                bytes.splice(at..at, again);
            }
        }
    }
    Answer {
        media_type: if text.starts_with('<') {
            "application/xml"
        } else {
            "application/json"
        },
        name: format!("number {number}: {}", String::from_utf8_lossy(&bytes)),
        bytes,
    }
}

#[tokio::test]
async fn changed_feeds_leave_no_element_blank() {
    let most = if whole() { 2000 } else { 200 };
    let (widget, browser) = (widget(), watched().await);
    let all: Vec<Answer> = (0..most).map(changed).collect();
    for answers in all.chunks(AT_ONCE) {
        look(&browser, &widget, answers).await;
    }
    count(&format!("{most} changed feeds in a browser"));
}

/// An element that shows nothing is seen.
#[tokio::test]
#[should_panic(expected = "nothing is shown of")]
async fn an_element_that_stays_blank_is_seen() {
    let (widget, browser) = (widget(), watched().await);
    let blank = "new MutationObserver(() => document.querySelectorAll('newsrail-popular').forEach(({ shadowRoot }) => shadowRoot?.replaceChildren())).observe(document, { childList: true, subtree: true });
        setInterval(() => document.querySelectorAll('newsrail-popular').forEach(({ shadowRoot }) => shadowRoot?.replaceChildren()), 10);";
    browser.before_each_page(blank).await;
    look(&browser, &widget, &[changed(1)]).await;
}
