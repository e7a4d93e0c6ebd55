//! The components in a real browser: what they render, and how they live and
//! die. Run by `make test`, which calls `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

mod comments;
mod described;
mod feeds;
mod fixture;
mod fresh;
mod front;
mod life;
mod links;
mod list;
mod listeners;
mod loader;
mod locale;
mod page;
mod ranking;
mod reply;
mod share;
mod sign_up;
mod sign_up_in_list;
mod sign_up_sent;
mod space;

// Found natively, too.
#[path = "../same_everywhere.rs"]
mod same_everywhere;

// Programs are nothing that a test could link: it has their sources.
#[allow(unreachable_pub, reason = "exported where it is a program")]
#[path = "../../programs/formats/src/convert.rs"]
mod convert;
#[allow(unreachable_pub, reason = "exported where it is a program")]
#[path = "../../programs/latent/src/learner.rs"]
mod learner;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
