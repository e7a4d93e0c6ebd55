//! The parser, built in: for programs that run where there is no browser.

use super::Parse;
use url::Url;

/// There is nothing to be handed in.
pub fn provide(_parse: Parse) {}

pub(super) fn parsed(base: &str, href: &str) -> Option<String> {
    let base = Url::parse(base).ok();
    let url = Url::options().base_url(base.as_ref()).parse(href).ok()?;
    Some(url.into())
}
