//! The replies that an article has: threaded, in pages.

use super::body::{nodes, time};
use super::reply::{Answering, Place};
use super::words;
use crate::comments::{Comment, read, threaded, wordpress_url};
use crate::host::console;
use crate::net;
use crate::outbox::encoded;
use crate::outbox::reply::Taker;
use crate::rank::sorted;
use crate::text::safe::safe;
use crate::ui::dom::{El, el, focus};
use crate::ui::live::Live;
use crate::ui::shell::notice;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The most that one request asks WordPress for, which is the most it gives.
const AT_ONCE: usize = 100;

/// How many requests the answers to one page of comments may take.
const ROUNDS: usize = 10;

/// What is there.
#[derive(Clone, PartialEq)]
enum Shown {
    Loading,
    Failed,
    /// The comments, how many threads of them are shown, and whether there are
    /// more elsewhere.
    Here(Vec<Comment>, usize, bool),
}

/// The comments of a place.
#[derive(Clone)]
pub(super) struct Comments {
    place: Rc<Place>,
    shown: Live<Shown>,
}

impl Comments {
    /// Begins to load the first page.
    pub(super) fn new(place: Rc<Place>) -> Self {
        let shown = Live::new(Shown::Loading);
        let comments = Self { place, shown };
        comments.begin();
        comments
    }

    /// Loads the first page anew; what is shown stays until then.
    pub(super) fn begin(&self) {
        self.load(Vec::new(), 0);
    }

    fn load(&self, before: Vec<Comment>, threads: usize) {
        let comments = self.clone();
        spawn_local(async move {
            let place = &comments.place;
            let loaded = match place.taker {
                Taker::Json => all(place).await.map(|list| (list, false)),
                _ => page(place, threads).await,
            };
            let shown = match loaded {
                Some((list, more)) => {
                    let list = [before, list].concat();
                    Shown::Here(list, threads + place.count, more)
                }
                None if !before.is_empty() => Shown::Here(before, threads, true),
                // What stands there already is better than nothing.
                None => match comments.shown.now() {
                    here @ Shown::Here(..) => here,
                    _ => Shown::Failed,
                },
            };
            comments.shown.set(shown);
        });
    }

    fn more(&self) {
        if let Shown::Here(list, threads, elsewhere) = self.shown.now() {
            if elsewhere {
                self.load(list, threads);
            } else {
                self.shown
                    .set(Shown::Here(list, threads + self.place.count, false));
            }
        }
    }

    /// The comments, each with a way to answer it.
    pub(super) fn view(self, answering: Answering) -> El {
        el("div")
            .attr("class", "comments")
            .live(move || match self.shown.get() {
                Shown::Loading => el("div"),
                Shown::Failed => {
                    let again = self.clone();
                    let retry = el("button")
                        .attr("type", "button")
                        .on("click", move |_| again.begin())
                        .text(crate::ui::words::TRY_AGAIN);
                    el("div").child(notice(words::NO_COMMENTS)).child(retry)
                }
                Shown::Here(list, threads, elsewhere) => {
                    self.list(&list, threads, elsewhere, &answering)
                }
            })
    }

    fn list(&self, list: &[Comment], threads: usize, elsewhere: bool, answering: &Answering) -> El {
        if list.is_empty() {
            return notice(words::NO_REPLIES);
        }
        let mut at = 0;
        let mut rows = el("ol").attr("role", "list");
        let mut fresh = None;
        for (index, depth) in threaded(list) {
            at += usize::from(depth == 0);
            if at > threads {
                break;
            }
            let row = self.row(list, index, depth, answering);
            if depth == 0 && at + self.place.count > threads && fresh.is_none() {
                fresh = Some(row.node());
            }
            rows = rows.child(row);
        }
        // The button that was pressed is gone: what it has brought has the focus.
        if threads > self.place.count
            && let Some(fresh) = fresh
        {
            spawn_local(async move { focus(&fresh) });
        }
        let more = (elsewhere || at > threads).then(|| {
            let comments = self.clone();
            el("button")
                .attr("type", "button")
                .on("click", move |_| comments.more())
                .text(words::MORE_REPLIES)
        });
        el("section")
            .attr("aria-label", words::REPLIES)
            .attr("part", "comments")
            .child(rows)
            .children(more)
    }

    fn row(&self, list: &[Comment], index: usize, depth: u8, answering: &Answering) -> El {
        let comment = &list[index];
        let name = name(comment);
        let to = list
            .iter()
            .find(|other| depth > 0 && other.id == comment.parent)
            .map(|parent| {
                el("span")
                    .attr("class", "hidden")
                    .text(words::REPLYING_TO)
                    .text(self::name(parent))
            });
        let writer = if comment.url.is_empty() {
            el("b").text(name)
        } else {
            el("a")
                .attr("href", &comment.url)
                .attr("rel", "nofollow ugc noopener")
                .text(name)
        };
        let head = el("p")
            .attr("class", "writer")
            .child(writer)
            .children(to)
            .children(comment.published.map(time));
        let body = el("div").attr("class", "body").attr("dir", "auto");
        let body = nodes(body, safe(&comment.body, &self.place.comments), false);
        let answer = {
            let (answering, id, name) = (answering.clone(), comment.id.clone(), name.to_owned());
            el("button")
                .attr("type", "button")
                .attr("class", "quiet")
                .attr("aria-label", &[words::REPLY_TO, &name].concat())
                .on("click", move |_| answering.set(id.clone(), name.clone()))
                .text(words::REPLY)
        };
        el("li")
            .attr("class", ["d0", "d1", "d2", "d3", "d4"][usize::from(depth)])
            .attr("part", "comment")
            .attr("tabindex", "-1")
            .child(head)
            .child(body)
            .child(answer)
    }
}

fn name(comment: &Comment) -> &str {
    if comment.name.is_empty() {
        words::ANONYMOUS
    } else {
        &comment.name
    }
}

/// All comments of an address that gives them at once, in the order asked for.
async fn all(place: &Place) -> Option<Vec<Comment>> {
    let join = if place.comments.contains('?') {
        "&"
    } else {
        "?"
    };
    let article = encoded(&place.article, "%20");
    let list = fetch(
        place,
        &[&place.comments, join, "article=", &article].concat(),
    )
    .await?;
    let order = sorted(list.len(), &|a, b| {
        let order = list[a].published.cmp(&list[b].published);
        if place.newest { order.reverse() } else { order }
    });
    Some(order.into_iter().map(|at| list[at].clone()).collect())
}

/// The threads of a WordPress site behind the first `skip`, and whether there
/// are more: those that answer nothing, then level by level their answers.
async fn page(place: &Place, skip: usize) -> Option<(Vec<Comment>, bool)> {
    let ask = |parents: &str, page, newest| {
        wordpress_url(&place.comments, &place.article, parents, page, newest)
    };
    // One more than wanted says whether there are more.
    let mut list = fetch(place, &ask("0", (skip, place.count + 1), place.newest)).await?;
    let more = list.len() > place.count;
    list.truncate(place.count);
    let (mut from, mut skip) = (0, 0);
    for _ in 0..ROUNDS {
        let to = list.len() - skip;
        let parents = list[from..to].iter().map(|comment| &*comment.id);
        let parents = parents.collect::<Vec<_>>().join(",");
        if parents.is_empty() {
            break;
        }
        // Answers that are missing are no reason to show nothing.
        let answers = fetch(place, &ask(&parents, (skip, AT_ONCE), false)).await;
        let answers = answers.unwrap_or_default();
        let is_full = answers.len() == AT_ONCE;
        list.extend(answers);
        if is_full {
            skip += AT_ONCE;
        } else {
            (from, skip) = (to, 0);
        }
    }
    Some((list, more))
}

async fn fetch(place: &Place, url: &str) -> Option<Vec<Comment>> {
    match net::get(url, None, false).await {
        Ok(body) => {
            let list = read(&body.bytes, url);
            if list.is_none() {
                console::failed(&place.host, url, "this is no list of comments");
            }
            list
        }
        Err(error) => {
            console::failed(&place.host, url, &error.to_string());
            None
        }
    }
}
