//! What newsrail knows without a browser: how feeds are read, articles ranked,
//! settings understood, and how what a reader sends looks on the wire.
//!
//! Every room here is tested by plain `cargo test`. ARCHITECTURE.md is the map.

pub mod article;
pub mod choose;
pub mod comments;
pub mod config;
pub mod feed;
pub mod json;
pub mod outbox;
pub mod rank;
pub mod shared;
pub mod sort;
#[cfg(feature = "whole")]
pub mod surface;
pub mod text;
pub mod texts;

/// Whether all that a feed says is read, for those who show whole articles or hand
/// them on. A page that has lists alone pays for what lists show.
pub const WHOLE: bool = cfg!(feature = "whole");

#[cfg(test)]
mod tests;
