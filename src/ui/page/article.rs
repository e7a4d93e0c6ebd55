//! `<newsrail-article>`: one article of the feed, whole.

use super::body::{nodes, time};
use super::words;
use crate::article::{Article, Author};
use crate::text::safe::safe;
use crate::ui::dom::{El, el};
use crate::ui::shell::{failed, loading, notice};
use crate::ui::stand::{Client, Stand};
use crate::ui::state::State;
use leptos::prelude::Get;
use std::rc::Rc;

/// The article that is being read, in whatever state it is.
pub(crate) fn article(client: Rc<Client>, stand: Rc<Stand>) -> El {
    el("div").live(move || {
        el("div").children(match client.state.get() {
            State::Loading => vec![el("slot"), loading()],
            State::Article(article, base) => vec![whole(&article, &base)],
            State::Failed => failed(&stand),
            _ => vec![el("slot"), notice(words::NO_ARTICLE)],
        })
    })
}

fn whole(article: &Article, base: &str) -> El {
    let line = |part: &'static str, text: &str| {
        (!text.is_empty()).then(|| {
            el("p")
                .attr("class", part)
                .attr("part", part)
                .attr("dir", "auto")
                .text(text)
        })
    };
    let kicker = if article.kicker.is_empty() {
        &article.section
    } else {
        &article.kicker
    };
    let picture = article.image.as_ref().map(|image| {
        let image = el("img")
            .attr("decoding", "async")
            .attr("alt", &image.alt)
            .attr("src", &image.url);
        el("figure").attr("part", "picture").child(image)
    });
    let base = if article.url.is_empty() {
        base
    } else {
        &article.url
    };
    let body = el("div")
        .attr("class", "body")
        .attr("part", "body")
        .attr("dir", "auto");
    let byline = el("div")
        .attr("class", "byline")
        .attr("part", "byline")
        .children(byline(&article.authors));
    el("article")
        .attr("class", "article")
        .attr("part", "article")
        .children(line("kicker", kicker))
        .child(
            el("h1")
                .attr("part", "headline")
                .attr("dir", "auto")
                .text(&article.title),
        )
        .children(line("standfirst", &article.summary))
        .child(byline.children(dates(article)))
        .children(picture)
        .children(line("dateline", &article.dateline))
        .child(nodes(body, safe(&article.body, base), true))
}

fn byline(authors: &[Author]) -> Option<El> {
    let mut line = el("p").text(words::BY);
    for (at, author) in authors.iter().enumerate() {
        if at > 0 {
            line = line.text(", ");
        }
        line = if author.url.is_empty() {
            line.text(&author.name)
        } else {
            line.child(
                el("a")
                    .attr("rel", "author")
                    .attr("href", &author.url)
                    .text(&author.name),
            )
        };
    }
    (!authors.is_empty()).then_some(line)
}

/// The date, and the day of the last change where that is another day.
fn dates(article: &Article) -> Option<El> {
    const DAY: i64 = 86_400;
    let published = article.published?;
    let line = el("p").child(time(published));
    Some(
        match article
            .modified
            .filter(|modified| modified / DAY > published / DAY)
        {
            Some(modified) => line.text(" · ").text(words::UPDATED).child(time(modified)),
            None => line,
        },
    )
}
