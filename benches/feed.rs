//! How long a feed of 1,000 items and one megabyte takes to read, from bytes to
//! articles.
#![allow(missing_docs, reason = "criterion's macros make public items")]

mod made;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use made::feeds::{ITEMS, json_feed, rss, short_feed};
use newsrail_core::feed::read;
use std::hint::black_box;

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
    for size in [100, 1_000, 10_000] {
        let text = short_feed(size);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("short/{size}"), |b| {
            b.iter(|| read(black_box(text.as_bytes()), "https://paper.example/", None));
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
