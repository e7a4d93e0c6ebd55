//! Addresses: what may leave as a link, and which two are the same article.
//!
//! A whole URL parser costs more than all the rest of this crate's text
//! handling; the browser parses the result anyway. What matters here is that
//! nothing leaves but http and https.

use super::scan;

/// What any address is shorter than, in bytes: no server takes as many. Against one
/// of megabytes nothing is resolved, since it would be copied for each link on its
/// page.
const LONGEST: usize = 16 << 10;

/// The absolute address that `href` means on a page at `base`, or `None` where
/// that is not http or https.
///
/// Follows RFC 3986, 5.2, with the browsers' leniency (URL Standard, 4.4):
/// blanks and control characters around it are cut off, tabs and line breaks
/// inside it removed.
#[must_use]
pub fn resolve(base: &str, href: &str) -> Option<String> {
    let stands = |byte: u8| byte > b' ';
    let href = &href[href.bytes().position(stands)?..=href.bytes().rposition(stands)?];
    let mut unbroken = String::with_capacity(href.len());
    for part in scan::parts(href, b"\t\n\r") {
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
    if href.starts_with("//") || href.starts_with("\\\\") {
        let rest = &href[2..];
        return has_host(rest).then(|| [scheme, rest].concat());
    }
    let (host, place) = rest.split_at(scan::any(rest, b"/?#"));
    let path = &place[..scan::any(place, b"?#")];
    let (kept, href) = match href.as_bytes()[0] {
        b'#' => (&place[..scan::any(place, b"#")], href),
        b'?' => (path, href),
        b'/' | b'\\' => ("", without_dots(&href)),
        _ => {
            let folder = &path[..scan::last(path, b'/').unwrap_or_default()];
            ("", without_dots(&[folder, "/", &href].concat()))
        }
    };
    Some([scheme, host, kept, &href].concat())
}

/// What two addresses of one article have in common: no scheme, no `www.`, no
/// fragment, no tracking parameters, no trailing slash, host in lower case;
/// an AMP or print variant has the key of the article. Not an address itself.
#[must_use]
pub fn key(url: &str) -> String {
    let rest = after_web_scheme(url).unwrap_or(url);
    let rest = &rest[..scan::any(rest, b"#")];
    let rest = without_amp_cache(rest);
    let (address, query) = scan::cut(rest, "?").unwrap_or((rest, ""));
    let (host, path) = address.split_at(scan::any(address, b"/"));
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
    for parameter in scan::parts(query, b"&") {
        let name = parameter[..scan::any(parameter, b"=")].to_ascii_lowercase();
        if !name.is_empty() && !is_tracking(&name) && !is_variant(&name, parameter) {
            key.push(separator);
            key.push_str(parameter);
            separator = '&';
        }
    }
    key
}

/// The part of a [`key`] that is no host: its path and query, `/` for none.
#[must_use]
pub fn path_of(key: &str) -> &str {
    match &key[scan::any(key, b"/?")..] {
        "" => "/",
        path => path,
    }
}

/// Whether a web address is of the origin of `base`, which ends with a slash.
/// In doubt it is not: both count as they are written.
#[must_use]
pub fn same_origin(url: &str, base: &str) -> bool {
    let start = base.len() - after_web_scheme(base).unwrap_or_default().len();
    let end = start + scan::any(&base[start..], b"/");
    end < base.len() && url.starts_with(&base[..=end])
}

/// The publisher's own address in one of an AMP cache
/// (`paper-example.cdn.ampproject.org/c/s/paper.example/…`) or a viewer
/// (`google.com/amp/s/paper.example/…`).
fn without_amp_cache(rest: &str) -> &str {
    let (host, path) = scan::cut(rest, "/").unwrap_or((rest, ""));
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
    if has_host(inside) { inside } else { rest }
}

/// The path without what marks a variant: `/amp/` before or behind it,
/// `/print`, `.amp` and `.print` before its ending.
fn push_path(key: &mut String, path: &str) {
    const VARIANTS: [&str; 2] = ["amp", "print"];
    let path = scan::trim_end(path, b"/");
    let path = match scan::last(path, b'/') {
        // The page of a site at `/amp` itself is no variant of its front page.
        Some(at) if at > 0 && VARIANTS.contains(&&path[at + 1..]) => {
            scan::trim_end(&path[..at], b"/")
        }
        _ => path,
    };
    let path = without_start(path, &["/amp/", "/print/"]);
    if !path.is_empty() && !path.starts_with('/') {
        key.push('/');
    }
    for (at, part) in scan::parts(path, b".").enumerate() {
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
        || scan::parts(NAMES, b" ").any(|known| known == name)
}

/// Parameters that ask for the AMP or print variant: `?amp`, `?amp=1`,
/// `?outputType=amp`, `?view=print`.
fn is_variant(name: &str, parameter: &str) -> bool {
    let value = parameter.get(name.len() + 1..).unwrap_or_default();
    match name {
        "amp" | "print" => ["", "1", "true", "yes", "amp", "print"].contains(&value),
        "output" | "outputtype" | "view" | "mode" | "format" | "type" => {
            ["amp", "amphtml", "print"].contains(&value)
        }
        _ => false,
    }
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

fn has_host(rest: &str) -> bool {
    rest.len() < LONGEST && scan::any(rest, b"/\\?#:@ ") > 0
}

/// Whether a `:` comes before anything that cannot stand in a scheme.
fn has_scheme(href: &str) -> bool {
    let bytes = href.as_bytes();
    let ends = |byte: &u8| !(byte.is_ascii_alphanumeric() || b"+-.".contains(byte));
    let end = bytes.iter().position(ends);
    bytes[0].is_ascii_alphabetic() && end.is_some_and(|end| bytes[end] == b':')
}

/// Resolves `.` and `..` in the path of `reference`, its query left alone.
fn without_dots(reference: &str) -> String {
    let (path, tail) = reference.split_at(scan::any(reference, b"?#"));
    let mut out = String::with_capacity(reference.len());
    let mut segments = scan::parts(path, b"/\\");
    // What stands before the first slash is nothing.
    segments.next();
    let mut is_open = true;
    for segment in segments {
        is_open = segment == "." || segment == "..";
        if segment == ".." {
            out.truncate(scan::last(&out, b'/').unwrap_or_default());
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
mod tests {
    use super::*;

    // An article's address of megabytes was copied for each link of its text.
    #[test]
    fn what_is_longer_than_any_address_is_none() {
        let long = |length| ["https://paper.example/", &"a".repeat(length)].concat();
        for (length, is_one) in [(LONGEST / 2, true), (LONGEST, false)] {
            assert_eq!(resolve("", &long(length)).is_some(), is_one);
            assert_eq!(resolve(&long(length), "/b").is_some(), is_one);
        }
    }

    #[test]
    fn relative_references() {
        let base = "https://paper.example/news/today/feed.json?page=2#x";
        for (href, wanted) in [
            ("https://other.example/a", "https://other.example/a"),
            ("//cdn.example/p.png", "https://cdn.example/p.png"),
            ("/a/../b/./c", "https://paper.example/b/c"),
            ("story.html", "https://paper.example/news/today/story.html"),
            ("../?id=7", "https://paper.example/news/?id=7"),
            ("..", "https://paper.example/news/"),
            ("../../../../x", "https://paper.example/x"),
            ("?p=5", "https://paper.example/news/today/feed.json?p=5"),
            (
                "#top",
                "https://paper.example/news/today/feed.json?page=2#top",
            ),
            (" \n/a\tb ", "https://paper.example/ab"),
            (
                "a:b/c".trim_start_matches("a:"),
                "https://paper.example/news/today/b/c",
            ),
        ] {
            assert_eq!(resolve(base, href).as_deref(), Some(wanted), "{href:?}");
        }
        assert_eq!(resolve("http://h", "x").as_deref(), Some("http://h/x"));
    }

    #[test]
    fn nothing_but_web_addresses() {
        for href in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "mailto:a@b.example",
            "file:///etc/passwd",
            "https://",
            "https:///x",
            "http://:80/",
            "",
            "   ",
        ] {
            assert_eq!(resolve("https://paper.example/", href), None, "{href:?}");
        }
        assert_eq!(resolve("about:blank", "story.html"), None);
        assert_eq!(resolve("", "story.html"), None);
    }

    #[test]
    fn the_same_origin() {
        let feed = "https://paper.example/feed.json";
        assert!(same_origin("https://paper.example/news?page=2", feed));
        for next in [
            "http://paper.example/2",
            "https://paper.example:8443/2",
            "https://paper.example@other.example/2",
            "https://paper.example.other.example/2",
            "https://paper.example\\@other.example/2",
            "//paper.example/2",
            "javascript:2",
            "",
        ] {
            assert!(!same_origin(next, feed), "{next}");
        }
        let bare = "https://paper.example";
        assert!(!same_origin("https://paper.example.other/", bare));
    }

    #[test]
    fn the_same_article() {
        let same = key("https://www.Paper.example/a/b/?utm_source=x&id=3&fbclid=y#c");
        assert_eq!(same, "paper.example/a/b?id=3");
        assert_eq!(key("http://paper.example/a/b?id=3"), same);
        assert_ne!(key("https://paper.example/A/b?id=3"), same);
        assert_eq!(key("https://paper.example"), key("https://paper.example/"));
        assert_eq!(path_of(&same), "/a/b?id=3");
        assert_eq!(path_of("paper.example"), "/");
    }

    #[test]
    fn variants_of_the_same_article() {
        for variant in [
            "https://paper.example/2026/rain.html",
            "https://amp.paper.example/2026/rain.html",
            "https://www.amp.paper.example:443/2026/rain.html",
            "https://paper.example/amp/2026/rain.html",
            "https://paper.example/2026/rain.html/amp/",
            "https://paper.example/2026/rain.amp.html",
            "https://paper.example/2026/rain.print.html",
            "https://paper.example/2026/rain.html?amp=1",
            "https://paper.example/2026/rain.html?outputType=amp&utm_medium=x",
            "https://paper.example/2026/rain.html?print=true",
            "https://paper.example/2026/rain.html/print/",
            "https://print.paper.example/2026/rain.html",
            "https://paper-example.cdn.ampproject.org/c/s/paper.example/2026/rain.html",
            "https://www.google.com/amp/s/amp.paper.example/2026/rain.html",
        ] {
            assert_eq!(key(variant), "paper.example/2026/rain.html", "{variant}");
        }
        // What only looks like one.
        assert_ne!(key("https://paper.example/amp"), "paper.example");
        assert_eq!(
            key("https://paper.example/a?type=letter"),
            "paper.example/a?type=letter"
        );
        assert_eq!(
            key("https://paper.example/printing"),
            "paper.example/printing"
        );
        assert_eq!(
            key("https://paper.example/a?print=run"),
            "paper.example/a?print=run"
        );
    }
}
