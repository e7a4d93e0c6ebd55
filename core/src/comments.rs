//! What readers have replied to an article: read from JSON, and put in the
//! order in which a thread is read.
//!
//! Two shapes are read: comments of the WordPress REST API (`wp/v2/comments`),
//! and a plain list, bare or under `comments`, of `{id, parent, name, url,
//! date, content}`, where `content` is HTML. A field of the wrong type costs
//! that field, an entry without a text costs that entry.

use crate::json::{self, Json};
use crate::outbox::reply::Reply;
use crate::sort::sorted;
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

/// How deep a thread is set in; what is deeper stands at this depth.
pub const DEEPEST: u8 = 4;

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

/// Where a comment stands among those of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Which it is.
    pub at: usize,
    /// How deep it is set in.
    pub depth: u8,
    /// Which it answers; itself where it begins a thread.
    pub parent: usize,
}

/// The order in which comments are read, each with its depth: a thread's own
/// replies below it, oldest first; threads in the order in which they come.
/// One whose parent is not among them, or whose parents go round in a circle,
/// begins a thread of its own, so none is lost.
#[must_use]
pub fn threaded(comments: &[Rc<Comment>]) -> Vec<Placed> {
    let date = |at: usize| comments[at].published;
    // By their parents, so that those of one are together, the newest first.
    let answers = sorted(comments.len(), &|a, b| {
        let parents = comments[a].parent.cmp(&comments[b].parent);
        parents.then_with(|| (date(b), b).cmp(&(date(a), a)))
    });
    let ids = sorted(comments.len(), &|a, b| comments[a].id.cmp(&comments[b].id));
    let place = |id: &String| ids.partition_point(|&one| comments[one].id < *id);
    let is_root = |at: &usize| {
        let parent = &comments[*at].parent;
        let of_id = ids.get(place(parent));
        parent.is_empty() || of_id.is_none_or(|&one| comments[one].id != *parent)
    };
    let mut order = Vec::new();
    let mut seen = vec![false; comments.len()];
    let mut answered = vec![false; comments.len()];
    let roots = (0..comments.len()).filter(is_root);
    // After the roots, what is still unseen: circles.
    for root in roots.chain(0..comments.len()) {
        let mut open = vec![Placed {
            at: root,
            depth: 0,
            parent: root,
        }];
        while let Some(placed) = open.pop() {
            let at = placed.at;
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            let depth = DEEPEST.min(placed.depth + 1);
            order.push(placed);
            let id = &comments[at].id;
            // Where several have one identifier, the first that is read has the answers.
            if id.is_empty() || std::mem::replace(&mut answered[place(id)], true) {
                continue;
            }
            let first = answers.partition_point(|&one| comments[one].parent < *id);
            for &child in &answers[first..] {
                if comments[child].parent != *id {
                    break;
                }
                open.push(Placed {
                    at: child,
                    depth,
                    parent: at,
                });
            }
        }
    }
    order
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

    fn comment(id: &str, parent: &str, published: i64) -> Rc<Comment> {
        Rc::new(Comment {
            id: id.into(),
            parent: parent.into(),
            published: Some(published),
            body: "x".into(),
            ..Comment::default()
        })
    }

    #[test]
    fn a_thread_is_read_downwards() {
        let list = [
            comment("2", "", 2),
            comment("1", "", 1),
            comment("5", "1", 5),
            comment("3", "1", 3),
            comment("4", "3", 4),
        ];
        let order: Vec<_> = threaded(&list)
            .into_iter()
            .map(|one| (list[one.at].id.as_str(), one.depth))
            .collect();
        assert_eq!(order, [("2", 0), ("1", 0), ("3", 1), ("4", 2), ("5", 1)]);
    }

    // Each comment was looked for among all others: this took hours. Now it is one
    // sorting, however they answer each other.
    #[test]
    fn two_hundred_thousand_are_put_in_order() {
        let of = |parent: fn(i64) -> String, id: fn(i64) -> String| -> Vec<_> {
            let one = |n| comment(&id(n), &parent(n), n);
            (1..=200_000).map(one).collect()
        };
        let own = |n: i64| n.to_string();
        let none = |_: i64| String::new();
        let same = |_: i64| "1".to_owned();
        for (list, deepest) in [
            (of(none, own), 0),
            (of(|n| (n - 1).to_string(), own), DEEPEST),
            (
                of(
                    |n| {
                        if n == 1 {
                            String::new()
                        } else {
                            "1".to_owned()
                        }
                    },
                    own,
                ),
                1,
            ),
            (of(same, same), 1),
            (
                of(
                    |n| {
                        if n == 1 {
                            String::new()
                        } else {
                            "1".to_owned()
                        }
                    },
                    same,
                ),
                1,
            ),
            (of(none, same), 0),
        ] {
            let order = threaded(&list);
            let first: Vec<_> = order[..3]
                .iter()
                .map(|one| list[one.at].published)
                .collect();
            assert_eq!(first, [Some(1), Some(2), Some(3)]);
            assert_eq!(order.len(), list.len());
            assert_eq!(order.iter().map(|one| one.depth).max(), Some(deepest));
        }
    }

    #[test]
    fn circles_orphans_and_depths_lose_nothing() {
        let circle = [
            comment("1", "2", 1),
            comment("2", "1", 2),
            comment("3", "9", 3),
            comment("4", "4", 4),
        ];
        assert_eq!(threaded(&circle).len(), 4);
        let deep: Vec<_> = (0..200)
            .map(|n| comment(&(n + 1).to_string(), &n.to_string(), 0))
            .collect();
        let order = threaded(&deep);
        assert_eq!(order.len(), 200);
        assert_eq!((order[199].depth, order[199].parent), (DEEPEST, 198));
    }
}
