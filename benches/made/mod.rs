//! The text that is measured with, the same for native code and for the
//! browser: no newspaper's, but made.
#![allow(dead_code, reason = "no benchmark needs all of it")]

pub(crate) mod articles;
pub(crate) mod feeds;
