//! The order in which a thread of comments is read.

use super::Comment;
use crate::sort::sorted;
use std::rc::Rc;

/// How deep a thread is set in; what is deeper stands at this depth.
pub const DEEPEST: u8 = 4;

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
