//! Feeds: of 1,000 items and one megabyte, and of as many short items as wanted.

use super::articles::articles;
use newsrail_core::article::Feed;
use newsrail_core::feed::write;

/// Items of each.
pub(crate) const ITEMS: usize = 1000;

/// A body that brings an item to a kilobyte.
fn body(item: usize) -> String {
    let sentence = format!("The harbour bridge is closed &amp; ferry {item} runs “late” today. ");
    format!(
        "<p>{}</p><p><a href=\"/more\">More</a></p>",
        sentence.repeat(11)
    )
}

/// A JSON Feed.
pub(crate) fn json_feed() -> String {
    let items: Vec<String> = (0..ITEMS)
        .map(|n| {
            let body = body(n).replace('"', "\\\"");
            format!(
                r#"{{"id":"{n}","url":"https://paper.example/2026/11/story-{n}","title":"Story {n} of the day","summary":"What is new","content_html":"{body}","image":"https://paper.example/i/{n}.jpg","date_published":"2026-11-20T10:00:00+01:00","authors":[{{"name":"Ana Ruiz"}}],"tags":["city","bridge"]}}"#
            )
        })
        .collect();
    format!(
        r#"{{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","items":[{}]}}"#,
        items.join(",")
    )
}

/// The same as RSS 2.0.
pub(crate) fn rss() -> String {
    let items: Vec<String> = (0..ITEMS)
        .map(|n| {
            format!(
                "<item><title>Story {n} of the day</title><link>https://paper.example/2026/11/story-{n}</link>\
                 <guid isPermaLink=\"false\">{n}</guid><pubDate>Fri, 20 Nov 2026 10:00:00 +0100</pubDate>\
                 <dc:creator>Ana Ruiz</dc:creator><category>City</category><description>What is new</description>\
                 <content:encoded><![CDATA[{}]]></content:encoded></item>",
                body(n)
            )
        })
        .collect();
    format!(
        "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\
         <channel><title>The Paper</title>{}</channel></rss>",
        items.concat()
    )
}

/// A JSON Feed of so many articles of a headline and a summary each.
pub(crate) fn short_feed(count: usize) -> String {
    let mut articles = articles(count);
    for (n, article) in articles.iter_mut().enumerate() {
        article.id = n.to_string();
        article.url = format!("https://paper.example/2026/11/story-{n}");
    }
    write::json_feed(&Feed {
        title: "The Paper".to_owned(),
        language: "en".to_owned(),
        articles,
        ..Feed::default()
    })
}
