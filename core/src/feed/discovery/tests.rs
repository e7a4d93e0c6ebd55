//! Pages as publishers make them.

use super::*;

fn link(rel: &str, kind: &str, href: &str) -> Link {
    Link {
        rel: rel.into(),
        kind: kind.into(),
        href: href.into(),
        ..Link::default()
    }
}

fn head() -> Head {
    Head {
        url: "https://paper.example/rain/?utm_source=x".into(),
        language: "en-GB".into(),
        title: "Rain &amp; wind | The Paper".into(),
        links: vec![
            link("alternate", "application/rss+xml", "/feed/"),
            link("alternate", "application/rss+xml", "/comments/feed/"),
            link("Alternate", "application/atom+xml", "/atom.xml"),
            link(
                "alternate",
                "application/feed+json; charset=utf-8",
                "/feed.json",
            ),
            link("https://api.w.org/", "", "/wp-json/"),
            link("alternate", "application/json", "/wp-json/wp/v2/posts/42"),
            link("canonical", "", "https://paper.example/rain"),
        ],
        ..Head::default()
    }
}

#[test]
fn feeds_in_their_order() {
    let mut head = head();
    head.json_ld = vec![
        r#"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"/other","name":"Other"}]}"#.into(),
        r#"{"@type":"NewsArticle","headline":"Rain","url":"/rain/"}"#.into(),
        "not JSON".into(),
    ];
    let sources = sources(&head);
    let urls: Vec<_> = sources
        .iter()
        .map(|source| match source {
            Source::At(url) => url.split('?').next().unwrap_or_default().to_owned(),
            Source::Here(feed) => feed.articles[0].title.clone(),
        })
        .collect();
    assert_eq!(
        urls,
        [
            "https://paper.example/wp-json/wp/v2/posts",
            "https://paper.example/feed.json",
            "https://paper.example/atom.xml",
            "https://paper.example/feed/",
            "Other",
        ]
    );
}

#[test]
fn an_article_from_json_ld_and_what_it_leaves_out() {
    let mut head = head();
    head.json_ld = vec![
        r#"{"@graph":[{"@type":"NewsArticle","headline":"Other","url":"/other"},
        {"@type":"NewsArticle","headline":"Rain","mainEntityOfPage":{"@id":"https://paper.example/rain/"},
        "keywords":["rain"],"articleBody":"It rains."}]}"#
            .into(),
    ];
    head.meta = vec![
        ("og:title".into(), "Not this".into()),
        ("description".into(), "Wet &amp; cold".into()),
        ("article:section".into(), "Weather".into()),
        (
            "article:published_time".into(),
            "2026-11-20T11:00:00+01:00".into(),
        ),
    ];
    let article = article(&head).expect("an article");
    assert_eq!(article.title, "Rain");
    assert_eq!(article.summary, "Wet & cold");
    assert_eq!(article.body, "<p>It rains.</p>");
    assert_eq!(article.section, "Weather");
    assert_eq!(
        (article.id.as_str(), article.url.as_str()),
        ("42", "https://paper.example/rain")
    );
    assert_eq!(
        article.published,
        crate::text::date::rfc3339("2026-11-20T10:00:00Z")
    );
    assert_eq!(article.zone, 3600);
    assert_eq!(article.tags, ["rain"]);
}

/// Pages wrap their scripts for readers of XHTML, and their templates leave commas and
/// line breaks where JSON has none: all of that counted as no JSON-LD at all.
#[test]
#[cfg_attr(not(feature = "whole"), ignore = "what lists never show is not read")]
fn json_ld_as_pages_have_it() {
    let json = r#"{"@type":"NewsArticle","headline":"Rain","url":"/rain/"}"#;
    for script in [
        format!("\n//<![CDATA[\n{json}\n//]]>\n"),
        format!("/*<![CDATA[*/{json}/*]]>*/"),
        format!("<!-- {json} -->"),
        json.replace('}', ",}"),
        json.to_owned() + ";",
        json.replace("Rain", "\tRain\n"),
    ] {
        let mut head = head();
        head.json_ld = vec![script.clone()];
        let article = article(&head).expect("an article");
        assert_eq!(article.title, "Rain", "{script}");
    }
}

#[test]
fn a_broken_script_costs_that_script() {
    let good = r#"{"@type":"NewsArticle","headline":"Rain","url":"/rain/"}"#;
    for broken in ["{\"@type\":\"NewsArticle\"", "", "<p>", "[1,", "undefined"] {
        for scripts in [[broken, good], [good, broken]] {
            let mut head = head();
            head.json_ld = scripts.map(str::to_owned).into();
            let found = article(&head).expect("an article");
            assert_eq!(found.title, "Rain", "{broken}");
        }
    }
}

#[test]
fn an_article_from_open_graph_alone() {
    let mut head = head();
    let meta = [
        ("og:type", "article"),
        ("og:title", "Rain"),
        ("og:image", "/r.jpg"),
        ("og:image:alt", "A cloud"),
        ("article:tag", "rain"),
        ("article:tag", "wind"),
        ("keywords", "wind, sea"),
        ("author", "Ana"),
    ];
    head.meta = meta
        .map(|(name, content)| (name.into(), content.into()))
        .into();
    head.text = "It rains.\n\nStill.".into();
    let article = article(&head).expect("an article");
    assert_eq!(article.tags, ["rain", "wind", "sea"]);
    assert_eq!(article.body, "<p>It rains.</p><p>Still.</p>");
    assert_eq!(article.authors[0].name, "Ana");
    let image = article.image.expect("a picture");
    assert_eq!(
        (image.url.as_str(), image.alt.as_str()),
        ("https://paper.example/r.jpg", "A cloud")
    );
    assert_eq!(article.language, "en-GB");
}

#[test]
fn a_front_page_is_no_article() {
    let mut head = head();
    assert_eq!(article(&head), None);
    head.meta = vec![("og:title".into(), "The Paper".into())];
    assert_eq!(article(&head), None);
    assert_eq!(addresses(&head), ["paper.example/rain"]);
}

#[test]
fn what_the_page_hands_over_is_read_as_it_was() {
    let head = Head {
        url: "https://paper.example/".into(),
        language: "en".into(),
        title: "Paper".into(),
        links: vec![link("alternate", "application/rss+xml", "/rss")],
        meta: vec![("og:title".into(), "Rain\n&".into())],
        json_ld: vec!["{\"a\": 1}".into()],
        text: "One.\n\nTwo.".into(),
    };
    let fields = [
        ["page", "en", "Paper", "https://paper.example/"],
        ["text", "", "", "One.\n\nTwo."],
        ["link", "alternate", "application/rss+xml", "/rss"],
        ["meta", "og:title", "", "Rain\n&"],
        ["script", "", "", "{\"a\": 1}"],
    ];
    let read = |fields: &[&str]| Head::read(fields.iter().map(|&field| field.to_owned()));
    assert_eq!(read(&fields.concat()), head);
    assert_eq!(read(&["meta", "name"]), Head::default());
    // A script of the page may have put any character into an attribute.
    let hostile = read(&["meta", "og:title", "", "Rain\0link\0alternate"]);
    assert_eq!(hostile.meta[0].1, "Rain\0link\0alternate");
    assert!(hostile.links.is_empty());
}
