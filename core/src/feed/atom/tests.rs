//! Atom 1.0 and 0.3.

use crate::article::Format;
use crate::article::{Article, Feed};
use crate::feed::read;
use crate::text::date::rfc3339;

fn feed(text: &str) -> Feed {
    read(
        text.as_bytes(),
        "https://paper.example/feeds/atom.xml",
        None,
    )
    .expect("a feed")
}

fn one(entry: &str) -> Article {
    let mut feed = feed(&format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry>{entry}</entry></feed>"
    ));
    assert_eq!(feed.articles.len(), 1, "{entry}");
    feed.articles.remove(0)
}

#[test]
fn an_entry_with_all_that_is_read() {
    let feed = feed(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' xml:base='https://paper.example/news/'>
        <title>The Paper</title><link rel='self' href='atom.xml'/><link rel='next' href='?page=2'/>
        <author><name>The desk</name></author>
        <entry xml:lang='cy'><id>urn:1</id><title type='html'>Rain &amp;amp; &lt;b>wind&lt;/b></title>
        <link rel='alternate' type='application/json' href='rain.json'/><link rel='alternate' type='text/html' href='rain'/>
        <link rel='enclosure' type='image/png' href='/r.png'/>
        <published>2026-11-20T10:00:00+01:00</published><updated>2026-11-21T10:00:00Z</updated>
        <author><name>Ana Ruiz</name><uri>/ana</uri></author><category term='w' label='Weather'/><category term='wind'/>
        <summary>Wet</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>All &amp; more</p></div></content></entry>
        <entry><title>B</title><link href='b'/><updated>2026-11-19T10:00:00Z</updated></entry></feed>",
    );
    assert_eq!((feed.format, feed.language.as_str()), (Format::Atom, "en"));
    assert_eq!(
        feed.next.as_deref(),
        Some("https://paper.example/news/?page=2")
    );
    let article = &feed.articles[0];
    assert_eq!(
        (article.id.as_str(), article.title.as_str()),
        ("urn:1", "Rain & wind")
    );
    assert_eq!(article.url, "https://paper.example/news/rain");
    assert_eq!(
        article.body,
        "<div xmlns='http://www.w3.org/1999/xhtml'><p>All &amp; more</p></div>"
    );
    assert_eq!(article.summary, "Wet");
    assert_eq!(article.published, rfc3339("2026-11-20T09:00:00Z"));
    assert_eq!(article.modified, rfc3339("2026-11-21T10:00:00Z"));
    assert_eq!(article.authors[0].url, "https://paper.example/ana");
    assert_eq!(article.tags, ["Weather", "wind"]);
    assert_eq!(article.language, "cy");
    assert_eq!(
        article.image.as_ref().expect("a picture").url,
        "https://paper.example/r.png"
    );
    // What only says when it was changed was published then.
    assert_eq!(feed.articles[1].published, rfc3339("2026-11-19T10:00:00Z"));
    assert_eq!(feed.articles[1].authors[0].name, "The desk");
}

#[test]
fn titles_of_every_type() {
    for (title, wanted) in [
        ("<title>A &lt;b> c</title>", "A <b> c"),
        ("<title type='text'>A &amp;amp; b</title>", "A &amp; b"),
        ("<title type='html'>A &amp;amp; b</title>", "A & b"),
        (
            "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <i>b</i> &lt;i></div></title>",
            "A b <i>",
        ),
        (
            "<title type='application/octet-stream'>QSA8Yj5iPC9iPg==</title>",
            "A b",
        ),
        ("<title mode='base64'>\n QSA8Yj5iPC9iPg== </title>", "A b"),
        (
            "<title type='text/html' mode='escaped'>A &lt;b>b&lt;/b></title>",
            "A b",
        ),
    ] {
        assert_eq!(
            one(&format!("{title}<link href='/a'/>")).title,
            wanted,
            "{title}"
        );
    }
}

#[test]
fn version_0_3() {
    let feed = feed(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>A</title>
        <link rel='alternate' type='text/html' href='/a'/><issued>2026-11-20T09:00:00Z</issued>
        <modified>2026-11-21T09:00:00Z</modified></entry></feed>",
    );
    assert_eq!(feed.articles[0].published, rfc3339("2026-11-20T09:00:00Z"));
    assert_eq!(feed.articles[0].modified, rfc3339("2026-11-21T09:00:00Z"));
}

#[test]
fn an_entry_alone() {
    let feed = feed(
        "<entry xmlns='http://www.w3.org/2005/Atom'><title>A</title><link href='/a'/></entry>",
    );
    assert_eq!((feed.title.as_str(), feed.articles.len()), ("", 1));
}

/// Entries within one more element were none.
#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn entries_that_stand_deeper() {
    let entry = "<entry><title>A</title><link href='/a'/></entry>";
    for within in [
        format!("<entries>{entry}</entries>"),
        format!("<x><y>{entry}</y></x>"),
        entry.to_owned(),
    ] {
        let text =
            format!("<feed xmlns='http://www.w3.org/2005/Atom'><title>P</title>{within}</feed>");
        let found = feed(&text);
        assert_eq!(
            (found.title.as_str(), found.articles.len()),
            ("P", 1),
            "{text}"
        );
        assert_eq!(found.articles[0].title, "A");
    }
}
