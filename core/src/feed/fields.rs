//! Single fields, as the readers of all formats take them.

use crate::WHOLE;
use crate::article::Author;
use crate::json::Json;
use crate::text::link::resolve;
use crate::text::plain::plain;

/// The text of a field that holds HTML or plain text, plain.
pub(super) fn plain_field(field: &Json<'_>) -> String {
    field.text().map(plain).unwrap_or_default()
}

/// The plain text of a field that only a whole article has.
pub(super) fn whole_field(of: &Json<'_>, name: &str) -> String {
    if WHOLE {
        plain_field(of.get(name))
    } else {
        String::new()
    }
}

/// The address in a field that only a whole article has.
pub(super) fn whole_address(of: &Json<'_>, name: &str, base: &str) -> String {
    if WHOLE {
        address(of.get(name), base)
    } else {
        String::new()
    }
}

/// The non-empty strings of a list, plain.
pub(super) fn plain_list(list: &Json<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for field in list.list() {
        let text = plain_field(field);
        if !text.is_empty() {
            found.push(text);
        }
    }
    found
}

/// The address that a field holds, absolute; empty where it holds none.
pub(super) fn address(field: &Json<'_>, base: &str) -> String {
    let address = field.text().and_then(|href| resolve(base, href));
    address.unwrap_or_default()
}

impl Author {
    /// About how many bytes it takes.
    pub(super) fn size(&self) -> usize {
        100 + self.name.len() + self.url.len() + self.picture.len() + self.bio.len()
    }
}

/// Plain text as HTML. Blank lines part its paragraphs, and special characters are
/// escaped.
pub(super) fn paragraphs(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 7);
    let mut is_open = false;
    for line in text.split('\n') {
        let line = line.trim_ascii();
        if line.is_empty() {
            html.push_str(if is_open { "</p>" } else { "" });
            is_open = false;
            continue;
        }
        html.push_str(if is_open { "\n" } else { "<p>" });
        is_open = true;
        for letter in line.chars() {
            match letter {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                _ => html.push(letter),
            }
        }
    }
    html.push_str(if is_open { "</p>" } else { "" });
    html
}
