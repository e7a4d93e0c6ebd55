//! `<newsrail-article>`: one article of the feed, whole.

use super::body::{Writer, body, iso, time_at};
use super::stage::{StageProps, stage};
use super::words;
use crate::host::{console, page};
use crate::ui::dom::{El, el};
use crate::ui::placement::{Placement, Retry};
use crate::ui::settings::OwnSettings;
use newsrail_core::article::Article;
use newsrail_core::choose::{State, WholeArticle};
use newsrail_core::config::page::announce;
use newsrail_core::feed::json_ld;
use newsrail_core::text::excerpt::strip_cut_mark;
use newsrail_core::text::number::decimal;
use newsrail_core::text::plain::beginning;
use newsrail_core::text::reading::minutes;
use newsrail_core::text::safe::safe;
use std::rc::Rc;

/// The most nodes of a body, as [`safe`] counts them: a book of 250,000 words in
/// paragraphs. More keep the page waiting while the browser lays them out.
const MOST_NODES: usize = 10_500;

/// The article that is being read, in whatever state it is.
pub(crate) fn article(placement: &Rc<Placement>, retry: Retry) -> El {
    let announces = OwnSettings::new(placement, announce);
    let whole = move |state: &State| {
        let Some(WholeArticle { article, feed }) = state.page() else {
            return Vec::new();
        };
        if *announces.peek() {
            let (published, modified) = (iso(article.published), iso(article.modified));
            page::announce(
                &article.title,
                &json_ld::markup(article, &published, &modified),
            );
        }
        vec![self::whole(article, feed)]
    };
    stage(StageProps {
        placement,
        retry,
        nothing: words::NO_ARTICLE,
        whole: Box::new(whole),
    })
}

/// The article, whole, its links resolved against `base` where it has no address.
fn whole(article: &Article, base: &str) -> El {
    let mut whole = el!("article", class = "article", part = "article");
    let minutes = minutes(&article.body);
    let kicker = if article.kicker.is_empty() {
        &article.section
    } else {
        &article.kicker
    };
    whole = line(
        whole,
        el!("p", class = "kicker", part = "kicker", dir = "auto"),
        kicker,
    )
    .child(el!("h1", part = "headline", dir = "auto").text(&article.title));
    whole = line(
        whole,
        el!("p", class = "standfirst", part = "standfirst", dir = "auto"),
        standfirst(article),
    )
    .child(byline(article, minutes));
    if let Some(image) = &article.image {
        let picture = el!("img", decoding = "async")
            .attr("alt", &image.alt)
            .attr("src", &image.url);
        let figure = el!("figure", part = "picture").child(picture);
        whole = whole.child(line(
            figure,
            el!("figcaption", dir = "auto"),
            &image.caption,
        ));
    }
    let base = if article.url.is_empty() {
        base
    } else {
        &article.url
    };
    let safe = safe(&article.body, base, MOST_NODES);
    let is_cut = safe.is_cut;
    if is_cut {
        console::noted(
            base,
            "this article's text is too long to be shown whole; its end is left out",
        );
    }
    whole = line(
        whole,
        el!("p", class = "dateline", part = "dateline", dir = "auto"),
        &article.dateline,
    )
    .child(body(
        el!("div", class = "body", part = "body"),
        safe,
        Writer::House,
    ));
    if minutes > 0 && !is_cut || article.url.is_empty() {
        return whole;
    }
    // The way to the whole text, where the feed has not a word of it, or too many.
    let way = el!("a").attr("href", &article.url);
    whole.child(el!("p", class = "body").child(way.text(words::WHOLE_ARTICLE)))
}

/// The summary, where it is more than the beginning of the text: a content
/// system that has none takes that for one.
fn standfirst(article: &Article) -> &str {
    let summary = &article.summary;
    if beginning(&article.body, summary.len()).starts_with(strip_cut_mark(summary)) {
        return "";
    }
    summary
}

/// A line of its own inside an element, where there is anything to say.
fn line(inside: El, line: El, text: &str) -> El {
    if text.is_empty() {
        inside
    } else {
        inside.child(line.text(text))
    }
}

/// Who wrote it, when, and how long it takes to read.
fn byline(article: &Article, minutes: usize) -> El {
    let mut both = el!("div", class = "byline", part = "byline");
    let mut names = el!("p").text(words::BY);
    for (at, author) in article.authors.iter().enumerate() {
        if at > 0 {
            names = names.text(", ");
        }
        names = if author.url.is_empty() {
            names.text(&author.name)
        } else {
            let link = el!("a", rel = "author").attr("href", &author.url);
            names.child(link.text(&author.name))
        };
    }
    if !article.authors.is_empty() {
        both = both.child(names);
    }
    both.children(dates(article, minutes))
}

/// The date, that of the last change where that is a later one, and how long
/// it takes to read.
fn dates(article: &Article, minutes: usize) -> Option<El> {
    /// What is changed sooner than that is still being published.
    const SOON: i64 = 600;
    let mut line = el!("p");
    if let Some(published) = article.published {
        line = line.child(time_at(published, article.zone, true));
        let modified = article.modified.filter(|at| at - published >= SOON);
        if let Some(modified) = modified {
            let day = |at: i64| (at + article.zone).div_euclid(86_400);
            let modified = time_at(modified, article.zone, day(modified) != day(published));
            line = line.text(" · ").text(words::UPDATED).child(modified);
        }
    }
    if minutes > 0 {
        if article.published.is_some() {
            line = line.text(" · ");
        }
        line = line.text(&decimal(minutes)).text(words::MINUTES);
    }
    (article.published.is_some() || minutes > 0).then_some(line)
}
