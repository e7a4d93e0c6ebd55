//! The configurator: what newsrail looks like with a site's own feed, and what to paste
//! to have it so.
//!
//! What is set, the address that holds it, the report on a feed and what is pasted know
//! no browser. `app` is the Leptos application that shows them. ARCHITECTURE.md is the map.

pub mod documents;
pub mod preview;
pub mod report;
pub mod settings;
pub mod snippet;

#[cfg(target_arch = "wasm32")]
#[allow(
    unreachable_pub,
    reason = "a component's macro makes its properties public"
)]
pub mod app;
