//! `<newsrail-article>`: one article of the feed, whole.

use super::body::{iso, nodes, time_at};
use super::stage::stage;
use super::words;
use crate::article::{Article, Author};
use crate::host::page;
use crate::text::json_ld::json_ld;
use crate::text::reading::minutes;
use crate::text::safe::safe;
use crate::ui::dom::{El, el};
use crate::ui::stand::{Client, Stand};
use crate::ui::state::State;
use std::rc::Rc;

/// The article that is being read, in whatever state it is.
pub(crate) fn article(client: Rc<Client>, stand: Rc<Stand>) -> El {
    let config = client.config.clone();
    let whole = move |state: &State| {
        let State::Article(article, base) = state else {
            return Vec::new();
        };
        if config.now().page.announce {
            let (published, modified) = (iso(article.published), iso(article.modified));
            page::announce(&article.title, &json_ld(article, &published, &modified));
        }
        vec![self::whole(article, base)]
    };
    stage(&client, stand, words::NO_ARTICLE, Box::new(whole))
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
    let caption = article.image.as_ref().map_or("", |image| &image.caption);
    let picture = picture.map(|picture| {
        picture.children(
            (!caption.is_empty()).then(|| el("figcaption").attr("dir", "auto").text(caption)),
        )
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
        .children(elsewhere(article))
}

/// The way to the whole text, where the feed has none of it.
fn elsewhere(article: &Article) -> Option<El> {
    (article.body.trim().is_empty() && !article.url.is_empty()).then(|| {
        el("p").attr("class", "body").child(
            el("a")
                .attr("href", &article.url)
                .text(words::WHOLE_ARTICLE),
        )
    })
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

/// The date, that of the last change where that is a later one, and how long
/// it takes to read.
fn dates(article: &Article) -> Option<El> {
    /// What is changed sooner than that is still being published.
    const SOON: i64 = 600;
    let mut line = el("p");
    if let Some(published) = article.published {
        line = line.child(time_at(published, article.zone, true));
        let modified = article.modified.filter(|at| at - published >= SOON);
        if let Some(modified) = modified {
            let day = |at: i64| (at + article.zone).div_euclid(86_400);
            let modified = time_at(modified, article.zone, day(modified) != day(published));
            line = line.text(" · ").text(words::UPDATED).child(modified);
        }
    }
    let minutes = minutes(&article.body);
    if minutes > 0 {
        if article.published.is_some() {
            line = line.text(" · ");
        }
        line = line.text(&minutes.to_string()).text(words::MINUTES);
    }
    (article.published.is_some() || minutes > 0).then_some(line)
}
