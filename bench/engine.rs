//! The readers and the engine for a page of the bench: what the lists' bundle
//! has inside, behind functions that can be timed. No part of it ships.
#![cfg(target_arch = "wasm32")]

#[path = "../benches/made/mod.rs"]
mod made;

use newsrail_core::article::Article;
use newsrail_core::feed;
use newsrail_core::rank::engine::{Index, Query, Scratch};
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::related::{RelatedOptions, related};
use newsrail_core::text::language::Language;
use wasm_bindgen::prelude::wasm_bindgen;

/// A JSON Feed of so many articles of a headline and a summary.
#[wasm_bindgen]
#[must_use]
pub fn short_feed(articles: usize) -> String {
    made::feeds::short_feed(articles)
}

/// A JSON Feed of 1,000 items and one megabyte.
#[wasm_bindgen]
#[must_use]
pub fn json_feed() -> String {
    made::feeds::json_feed()
}

/// The same as RSS 2.0.
#[wasm_bindgen]
#[must_use]
pub fn rss() -> String {
    made::feeds::rss()
}

/// Reads a feed as the lists' bundle does; how many articles it has.
#[wasm_bindgen]
#[must_use]
pub fn read_usual(bytes: &[u8]) -> usize {
    feed::common::read(bytes, "https://paper.example/").map_or(0, |feed| feed.articles.len())
}

/// Reads a feed as the bundle of all formats does; how many articles it has.
#[wasm_bindgen]
#[must_use]
pub fn read_any(bytes: &[u8]) -> usize {
    feed::read(bytes, "https://paper.example/", None).map_or(0, |feed| feed.articles.len())
}

/// Articles and, once built, their index.
#[wasm_bindgen]
pub struct Engine {
    articles: Vec<Article>,
    latest: Vec<usize>,
    index: Index,
    scratch: Scratch,
}

#[wasm_bindgen]
impl Engine {
    /// So many articles, not yet indexed.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(count: usize) -> Self {
        let articles = made::articles::articles(count);
        Self {
            latest: latest(&articles, None),
            articles,
            index: Index::default(),
            scratch: Scratch::default(),
        }
    }

    /// Indexes all articles, anew each time.
    pub fn build(&mut self) {
        let mut index = Index::new(Language::English);
        index.extend(&self.articles);
        self.index = index;
    }

    /// Bytes of the index.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.index.memory()
    }

    /// The articles most like one, feedback included; how many.
    pub fn query(&mut self, article: usize) -> usize {
        let query = Query::Known(article);
        self.index
            .like(query, 5, &|_| true, &mut self.scratch)
            .len()
    }

    /// The list beside an article, as an element chooses it; how many.
    pub fn list(&mut self, article: usize) -> usize {
        let options = RelatedOptions::default();
        let query = Query::Known(article);
        related(
            &self.index,
            &self.articles,
            &self.latest,
            query,
            &|_| true,
            &options,
            &mut self.scratch,
        )
        .len()
    }
}
