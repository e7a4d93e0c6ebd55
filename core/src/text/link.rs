//! Addresses: which may leave as links, and which two are of the same article.
//!
//! Nothing leaves but http and https.

mod key;
mod plain;

pub use key::{key, path_of, short};

use super::platform::{Reference, parsed};
use super::split::until;
use plain::is_plain;

/// The bytes that no address has: no server takes as many. Nothing is resolved against an
/// address of megabytes, since it would be copied for each link on its page.
const LONGEST: usize = 16 << 10;

/// The absolute address of `href` on a page at `base`; `None` where it is not http or
/// https.
///
/// A whole address stays as it is written where there is nothing to doubt in it; any other
/// is what the parser makes of it (URL Standard, <https://url.spec.whatwg.org/>), since
/// that is where a browser follows it to.
#[must_use]
pub fn resolve(base: &str, href: &str) -> Option<String> {
    let stands = |byte: u8| byte > b' ';
    let href = &href[href.bytes().position(stands)?..=href.bytes().rposition(stands)?];
    if href.len().max(base.len()) >= LONGEST {
        return None;
    }
    if is_plain(href) {
        return Some(href.to_owned());
    }
    let parsed = parsed(&Reference { base, href });
    parsed.filter(|url| after_web_scheme(url).is_some())
}

/// Whether an address is of the same origin as `base`. Both count as they are written,
/// so in doubt it is not.
#[must_use]
pub fn same_origin(url: &str, base: &str) -> bool {
    let start = base.len() - after_web_scheme(base).unwrap_or_default().len();
    let end = start + until(&base[start..], &['/']).len();
    end < base.len() && url.starts_with(&base[..=end])
}

fn after_web_scheme(url: &str) -> Option<&str> {
    for scheme in ["https://", "http://"] {
        let (start, rest) = url.split_at_checked(scheme.len())?;
        if start.eq_ignore_ascii_case(scheme) {
            return Some(rest);
        }
    }
    None
}

/// Whether a text is written as a whole address (`https://…`), and no identifier, name or
/// path.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let behind = text.split_once(':').map(|(_, rest)| rest);
    behind.is_some_and(|rest| rest.starts_with("//"))
}

#[cfg(test)]
mod tests;
