//! The components in a real browser: what they render, and how they live and
//! die. Run by `make test`, which calls `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

mod bench;
mod feeds;
mod fresh;
mod front;
mod life;
mod list;
mod listeners;
mod page;
mod ranking;
mod reply;
mod share;
mod sign_up;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
