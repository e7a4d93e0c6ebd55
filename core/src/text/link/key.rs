//! Which two addresses are the same article.

use super::after_web_scheme;
use super::plain::has_named_host;
use crate::text::split::{around_last, split_before, until, without_last};

/// The key that all addresses of one article have in common. It is no address itself: it
/// is [`short`], with its letters beyond ASCII escaped.
#[must_use]
pub fn key(url: &str) -> String {
    escaped(&short(url))
}

/// What all addresses of one article have in common, as people read it.
///
/// It has no scheme, no `www.`, no fragment, no tracking parameters and no trailing slash,
/// and its host is in lower case. An AMP or print variant has the key of the article.
/// A fragment that is a route of the site's own (`#/news/1`,
/// `#!news/1`) says which article it is, and stays.
#[must_use]
pub fn short(url: &str) -> String {
    let rest = after_web_scheme(url).unwrap_or(url);
    let (rest, fragment) = split_before(rest, &['#']);
    let rest = without_amp_cache(rest);
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = split_before(address, &['/']);
    let mut key = host.to_ascii_lowercase();
    for port in [":80", ":443"] {
        key.truncate(key.strip_suffix(port).unwrap_or(&key).len());
    }
    // `amp.www.` and `www.amp.` both occur.
    let short = without_start(&key, &["www."]);
    let short = without_start(without_start(short, &["amp.", "print."]), &["www."]);
    let mut key = short.to_owned();
    push_path(&mut key, path);
    let mut separator = '?';
    for parameter in query.split('&') {
        let name = until(parameter, &['=']).to_ascii_lowercase();
        if !name.is_empty() && !is_tracking(&name) && !is_variant(&name, parameter) {
            key.push(separator);
            key.push_str(parameter);
            separator = '&';
        }
    }
    if fragment.starts_with("#/") || fragment.starts_with("#!") {
        key.push_str(fragment);
    }
    key
}

/// A key with each letter beyond ASCII and each blank escaped, in capitals, and no escaped
/// letter of ASCII: `%d9%85`, `%D9%85` and `م` are one (RFC 3986, 6.2.2 and RFC 3987, 3.1).
fn escaped(key: &str) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    let mut out = String::with_capacity(key.len());
    let mut rest = key.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        let mut byte = *first;
        let mut is_escaped = !byte.is_ascii_graphic();
        if byte == b'%'
            && let Some(code) = hex(behind)
        {
            byte = code;
            is_escaped = !is_unreserved(code);
            rest = &behind[2..];
        }
        if is_escaped {
            out.push('%');
            out.push(DIGITS[usize::from(byte >> 4)]);
            out.push(DIGITS[usize::from(byte & 15)]);
        } else {
            out.push(char::from(byte));
        }
    }
    out
}

/// The byte that two hexadecimal digits stand for.
fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*digits.get(at)?).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

/// Whether a character means the same escaped or not (RFC 3986, 2.3).
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// The part of a [`key`] that is no host: its path and query, `/` for none.
#[must_use]
pub fn path_of(key: &str) -> &str {
    match split_before(key, &['/', '?']).1 {
        "" => "/",
        path => path,
    }
}

/// The publisher's own address in one of an AMP cache
/// (`paper-example.cdn.ampproject.org/c/s/paper.example/…`) or a viewer
/// (`google.com/amp/s/paper.example/…`).
fn without_amp_cache(rest: &str) -> &str {
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let inside = if host.ends_with(".cdn.ampproject.org") {
        without_start(path, &["c/", "v/"])
    } else if host.starts_with("www.google.") {
        match path.strip_prefix("amp/") {
            Some(inside) => inside,
            None => return rest,
        }
    } else {
        return rest;
    };
    let inside = inside.strip_prefix("s/").unwrap_or(inside);
    if has_named_host(inside) { inside } else { rest }
}

/// Adds the path without the marks of a variant: `/amp/` before or behind it, `/print`,
/// `.amp` and `.print` before its ending.
fn push_path(key: &mut String, path: &str) {
    const VARIANTS: [&str; 2] = ["amp", "print"];
    let path = without_last(path, b'/');
    let path = match around_last(path, b'/') {
        // The page of a site at `/amp` itself is no variant of its front page.
        Some((before, last)) if !before.is_empty() && VARIANTS.contains(&last) => {
            without_last(before, b'/')
        }
        _ => path,
    };
    let path = without_start(path, &["/amp/", "/print/"]);
    if !path.is_empty() && !path.starts_with('/') {
        key.push('/');
    }
    for (at, part) in path.split('.').enumerate() {
        if at == 0 || !VARIANTS.contains(&part) {
            if at > 0 {
                key.push('.');
            }
            key.push_str(part);
        }
    }
}

fn without_start<'t>(text: &'t str, starts: &[&str]) -> &'t str {
    for start in starts {
        if let Some(rest) = text.strip_prefix(start) {
            return rest;
        }
    }
    text
}

/// Parameters that say where a reader came from, not what is read.
fn is_tracking(name: &str) -> bool {
    const NAMES: &str = "fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid _ga _gl _hsenc _hsmi mkt_tok vero_id wt_mc cmp cmpid icid ito ncid ocid smid smtyp soc_src soc_trk xtor";
    const STARTS: [&str; 6] = ["utm_", "at_", "pk_", "mtm_", "hsa_", "matomo_"];
    STARTS.iter().any(|start| name.starts_with(start))
        || NAMES.split(' ').any(|known| known == name)
}

/// Parameters that ask for the AMP or print variant: `?amp`, `?amp=1`,
/// `?outputType=amp`, `?view=print`.
fn is_variant(name: &str, parameter: &str) -> bool {
    const SWITCHES: [&str; 2] = ["amp", "print"];
    const ON: [&str; 6] = ["", "1", "true", "yes", "amp", "print"];
    const CHOICES: [&str; 6] = ["output", "outputtype", "view", "mode", "format", "type"];
    const CHOSEN: [&str; 3] = ["amp", "amphtml", "print"];
    let value = parameter.get(name.len() + 1..).unwrap_or_default();
    SWITCHES.contains(&name) && ON.contains(&value)
        || CHOICES.contains(&name) && CHOSEN.contains(&value)
}
