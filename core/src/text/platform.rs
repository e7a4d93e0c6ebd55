//! What every browser has and this crate would need large tables or much code for:
//! Unicode's normal forms, and the parser of addresses.
//!
//! The programs of a page hand in the browser's own, so that they agree with it and carry
//! none of it. A native program has well-known crates built in.

use super::normal_form::Form;

/// A reference on a page (RFC 3986, 4.1).
#[derive(Clone, Copy, Debug)]
pub struct Reference<'r> {
    /// The page's address; maybe empty.
    pub base: &'r str,
    /// The reference as it is written.
    pub href: &'r str,
}

/// What a program hands in of the platform that it runs on.
#[derive(Clone, Copy, Debug)]
pub struct Platform {
    /// A text in a normal form.
    pub normalized: fn(&str, Form) -> String,
    /// The address of a reference as the parser of the URL Standard writes it; `None`
    /// where it is none.
    pub parsed: fn(&Reference<'_>) -> Option<String>,
}

#[cfg_attr(any(test, feature = "native"), path = "platform/built_in.rs")]
#[cfg_attr(not(any(test, feature = "native")), path = "platform/handed_in.rs")]
mod given;

pub use given::provide;
pub(super) use given::{normalized, parsed};
