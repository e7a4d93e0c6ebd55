//! How well copies are told from articles of one story: pairs of the labelled sets with
//! the same body, and how many of them `Index::repeats` finds by other fields.

use crate::set::Set;
use newsrail_core::rank::engine::{Index, Query, Scratch};
use newsrail_core::rank::related::NO_COPY;
use newsrail_core::text::language::Language;
use std::collections::HashSet;

/// Neighbours of an article that are looked at.
const NEAR: usize = 20;
/// Words of a shingle of bodies.
const SHINGLE: usize = 3;
/// The part of the shorter body's shingles from which two bodies are the same, revised:
/// Broder's containment.
const SAME: f64 = 0.8;
/// What counts as a copy, as it is tried.
const LEAST: [f32; 6] = [0.5, 0.6, 0.65, 0.7, 0.75, 0.8];

/// A pair of near articles: how far they repeat each other, and whether by their bodies
/// they are copies.
struct Pair {
    repeats: f32,
    is_copy: bool,
}

/// Prints precision and recall by headline and summary, and with bodies.
pub(crate) fn show(sets: &[Set]) {
    for (whole, name) in [(false, "headline and summary"), (true, "with bodies")] {
        let mut pairs = Vec::new();
        for set in sets {
            add(set, whole, &mut pairs);
        }
        let copies = pairs.iter().filter(|pair| pair.is_copy).count();
        println!(
            "{name}: {copies} of {} near pairs have one body",
            pairs.len()
        );
        for least in LEAST {
            let found: Vec<&Pair> = pairs.iter().filter(|pair| pair.repeats >= least).collect();
            let right = found.iter().filter(|pair| pair.is_copy).count();
            let part = |of: usize| {
                let number = |n: usize| f64::from(u32::try_from(n).expect("few pairs"));
                number(right) / number(of.max(1))
            };
            println!(
                "  from {least:.2}: {right} of {} right, precision {:.3}, recall {:.3}",
                found.len(),
                part(found.len()),
                part(copies)
            );
        }
    }
}

fn add(set: &Set, whole: bool, pairs: &mut Vec<Pair>) {
    let bodies: Vec<HashSet<u64>> = set
        .articles(true)
        .iter()
        .map(|a| shingles(&a.body))
        .collect();
    let mut index = Index::new(Language::ENGLISH);
    index.extend(set.articles(whole));
    let mut scratch = Scratch::default();
    for one in 0..index.len() {
        for hit in index.like(Query::Known(one), NEAR, &|_| true, &mut scratch) {
            let other = hit.article;
            // What has no body cannot be judged.
            if other < one
                || hit.cosine < NO_COPY
                || bodies[one].is_empty()
                || bodies[other].is_empty()
            {
                continue;
            }
            let both = bodies[one].intersection(&bodies[other]).count();
            let shorter = bodies[one].len().min(bodies[other].len());
            let number = |n: usize| f64::from(u32::try_from(n).expect("few words"));
            pairs.push(Pair {
                repeats: index.repeats(one, other),
                is_copy: number(both) >= SAME * number(shorter),
            });
        }
    }
}

/// Hashes of the runs of three words of a text.
fn shingles(text: &str) -> HashSet<u64> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let hash = |run: &[String]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(SHINGLE).map(hash).collect()
}
