//! Answers that are far more than is read: they are broken off soon after the limit,
//! and neither memory nor the page's main thread is given to them.

use std::process::Command;

use serde_json::{Value, json};

use super::count;
use crate::lab::{SOON, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use crate::support::project;

const MEGABYTE: f64 = 1024.0 * 1024.0;

/// The most of an answer that is read, in megabytes.
const LIMIT: f64 = 5.0;

/// How far past it an answer may be read: a piece of Chromium's is no larger.
const PAST: f64 = 1.0;

/// The most megabytes that memory may grow by, and the longest task in milliseconds.
const MOST_GROWN: f64 = 16.0;
const LONGEST: f64 = 200.0;

/// How often a page may be loaded until its longest task is one that the machine's
/// other work has not made longer.
const TRIES: usize = 12;

/// Notes how much of any answer is read, the memories of programs, and long tasks.
const WATCH: &str = "self.read = self.last = 0;
    self.memories = [];
    self.longest = 0;
    const own = ReadableStreamDefaultReader.prototype.read;
    ReadableStreamDefaultReader.prototype.read = async function () {
      const piece = await own.call(this);
      self.read += piece.value?.length ?? 0;
      self.last = piece.value?.length ?? self.last;
      return piece;
    };
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const instance = await instantiate.apply(WebAssembly, given);
      self.memories.push(instance.exports?.memory ?? Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory));
      return instance;
    };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) self.longest = Math.max(self.longest, duration);
    }).observe({ type: 'longtask', buffered: true });";

/// What a page has cost so far: megabytes read, in all and at last, and kept, and the
/// milliseconds of its longest task.
struct Cost {
    read: f64,
    last: f64,
    memory: f64,
    longest: f64,
}

impl Cost {
    async fn of(browser: &Browser) -> Self {
        let heap = browser.taken().await.heap;
        let told = "return [read, last, memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), longest]";
        let told = browser.run(told, &[]).await;
        let number = |at: usize| told[at].as_f64().unwrap_or(f64::NAN);
        Self {
            read: number(0) / MEGABYTE,
            last: number(1) / MEGABYTE,
            memory: (number(2) + heap) / MEGABYTE,
            longest: number(3),
        }
    }
}

/// A gigabyte of blanks, compressed.
fn bomb() -> Vec<u8> {
    let script = "const { createGzip } = require('node:zlib');
        const gzip = createGzip({ level: 9 });
        gzip.pipe(process.stdout);
        const piece = Buffer.alloc(1 << 24, ' ');
        const write = (left) => left ? gzip.write(piece, () => write(left - 1)) : gzip.end();
        gzip.write('{\"items\":[');
        write(64);";
    let output = Command::new("node")
        .args(["-e", script])
        .current_dir(project())
        .output()
        .expect("node runs");
    assert!(output.status.success() && output.stdout.len() < 4 << 20);
    output.stdout
}

/// Cases by name: bytes, and the headers that go with them.
fn cases() -> Vec<(&'static str, Reply)> {
    let start =
        r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"/0","title":"Story"}"#;
    let mut many = start.to_owned();
    for number in 1..100_000 {
        let item = format!(
            r#",{{"id":"{number}","url":"/{number}","title":"Story {number}","summary":"{}"}}"#,
            "What happened in the town. ".repeat(20)
        );
        many.push_str(&item);
    }
    assert!(many.len() > 50 << 20);
    let mut entities = "<!DOCTYPE rss [<!ENTITY l0 'First'>".to_owned();
    for level in 1..10 {
        let inner = format!("&l{};", level - 1).repeat(10);
        entities += &["<!ENTITY l", &level.to_string(), " '", &inner, "'>"].concat();
    }
    entities += "]><rss><channel><item><title>&l9;</title><link>/1</link></item></channel></rss>";
    let json = |text: String| Reply::new("application/json", text);
    let xml = |text: String| Reply::new("application/xml", text);
    vec![
        ("100,000 items", json(many)),
        (
            "a gigabyte in gzip",
            Reply::new("application/json", bomb()).header("content-encoding", "gzip"),
        ),
        ("JSON 100,000 deep", json("[".repeat(100_000))),
        (
            "JSON 100,000 deep behind a story",
            json(format!("{start},{}", "[".repeat(100_000))),
        ),
        (
            "XML 100,000 deep",
            xml(format!("<rss><channel>{}", "<a>".repeat(100_000))),
        ),
        ("entities of entities", xml(entities)),
    ]
}

#[tokio::test]
async fn what_is_far_too_much_is_broken_off_and_costs_the_page_little() {
    let widget = widget();
    let browser = Browser::start(800, 900).await;
    browser.before_each_page(WATCH).await;
    browser.expects(&["newsrail: ", "Failed to load resource"]);
    let small = Routes::default()
        .cors(true)
        .reply(
            "/feed",
            Reply::new(
                "application/json",
                r#"{"items":[{"url":"/1","title":"Story"}]}"#,
            ),
        )
        .serve();
    for (name, reply) in cases() {
        let feeds = Routes::default().cors(true).reply("/feed", reply).serve();
        let mut figures = Value::Null;
        for turn in 1..=TRIES {
            let page = partner(&format!(
                "<newsrail-popular id=e feed='{}'></newsrail-popular><newsrail-popular id=other></newsrail-popular><script async src='{}'></script>",
                small.url("/feed"),
                widget.url("/newsrail.js")
            ));
            browser.goto(&page.url("/")).await;
            browser
                .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
                .await;
            browser.quiet(SOON).await;
            let before = Cost::of(&browser).await;
            browser
                .run(
                    "longest = 0; e.feed = arguments[0]",
                    &[feeds.url("/feed").into()],
                )
                .await;
            browser
                .wait_until("e.shadowRoot.querySelector('.notice') || e.shadowRoot.querySelector('h3 a')?.href.endsWith('/0') || read > 100", SOON)
                .await;
            browser.quiet(SOON).await;
            let after = Cost::of(&browser).await;
            let (read, grown) = (after.read - before.read, after.memory - before.memory);
            figures = json!({ "read": read, "last": after.last, "grown": grown, "longest": after.longest, "turn": turn });
            // Nothing is read behind the piece in which the limit is passed.
            assert!(
                read > 0.0 && read - after.last <= LIMIT && read <= LIMIT + PAST,
                "{name}: {figures}"
            );
            // The pieces themselves lie outside of what is counted, until all are let go.
            assert!(grown + read < MOST_GROWN, "{name}: {figures}");
            if after.longest < LONGEST {
                break;
            }
        }
        count(&format!("{name}: {figures}"));
        assert!(
            figures["longest"].as_f64() < Some(LONGEST),
            "{name}: {figures}"
        );
    }
}

/// What a page that reads on, keeps what it has read and computes for long costs is seen.
#[tokio::test]
async fn what_is_read_kept_and_computed_without_a_limit_is_seen() {
    let browser = Browser::start(800, 900).await;
    browser.before_each_page(WATCH).await;
    let site = Routes::default()
        .reply("/", Reply::html("<!doctype html><title>A page</title>"))
        .reply("/all", Reply::new("text/plain", " ".repeat(20 << 20)))
        .serve();
    browser.goto(&site.url("/")).await;
    let before = Cost::of(&browser).await;
    let greedy = "const reader = (await fetch('/all')).body.getReader();
        while ((await reader.read()).value);
        self.kept = Array.from({ length: 4e6 }, (_, at) => [at]);
        await new Promise((go) => setTimeout(go));
        const end = performance.now() + 400;
        while (performance.now() < end);
        return true;";
    browser.run_async(greedy, &[]).await;
    browser.wait_until("self.longest >= 200", SOON).await;
    let after = Cost::of(&browser).await;
    assert!(after.read - before.read - after.last > LIMIT);
    assert!(after.read - before.read > LIMIT + PAST);
    assert!(after.memory - before.memory > MOST_GROWN);
    assert!(after.longest >= LONGEST);
}
