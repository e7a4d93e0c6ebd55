//! Whether the tests' WordPress is as real ones are.

use serde_json::{Value, json};

use crate::lab::SOON;
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use crate::support::wordpress::{MARKED_UP, PROTECTED, Permalinks, STICKY, WordPress};

const EMBED: &str = "_embed=author,wp:featuredmedia,wp:term";

#[tokio::test]
async fn a_page_announces_its_api_under_either_kind_of_permalinks() {
    for permalinks in [Permalinks::Pretty, Permalinks::Plain] {
        let wordpress = WordPress::borrow(permalinks, "").await;
        let root = wordpress.rest_root();
        let front = wordpress
            .get(&wordpress.url("/"))
            .await
            .text()
            .await
            .expect("text");
        assert!(
            front.contains(&format!("rel=\"https://api.w.org/\" href=\"{root}\"")),
            "{front}"
        );

        let address = wordpress.post("chandlers-bridge-reopens").await;
        assert_eq!(
            address.contains('?'),
            permalinks == Permalinks::Plain,
            "{address}"
        );
        let post = wordpress.get(&address).await;
        let link = post.headers().get_all("link").iter().any(|value| {
            value
                .to_str()
                .is_ok_and(|value| value.ends_with("rel=\"https://api.w.org/\""))
        });
        assert!(link, "{:?}", post.headers());
        let html = post.text().await.expect("text");
        let alternate = format!("type=\"application/json\" href=\"{root}wp/v2/posts/");
        assert!(html.contains(&alternate), "{html}");
    }
}

#[tokio::test]
async fn the_api_gives_any_origin_posts_with_what_belongs_to_them() {
    let wordpress = WordPress::borrow(Permalinks::Pretty, "").await;
    let answer = wordpress
        .get(&wordpress.rest("wp/v2/posts", &format!("per_page=5&{EMBED}")))
        .await;
    assert_eq!(
        answer.headers()["access-control-allow-origin"],
        "http://partner.example"
    );
    assert_eq!(answer.headers()["x-wp-total"], "47");
    let posts: Value = serde_json::from_str(&answer.text().await.expect("text")).expect("JSON");
    let posts = posts.as_array().expect("a list");
    assert_eq!(posts.len(), 5);
    let pictured = posts
        .iter()
        .find(|post| post["featured_media"] != 0)
        .expect("one of the newest has a picture");
    let embedded = &pictured["_embedded"];
    assert!(embedded["author"][0]["name"].is_string(), "{embedded}");
    assert_eq!(embedded["wp:term"][0][0]["taxonomy"], "category");
    assert_eq!(embedded["wp:term"][1][0]["taxonomy"], "post_tag");
    let media = &embedded["wp:featuredmedia"][0];
    assert!(!media["alt_text"].as_str().expect("text").is_empty());
    for size in ["thumbnail", "medium", "medium_large", "large", "full"] {
        let address = media["media_details"]["sizes"][size]["source_url"]
            .as_str()
            .expect("text");
        let picture = wordpress.get(address).await;
        assert_eq!(picture.headers()["content-type"], "image/jpeg", "{address}");
    }
}

#[tokio::test]
async fn the_awkward_posts_are_there() {
    let wordpress = WordPress::borrow(Permalinks::Plain, "").await;
    let by_slug = async |slug: &str| {
        let posts = wordpress
            .json(&wordpress.rest("wp/v2/posts", &format!("slug={slug}")))
            .await;
        posts[0].clone()
    };
    let marked_up = by_slug(MARKED_UP).await;
    assert_eq!(
        marked_up["title"]["rendered"],
        "Fish &amp; chips: <em>really</em> &#8220;best&#8221; \u{2013} caf&eacute;"
    );
    let protected = by_slug(PROTECTED).await;
    assert_eq!(
        protected["excerpt"],
        json!({ "rendered": "", "protected": true })
    );
    let sticky = by_slug(STICKY).await;
    assert_eq!(sticky["sticky"], true);
    // In October, London is an hour ahead.
    assert_ne!(sticky["date"], sticky["date_gmt"]);
}

#[tokio::test]
async fn a_snippet_stands_in_single_posts_and_nothing_leaves_the_machine() {
    let cdn = Routes::default()
        .reply(
            "/newsrail.js",
            Reply::new("text/javascript", "window.arrived = true"),
        )
        .serve();
    let snippet = format!(
        "<script async src=\"{}\"></script>",
        cdn.url("/newsrail.js")
    );
    let wordpress = WordPress::borrow(Permalinks::Pretty, &snippet).await;
    let browser = Browser::start(1280, 800).await;

    browser
        .goto(&wordpress.post("chandlers-bridge-reopens").await)
        .await;
    browser.wait_until("window.arrived", SOON).await;
    browser.screenshot("wordpress-post").await;
    // As the widget will ask: from a page of the site, and from a page elsewhere.
    let rest = wordpress.rest("wp/v2/posts", &format!("per_page=2&{EMBED}"));
    let count = "const answer = await fetch(arguments[0]); return (await answer.json()).length";
    assert_eq!(browser.run_async(count, &[json!(rest)]).await, 2);
    assert_eq!(browser.problems().await, [""; 0]);
    let sent = browser.network().await;
    assert!(
        sent.iter()
            .all(|sent| sent.url.starts_with("http://127.0.0.1:")),
        "{sent:#?}"
    );

    browser.goto(&cdn.url("/newsrail.js")).await;
    assert_eq!(browser.run_async(count, &[json!(rest)]).await, 2);

    browser.goto(&wordpress.url("/")).await;
    assert_eq!(
        browser.run("return window.arrived ?? null", &[]).await,
        Value::Null
    );
    assert_eq!(cdn.requests_to("/newsrail.js").len(), 2);
}
