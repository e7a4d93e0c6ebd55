//! Posts as WordPress sends them.

use super::{is_api, posts_url};
use crate::feed::read;

const URL: &str = "https://paper.example/wp-json/wp/v2/posts";

#[test]
fn posts_behind_a_root_with_and_without_a_query() {
    assert!(
        posts_url("https://p.example/wp-json/")
            .starts_with("https://p.example/wp-json/wp/v2/posts?per_page")
    );
    assert!(
        posts_url("https://p.example/?rest_route=/")
            .starts_with("https://p.example/?rest_route=/wp/v2/posts&per_page")
    );
}

#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn a_post_with_all_that_is_embedded() {
    let feed = read(
        r#"[{"id":12,"link":"https://paper.example/fish/","date_gmt":"2026-11-20T09:00:00",
        "modified_gmt":"2026-11-21T09:00:00","title":{"rendered":"Fish &#038; chips: <em>really</em>"},
        "excerpt":{"rendered":"<p>The best in town [&hellip;]</p>\n","protected":false},
        "content":{"rendered":"<p>All of it</p>","protected":false},
        "_embedded":{"author":[{"name":"Ana","link":"https://paper.example/author/ana/","description":"Covers roads.","avatar_urls":{"24":"/a24.png","96":"/a96.png"}}],
        "wp:featuredmedia":[{"source_url":"https://paper.example/f.jpg","alt_text":"A fish","media_details":{"sizes":{
          "thumbnail":{"width":150,"source_url":"https://paper.example/f-150.jpg"},
          "medium_large":{"width":768,"source_url":"https://paper.example/f-768.jpg"},
          "large":{"width":1024,"source_url":"https://paper.example/f-1024.jpg"}}}}],
        "wp:term":[[{"name":"Food &amp; drink","slug":"food","taxonomy":"category"}],
          [{"name":"harbour","slug":"harbour","taxonomy":"post_tag"}]]}}]"#
            .as_bytes(),
        URL,
        None,
    )
    .expect("a feed");
    let article = &feed.articles[0];
    assert_eq!(
        (article.id.as_str(), article.title.as_str()),
        ("12", "Fish & chips: really")
    );
    assert_eq!(article.summary, "The best in town […]");
    assert_eq!(article.body, "<p>All of it</p>");
    let image = article.image.as_ref().expect("a picture");
    assert_eq!(
        (image.url.as_str(), image.alt.as_str()),
        ("https://paper.example/f-768.jpg", "A fish")
    );
    let author = &article.authors[0];
    assert_eq!(
        [&author.name, &author.picture, &author.bio],
        ["Ana", "https://paper.example/a96.png", "Covers roads."]
    );
    assert_eq!(
        (article.section.as_str(), article.tags.as_slice()),
        ("Food & drink", &["harbour".to_owned()][..])
    );
    assert_eq!(
        article.published,
        crate::text::date::rfc3339("2026-11-20T09:00:00Z")
    );
}

#[test]
fn what_is_hidden_stays_hidden() {
    let feed = read(
        br#"[{"id":1,"link":"/a/","title":{"rendered":"Protected: A"},
        "excerpt":{"rendered":"secret","protected":true},"content":{"rendered":"secret","protected":true},
        "_embedded":{"author":[{"code":"rest_user_invalid_id","message":"Invalid user ID.","data":{"status":404}}],
        "wp:featuredmedia":[{"code":"rest_forbidden","data":{"status":401}}],
        "wp:term":[[{"name":"Uncategorized","slug":"uncategorized","taxonomy":"category"}]]}}]"#,
        URL,
        None,
    )
    .expect("a feed");
    let article = &feed.articles[0];
    assert!(article.summary.is_empty() && article.body.is_empty());
    assert!(article.authors.is_empty() && article.image.is_none() && article.section.is_empty());
}

#[test]
fn no_posts_and_one_post() {
    assert!(read(b"[]", URL, None).expect("a feed").articles.is_empty());
    let one = read(
        br#"{"id":5,"link":"/x/","title":{"rendered":"X"}}"#,
        URL,
        None,
    )
    .expect("a feed");
    assert_eq!(one.articles[0].url, "https://paper.example/x/");
}

#[test]
fn a_full_page_has_a_next_one() {
    let page = |url: &str| {
        let posts =
            br#"[{"link":"/a/","title":{"rendered":"A"}},{"link":"/b/","title":{"rendered":"B"}}]"#;
        read(posts, url, None).expect("a feed").next
    };
    assert_eq!(
        page("https://p.example/wp-json/wp/v2/posts?per_page=2&_embed=1"),
        Some("https://p.example/wp-json/wp/v2/posts?per_page=2&_embed=1&page=2".into())
    );
    assert_eq!(
        page("https://p.example/?rest_route=/wp/v2/posts&per_page=2&page=2"),
        Some("https://p.example/?rest_route=/wp/v2/posts&per_page=2&page=3".into())
    );
    assert_eq!(
        page("https://p.example/wp-json/wp/v2/posts?per_page=3"),
        None
    );
    assert_eq!(page(URL), None);
}

/// Sites strip the date of the clock that all share, or have the year 0 there.
#[test]
fn the_sites_own_clock_is_better_than_no_date() {
    for fields in [
        r#""date":"2026-11-20T10:00:00""#,
        r#""date_gmt":"0000-00-00T00:00:00","date":"2026-11-20T10:00:00""#,
        r#""date_gmt":null,"date":"2026-11-20T10:00:00""#,
        r#""date_gmt":"1970-01-01T00:00:00","date":"2026-11-20T10:00:00""#,
    ] {
        let post = [r#"[{"link":"/a","title":{"rendered":"A"},"#, fields, "}]"].concat();
        let feed = read(post.as_bytes(), URL, None).expect("a feed");
        assert_eq!(feed.articles[0].published, Some(1_795_168_800), "{fields}");
        assert_eq!(feed.articles[0].zone, 0, "{fields}");
    }
}

#[test]
fn the_api_by_its_address() {
    for url in [
        "https://p.example/wp-json/wp/v2/posts/17",
        "https://p.example/?rest_route=/wp/v2/posts&per_page=9",
        "https://p.example/?rest_route=wp/v2/posts",
    ] {
        assert!(is_api(url), "{url}");
    }
    for url in [
        "https://p.example/v2/wp/posts",
        "https://p.example/wpv2/",
        "wp/v20/posts",
        "",
    ] {
        assert!(!is_api(url), "{url}");
    }
}
