//! newsrail: *Popular* and *More like this* beside any news article, from one
//! script tag.
//!
//! This is the crate's face: what knows no browser, and what the loader calls.
//! ARCHITECTURE.md is the map.

pub mod article;
#[cfg(feature = "page")]
pub mod comments;
pub mod config;
pub mod feed;
pub mod outbox;
pub mod rank;
pub mod text;

#[cfg(all(target_arch = "wasm32", feature = "formats"))]
pub mod formats;
#[cfg(all(target_arch = "wasm32", feature = "post"))]
pub mod post;

/// As quick as the standard library's own, in half the bytes.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(all(target_arch = "wasm32", feature = "widget"))]
mod host;
#[cfg(all(target_arch = "wasm32", any(feature = "widget", feature = "post")))]
mod net;
#[cfg(all(target_arch = "wasm32", feature = "widget"))]
pub mod ui;
