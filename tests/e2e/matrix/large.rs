//! Answers that are far more than is read: they are broken off soon after the limit,
//! and neither memory nor the page's main thread is given to them.

use std::process::Command;

use serde_json::Value;

use super::count;
use crate::lab::{SOON, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use crate::support::project;

const MEGABYTE: f64 = 1024.0 * 1024.0;

/// The most of an answer that is read, in megabytes.
const LIMIT: f64 = 5.0;

/// How often a page may be loaded until its longest task is one that the machine's
/// other work has not made longer.
const TRIES: usize = 12;

/// Notes how much of any answer is read, the memories of programs, and long tasks.
const WATCH: &str = "self.read = 0;
    self.memories = [];
    self.longest = 0;
    const own = ReadableStreamDefaultReader.prototype.read;
    ReadableStreamDefaultReader.prototype.read = async function () {
      const piece = await own.call(this);
      self.read += piece.value?.length ?? 0;
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
            let before = browser.taken().await;
            let memory = "return [read, memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), longest]";
            let at_first = browser.run(memory, &[]).await;
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
            let after = browser.taken().await;
            let at_last = browser.run(memory, &[]).await;
            let more = |at: usize| {
                at_last[at].as_f64().unwrap_or(f64::NAN) - at_first[at].as_f64().unwrap_or(0.0)
            };
            let read = more(0) / MEGABYTE;
            let grown = (more(1) + after.heap - before.heap) / MEGABYTE;
            let longest = at_last[2].as_f64().unwrap_or(f64::NAN);
            figures = serde_json::json!({ "read": read, "grown": grown, "longest": longest, "turn": turn });
            // Some pieces of up to a megabyte are on their way when the limit is reached.
            assert!(read > 0.0 && read < 2.0 * LIMIT, "{name}: {figures}");
            assert!(grown < 16.0, "{name}: {figures}");
            if longest < 200.0 {
                break;
            }
        }
        count(&format!("{name}: {figures}"));
        assert!(
            figures["longest"].as_f64() < Some(200.0),
            "{name}: {figures}"
        );
    }
}
