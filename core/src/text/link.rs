//! Addresses: which may leave as links, and which two are of the same article.
//!
//! Nothing leaves but http and https. A whole URL parser costs more than all other
//! handling of text, and the browser parses the result anyway.

mod key;

pub use key::{key, path_of, short};

use super::split::{parts, split_before, until};

/// The bytes that no address has: no server takes as many. Nothing is resolved against an
/// address of megabytes, since it would be copied for each link on its page.
const LONGEST: usize = 16 << 10;

/// The absolute address of `href` on a page at `base`; `None` where it is not http or
/// https.
///
/// Follows RFC 3986, 5.2, with the browsers' leniency (URL Standard, 4.4):
/// blanks and control characters around it are cut off, tabs and line breaks
/// inside it removed.
#[must_use]
pub fn resolve(base: &str, href: &str) -> Option<String> {
    let stands = |byte: u8| byte > b' ';
    let href = &href[href.bytes().position(stands)?..=href.bytes().rposition(stands)?];
    let mut unbroken = String::with_capacity(href.len());
    for part in parts(href, &['\t', '\n', '\r']) {
        unbroken.push_str(part);
    }
    let href = unbroken;
    if let Some(rest) = after_web_scheme(&href) {
        return has_host(rest).then(|| href.clone());
    }
    if has_scheme(&href) {
        return None;
    }
    let rest = after_web_scheme(base).filter(|rest| has_host(rest))?;
    let scheme = &base[..base.len() - rest.len()];
    let is_slash = |&&byte: &&u8| byte == b'/' || byte == b'\\';
    if href.as_bytes().iter().take(2).filter(is_slash).count() == 2 {
        let rest = &href[2..];
        return has_host(rest).then(|| [scheme, rest].concat());
    }
    let (host, place) = split_before(rest, &['/', '?', '#']);
    let path = until(place, &['?', '#']);
    let (kept, href) = match href.as_bytes()[0] {
        b'#' => (until(place, &['#']), href),
        b'?' => (path, href),
        b'/' | b'\\' => ("", without_dots(&href)),
        _ => {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            ("", without_dots(&[folder, "/", &href].concat()))
        }
    };
    Some([scheme, host, kept, &href].concat())
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

/// Whether what stands behind a scheme begins with a host, as a browser knows one (URL
/// Standard, 3.5 and 4.4): to any other no link leads.
fn has_host(rest: &str) -> bool {
    let authority = until(rest, &['/', '\\', '?', '#']);
    // Who asks stands before the host.
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let (host, port) = match host.rsplit_once(':') {
        // An address of IPv6 has colons of its own.
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (host, ""),
    };
    let is_ipv6 = host.starts_with('[') && host.ends_with(']');
    let stands = |byte: u8| {
        if is_ipv6 {
            byte.is_ascii_hexdigit() || b"[:]".contains(&byte)
        } else {
            byte > b' ' && !b"%:<>[]^|\x7f".contains(&byte)
        }
    };
    let is_port = port.len() < 5 || port.len() == 5 && port <= "65535";
    rest.len() < LONGEST
        && !host.is_empty()
        && host.bytes().all(stands)
        && is_port
        && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text is written as a whole address (`https://…`), and no identifier, name or
/// path.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let behind = text.split_once(':').map(|(_, rest)| rest);
    behind.is_some_and(|rest| rest.starts_with("//"))
}

/// Whether an address begins with a scheme: a `:` comes before anything that cannot
/// stand in one (RFC 3986, 3.1).
fn has_scheme(href: &str) -> bool {
    let Some((scheme, _)) = href.split_once(':') else {
        return false;
    };
    let stands = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(stands)
}

/// Resolves `.` and `..` in the path of `reference`, its query left alone.
fn without_dots(reference: &str) -> String {
    let (path, tail) = split_before(reference, &['?', '#']);
    let mut out = String::with_capacity(reference.len());
    let mut segments = parts(path, &['/', '\\']);
    // What stands before the first slash is nothing.
    segments.next();
    let mut is_open = true;
    for segment in segments {
        is_open = segment == "." || segment == "..";
        if segment == ".." {
            out.truncate(out.rfind('/').unwrap_or_default());
        }
        if !is_open {
            out.push('/');
            out.push_str(segment);
        }
    }
    if is_open {
        out.push('/');
    }
    out + tail
}

#[cfg(test)]
mod tests;
