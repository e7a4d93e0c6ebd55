//! Where the forms of the standalone page send: to its own origin, and where its
//! publisher says.

use super::ARTICLE;
use crate::lab::{BOTH_LISTS, SOON, assert_calm, bundle, paper};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use crate::support::project;
use serde_json::json;

/// The page with what its publisher has written on the tag of page.js.
fn published(attributes: &str) -> Routes {
    const WRITTEN: &str = "data-feed=\"samples/feed.json\"";
    let index = project().join("dist/index.html");
    let index = std::fs::read_to_string(index).expect("dist/ is built");
    assert!(index.contains(WRITTEN), "{index}");
    bundle().reply("/", Reply::html(&index.replace(WRITTEN, attributes)))
}

const AN_ARTICLE: &str = "/?id=chandlers-bridge-reopens";
/// Where the two forms of an article send to; `null` for one that is not there.
const DESTINATIONS: &str = "return ['subscribe', 'comments'].map((name) =>
    document.querySelector(`newsrail-${name === 'comments' ? 'reply' : name}`)?.getAttribute(name) ?? null)";

/// An address once made a form of the page hand what readers typed to any server.
#[tokio::test]
async fn no_address_has_the_page_send_elsewhere() {
    let (bare, other) = (published("data-feed=samples/feed.json").serve(), paper());
    let set = published(
        "data-feed=samples/feed.json data-subscribe=https://news.example/s data-comments=/c",
    )
    .serve();
    let browser = Browser::start(1280, 900).await;
    let elsewhere = other.url("/take");
    let host = elsewhere.trim_start_matches("http:").to_owned();
    let named = [
        elsewhere.clone(),
        host.clone(),
        host.replace("//", "\\\\"),
        host.replace("//", "/\t/"),
        format!("https:{}", host.trim_start_matches('/')),
        format!("{}{}", bare.url("@"), host.trim_start_matches('/')),
        bare.url("/s").replace("http://", "http://news:letter@"),
        format!("blob:{}", bare.url("/0b54b6a0-0000-4000-8000-000000000000")),
        "javascript:alert(1)".to_owned(),
        "data:text/html,x".to_owned(),
        "http://[".to_owned(),
    ];
    for (site, wanted) in [
        // A sample's forms, which send nothing.
        (&bare, json!(["samples/", "samples/comments.json"])),
        (&set, json!(["https://news.example/s", "/c"])),
    ] {
        for value in &named {
            let value = value.replace(&bare.url(""), &site.url(""));
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            query.append_pair("subscribe", &value);
            query.append_pair("comments", &value);
            let page = site.url(&format!("{AN_ARTICLE}&{}", query.finish()));
            browser.goto(&page).await;
            browser.wait_until(BOTH_LISTS, SOON).await;
            assert_eq!(browser.run(DESTINATIONS, &[]).await, wanted, "{value}");
            let console = browser.console().await;
            for name in ["?subscribe=", "?comments="] {
                let lines = console.iter().filter(|line| line.contains(name)).count();
                assert_eq!(lines, 1, "{value}: {console:#?}");
            }
        }
    }
    assert!(other.requests().is_empty(), "{:#?}", other.requests());
}

#[tokio::test]
async fn forms_send_to_the_page_s_own_origin_and_where_its_publisher_says() {
    let site =
        published("data-feed=samples/feed.json data-subscribe=https://news.example/s").serve();
    let browser = Browser::start(1280, 900).await;
    for (query, wanted) in [
        ("", [Some("https://news.example/s".to_owned()), None]),
        (
            "&subscribe=https://news.example/s&comments=talk%3Fa=1",
            [
                Some("https://news.example/s".to_owned()),
                Some(site.url("/talk?a=1")),
            ],
        ),
        ("&subscribe=/s", [Some(site.url("/s")), None]),
    ] {
        browser
            .goto(&site.url(&format!("{AN_ARTICLE}{query}")))
            .await;
        browser.wait_until(BOTH_LISTS, SOON).await;
        let found = browser.run(DESTINATIONS, &[]).await;
        assert_eq!(found, json!(wanted), "{query}");
        assert!(
            browser
                .problems()
                .await
                .iter()
                .all(|line| !line.contains("newsrail: ?"))
        );
    }
}

/// A WordPress feed says where its comments are: one that an address named once
/// had "Leave a reply" post a reader's e-mail address to whoever had made it.
#[tokio::test]
async fn a_feed_of_somebody_else_has_no_forms_beside_it() {
    let posts = json!([{ "id": 1, "link": "https://p.example/1", "title": { "rendered": "A post" }, "excerpt": { "rendered": "" } }]);
    let paper = Routes::default()
        .cors(true)
        .reply("/wp-json/wp/v2/posts", Reply::json(&posts))
        .reply("/wp-json/wp/v2/comments", Reply::json(&json!([])))
        .serve();
    let feed = paper.url("/wp-json/wp/v2/posts");
    let stranger =
        published("data-feed=samples/feed.json data-subscribe=/s data-comments=/c").serve();
    let own = published(&format!("data-feed={feed}")).serve();
    let forms = "return document.querySelectorAll('newsrail-reply, newsrail-subscribe').length";
    let browser = Browser::start(1280, 900).await;
    for named in [
        feed.clone(),
        feed.replace("http:", ""),
        format!("samples/feed.json%20{feed}"),
        format!("{feed}%0Asamples/feed.json"),
    ] {
        browser
            .goto(&stranger.url(&format!("/?feed={named}&id=1&comments=/c&subscribe=/s")))
            .await;
        browser.wait_until(ARTICLE, SOON).await;
        assert_eq!(browser.run(forms, &[]).await, 0, "{named}");
        let console = browser.console().await;
        let lines = console
            .iter()
            .filter(|line| line.contains("?feed="))
            .count();
        assert_eq!(lines, 1, "{console:#?}");
        assert!(paper.requests_to("/wp-json/wp/v2/comments").is_empty());
    }
    for query in [String::new(), format!("feed={feed}&")] {
        browser.goto(&own.url(&format!("/?{query}id=1"))).await;
        browser.wait_until(ARTICLE, SOON).await;
        assert_eq!(browser.run(forms, &[]).await, 1, "{query}");
        assert_calm(&browser).await;
    }
}
