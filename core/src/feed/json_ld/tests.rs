//! JSON-LD as pages have it.

mod lists;

use super::LONGEST_COPY;
use crate::article::Format;
use crate::feed::read;

const URL: &str = "https://paper.example/news/";

fn titles(json: &str) -> Vec<(String, String)> {
    let feed = read(json.as_bytes(), URL, None).expect("a feed");
    assert_eq!(feed.format, Format::JsonLd);
    let pair = |a: crate::article::Article| (a.title, a.url);
    feed.articles.into_iter().map(pair).collect()
}

fn pair(title: &str, path: &str) -> (String, String) {
    (title.to_owned(), format!("https://paper.example{path}"))
}

#[test]
fn lists_in_every_shape() {
    let wanted = [pair("A", "/a"), pair("B", "/b")];
    for json in [
        r#"{"@context":"https://schema.org","@type":"ItemList","itemListElement":[
            {"@type":"ListItem","position":1,"url":"/a","name":"A"},
            {"@type":"ListItem","position":2,"item":{"@type":"NewsArticle","headline":"B","url":"/b"}}]}"#,
        r#"{"@type":"CollectionPage","mainEntity":{"@type":"ItemList","itemListElement":[
            {"@type":"ListItem","item":{"@id":"/a","name":"A"}},{"@type":"BlogPosting","headline":"B","url":"/b"}]}}"#,
        r#"[{"@type":"NewsArticle","headline":"A","mainEntityOfPage":{"@id":"/a"}},
            {"@type":["Article","ReportageNewsArticle"],"headline":"B","mainEntityOfPage":"/b"}]"#,
        r#"{"@graph":[{"@type":"WebSite","url":"/"},{"@type":"Article","headline":"A","url":"/a"},
            {"@type":"http://schema.org/NewsArticle","headline":"B","url":"/b"}]}"#,
        r#"{"@type":"Blog","blogPost":[{"@type":"BlogPosting","headline":"A","url":"/a"},
            {"@type":"LiveBlogPosting","headline":"B","url":"/b"}]}"#,
    ] {
        assert_eq!(titles(json), wanted, "{json}");
    }
}

#[test]
fn all_that_is_read_of_an_article() {
    let feed = read(
        br#"{"@graph":[{"@type":"NewsArticle","headline":"Rain &amp; wind","description":"D","url":"/r",
        "articleBody":"One.\n\nTwo & <three>.","datePublished":"2026-11-20T10:00:00+01:00",
        "author":[{"@id":"/ana/me"},"Bo"],"image":{"@id":"/pic/me"},"articleSection":["Weather","News"],
        "keywords":"rain, wind ,rain","inLanguage":"en"},
        {"@type":"Person","@id":"/ana/me","name":"Ana","url":"/ana"},
        {"@type":"ImageObject","@id":"/pic/me","contentUrl":"/p.jpg","caption":"Rain"}]}"#,
        URL,
        None,
    )
    .expect("a feed");
    let article = &feed.articles[0];
    assert_eq!(article.title, "Rain & wind");
    assert_eq!(article.body, "<p>One.</p><p>Two &amp; &lt;three>.</p>");
    let names: Vec<_> = article.authors.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["Ana", "Bo"]);
    assert_eq!(article.authors[0].url, "https://paper.example/ana");
    let image = article.image.as_ref().expect("a picture");
    assert_eq!(
        (image.url.as_str(), image.alt.as_str()),
        ("https://paper.example/p.jpg", "Rain")
    );
    assert_eq!(article.tags, ["rain", "wind"]);
    assert_eq!(article.section, "Weather");
}

/// The byline of an article may be written elsewhere on its page.
#[test]
fn an_author_who_is_only_referred_to() {
    let article = |author: &str| {
        format!(r#"{{"@type":"NewsArticle","headline":"A","url":"/a","author":{author}}}"#)
    };
    let person = r##"{"@type":"Person","@id":"#ana","name":"Ana"}"##;
    for json in [
        format!(
            r#"{{"@graph":[{},{person}]}}"#,
            article(r##"{"@id":"#ana"}"##)
        ),
        format!(
            r#"{{"@graph":[{person},{}]}}"#,
            article(r##"[{"@id":"#ana"}]"##)
        ),
        format!(
            r"[{},{person}]",
            article(r##"{"@id":"#ana","@type":"Person"}"##)
        ),
    ] {
        let feed = read(json.as_bytes(), URL, None).expect("a feed");
        let names: Vec<_> = feed.articles[0].authors.iter().map(|a| &*a.name).collect();
        assert_eq!(names, ["Ana"], "{json}");
    }
}

// Each reference was looked for among all things of the document.
#[test]
fn sixty_thousand_references_find_what_they_refer_to() {
    let list = |of: &dyn Fn(usize) -> String| (0..60_000).map(of).collect::<Vec<_>>().join(",");
    let json = format!(
        r#"{{"@graph":[{{"@type":"Article","headline":"A","url":"/a","author":[{}]}},{}]}}"#,
        list(&|at| format!("{{\"@id\":\"#/{}\"}}", at * 2)),
        list(&|at| format!("{{\"@id\":\"#/{}\",\"name\":\"N{at}\"}}", at * 3)),
    );
    let feed = read(json.as_bytes(), URL, None).expect("a feed");
    let names: Vec<_> = feed.articles[0].authors.iter().map(|a| &*a.name).collect();
    assert_eq!(names[..3], ["N0", "N2", "N4"]);
    assert_eq!(names.len(), 50);
}

// Ten thousand articles by one author of a megabyte were ten gigabytes.
#[test]
fn what_many_articles_refer_to_is_brief() {
    let json = format!(
        r##"{{"@graph":[{{"@id":"#a","name":"{0}"}},{{"@id":"#i","url":"/i","caption":"{0}"}},
            {{"@type":"Article","headline":"A","url":"/a","author":{{"@id":"#a"}},"image":{{"@id":"#i"}}}}]}}"##,
        "n".repeat(1 << 20)
    );
    let feed = read(json.as_bytes(), URL, None).expect("a feed");
    let article = &feed.articles[0];
    assert_eq!(article.authors[0].name.len(), LONGEST_COPY);
    assert_eq!(article.image.as_ref().expect("one").alt.len(), LONGEST_COPY);
}

/// Null stands for nothing, wherever it is.
#[test]
fn null_in_a_list_is_passed_over() {
    let json = r#"{"@graph":[null,{"@type":["NewsArticle",null],"headline":"A","url":"/a",
        "author":[null,{"@id":"/ana"},null],"image":[null,"/a.jpg"],"keywords":[null,"rain"]},
        {"@type":"ItemList","itemListElement":[null,{"@type":"ListItem","url":"/b","name":"B"}]},
        {"@type":"Person","@id":"/ana","name":"Ana"}]}"#;
    assert_eq!(titles(json), [pair("A", "/a"), pair("B", "/b")]);
    let feed = read(json.as_bytes(), URL, None).expect("a feed");
    let article = &feed.articles[0];
    assert_eq!(article.authors.len(), 1);
    assert_eq!(article.authors[0].name, "Ana");
    assert_eq!(article.tags, ["rain"]);
    let image = article.image.as_ref().expect("a picture");
    assert_eq!(image.url, "https://paper.example/a.jpg");
}
