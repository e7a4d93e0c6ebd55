//! What leaves the reader's device, and only when the reader sends it: the
//! requests that a newsletter's provider and a site's comments want, and what their
//! answers mean.

pub mod provider;
#[cfg(feature = "page")]
pub mod reply;
#[cfg(feature = "page")]
pub mod share;

use crate::feed::json::{self, Json};
use crate::text::excerpt::excerpt;
use crate::text::letter::is_alphanumeric;
use crate::text::plain::plain;
use crate::text::scan::{cut, has, parts};

/// A request body and its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The `Content-Type`. A form's is one that needs no CORS preflight.
    pub content_type: &'static str,
    /// The body.
    pub body: String,
}

/// Fields as a JSON object of strings.
#[cfg(feature = "page")]
fn json_letter(fields: &[(&str, &str)]) -> Letter {
    let mut body = String::new();
    for (name, value) in fields {
        body.push(if body.is_empty() { '{' } else { ',' });
        push_json(&mut body, name);
        body.push(':');
        push_json(&mut body, value);
    }
    body.push('}');
    Letter {
        content_type: "application/json",
        body,
    }
}

/// Fields as a form sends them.
fn form_letter(fields: &[(&str, &str)]) -> Letter {
    let mut body = String::new();
    for (name, value) in fields {
        if !body.is_empty() {
            body.push('&');
        }
        body.push_str(&encoded(name, "+"));
        body.push('=');
        body.push_str(&encoded(value, "+"));
    }
    Letter {
        content_type: "application/x-www-form-urlencoded",
        body,
    }
}

/// The words that an answer has for a refusal, as text: under `message`,
/// `error`, `detail` or `title`, or in the first of `errors` (Ghost). Empty
/// where it has none.
fn said(body: &[u8]) -> String {
    let Ok(json) = json::read(body.trim_ascii()) else {
        return String::new();
    };
    let first = json.get("errors").list().first();
    let within = [Some(&json), Some(json.get("error")), first];
    let words = within.into_iter().flatten().find_map(|at: &Json<'_>| {
        let named = ["message", "error", "detail", "title"];
        at.text()
            .or_else(|| named.iter().find_map(|name| at.get(name).text()))
    });
    short(&plain(words.unwrap_or_default()))
}

/// Words of somebody else's, no longer than a sentence or two.
fn short(words: &str) -> String {
    excerpt(words, 200)
}

/// Whether this can be an e-mail address: the HTML Standard's own definition
/// of a valid one (4.10.5.1.5), and a dot in the host, since a newsletter goes
/// to no machine next door.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = cut(text, "@") else {
        return false;
    };
    text.len() <= 254
        && !name.is_empty()
        && name.chars().all(|c| is_alphanumeric(c) || is_sign(c))
        && is_host(host)
}

fn is_sign(c: char) -> bool {
    c.is_ascii() && b".!#$%&'*+/=?^_`{|}~-".contains(&(c as u8))
}

/// Whether this can be the name of a host on the net: labels with dots between.
fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| is_alphanumeric(c) || c == '-')
    };
    has(host, ".") && parts(host, b".").all(label)
}

/// A JSON string (RFC 8259, 7).
pub(crate) fn push_json(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
    out.push('"');
}

/// One value as the URL Standard, 5.2, has it for a form; `blank` stands for a
/// blank, which in an address is `%20`.
pub(crate) fn encoded(text: &str, blank: &str) -> String {
    let hex = |n: u8| char::from(b"0123456789ABCDEF"[usize::from(n)]);
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                out.push(byte.into());
            }
            b' ' => out.push_str(blank),
            _ => out.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in [
            "a@b.example",
            "first.last+tag@sub.b.example",
            "jörg@müller.example",
        ] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@b.example",
            "a@",
            "a@b",
            "a@b..example",
            "a b@c.example",
            "a@-b.example",
            "a@b.example.",
            "a@b@c.example",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
