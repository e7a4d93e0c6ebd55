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

#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(target_arch = "wasm32")]
mod net;
#[cfg(target_arch = "wasm32")]
pub mod ui;
