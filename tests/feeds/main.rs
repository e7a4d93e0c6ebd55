//! The feed readers against public test data, against another reader, and
//! against broken input. Run with `-- --nocapture` to see what is compared.
#![cfg(not(target_arch = "wasm32"))]

mod agreement;
mod corpora;
mod expectation;
mod json_suite;
mod known;
mod mutations;
mod reference;
mod valid;
