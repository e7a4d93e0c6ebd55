//! From the zip to lists under every post, and back to a site without a trace.

use serde_json::json;

use super::{assert_height, inside, links};
use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines};
use crate::support::browser::Browser;
use crate::support::wordpress::office::{Office, plugin_zip};

#[tokio::test]
async fn a_zip_brings_lists_under_every_post_and_leaves_nothing_when_it_is_deleted() {
    let office = Office::start().await;
    assert_eq!(office.traces().await, Vec::<String>::new());
    let post = office.post("chandlers-bridge-reopens").await;
    let (_, before) = office.page(&post).await;
    let browser = Browser::start(1280, 900).await;
    office
        .enter(&browser, "plugin-install.php?tab=upload")
        .await;
    browser.choose_file("#pluginzip", &plugin_zip().await).await;
    browser
        .run(
            "document.querySelector('#install-plugin-submit').click()",
            &[],
        )
        .await;
    let activate = "document.querySelector('a.button-primary[href*=\"action=activate\"]')";
    browser.wait_until(activate, SOON).await;
    browser.run(&format!("{activate}.click()"), &[]).await;
    let installed = "document.querySelector('#deactivate-newsrail')";
    browser.wait_until(installed, SOON).await;

    stands_under_posts(&office, &post).await;

    browser
        .goto(&office.url("/wp-admin/options-general.php?page=newsrail"))
        .await;
    browser
        .run("document.querySelector('#submit').click()", &[])
        .await;
    browser
        .wait_until(
            "document.querySelector('#setting-error-settings_updated')",
            SOON,
        )
        .await;
    let traces = office.traces().await.join("\n");
    for written in [
        "newsrail_settings",
        "_transient_newsrail_counts",
        "in option active_plugins",
        "plugins/newsrail",
    ] {
        assert!(traces.contains(written), "{written} is not among\n{traces}");
    }

    browser.goto(&office.url("/wp-admin/plugins.php")).await;
    browser.run(&format!("{installed}.click()"), &[]).await;
    let delete = "document.querySelector('#delete-newsrail')";
    browser.wait_until(delete, SOON).await;
    browser
        .run(
            &format!("window.confirm = () => true; {delete}.click()"),
            &[],
        )
        .await;
    browser
        .wait_until(
            "document.querySelector('tr.deleted[data-slug=newsrail]')",
            SOON,
        )
        .await;
    assert_eq!(office.traces().await, Vec::<String>::new());
    let (status, after) = office.page(&post).await;
    assert_eq!(
        (status, after.contains("newsrail")),
        (200, before.contains("newsrail"))
    );
}

/// What a visitor has of a post: links from the server, then lists in their
/// place, all from the site itself.
async fn stands_under_posts(office: &Office, post: &str) {
    let (_, html) = office.page(post).await;
    let (latest, like_this) = (
        links(&html, "newsrail-popular"),
        links(&html, "newsrail-more-like-this"),
    );
    assert_eq!(
        (latest.len(), like_this.len()),
        (5, 5),
        "{latest:?} {like_this:?}"
    );
    assert!(!latest.iter().chain(&like_this).any(|link| link == post));
    assert!(
        latest.iter().all(|link| !like_this.contains(link)),
        "{latest:?} {like_this:?}"
    );
    assert!(
        inside(&html, "newsrail-popular").contains("<h2>Latest</h2>"),
        "nobody counts readers"
    );
    // A title with markup in it is text in the server's list too.
    assert!(
        inside(&html, "newsrail-popular").contains(">Fish &amp; chips: really"),
        "{html}"
    );
    let same = json!({ "categories": categories(office, post).await });
    for link in &like_this {
        assert_eq!(
            json!({ "categories": categories(office, link).await }),
            same,
            "{link}"
        );
    }

    let visitor = Browser::start(1280, 900).await;
    visitor.goto(post).await;
    visitor.scroll_to("newsrail-popular").await;
    visitor.wait_until(BOTH_LISTS, SOON).await;
    let mut shown = headlines(&visitor, "newsrail-popular").await;
    shown.extend(headlines(&visitor, "newsrail-more-like-this").await);
    assert_eq!(shown.len(), 10, "{shown:?}");
    let own = "First cars cross Chandlers’ Bridge as the bill goes to arbitration";
    assert!(!shown.iter().any(|title| title == own), "{shown:?}");
    for element in ["newsrail-popular", "newsrail-more-like-this"] {
        assert_height(&visitor, element).await;
    }
    visitor.quiet(SOON).await;
    let network = visitor.network().await;
    let elsewhere: Vec<_> = network
        .iter()
        .filter(|sent| !sent.url.starts_with(&office.url("/")) && !sent.url.starts_with("data:"))
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
    let feeds = network
        .iter()
        .filter(|sent| sent.url.contains("wp/v2/posts?"));
    assert_eq!(feeds.count(), 1, "{network:#?}");
    // The theme's own fonts move words along their line; a list that takes another
    // height would move what stands below it.
    let shifts = visitor.layout_shifts().await;
    let moved = shifts
        .moved
        .iter()
        .filter(|shift| tops(shift)[0] != tops(shift)[1]);
    assert_eq!(moved.collect::<Vec<_>>(), Vec::<&String>::new());
    visitor.screenshot("plugin-post").await;
    assert_calm(&visitor).await;
}

/// How far from the top something was before a shift and after it, as the shift says
/// (`… from X,Y WIDTH×HEIGHT to X,Y WIDTH×HEIGHT`).
fn tops(shift: &str) -> [&str; 2] {
    let place = |word| shift.rsplit_once(word).expect("a place").1;
    let top = |place: &'_ str| -> usize { place.find(',').expect("two numbers") + 1 };
    [" from ", " to "].map(|word| {
        let place = place(word);
        place[top(place)..].split(' ').next().unwrap_or_default()
    })
}

/// The categories of the post at an address.
async fn categories(office: &Office, link: &str) -> Vec<i64> {
    let slug = link
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default();
    let query = format!("/?rest_route=/wp/v2/posts&slug={slug}&_fields=categories");
    let (_, text) = office.page(&office.url(&query)).await;
    let posts: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    serde_json::from_value(posts[0]["categories"].clone()).expect("numbers")
}
