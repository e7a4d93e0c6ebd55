//! What leaves the reader's device, and only when the reader sends it: what a
//! form asks and for whom, and in `wire` the requests that a newsletter's provider
//! and a site's comments want, and what their answers mean.

pub mod provider;
pub mod reply;
pub mod share;
pub mod sign_up;
pub mod wire;

use crate::text::alphanumeric::is_alphanumeric;
use crate::text::excerpt::excerpt;
use crate::text::plain::plain;

/// What somebody else's server says to a reader, who sees it as text and no more
/// than a sentence or two.
#[must_use]
pub fn server_message(words: &str) -> String {
    excerpt(&plain(words), 200)
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
    host.contains('.') && host.split('.').all(label)
}

/// One value as the URL Standard, 5.2, has it for a form; `blank` stands for a
/// blank, which in an address is `%20`.
#[must_use]
pub fn encoded(text: &str, blank: &str) -> String {
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
    fn the_words_of_a_server_are_text() {
        assert_eq!(
            server_message("Email is <b>not</b> valid"),
            "Email is not valid"
        );
        assert_eq!(server_message("<p>No</p> &amp; no"), "No & no");
        assert!(server_message(&"word ".repeat(100)).len() <= 202);
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
}
