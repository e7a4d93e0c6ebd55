//! JSON Feed as publishers write it.

use crate::article::What;
use crate::article::{Author, Image};
use crate::feed::read;
use crate::text::date::rfc3339;

const URL: &str = "https://paper.example/feeds/main.json";

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn every_field_that_is_read() {
    let feed = read(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","language":"en-GB",
        "items":[{"id":17,"url":"../bridge?a=1","title":"Bridge &amp; tunnel","summary":"Two <i>ways</i> over",
        "content_html":"<p>Text</p>","image":"p.svg","date_published":"2026-11-20T10:00:00+01:00",
        "date_modified":"2026-11-21T10:00:00Z","authors":[{"name":"Ana Ruiz","url":"/staff/ana","avatar":"ana.jpg","_newsrail":{"bio":"Covers &amp; roads."}},{"url":"/x"}],
        "tags":["bridge",3,""],"_newsrail":{"views":1200,"section":"City","kicker":"Roads",
        "dateline":"Eastport","image_alt":"A bridge","image_caption":"The <i>old</i> one"}}]}"#
            .as_bytes(),
        URL,
        None,
    )
    .expect("a feed");
    assert_eq!(
        (feed.title.as_str(), feed.language.as_str()),
        ("The Paper", "en-GB")
    );
    let article = &feed.articles[0];
    assert_eq!(article.id, "17");
    assert_eq!(article.url, "https://paper.example/bridge?a=1");
    assert_eq!(article.title, "Bridge & tunnel");
    assert_eq!(article.summary, "Two ways over");
    assert_eq!(article.body, "<p>Text</p>");
    assert_eq!(
        article.image,
        Some(Image {
            url: "https://paper.example/feeds/p.svg".into(),
            alt: "A bridge".into(),
            caption: "The old one".into(),
            ..Image::default()
        })
    );
    assert_eq!(article.published, rfc3339("2026-11-20T09:00:00Z"));
    assert_eq!(article.zone, 3600);
    assert_eq!(article.modified, rfc3339("2026-11-21T10:00:00Z"));
    assert_eq!(
        article.authors,
        [Author {
            name: "Ana Ruiz".into(),
            url: "https://paper.example/staff/ana".into(),
            picture: "https://paper.example/feeds/ana.jpg".into(),
            bio: "Covers & roads.".into(),
        }]
    );
    assert_eq!(article.tags, ["bridge"]);
    assert_eq!(article.views, Some(1200.0));
    assert_eq!(
        [&article.section, &article.kicker, &article.dateline],
        ["City", "Roads", "Eastport"]
    );
}

#[test]
fn version_one_and_plain_text() {
    let feed = read(
        br#"{"version":"https://jsonfeed.org/version/1","author":{"name":"The desk"},"items":[
        {"id":"https://paper.example/a","title":"A","content_text":"1 < 2 &\n\nand"},
        {"id":"b","external_url":"https://other.example/b","title":"B","author":{"name":"Bo"}}]}"#,
        URL,
        None,
    )
    .expect("a feed");
    assert_eq!(feed.articles[0].url, "https://paper.example/a");
    assert_eq!(feed.articles[0].body, "<p>1 &lt; 2 &amp;</p><p>and</p>");
    assert_eq!(feed.articles[0].authors[0].name, "The desk");
    assert_eq!(feed.articles[1].url, "https://other.example/b");
    assert_eq!(feed.articles[1].authors[0].name, "Bo");
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn a_field_of_the_wrong_type_costs_that_field() {
    let feed = read(
        br#"{"version":"https://jsonfeed.org/version/1.1","title":7,"items":[
        {"id":[1],"url":{"x":1},"title":"Still here","summary":false,"content_html":3,"image":"javascript:x",
        "date_published":20261120,"authors":"Ana","tags":"bridge","_newsrail":{"views":"many"}}]}"#,
        URL,
        None,
    )
    .expect("a feed");
    let article = &feed.articles[0];
    assert_eq!(article.title, "Still here");
    assert!(article.url.is_empty() && article.image.is_none() && article.authors.is_empty());
    assert!(article.published.is_none() && article.tags.is_empty() && article.views.is_none());
    let notes: Vec<_> = feed.notes.iter().map(|note| note.what).collect();
    let lost = ["date_published", "url", "image", "tags", "_newsrail.views"];
    assert_eq!(notes, lost.map(What::Field));
}

#[test]
fn the_next_page_and_an_items_own_language() {
    let feed = read(
        br#"{"next_url":"?page=2","items":[{"id":"1","url":"/a","title":"A","content_html":"","language":"cy"}]}"#,
        URL,
        None,
    )
    .expect("a feed");
    assert_eq!(
        feed.next.as_deref(),
        Some("https://paper.example/feeds/main.json?page=2")
    );
    assert_eq!(feed.articles[0].language, "cy");
}

#[test]
fn null_stands_for_nothing() {
    let feed = read(
        br#"{"version":"https://jsonfeed.org/version/1.1","authors":null,"items":[null,
        {"id":null,"url":"/a","title":"A","summary":null,"image":null,"tags":[null,"rain"],"authors":[null,{"name":"Ana"}],"_newsrail":null},
        {"url":"/b","title":"B","tags":null,"authors":null}]}"#,
        URL,
        None,
    )
    .expect("a feed");
    assert_eq!((feed.articles.len(), feed.dropped), (2, 1));
    let article = &feed.articles[0];
    assert_eq!(article.tags, ["rain"]);
    assert_eq!(article.authors.len(), 1);
    assert_eq!(article.summary, "");
}

/// The summary that WordPress makes ends in a link to the rest.
#[test]
fn a_summary_without_the_link_to_the_rest() {
    for end in [
        "Continue reading",
        "<a href='/a'>Continue reading <span>&#8220;Rain &amp; wind&#8221;</span> &rarr;</a>",
        "<a href='/a'>Read more &raquo;</a>",
        "The post <a href='/a'>Rain &amp; wind</a> appeared first on <a href='/'>The Paper</a>.",
    ] {
        let json = format!(
            r#"{{"version":"https://jsonfeed.org/version/1.1","items":[{{"url":"/a","title":"Rain &amp; wind","summary":"It is wet [&hellip;] {end}"}}]}}"#
        );
        let feed = read(json.as_bytes(), URL, None).expect("a feed");
        assert_eq!(feed.articles[0].summary, "It is wet […]", "{end}");
        let post = format!(
            r#"[{{"link":"/a","title":{{"rendered":"Rain &#038; wind"}},"excerpt":{{"rendered":"<p>It is wet [&hellip;] {end}</p>\n"}}}}]"#
        );
        let feed = crate::feed::common::read(post.as_bytes(), URL).expect("a feed");
        assert_eq!(feed.articles[0].summary, "It is wet […]", "{end}");
    }
}

/// Such a feed was left to the program of further formats, where its captions,
/// portraits and biographies were lost.
#[test]
#[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
fn dates_that_are_not_rfc_3339_are_read() {
    let feed = crate::feed::common::read(
        br#"{"version":"https://jsonfeed.org/version/1","items":[
        {"url":"/a","title":"A","date_published":"Fri, 20 Nov 2026 10:00:00 +0100"},
        {"url":"/b","title":"B","date_published":"soon"}]}"#,
        URL,
    )
    .expect("a feed");
    assert_eq!(feed.articles[0].published, rfc3339("2026-11-20T09:00:00Z"));
    assert_eq!(feed.articles[0].zone, 3600);
    assert_eq!(feed.articles[1].published, None);
}

/// One reader's dates went by the first item's: where that had none, or another
/// spelling, all others were lost. Lists read such a feed as [`read`] does, or leave it
/// to who can: whatever the first item has, no date gets lost on the way.
#[test]
fn each_item_is_read_by_its_own_date() {
    for first in [
        "",
        r#""date_published":"","#,
        r#""date_published":null,"#,
        r#""date_published":" ","#,
        r#""date_published":"soon","#,
        r#""date_published":"2026-11-19T09:00:00Z","#,
    ] {
        for other in [
            "Fri, 20 Nov 2026 10:00:00 +0100",
            "20 Nov 2026 09:00:00 GMT",
            "Friday, 20-Nov-26 04:00:00 EST",
        ] {
            let text = format!(
                r#"{{"version":"https://jsonfeed.org/version/1","items":[{{{first}"url":"/a","title":"A"}},
                {{"url":"/b","title":"B","date_published":"{other}"}},{{"url":"/c","title":"C","date_published":"{other}"}}]}}"#
            );
            let alone = crate::feed::common::read(text.as_bytes(), URL);
            if !crate::WHOLE {
                assert_eq!(alone, None, "{text}");
                continue;
            }
            let feed = read(text.as_bytes(), URL, None).expect("a feed");
            assert_eq!(alone.expect("a feed").articles, feed.articles, "{text}");
            let dates: Vec<_> = feed.articles.iter().map(|one| one.published).collect();
            let known = first
                .contains("2026")
                .then(|| rfc3339("2026-11-19T09:00:00Z"));
            let wanted = rfc3339("2026-11-20T09:00:00Z");
            assert_eq!(dates, [known.flatten(), wanted, wanted], "{text}");
            let handed = crate::feed::write::json_feed(&feed);
            let again = crate::feed::common::read(handed.as_bytes(), URL).expect("a feed");
            let kept = again.articles.iter().map(|one| one.published);
            assert!(kept.eq(dates), "{handed}");
        }
    }
}

/// The lists' program knows the English names of months alone. What it hands over comes
/// back with its dates.
#[test]
fn a_feed_whose_dates_lists_cannot_read_is_read_by_who_can() {
    let text = r#"{"version":"https://jsonfeed.org/version/1","items":[
        {"url":"/a","title":"A","date_published":"mar., 03 déc. 2026 10:00:00 +0100"}]}"#;
    let alone = crate::feed::common::read(text.as_bytes(), URL);
    if !crate::WHOLE {
        assert_eq!(alone, None);
        return;
    }
    let feed = alone.expect("a feed");
    assert_eq!(feed.articles[0].published, rfc3339("2026-12-03T09:00:00Z"));
}

/// The lists' program shows no caption and no note, and reads none.
#[test]
#[cfg_attr(feature = "whole", ignore = "all that a feed says is read")]
fn what_lists_never_show_is_not_read() {
    let text = r#"{"version":"https://jsonfeed.org/version/1.1","items":[5,{"id":"1","url":"https://p.example/1","title":"A &amp; &Alpha;",
        "date_published":"2026-11-20T09:00:00Z","date_modified":"2026-11-21T09:00:00Z"}]}"#;
    let feed =
        crate::feed::read(text.as_bytes(), "https://p.example/feed.json", None).expect("a feed");
    let [article] = &feed.articles[..] else {
        panic!("{:?}", feed.articles)
    };
    assert_eq!(article.title, "A & &Alpha;");
    assert!(article.published.is_some() && article.modified.is_none());
    assert!(feed.notes.is_empty(), "{:?}", feed.notes);
}
