//! What every browser has and this crate would need large tables or much code for.
//!
//! The programs of a page hand in the browser's own, so that they agree with it and carry
//! none of it. A native program has well-known crates built in.

use super::normal_form::Form;

/// What a program gives this crate of where it runs.
pub trait Platform: Sync {
    /// A text in a normal form.
    fn normalized(&self, text: &str, form: Form) -> String;

    /// The address of a reference on a page at a base, which may be empty, as the parser
    /// of the URL Standard writes it; `None` where it is none.
    fn parsed(&self, base: &str, href: &str) -> Option<String>;
}

#[cfg_attr(any(test, feature = "native"), path = "platform/built_in.rs")]
#[cfg_attr(not(any(test, feature = "native")), path = "platform/handed_in.rs")]
mod given;

pub(super) use given::platform;
pub use given::provide;
