//! Addresses that need no parser.

use super::{after_web_scheme, until};
use crate::text::split::around_last;

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
    let top = around_last(host, b'.').map_or(host, |(_, top)| top);
    // A host that ends in a number is an address of IPv4, and `xn--` begins a name in
    // other letters: neither is always one.
    top.starts_with(|first: char| first.is_ascii_alphabetic())
        && !host.as_bytes().windows(4).any(|part| part == b"xn--")
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.')
}
