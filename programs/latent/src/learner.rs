//! Learns from an index's posting lists where each article stands among all.

use newsrail_core::rank::engine::{Learning, PostingLists, Tuning};
use wasm_bindgen::prelude::wasm_bindgen;

/// Posting lists, and what has been learnt of them.
#[wasm_bindgen]
pub struct Learner {
    starts: Vec<u32>,
    articles: Vec<u32>,
    weights: Vec<u16>,
    learning: Learning,
}

#[wasm_bindgen]
impl Learner {
    /// Begins with the lists of so many articles: see [`PostingLists`].
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(count: usize, starts: Vec<u32>, articles: Vec<u32>, weights: Vec<u16>) -> Self {
        Self {
            starts,
            articles,
            weights,
            learning: Learning::new(count, &Tuning::NEWS),
        }
    }

    /// Works on for so many milliseconds; `true` once all is done.
    #[wasm_bindgen(js_name = goOn)]
    pub fn go_on(&mut self, milliseconds: f64) -> bool {
        let lists = PostingLists {
            starts: &self.starts,
            articles: &self.articles,
            weights: &self.weights,
        };
        let end = js_sys::Date::now() + milliseconds;
        self.learning.go_on(&lists, &|| js_sys::Date::now() >= end)
    }

    /// Once all is done: the coordinates of each article, a signed byte each.
    #[must_use]
    pub fn coordinates(self) -> Vec<u8> {
        let coordinates = self.learning.coordinates().into_iter();
        coordinates.map(i8::cast_unsigned).collect()
    }
}
