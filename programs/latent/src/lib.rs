//! Likeness of the second order, as a page loads it once a feed of a hundred articles and
//! more is in its lists: exports `Learner`, which `web/learn.js` has work in turns.
#![cfg(target_arch = "wasm32")]

pub mod learner;

/// As quick as the standard library's own, in half the bytes.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
