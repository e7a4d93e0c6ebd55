//! What the loader must know before Rust is there, and Rust as well: the
//! constants of `web/shared.js`, as `core/build.rs` writes them.

include!(concat!(env!("OUT_DIR"), "/shared.rs"));
