//! What leaves the reader's device, and only when the reader sends it: the
//! request that a newsletter's provider wants, and what its answer means.

#[cfg(feature = "page")]
pub mod reply;
#[cfg(feature = "page")]
pub mod share;

use crate::config::Provider;
use crate::feed::json::{self, Json};
use crate::text::excerpt::excerpt;
use crate::text::plain::plain;

/// A request body and its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The `Content-Type`. A form's is one that needs no CORS preflight.
    pub content_type: &'static str,
    /// The body.
    pub body: String,
}

/// What became of a sign-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The provider took the address. Whether it will ask for confirmation is
    /// not known.
    Accepted,
    /// The provider answered and did not take it.
    Refused,
    /// The provider has a fault of its own or too much to do.
    Unavailable,
    /// No answer that could be read.
    Unreachable,
    /// The device says that it has no connection.
    Offline,
}

/// The request for one address, or `None` where the publisher wants a link to
/// a page of his own.
#[must_use]
pub fn sign_up(provider: Provider, email: &str) -> Option<Letter> {
    match provider {
        Provider::Json => Some(json_letter(&[("email", email)])),
        Provider::Form => Some(form_letter(&[("email", email)])),
        Provider::Page => None,
    }
}

/// Fields as a JSON object of strings.
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

/// What a provider's status says.
#[must_use]
pub fn outcome(status: u16) -> Outcome {
    match status {
        200..=299 => Outcome::Accepted,
        408 | 429 | 500.. => Outcome::Unavailable,
        _ => Outcome::Refused,
    }
}

/// Whether this can be an e-mail address: the HTML Standard's own definition
/// of a valid one (4.10.5.1.5), and a dot in the host, since a newsletter goes
/// to no machine next door.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    text.len() <= 254
        && !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c))
        && is_host(host)
}

/// Whether this can be the name of a host on the net: labels with dots between.
fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    host.contains('.') && host.split('.').all(label)
}

/// A JSON string (RFC 8259, 7).
fn push_json(out: &mut String, text: &str) {
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
    fn letters() {
        let letter = sign_up(Provider::Json, "a\"b@c.example").expect("a letter");
        assert_eq!(letter.body, r#"{"email":"a\"b@c.example"}"#);
        let letter = sign_up(Provider::Form, "a+ü@c.example").expect("a letter");
        assert_eq!(letter.body, "email=a%2B%C3%BC%40c.example");
        assert_eq!(sign_up(Provider::Page, "a@c.example"), None);
    }

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

    #[test]
    fn outcomes() {
        assert_eq!(outcome(201), Outcome::Accepted);
        assert_eq!(outcome(422), Outcome::Refused);
        assert_eq!(outcome(429), Outcome::Unavailable);
        assert_eq!(outcome(503), Outcome::Unavailable);
    }
}
