//! The parser of addresses (URL Standard, <https://url.spec.whatwg.org/>).
//!
//! Every browser has one, and whoever follows a link goes where that says. So the programs
//! of a page hand in the browser's, and a native program has the crate `url` built in.

use super::{after_web_scheme, until};

/// The address of a reference on a page at a base, which may be empty, as the parser
/// writes it; `None` where it is none.
pub type Parse = fn(base: &str, href: &str) -> Option<String>;

#[cfg_attr(feature = "addresses", path = "parser/built_in.rs")]
#[cfg_attr(not(feature = "addresses"), path = "parser/handed_in.rs")]
mod parse;

pub use parse::provide;

/// The address of `href` on a page at `base`, where that is http or https.
pub(super) fn parsed(base: &str, href: &str) -> Option<String> {
    parse::parsed(base, href).filter(|url| after_web_scheme(url).is_some())
}

/// Whether an address is a whole one that every parser takes as it is, as most of a feed's
/// are.
pub(super) fn is_plain(href: &str) -> bool {
    after_web_scheme(href).is_some_and(|rest| {
        has_named_host(rest) && rest.bytes().all(|byte| byte > b' ' && byte != b'\\')
    })
}

/// Whether what stands behind a scheme begins with a host that is a name in ASCII, with no
/// port behind it.
pub(super) fn has_named_host(rest: &str) -> bool {
    let host = until(rest, &['/', '?', '#']);
    let top = host.rsplit_once('.').map_or(host, |(_, top)| top);
    // A host that ends in a number is an address of IPv4, and `xn--` begins a name in
    // other letters: neither is always one.
    top.starts_with(|first: char| first.is_ascii_alphabetic())
        && !host.as_bytes().windows(4).any(|part| part == b"xn--")
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.')
}
