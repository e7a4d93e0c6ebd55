//! The replies that an article has: threaded, in pages.

use super::body::{UNKNOWN, Writer, body, time};
use super::discussion::{Answering, Discussion, ReplyPlace};
use crate::host::{console, texts};
use crate::net;
use crate::ui::dom::{El, el, focus_soon};
use crate::ui::shell::notice;
use leptos::task::spawn_local;
use newsrail_core::comments::thread::{Placed, threaded};
use newsrail_core::comments::{Comment, MOST, read, wordpress_url};
use newsrail_core::outbox::encoded;
use newsrail_core::outbox::reply::ReplyTarget;
use newsrail_core::sort::sorted;
use newsrail_core::text::safe::safe;
use newsrail_core::texts::{self as our, Text};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// The most that one request asks WordPress for, which is the most it gives.
pub(super) const AT_ONCE: usize = 100;

/// How many requests the answers to one page of comments may take.
const ROUNDS: usize = 10;

/// How many comments are put on the page at once, and how many nodes of what they
/// say: more keep it waiting.
const ROWS: usize = 300;
/// See [`ROWS`].
const NODES: usize = 8000;

/// The comments, as far as they are there.
pub(super) enum Shown {
    Loading,
    Failed,
    Loaded(Loaded),
}

/// Comments that are there.
#[derive(Clone)]
pub(super) struct Loaded {
    list: Vec<Rc<Comment>>,
    /// How many threads of them are shown.
    threads: usize,
    /// How many comments were shown before the reader asked for more.
    before: usize,
    /// Whether there are more elsewhere.
    elsewhere: bool,
    /// Whether what the reader asked for has yet to get the focus.
    takes_focus: Cell<bool>,
}

impl Discussion {
    /// Loads the first page anew; what is shown stays until then.
    pub(super) fn begin(self: &Rc<Self>) {
        self.load(Vec::new(), 0, 0);
    }

    /// Loads the page behind so many threads, of which so many comments are shown,
    /// and puts it behind those that are there.
    fn load(self: &Rc<Self>, mut list: Vec<Rc<Comment>>, threads: usize, before: usize) {
        let discussion = Rc::clone(self);
        spawn_local(async move {
            let place = &discussion.place;
            let answer = match place.target {
                ReplyTarget::Json => all(place).await.map(|list| (list, false)),
                _ => page(place, threads).await,
            };
            let shown = match answer {
                Some((mut page, elsewhere)) => {
                    list.append(&mut page);
                    let threads = threads + place.count;
                    Shown::Loaded(Loaded {
                        list,
                        threads,
                        before,
                        elsewhere,
                        takes_focus: Cell::new(before > 0),
                    })
                }
                // What stands there already is better than nothing.
                None if matches!(*discussion.shown.get_untracked(), Shown::Loaded(..)) => return,
                None => Shown::Failed,
            };
            discussion.shown.set(Rc::new(shown));
        });
    }
}

/// The comments, each with a way to answer it.
pub(super) fn comments(discussion: Rc<Discussion>) -> El {
    discussion.begin();
    el!("div", class = "comments").live(move || match &*discussion.shown.get() {
        Shown::Loading => el!("div"),
        Shown::Failed => {
            let (host, again) = (&discussion.place.host, Rc::clone(&discussion));
            let retry = el!("button", type = "button").says(host, our::TRY_AGAIN);
            let retry = retry.on("click", move |_| again.begin());
            el!("div")
                .child(notice(host, our::REPLIES_FAILED))
                .child(retry)
        }
        Shown::Loaded(loaded) => shown(&discussion, loaded),
    })
}

fn shown(discussion: &Rc<Discussion>, loaded: &Loaded) -> El {
    let host = &discussion.place.host;
    let Loaded { list, before, .. } = loaded;
    if list.is_empty() {
        return notice(host, our::NO_REPLIES);
    }
    let (mut threads, mut rows, mut nodes) = (0, 0, 0);
    let (mut is_full, mut is_cut) = (false, false);
    let mut all = el!("ol", role = "list");
    for placed in threaded(list) {
        threads += usize::from(placed.depth == 0);
        if threads > loaded.threads {
            break;
        }
        is_full = rows == before + ROWS || nodes >= NODES;
        if is_full {
            break;
        }
        let (row, count, is_long) = row(discussion, list, &placed);
        if rows >= *before {
            nodes += count;
            is_cut |= is_long;
        }
        // The button that was pressed is gone: what it has brought has the focus.
        if rows == *before && loaded.takes_focus.take() {
            focus_soon(row.node());
        }
        rows += 1;
        all = all.child(row);
    }
    if is_cut {
        console::noted(
            &discussion.place.comments,
            "some of these replies are too long to be shown whole; their ends are left out",
        );
    }
    let replies = el!("section", part = "comments").says_in("aria-label", host, our::REPLIES);
    let replies = replies.child(all);
    if !is_full && !loaded.elsewhere && threads <= loaded.threads {
        return replies;
    }
    let (discussion, mut next) = (Rc::clone(discussion), loaded.clone());
    next.before = rows;
    let more = el!("button", type = "button").says(host, our::MORE_REPLIES);
    replies.child(more.on("click", move |_| {
        let mut next = next.clone();
        if next.elsewhere && !is_full {
            discussion.load(next.list, next.threads, next.before);
            return;
        }
        if !is_full {
            next.threads += discussion.place.count;
        }
        next.takes_focus.set(true);
        discussion.shown.set(Rc::new(Shown::Loaded(next)));
    }))
}

/// A comment; how many nodes what it says has, and whether that is not all.
fn row(discussion: &Rc<Discussion>, list: &[Rc<Comment>], placed: &Placed) -> (El, usize, bool) {
    let host = &discussion.place.host;
    let say = |text: Text, name: &str| texts::text(host, text, &name.into());
    let comment = &list[placed.at];
    let name = name(host, comment);
    let writer = if comment.url.is_empty() {
        el!("b", dir = "auto")
    } else {
        el!("a", dir = "auto")
            .attr("href", &comment.url)
            .attr("rel", UNKNOWN)
    };
    let mut head = el!("p", class = "writer").child(writer.text(&name));
    if placed.depth > 0 {
        let to = self::name(host, &list[placed.parent]);
        let to = say(our::REPLYING_TO, &to);
        head = head.child(el!("span", class = "hidden").text(&to));
    }
    if let Some(published) = comment.published {
        head = head.child(time(host, published));
    }
    let safe = safe(&comment.body, &discussion.place.comments, NODES / 4);
    let (count, is_cut) = (safe.count, safe.is_cut);
    let body = body(el!("div", class = "body"), safe, Writer::Reader);
    let (answered, to) = (
        Rc::clone(discussion),
        Answering {
            id: comment.id.clone(),
            name: name.clone(),
        },
    );
    let answer = el!("button", type = "button", class = "quiet")
        .attr("aria-label", &say(our::REPLY_TO, &name))
        .on("click", move |_| answered.answer(Some(to.clone())))
        .text(&texts::text(host, our::REPLY, &JsValue::UNDEFINED));
    let depth = ["d0", "d1", "d2", "d3", "d4"][usize::from(placed.depth)];
    let row = el!("li", part = "comment", tabindex = "-1").attr("class", depth);
    (row.child(head).child(body).child(answer), count, is_cut)
}

fn name(host: &HtmlElement, comment: &Comment) -> String {
    if comment.name.is_empty() {
        texts::text(host, our::ANONYMOUS, &JsValue::UNDEFINED)
    } else {
        comment.name.clone()
    }
}

/// Where an address that is not WordPress's has the comments to the article.
pub(super) fn own_url(place: &ReplyPlace) -> String {
    let join = if place.comments.contains('?') {
        "&"
    } else {
        "?"
    };
    let article = encoded(&place.article, "%20");
    [&place.comments, join, "article=", &article].concat()
}

/// All comments of an address that gives them at once, in the order asked for.
async fn all(place: &ReplyPlace) -> Option<Vec<Rc<Comment>>> {
    let list = fetch(place, &own_url(place)).await?;
    let order = sorted(list.len(), &|a, b| {
        let order = list[a].published.cmp(&list[b].published);
        if place.newest { order.reverse() } else { order }
    });
    Some(order.into_iter().map(|at| list[at].clone()).collect())
}

/// The threads of a WordPress site behind the first `skip`, and whether there
/// are more: those that answer nothing, then level by level their answers.
async fn page(place: &ReplyPlace, skip: usize) -> Option<(Vec<Rc<Comment>>, bool)> {
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
        let mut parents = String::new();
        for comment in &list[from..to] {
            if !parents.is_empty() {
                parents.push(',');
            }
            parents.push_str(&comment.id);
        }
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

pub(super) async fn fetch(place: &ReplyPlace, url: &str) -> Option<Vec<Rc<Comment>>> {
    match net::get(url, false).await {
        Ok(body) => {
            let list = read(&body.bytes, url);
            match &list {
                None => console::failed(&place.host, url, "this is no list of comments"),
                Some(list) if list.len() == MOST => {
                    console::noted(url, "there are too many replies; only 20,000 are read");
                }
                Some(_) => {}
            }
            list
        }
        Err(reason) => {
            console::failed(&place.host, url, &reason);
            None
        }
    }
}
