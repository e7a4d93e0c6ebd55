//! Addresses of a feed's further pages.

use crate::text::number::read;
use crate::text::split::{parts, until};

/// `url` with its parameter `page` set to this number.
pub(super) fn with_page(url: &str, page: &str) -> String {
    let url = until(url, &['#']);
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let mut paged = [address, "?"].concat();
    for parameter in query.split('&') {
        if !parameter.is_empty() && !parameter.starts_with("page=") {
            paged.push_str(parameter);
            paged.push('&');
        }
    }
    paged + "page=" + page
}

/// Whether the page at `url` is the last. `pages` is their number, as WordPress's
/// header gives it.
#[must_use]
pub fn is_last(url: &str, pages: &str) -> bool {
    let parameter = url.strip_suffix(pages).unwrap_or_default();
    ["?page=", "&page="]
        .iter()
        .any(|name| parameter.ends_with(name))
        || pages == "1"
}

/// A number among the parameters of `url`.
pub(super) fn parameter(url: &str, name: &str) -> Option<usize> {
    let (_, query) = url.split_once('?')?;
    for parameter in parts(query, &['&', '#']) {
        let value = parameter.strip_prefix(name);
        if let Some(value) = value.and_then(|value| value.strip_prefix('=')) {
            return read(value).map(|number| number as usize);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        assert_eq!(with_page("https://h/p", "2"), "https://h/p?page=2");
        assert_eq!(
            with_page(
                "https://h/?rest_route=/wp/v2/posts&page=1&per_page=5#x",
                "2"
            ),
            "https://h/?rest_route=/wp/v2/posts&per_page=5&page=2"
        );
        assert_eq!(
            parameter("https://h/?a=1&per_page=50", "per_page"),
            Some(50)
        );
        assert_eq!(parameter("https://h/?per_page=x", "per_page"), None);
        assert!(is_last("https://h/?per_page=5&page=3", "3") && is_last("https://h/?page=3", "3"));
        assert!(is_last("https://h/?per_page=5", "1"));
        for other in [
            "https://h/?per_page=3",
            "https://h/?page=13",
            "https://h/?page=2",
            "3",
        ] {
            assert!(!is_last(other, "3"), "{other}");
        }
    }
}
