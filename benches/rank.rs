//! Build and query of the related index at 100, 1,000 and 10,000 articles of
//! a headline and a summary each.

mod made;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use made::articles::articles;
use newsrail_core::rank::engine::{Index, Query, Scratch};
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::related::{RelatedOptions, related};
use newsrail_core::text::language::Language;
use std::hint::black_box;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn bench(criterion: &mut Criterion) {
    for size in SIZES {
        let articles = articles(size);
        let build = || {
            let mut index = Index::new(Language::ENGLISH);
            index.extend(black_box(&articles));
            index
        };
        let index = build();
        let bytes: usize = articles
            .iter()
            .map(|a| a.title.len() + a.summary.len())
            .sum();
        println!(
            "{size} articles: index of {} bytes, text of {bytes}",
            index.memory()
        );
        let mut group = criterion.benchmark_group(format!("related/{size}"));
        group.bench_function("build", |b| b.iter(build));
        group.bench_function("learn", |b| {
            b.iter_batched_ref(
                || index.clone(),
                |index| index.learn(),
                BatchSize::LargeInput,
            );
        });
        index.learn();
        println!(
            "{size} articles: with what it learns {} bytes",
            index.memory()
        );
        group.bench_function("add one", |b| {
            b.iter_batched_ref(
                || index.clone(),
                |index| index.extend(&articles[..1]),
                BatchSize::LargeInput,
            );
        });
        let latest = latest(&articles, None);
        let mut scratch = Scratch::default();
        let mut at = 0;
        group.bench_function("query", |b| {
            b.iter(|| {
                at = (at + 1) % size;
                index.like(Query::Known(black_box(at)), 10, &|_| true, &mut scratch)
            });
        });
        group.bench_function("query from outside", |b| {
            b.iter(|| {
                at = (at + 1) % size;
                index.like(
                    Query::Other(black_box(&articles[at])),
                    10,
                    &|_| true,
                    &mut scratch,
                )
            });
        });
        group.bench_function("list", |b| {
            b.iter(|| {
                at = (at + 1) % size;
                related(
                    &index,
                    &articles,
                    &latest,
                    Query::Known(at),
                    &|_| true,
                    &RelatedOptions::default(),
                    &mut scratch,
                )
            });
        });
        group.finish();
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
