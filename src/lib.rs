//! newsrail: *Popular* and *More like this* beside any news article, from one
//! script tag.
//!
//! This crate has the views and all that knows the browser; what does not is in
//! `newsrail-core`, and what a page loads is made of both in `programs/`.
//! ARCHITECTURE.md is the map.
#![cfg(target_arch = "wasm32")]

/// As quick as the standard library's own, in half the bytes.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

mod host;
mod net;
pub mod ui;

pub use ui::element::{Mounted, mount, start};
pub use ui::elements::{LISTS, PAGE, all, forms};
pub use ui::newsstand::Elements;
pub use ui::placed::{beside, start_with_feeds};
