//! What goes over the wire when a reader sends a form, and what comes back:
//! bodies as providers and sites want them, and what their answers mean.

pub mod reply;
pub mod sign_up;

use super::encoded;
use crate::json::push_string;
use crate::json::{self, Json};

/// A request body and its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestBody {
    /// The `Content-Type`. A form's is one that needs no CORS preflight.
    pub content_type: &'static str,
    /// The body.
    pub body: String,
}

impl RequestBody {
    fn json(body: String) -> Self {
        Self {
            content_type: "application/json",
            body,
        }
    }

    /// Fields as a form sends them.
    fn form(fields: &[(&str, String)]) -> Self {
        let mut body = String::new();
        for (name, value) in fields {
            if !body.is_empty() {
                body.push('&');
            }
            body.push_str(&encoded(name, "+"));
            body.push('=');
            body.push_str(&encoded(value, "+"));
        }
        Self {
            content_type: "application/x-www-form-urlencoded",
            body,
        }
    }
}

/// Whether an answer is a redirect. None is followed: it could hand what the reader
/// has written to anybody, and a page at its end says nothing of it. The browser
/// shows neither its status nor where it leads.
const fn is_redirect(status: u16) -> bool {
    matches!(status, 0 | 300..=399)
}

/// `"name":"value"`
fn push_pair(body: &mut String, name: &str, value: &str) {
    push_string(body, name);
    body.push(':');
    push_string(body, value);
}

/// The words that an answer has for a refusal, as they are: under `message`,
/// `error`, `detail` or `title`, or in the first of `errors` (Ghost). Empty
/// where it has none.
fn refusal(body: &[u8]) -> String {
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
    words.unwrap_or_default().to_owned()
}
