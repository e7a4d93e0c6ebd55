//! How long a feed of 1,000 items and one megabyte takes to read, from bytes to
//! articles.
#![allow(missing_docs, reason = "criterion's macros make public items")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use newsrail::feed::read;
use std::hint::black_box;

const ITEMS: usize = 1000;

/// A body that brings an item to a kilobyte.
fn body(item: usize) -> String {
    let sentence = format!("The harbour bridge is closed &amp; ferry {item} runs “late” today. ");
    format!(
        "<p>{}</p><p><a href=\"/more\">More</a></p>",
        sentence.repeat(11)
    )
}

fn json_feed() -> String {
    let items: Vec<String> = (0..ITEMS)
        .map(|n| {
            let body = body(n).replace('"', "\\\"");
            format!(
                r#"{{"id":"{n}","url":"https://paper.example/2026/11/story-{n}","title":"Story {n} of the day","summary":"What is new","content_html":"{body}","image":"https://paper.example/i/{n}.jpg","date_published":"2026-11-20T10:00:00+01:00","authors":[{{"name":"Ana Ruiz"}}],"tags":["city","bridge"]}}"#
            )
        })
        .collect();
    format!(
        r#"{{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","items":[{}]}}"#,
        items.join(",")
    )
}

fn rss() -> String {
    let items: Vec<String> = (0..ITEMS)
        .map(|n| {
            format!(
                "<item><title>Story {n} of the day</title><link>https://paper.example/2026/11/story-{n}</link>\
                 <guid isPermaLink=\"false\">{n}</guid><pubDate>Fri, 20 Nov 2026 10:00:00 +0100</pubDate>\
                 <dc:creator>Ana Ruiz</dc:creator><category>City</category><description>What is new</description>\
                 <content:encoded><![CDATA[{}]]></content:encoded></item>",
                body(n)
            )
        })
        .collect();
    format!(
        "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\
         <channel><title>The Paper</title>{}</channel></rss>",
        items.concat()
    )
}

fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("read");
    for (name, text) in [("JSON Feed", json_feed()), ("RSS", rss())] {
        let feed = read(text.as_bytes(), "https://paper.example/", None).expect("a feed");
        assert_eq!(feed.articles.len(), ITEMS);
        assert!((950_000..1_200_000).contains(&text.len()), "{}", text.len());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| read(black_box(text.as_bytes()), "https://paper.example/", None));
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
