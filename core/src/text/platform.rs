//! What every browser has and this crate would need large tables or much code for:
//! Unicode's normal forms, and the parser of addresses.
//!
//! In a browser it is the browser's own, so that nothing has to be loaded and both agree.
//! Elsewhere it is well-known crates'.

#[cfg_attr(target_arch = "wasm32", path = "platform/browser.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "platform/crates.rs")]
mod of_target;

pub(super) use of_target::{compatible, decomposed, parsed};
