//! `<newsrail-article>`: one article of the feed, whole.

use super::body::{Writer, body, iso, time_at};
use super::stage::{StageProps, stage};
use super::within::{mark, within};
use crate::host::{console, events, page, texts};
use crate::ui::dom::{El, el};
use crate::ui::placement::{Placement, Retry};
use crate::ui::settings::OwnSettings;
use newsrail_core::article::{Article, Author};
use newsrail_core::choose::{State, WholeArticle};
use newsrail_core::config::page::announce;
use newsrail_core::feed::json_ld;
use newsrail_core::text::date::Timestamp;
use newsrail_core::text::excerpt::strip_cut_mark;
use newsrail_core::text::plain::beginning;
use newsrail_core::text::reading::minutes;
use newsrail_core::text::safe::safe;
use newsrail_core::texts::{BY, MINUTES, NO_ARTICLE, UPDATED, WHOLE_ARTICLE};
use std::rc::Rc;
use web_sys::HtmlElement;

/// The most nodes of a body, as [`safe`] counts them: a book of 250,000 words in
/// paragraphs. More keep the page waiting while the browser lays them out.
const MOST_NODES: usize = 10_500;

/// The article that is being read, in whatever state it is.
pub(crate) fn article(placement: &Rc<Placement>, retry: Retry) -> El {
    let announces = OwnSettings::new(placement, announce);
    let host = placement.host.clone();
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
        vec![self::whole(&host, article, feed)]
    };
    stage(StageProps {
        placement,
        retry,
        nothing: Some(NO_ARTICLE),
        whole: Box::new(whole),
    })
}

/// The article, whole, its links resolved against `base` where it has no address.
fn whole(host: &HtmlElement, article: &Article, base: &str) -> El {
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
    .child(byline(host, article, minutes));
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
    whole.child(el!("p", class = "body").child(way.says(host, WHOLE_ARTICLE)))
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
fn byline(host: &HtmlElement, article: &Article, minutes: usize) -> El {
    let mut both = el!("div", class = "byline", part = "byline");
    if !article.authors.is_empty() {
        let (host, authors) = (host.clone(), article.authors.clone());
        let names = move || authors_of(&host, &authors);
        both = both.child(el!("p").live(names));
    }
    if article.published.is_none() && minutes == 0 {
        return both;
    }
    let dates = Dates {
        host: host.clone(),
        published: article.published,
        modified: article.modified,
        zone: article.zone,
        minutes,
    };
    both.child(el!("p").live(move || dates.line()))
}

/// Who wrote it, each name a link where it has an address.
fn authors_of(host: &HtmlElement, authors: &[Author]) -> El {
    let marks: Vec<String> = (0..authors.len()).map(mark).collect();
    let text = texts::text(host, BY, &events::texts(&marks));
    within(el!("span"), &text, |at| {
        let author = authors.get(at)?;
        let name = if author.url.is_empty() {
            el!("bdi")
        } else {
            el!("a", rel = "author", dir = "auto").attr("href", &author.url)
        };
        Some(name.text(&author.name))
    })
}

/// When an article was written and how long it takes to read.
struct Dates {
    /// The element that it is in.
    host: HtmlElement,
    published: Option<Timestamp>,
    modified: Option<Timestamp>,
    /// Seconds that the publisher's clock is ahead of UTC.
    zone: i64,
    minutes: usize,
}

impl Dates {
    /// The date, that of the last change where that is a later one, and how long
    /// it takes to read.
    fn line(&self) -> El {
        /// What is changed sooner than that is still being published.
        const SOON: i64 = 600;
        let Self { host, zone, .. } = self;
        let mut line = el!("span");
        if let Some(published) = self.published {
            line = line.child(time_at(host, published, *zone, true));
            let modified = self.modified.filter(|at| at - published >= SOON);
            if let Some(modified) = modified {
                let day = |at: i64| (at + zone).div_euclid(86_400);
                let other_day = day(modified) != day(published);
                let text = texts::text(host, UPDATED, &mark(0).into());
                line = within(line.text(" · "), &text, |at| {
                    (at == 0).then(|| time_at(host, modified, *zone, other_day))
                });
            }
            if self.minutes > 0 {
                line = line.text(" · ");
            }
        }
        if self.minutes == 0 {
            return line;
        }
        line.text(&texts::number(host, MINUTES, self.minutes, ""))
    }
}
