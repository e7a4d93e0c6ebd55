//! A valid feed of every format, which other tests cut and change.

use newsrail_core::article::Format;

/// A valid feed of every format.
pub(crate) const VALID: [(&str, Format); 10] = [
    (
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"é","items":[{"id":"1","url":"/a","title":"A \u00e9 &amp;","content_html":"<p>x<img src=y></p>","tags":["t"],"date_published":"2026-11-20T10:00:00Z","_newsrail":{"views":12.5e1}}]}"#,
        Format::JsonFeed,
    ),
    (
        r#"[{"id":1,"link":"/a","date_gmt":"2026-11-20T10:00:00","title":{"rendered":"A &#8217;"},"excerpt":{"rendered":"<p>x [&hellip;]</p>","protected":false},"_embedded":{"author":[{"name":"B"}],"wp:term":[[{"name":"C","taxonomy":"category"}]]}}]"#,
        Format::WordPress,
    ),
    (
        r#"{"posts":[{"id":"1","uuid":"u","title":"A","url":"/a","html":"<p>","tags":[{"name":"T"}]}],"meta":{"pagination":{"next":2}}}"#,
        Format::Ghost,
    ),
    (
        r#"{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"A","url":"/a","author":{"@id":"b"},"keywords":"x, y"},{"@id":"b","name":"B"}]}"#,
        Format::JsonLd,
    ),
    (
        r#"{"heading":"H","trails":[{"url":"/a","headline":"A","webPublicationDate":"2026-11-20","image":{"src":"/i"}}]}"#,
        Format::List,
    ),
    (
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>é</title><item><title><![CDATA[A & b]]></title><link>/a</link><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;x&lt;/p&gt; &nbsp;</description><media:content url='/i.jpg' width='9'/></item></channel></rss>",
        Format::Rss,
    ),
    (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel/><item rdf:about='/a'><title>A</title><link>/a</link><dc:date>2026-11-20</dc:date></item></rdf:RDF>",
        Format::Rdf,
    ),
    (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/x/'><title type='html'>&lt;b></title><entry><id>u</id><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>é</b></div></title><link href='a'/><updated>2026-11-20T10:00:00Z</updated><content mode='base64'>QQ==</content></entry></feed>",
        Format::Atom,
    ),
    (
        r#"{"results":[{"title":"A","url":"/a","views":3}]}"#,
        Format::List,
    ),
    (
        r#"{"hits":{"hits":[{"_id":"1","_source":{"title":["A"],"url":"/a"}}]}}"#,
        Format::List,
    ),
];
