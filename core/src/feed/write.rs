//! A feed as JSON Feed 1.1 with `_newsrail` (jsonfeed.org/version/1.1). The program of
//! further formats hands it to one that reads fewer, and nothing is lost on the way.

use crate::article::{Article, Feed, Image};
use crate::json::push_string;
use crate::text::date::{Timestamp, to_rfc3339};
use crate::text::link::is_address;

/// The feed, its articles and where its next page is. Its notes are not in it.
#[must_use]
pub fn json_feed(feed: &Feed) -> String {
    let mut out = Writer::default();
    out.open('{');
    out.text("version", "https://jsonfeed.org/version/1.1");
    out.html("title", &feed.title);
    out.text("language", &feed.language);
    out.text("next_url", feed.next.as_deref().unwrap_or_default());
    out.name("items");
    out.open('[');
    for article in &feed.articles {
        write(&mut out, article);
    }
    out.close(']');
    out.close('}');
    out.text
}

fn write(out: &mut Writer, article: &Article) {
    out.open('{');
    // An identifier that looks like an address would be read as one.
    if !article.url.is_empty() || !is_address(&article.id) {
        out.text("id", &article.id);
    }
    out.text("url", &article.url);
    out.html("title", &article.title);
    out.html("summary", &article.summary);
    out.text("content_html", &article.body);
    out.text("language", &article.language);
    let date = |date: Option<Timestamp>| {
        let written = date.map(|seconds| to_rfc3339(seconds, article.zone));
        written.unwrap_or_default()
    };
    out.text("date_published", &date(article.published));
    out.text("date_modified", &date(article.modified));
    let image = article.image.as_ref();
    out.text("image", image.map_or("", |image| &image.url));
    out.name("authors");
    out.open('[');
    for author in &article.authors {
        out.open('{');
        out.html("name", &author.name);
        out.text("url", &author.url);
        out.text("avatar", &author.picture);
        out.name("_newsrail");
        out.open('{');
        out.html("bio", &author.bio);
        out.close('}');
        out.close('}');
    }
    out.close(']');
    out.list("tags", &article.tags);
    out.name("_newsrail");
    out.open('{');
    out.html("section", &article.section);
    out.html("kicker", &article.kicker);
    out.html("dateline", &article.dateline);
    out.html("image_alt", image.map_or("", |image| &image.alt));
    out.html("image_caption", image.map_or("", |image| &image.caption));
    if let Some(image) = image {
        write_sizes(out, image);
    }
    match article.paid.as_deref() {
        Some("") => out.value("sponsored", "true"),
        label => out.html("sponsored", label.unwrap_or_default()),
    }
    out.text("views", &article.views.map(count).unwrap_or_default());
    out.list("about", &article.about);
    out.close('}');
    out.close('}');
}

/// What is said of a picture where it is not shown whole.
fn write_sizes(out: &mut Writer, image: &Image) {
    if !image.sizes.is_empty() {
        let sizes = image.sizes.split(", ").map(str::to_owned);
        out.name("image_sizes");
        out.open('[');
        for size in sizes {
            out.comma();
            push_string(&mut out.text, &size);
        }
        out.close(']');
    }
    if let Some(focus) = image.focus {
        let [x, y] = focus.map(|part| count(f64::from(part) / 100.0));
        out.value("image_focus", &["[", &x, ",", &y, "]"].concat());
    }
}

/// A count with three decimal places, as a text. The standard library's way to write a
/// float weighs ten kilobytes.
fn count(views: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count is not negative, and one beyond is as good as the largest"
    )]
    let thousandths = (views * 1000.0) as u64;
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

/// Plain text where a reader expects HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[derive(Default)]
struct Writer {
    text: String,
}

impl Writer {
    fn open(&mut self, bracket: char) {
        self.comma();
        self.text.push(bracket);
    }

    fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// A comma, unless nothing stands before.
    fn comma(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[', ':']) {
            self.text.push(',');
        }
    }

    fn name(&mut self, name: &str) {
        self.comma();
        push_string(&mut self.text, name);
        self.text.push(':');
    }

    /// A field, unless it is empty.
    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.name(name);
            push_string(&mut self.text, value);
        }
    }

    /// A field that is JSON already.
    fn value(&mut self, name: &str, json: &str) {
        self.name(name);
        self.text.push_str(json);
    }

    /// A list of plain texts that will be read as HTML.
    fn list(&mut self, name: &str, values: &[String]) {
        self.name(name);
        self.open('[');
        for value in values {
            self.comma();
            push_string(&mut self.text, &escaped(value));
        }
        self.close(']');
    }

    /// A field that is plain text and will be read as HTML.
    fn html(&mut self, name: &str, value: &str) {
        self.text(name, &escaped(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Author, Format, Image};
    use crate::feed::common;

    /// Captions, portraits, biographies, what a prepared list is about and the
    /// publisher's clock were lost. Every field is named here, so that a new one
    /// does not compile before somebody has said what becomes of it.
    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
    fn what_is_written_is_read_again() {
        let article = Article {
            id: "a:1".into(),
            url: "https://paper.example/a?x=1&y=2".into(),
            title: "Tea &amp; <cake>: \"1 \\ 2\"".into(),
            summary: "A < B".into(),
            body: "<p>\u{1}\n\"Text\" &amp; more</p>".into(),
            image: Some(Image {
                url: "https://paper.example/i.jpg".into(),
                alt: "A & B".into(),
                caption: "A <i> & B".into(),
                sizes:
                    "https://paper.example/i-3.jpg?a=1&b=2 300w, https://paper.example/i-6.jpg 600w"
                        .into(),
                focus: Some([30, 100]),
            }),
            published: Some(951_782_400),
            zone: 19_800,
            modified: Some(-100_000),
            authors: vec![Author {
                name: "Ana <3".into(),
                url: "https://paper.example/ana".into(),
                picture: "https://paper.example/ana.jpg".into(),
                bio: "Roads & <bridges>.".into(),
            }],
            language: "cy".into(),
            tags: vec!["x & y".into(), "z".into()],
            section: "City".into(),
            kicker: "Live".into(),
            dateline: "Eastport".into(),
            paid: Some("Paid for by <A> & B".into()),
            views: Some(1234.5),
            about: vec!["Bread & butter".into(), "tea".into()],
        };
        let bare = Article {
            title: "Nothing else".into(),
            paid: Some(String::new()),
            ..Article::default()
        };
        let feed = Feed {
            title: "R&D".into(),
            language: "en".into(),
            articles: vec![article, bare],
            dropped: 0,
            format: Format::JsonFeed,
            next: Some("https://paper.example/2".into()),
            notes: Vec::new(),
        };
        let text = json_feed(&feed);
        assert_eq!(
            common::read(text.as_bytes(), "https://paper.example/"),
            Some(feed)
        );
    }

    #[test]
    fn an_identifier_is_no_link() {
        let mut feed = Feed::default();
        feed.articles.push(Article {
            id: "https://paper.example/guid".into(),
            title: "A".into(),
            ..Article::default()
        });
        let read = common::read(json_feed(&feed).as_bytes(), "https://paper.example/");
        assert_eq!(read.expect("a feed").articles[0].url, "");
    }
}
