//! What crates know that are not made for a browser.

use unicode_normalization::UnicodeNormalization;
use url::Url;

/// A text in the form NFKC.
pub(in crate::text) fn compatible(text: &str) -> String {
    text.nfkc().collect()
}

/// A text in the form NFKD, in lower case.
pub(in crate::text) fn decomposed(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}

/// The address of a reference on a page at a base, which may be empty, as the parser of
/// the URL Standard writes it; `None` where it is none.
pub(in crate::text) fn parsed(base: &str, href: &str) -> Option<String> {
    let base = Url::parse(base).ok();
    let url = Url::options().base_url(base.as_ref()).parse(href).ok()?;
    Some(url.into())
}
