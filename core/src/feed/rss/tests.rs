//! RSS as newsrooms write it.

use crate::article::Format;
use crate::article::What;
use crate::article::{Article, Feed};
use crate::feed::read;
use crate::text::date::rfc3339;

const URL: &str = "https://paper.example/feeds/rss.xml";

fn feed(text: &str) -> Feed {
    read(text.as_bytes(), URL, None).expect("a feed")
}

/// The only article of a channel with this item.
fn one(item: &str) -> Article {
    let mut feed = feed(&format!(
        "<rss><channel><item>{item}</item></channel></rss>"
    ));
    assert_eq!(feed.articles.len(), 1, "{item}");
    feed.articles.remove(0)
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn an_item_with_all_that_is_read() {
    let feed = feed(
        "<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'
        xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:media='http://search.yahoo.com/mrss/'
        xmlns:a='http://www.w3.org/2005/Atom'><channel>
        <title>The Paper &amp; more</title><link>/</link><language>en-gb</language>
        <a:link rel='next' href='?page=2'/>
        <item><title>Rain &amp;amp; <![CDATA[<b>wind</b>]]></title><link> https://paper.example/rain?a=1&amp;b=2 </link>
        <guid isPermaLink='false'>17</guid><pubDate>Fri, 20 Nov 2026 10:00:00 +0100</pubDate>
        <dc:creator>Ana Ruiz</dc:creator><dc:creator>Bo</dc:creator><category>Weather</category><category>Weather</category>
        <description>&lt;p&gt;Wet &amp;amp; cold&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>All</p>]]></content:encoded>
        <media:group><media:content url='/1200.jpg' width='1200' medium='image'/>
        <media:content url='/460.jpg' width='460' medium='image'><media:description>Clouds</media:description></media:content>
        <media:content url='/140.jpg' width='140' medium='image'/><media:content url='/v.mp4' type='video/mp4' width='500'/></media:group>
        </item></channel></rss>",
    );
    assert_eq!(feed.format, Format::Rss);
    assert_eq!(
        (feed.title.as_str(), feed.language.as_str()),
        ("The Paper & more", "en-gb")
    );
    assert_eq!(
        feed.next.as_deref(),
        Some("https://paper.example/feeds/rss.xml?page=2")
    );
    assert!(feed.notes.is_empty(), "{:?}", feed.notes);
    let article = &feed.articles[0];
    assert_eq!(
        (article.id.as_str(), article.title.as_str()),
        ("17", "Rain & wind")
    );
    assert_eq!(article.url, "https://paper.example/rain?a=1&b=2");
    assert_eq!(
        (article.summary.as_str(), article.body.as_str()),
        ("Wet & cold", "<p>All</p>")
    );
    assert_eq!(article.published, rfc3339("2026-11-20T09:00:00Z"));
    let names: Vec<_> = article.authors.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["Ana Ruiz", "Bo"]);
    assert_eq!(article.tags, ["Weather"]);
    let image = article.image.as_ref().expect("a picture");
    assert_eq!(
        (image.url.as_str(), image.alt.as_str()),
        ("https://paper.example/460.jpg", "Clouds")
    );
}

#[test]
fn where_the_link_is() {
    for (item, wanted) in [
        (
            "<guid>https://paper.example/a</guid>",
            "https://paper.example/a",
        ),
        (
            "<title>x</title><guid isPermaLink='false'>https://paper.example/a</guid>",
            "",
        ),
        ("<title>x</title><guid>tag:paper.example,2026:1</guid>", ""),
        (
            "<link/><guid>https://paper.example/a</guid>",
            "https://paper.example/a",
        ),
        ("<link href='/a'/>", "https://paper.example/a"),
        (
            "<atom:link rel='self' href='/s'/><atom:link href='/a'/>",
            "https://paper.example/a",
        ),
        ("<title>x</title><link>javascript:alert(1)</link>", ""),
        // The first that leads somewhere.
        (
            "<link>https://paper.example/a</link><link>https://paper.example/b</link>",
            "https://paper.example/a",
        ),
        (
            "<title>x</title><link>mailto:a@b.example</link><link/><link>/a</link>",
            "https://paper.example/a",
        ),
        (
            "<atom:link rel='alternate' href='/c'/><link rel='amp' href='/a'/><link>/b</link>",
            "https://paper.example/a",
        ),
    ] {
        assert_eq!(one(item).url, wanted, "{item}");
    }
    let based = feed(
        "<rss xml:base='https://other.example/x/'><channel><item xml:base='y/'><link>a</link></item></channel></rss>",
    );
    assert_eq!(based.articles[0].url, "https://other.example/x/y/a");
}

#[test]
fn a_byline_without_its_address() {
    for (author, wanted) in [
        (
            "<author>ana@paper.example (Ana Ruiz)</author>",
            Some("Ana Ruiz"),
        ),
        (
            "<author>Ana Ruiz &lt;ana@paper.example></author>",
            Some("Ana Ruiz"),
        ),
        ("<author>ana@paper.example</author>", None),
        ("<author>Ana Ruiz</author>", Some("Ana Ruiz")),
        ("<itunes:author>Ana</itunes:author>", Some("Ana")),
    ] {
        let article = one(&format!("<title>x</title>{author}"));
        let name = article.authors.first().map(|a| a.name.as_str());
        assert_eq!(name, wanted, "{author}");
    }
}

#[test]
fn where_the_picture_is() {
    for (item, wanted) in [
        ("<enclosure url='/e.jpg' type='image/jpeg'/>", Some("e.jpg")),
        (
            "<enclosure url='/e.jpg' length='0' type='image/jpeg'/>",
            Some("e.jpg"),
        ),
        ("<enclosure url='/e.webp' length='0'/>", Some("e.webp")),
        (
            "<enclosure url='/e.mp3' length='0' type='audio/mpeg'/><enclosure url='/e.png' length='0' type='image/png'/>",
            Some("e.png"),
        ),
        ("<enclosure url='/e.mp3' type='audio/mpeg'/>", None),
        (
            "<media:group><media:content url='/v.mp4' type='video/mp4' width='640'/>
            <media:content url='/m.jpg' type='image/jpeg'/></media:group>",
            Some("m.jpg"),
        ),
        (
            "<media:group><media:content url='/v.mp4' medium='video'><media:thumbnail url='/t.jpg'/></media:content>
            </media:group>",
            Some("t.jpg"),
        ),
        (
            "<media:group><media:content url='/v.m3u8' type='application/x-mpegURL' isDefault='true'/>
            <media:content url='/v.webm' type='video/webm'/><media:content url='/m.png' medium='image'/></media:group>",
            Some("m.png"),
        ),
        (
            "<media:thumbnail url='/s.jpg' width='60'/><media:thumbnail url='/t.jpg' width='90'/>",
            Some("t.jpg"),
        ),
        ("<media:content url='/m.webp?w=1'/>", Some("m.webp?w=1")),
        ("<itunes:image href='/i.jpg'/>", Some("i.jpg")),
        (
            "<description>&lt;img src=/pixel width=1>&lt;img src='/d.jpg' alt='A &amp;amp; b'></description>",
            Some("d.jpg"),
        ),
        ("<description>none</description>", None),
    ] {
        let article = one(&format!("<title>x</title>{item}"));
        let wanted = wanted.map(|name| format!("https://paper.example/{name}"));
        assert_eq!(article.image.map(|image| image.url), wanted, "{item}");
    }
}

/// The BBC lists a story again as it changes, and counts behind the `#` how often.
#[test]
fn a_story_that_is_listed_again_is_a_double() {
    let item = |title: &str, count: u8| {
        format!(
            "<item><title>{title}</title><link>https://www.bbc.com/news/articles/c1?at_medium=RSS</link>
            <guid isPermaLink='false'>https://www.bbc.com/news/articles/c1#{count}</guid></item>
            <item><guid>https://www.bbc.com/news/articles/c2#{count}</guid></item>"
        )
    };
    let items = item("Rain", 0) + &item("Rain and wind", 3);
    let feed = feed(&format!("<rss><channel>{items}</channel></rss>"));
    assert_eq!((feed.articles.len(), feed.dropped), (2, 2));
    assert_eq!(feed.articles[0].title, "Rain");
}

#[test]
fn rdf_has_its_items_beside_the_channel() {
    let feed = feed(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'
        xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='/'><title>The Paper</title><dc:language>cy</dc:language></channel>
        <item rdf:about='/a'><title>A</title><dc:date>2026-11-20T09:00Z</dc:date><dc:subject>Weather</dc:subject></item>
        <item rdf:about='/b'><title>B</title><link>/b</link></item></rdf:RDF>",
    );
    assert_eq!(
        (feed.format, feed.title.as_str(), feed.language.as_str()),
        (Format::Rdf, "The Paper", "cy")
    );
    let urls: Vec<_> = feed.articles.iter().map(|a| a.url.as_str()).collect();
    assert_eq!(urls, ["https://paper.example/a", "https://paper.example/b"]);
    assert_eq!(feed.articles[0].published, rfc3339("2026-11-20T09:00:00Z"));
    assert_eq!(feed.articles[0].tags, ["Weather"]);
}

#[test]
fn markup_that_is_not_escaped() {
    let article = one(
        "<title>Rain <em>and</em> wind</title><description>5 < 6 <p>Wet</p> AT&T</description>",
    );
    assert_eq!(article.title, "Rain and wind");
    assert_eq!(article.summary, "5 < 6 Wet AT&T");
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn what_cannot_be_used_is_noted() {
    let feed = feed(
        "<rss><channel><item><title>x</title><link>mailto:x@y.example</link><pubDate>soon</pubDate></item>
        <item><description>no name</description></item></channel></rss>",
    );
    let notes: Vec<_> = feed.notes.iter().map(|note| note.what).collect();
    assert_eq!(
        notes,
        [What::Field("link"), What::Field("pubDate"), What::Nameless]
    );
}

/// Systems put all items into one more element, and the feed had none.
#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn items_that_stand_deeper() {
    let items =
        "<item><title>A</title><link>/a</link></item><item><title>B</title><link>/b</link></item>";
    for text in [
        format!("<rss><channel><title>P</title><items>{items}</items></channel></rss>"),
        format!("<rss><body><channel><title>P</title>{items}</channel></body></rss>"),
        format!("<rss><title>P</title>{items}</rss>"),
        format!("<channel><title>P</title><x><y>{items}</y></x></channel>"),
    ] {
        let found = feed(&text);
        let titles: Vec<_> = found.articles.iter().map(|a| a.title.as_str()).collect();
        assert_eq!(titles, ["A", "B"], "{text}");
    }
    assert!(
        feed("<rss><channel><title>P</title></channel></rss>")
            .articles
            .is_empty()
    );
}
