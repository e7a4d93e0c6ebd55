//! What a page's answer says of it in its headers.

use crate::fetch::Reply;
use newsrail_core::feed::discovery::Link;

/// The links of the response's `Link` header, in which WordPress announces its
/// API too.
pub(crate) fn from_headers(reply: &Reply) -> Vec<Link> {
    let value = reply.header("link").unwrap_or_default();
    value
        .split(',')
        .filter_map(|link| {
            let (href, parameters) = link.trim().strip_prefix('<')?.split_once('>')?;
            let parameter = |name: &str| {
                let value = parameters
                    .split(';')
                    .find_map(|p| p.trim().strip_prefix(name)?.strip_prefix('='))?;
                Some(value.trim_matches('"').to_owned())
            };
            Some(Link {
                rel: parameter("rel")?,
                kind: parameter("type").unwrap_or_default(),
                href: href.to_owned(),
                language: parameter("hreflang").unwrap_or_default(),
            })
        })
        .collect()
}
