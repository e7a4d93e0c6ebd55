//! What readers have replied to an article, read from JSON.
//!
//! Two shapes are read: comments of the WordPress REST API (`wp/v2/comments`),
//! and a plain list, bare or under `comments`, of `{id, parent, name, url,
//! date, content}`, where `content` is HTML. A field of the wrong type costs
//! that field, an entry without a text costs that entry.

pub mod thread;

use crate::json::{self, Json};
use crate::outbox::reply::Reply;
use crate::text::alphanumeric::is_alphanumeric;
use crate::text::date::Timestamp;
use crate::text::date::rfc3339;
use crate::text::link::resolve;
use crate::text::number::decimal;
use crate::text::plain::plain;
use crate::text::split::at_most;
use std::rc::Rc;

/// The most comments that are read of one answer.
pub const MOST: usize = 20_000;

/// The most bytes of a writer's name, which stands once more with each answer.
const LONGEST_NAME: usize = 1024;

/// One reader's reply.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comment {
    /// Its identifier, unique among those of an article.
    pub id: String,
    /// The identifier of the one that it answers; empty for none.
    pub parent: String,
    /// Who wrote it, plain text; maybe empty.
    pub name: String,
    /// The writer's page: http or https, or empty.
    pub url: String,
    /// When.
    pub published: Option<Timestamp>,
    /// What it says; untrusted HTML.
    pub body: String,
}

impl Comment {
    /// Whether it is this reply: of the same name, to the same comment, and with the
    /// same letters and digits, since a site sets quotation marks its own way, makes
    /// links of addresses, and takes markup for markup or for text.
    #[must_use]
    pub fn is(&self, reply: &Reply) -> bool {
        let said = letters(&plain(&self.body));
        self.name == reply.name
            && self.parent == reply.parent
            && !said.is_empty()
            && (said == letters(&reply.text) || said == letters(&plain(&reply.text)))
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|&sign| is_alphanumeric(sign)).collect()
}

/// The address of some comments of a WordPress site whose comments are at
/// `all`: those to an article, or only those to the `parents` of a
/// comma-separated list, `count` of them behind the first `skip`.
#[must_use]
pub fn wordpress_url(
    all: &str,
    article: &str,
    parents: &str,
    page: (usize, usize),
    newest: bool,
) -> String {
    let (skip, count) = page;
    [
        all,
        if all.contains('?') { "&" } else { "?" },
        "post=",
        article,
        "&parent=",
        parents,
        "&offset=",
        &decimal(skip),
        "&per_page=",
        &decimal(count),
        "&order=",
        if newest { "desc" } else { "asc" },
        "&_fields=id,parent,author_name,author_url,date_gmt,content",
    ]
    .concat()
}

/// The comments in some bytes from `base`; `None` where it is no list of them.
#[must_use]
pub fn read(bytes: &[u8], base: &str) -> Option<Vec<Rc<Comment>>> {
    let json = json::read(bytes.trim_ascii()).ok()?;
    let list = match &json {
        Json::List(list) => list,
        map => match map.get("comments") {
            Json::List(list) => list,
            _ => return None,
        },
    };
    let mut found = Vec::new();
    for entry in list.iter().take(MOST) {
        let comment = comment(entry, base);
        if !comment.body.trim_ascii().is_empty() {
            found.push(Rc::new(comment));
        }
    }
    Some(found)
}

fn comment(entry: &Json<'_>, base: &str) -> Comment {
    let text = |names: [&str; 2]| names.iter().find_map(|name| entry.get(name).text());
    let body = entry.get("content");
    let body = body.get("rendered").text().or_else(|| body.text());
    let parent = entry.get("parent").label().unwrap_or_default();
    Comment {
        id: entry.get("id").label().unwrap_or_default().to_owned(),
        // WordPress writes 0 for none.
        parent: if parent == "0" { "" } else { parent }.to_owned(),
        name: text(["author_name", "name"])
            .map(|name| plain(at_most(name, LONGEST_NAME)))
            .unwrap_or_default(),
        url: text(["author_url", "url"])
            .and_then(|url| resolve(base, url))
            .unwrap_or_default(),
        published: text(["date_gmt", "date"]).and_then(rfc3339),
        body: body.unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://paper.example/wp-json/wp/v2/comments";

    #[test]
    fn as_wordpress_writes_them() {
        let list = read(
            br#"[{"id":7,"parent":0,"author_name":"Ana &amp; Bo","author_url":"https://ana.example/","date_gmt":"2026-11-20T09:00:00",
            "content":{"rendered":"<p>Yes</p>"}},
            {"id":8,"parent":7,"author_name":"","author_url":"javascript:x","content":{"rendered":"<p>No</p>"}},
            {"id":9,"content":{"rendered":"  "}}]"#,
            BASE,
        )
        .expect("a list");
        assert_eq!(list.len(), 2);
        assert_eq!(
            (
                list[0].id.as_str(),
                list[0].parent.as_str(),
                list[0].name.as_str()
            ),
            ("7", "", "Ana & Bo")
        );
        assert_eq!(list[0].published, rfc3339("2026-11-20T09:00:00Z"));
        assert_eq!((list[1].parent.as_str(), list[1].url.as_str()), ("7", ""));
    }

    #[test]
    fn as_anyone_may_write_them_and_not() {
        let list = read(
            br#"{"comments":[{"id":"a","name":"Ana","date":"2026-11-20","content":"Yes"},{"content":5}]}"#,
            BASE,
        )
        .expect("a list");
        assert_eq!((list.len(), list[0].body.as_str()), (1, "Yes"));
        for bytes in [
            &b"<!doctype html><p>Hello"[..],
            b"",
            b"{}",
            b"7",
            b"{\"comments\":1}",
        ] {
            assert_eq!(read(bytes, BASE), None);
        }
    }

    #[test]
    fn a_reply_is_known_again_by_its_letters_and_no_other_is() {
        let reply = Reply {
            parent: "7".into(),
            name: "Ana".into(),
            text: "\"Yes\", <b>1</b> & https://a.example\nor two...".into(),
            ..Reply::default()
        };
        let comment = |body: &str| Comment {
            parent: "7".into(),
            name: "Ana".into(),
            body: body.into(),
            ..Comment::default()
        };
        for body in [
            "<p>“Yes”, <b>1</b> &#038; <a href='x'>https://a.example</a><br>or two…</p>",
            "\"Yes\", &lt;b>1&lt;/b> &amp; https://a.example or two...",
        ] {
            let comment = comment(body);
            assert!(comment.is(&reply), "{body}");
            let other = |parent: &str, name: &str| Comment {
                parent: parent.into(),
                name: name.into(),
                ..comment.clone()
            };
            assert!(!other("", "Ana").is(&reply) && !other("7", "Bo").is(&reply));
        }
        assert!(!comment("<p>Yes</p>").is(&reply));
        let blank = Reply {
            text: "?!".into(),
            ..reply
        };
        assert!(!comment("<p>…</p>").is(&blank), "nothing is like nothing");
    }
}
