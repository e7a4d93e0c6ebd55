//! Several feeds as one, their further pages, and counts of readers.

use crate::fixture::{
    FEED, FetchWrapper, Place, answer, ears, js, place, settled, until, with_feeds, wrap_fetch,
};
use js_sys::Promise;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// A feed of these, each named after its address and, of the same day of
/// November, younger the higher its number.
fn feed(numbers: &[u32], next: &str) -> String {
    let item = |number: &u32| {
        json!({
            "id": number.to_string(),
            "url": format!("http://p.test/{number}"),
            "title": format!("Story {number}"),
            "date_published": format!("2026-11-{number:02}"),
        })
    };
    let items: Vec<_> = numbers.iter().map(item).collect();
    json!({ "version": "https://jsonfeed.org/version/1.1", "next_url": next, "items": items })
        .to_string()
}

async fn until_headlines(place: &Place, wanted: &[&str]) {
    until(&format!("{wanted:?}"), async || place.headlines() == wanted).await;
}

/// Answers addresses from `pages`, an object's source, and notes in `asked`
/// what else was asked for.
fn pages(source: &str) -> FetchWrapper {
    js_sys::eval(&format!("self.asked = []; self.pages = {source}")).expect("pages");
    wrap_fetch("async (url) => { asked.push(url); return new Response(pages[url]) }")
}

fn out_of_view(place: &Place) {
    let style = "position: absolute; top: 5000px";
    place.host.set_attribute("style", style).expect("a style");
}

#[wasm_bindgen_test]
async fn feeds_are_one_with_each_article_once() {
    let other = "http://feed.test/other.json";
    let second = feed(&[3, 4], "").replace("http://p.test/3", "https://www.p.test/3/?utm_source=x");
    with_feeds(&[(FEED, answer(&feed(&[1, 3], ""))), (other, answer(&second))]);
    let set = format!(" {FEED}\n{other} ");
    let list = place("popular", &[("feed", &set)], "");
    let related = place("more-like-this", &[("feed", &set), ("article", "none")], "");
    let _mounted = (list.mount(), related.mount());
    settled().await;
    assert_eq!(list.headlines(), ["Story 4", "Story 3", "Story 1"]);
    assert!(related.headlines().is_empty(), "all of them stand above");
}

/// A large feed is read in several pieces, and still is one: what its last piece
/// repeats of the first is not listed twice.
#[wasm_bindgen_test]
async fn a_large_feed_is_one_however_many_pieces_it_is_read_in() {
    let item = |number: usize| {
        let (minute, second, much) = (number / 60, number % 60, "much ".repeat(20));
        json!({
            "id": number.to_string(),
            "url": format!("http://p.test/{number}"),
            "title": format!("Story {number}"),
            "summary": much,
            "date_published": format!("2026-11-01T00:{minute:02}:{second:02}Z"),
        })
    };
    let items: Vec<_> = (0..600).chain(596..600).map(item).collect();
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "items": items });
    with_feeds(&[(FEED, answer(&feed.to_string()))]);
    let list = place("popular", &[("feed", FEED)], "");
    let _mounted = list.mount();
    let latest: Vec<_> = (595..600).rev().map(|at| format!("Story {at}")).collect();
    let latest: Vec<_> = latest.iter().map(String::as_str).collect();
    until_headlines(&list, &latest).await;
}

/// A site of several feeds names the article that is read by its identifier,
/// whichever of them that is in.
#[wasm_bindgen_test]
async fn an_article_of_the_second_feed_is_known_by_its_identifier() {
    let other = "http://feed.test/other.json";
    with_feeds(&[
        (FEED, answer(&feed(&[1, 2], ""))),
        (other, answer(&feed(&[3, 4], ""))),
    ]);
    let set = format!("{FEED} {other}");
    let list = place("popular", &[("feed", &set), ("article", "3")], "");
    let _mounted = list.mount();
    settled().await;
    assert_eq!(list.headlines(), ["Story 4", "Story 2", "Story 1"]);
}

#[wasm_bindgen_test]
async fn one_that_fails_is_named_and_all_that_fail_are_an_error() {
    let other = "http://feed.test/other.json";
    ears();
    with_feeds(&[(FEED, answer("no feed")), (other, answer(&feed(&[1], "")))]);
    let list = place("popular", &[("feed", &format!("{FEED} {other}"))], "");
    let mounted = list.mount();
    settled().await;
    assert_eq!(list.headlines(), ["Story 1"]);
    let said = js("return told.join()").await.as_string();
    assert!(said.is_some_and(|said| said.contains("feed.test/feed.json: the feed cannot be read")));
    drop((mounted, list));

    with_feeds(&[(FEED, answer("no feed")), (other, answer(""))]);
    let list = place("popular", &[("feed", &format!("{FEED} {other}"))], "");
    let _mounted = list.mount();
    settled().await;
    assert_eq!(list.text(".notice"), "The stories could not be loaded.");
}

#[wasm_bindgen_test]
async fn further_pages_go_into_what_is_out_of_view_up_to_max_articles() {
    let first = feed(&[1, 2], "/2.json");
    let rest = [
        ("2", feed(&[3, 4], "/3.json")),
        ("3", feed(&[5, 6], "/4.json")),
    ];
    let source = rest.map(|(name, body)| format!("'http://feed.test/{name}.json': '{body}'"));
    let fetch = pages(&format!("{{ {} }}", source.join(",")));
    for (most, asked, wanted) in [
        (
            "5",
            "2.json,3.json",
            &["Story 5", "Story 4", "Story 3", "Story 2", "Story 1"][..],
        ),
        ("2", "", &["Story 2", "Story 1"]),
    ] {
        js("asked.length = 0").await;
        with_feeds(&[(FEED, answer(&first))]);
        let list = place("popular", &[("feed", FEED), ("max-articles", most)], "");
        out_of_view(&list);
        let _mounted = list.mount();
        until_headlines(&list, wanted).await;
        settled().await;
        let names = "return asked.map((url) => url.split('/').pop()).join()";
        assert_eq!(js(names).await, asked);
    }
    drop(fetch);
}

#[wasm_bindgen_test]
async fn further_pages_leave_alone_what_is_in_view() {
    let fetch = pages(&format!(
        "{{ 'http://feed.test/2.json': '{}' }}",
        feed(&[3, 4], "")
    ));
    with_feeds(&[(FEED, answer(&feed(&[1, 2], "/2.json")))]);
    let seen = place("popular", &[("feed", FEED), ("count", "1")], "");
    seen.host
        .set_attribute("style", "position: fixed; top: 0; min-height: 9em")
        .expect("a style");
    let below = place("popular", &[("feed", FEED), ("count", "1")], "");
    out_of_view(&below);
    // The article is on the second page: there is nothing to show before.
    let article = place("article", &[("feed", FEED), ("article", "3")], "");
    let mounted = (seen.mount(), below.mount(), article.mount());
    until_headlines(&below, &["Story 4"]).await;
    assert_eq!(seen.headlines(), ["Story 2"]);
    assert_eq!(article.text("h1"), "Story 3");
    let (one, two, three) = mounted;
    drop(two);
    seen.host.set_attribute("max-age", "9999").expect("set");
    one.refresh();
    until_headlines(&seen, &["Story 4"]).await;
    drop((fetch, one, three));
}

#[wasm_bindgen_test]
async fn a_page_that_fails_or_has_another_origin_leaves_the_first() {
    ears();
    let fetch = pages("{ 'http://feed.test/2.json': 'no feed' }");
    for (next, said) in [
        ("/2.json", "feed.test/2.json: the feed cannot be read"),
        ("http://other.test/2.json", "another origin"),
    ] {
        js("told.length = asked.length = 0").await;
        with_feeds(&[(FEED, answer(&feed(&[1, 2], next)))]);
        let list = place("popular", &[("feed", FEED)], "");
        out_of_view(&list);
        let _mounted = list.mount();
        until_headlines(&list, &["Story 2", "Story 1"]).await;
        settled().await;
        let lines = js("return told.join()").await.as_string().expect("a text");
        assert!(lines.contains(said), "{lines}");
        assert_eq!(js("return asked.join().includes('other')").await, false);
    }
    drop(fetch);
}

#[wasm_bindgen_test]
async fn wordpress_says_which_page_is_the_last() {
    let url = "http://feed.test/wp-json/wp/v2/posts?per_page=1";
    let fetch = pages("{}");
    for (pages, asked) in [("1", 0.0), ("2", 1.0)] {
        js("asked.length = 0").await;
        let post = json!([{ "id": 1, "link": "/a", "title": { "rendered": "A" } }]);
        let response = js(&format!(
            "return new Response('{post}', {{ headers: {{ 'X-WP-TotalPages': '{pages}' }} }})"
        ))
        .await;
        with_feeds(&[(url, Promise::resolve(&response))]);
        let list = place("popular", &[("feed", url)], "");
        let _mounted = list.mount();
        until_headlines(&list, &["A"]).await;
        settled().await;
        assert_eq!(js("return asked.length").await, asked, "of {pages}");
    }
    drop(fetch);
}

#[wasm_bindgen_test]
async fn counts_are_of_the_feeds_articles_and_win_over_its_own_views() {
    let counts = "http://feed.test/counts.json";
    let own = crate::fixture::THREE;
    for (export, wanted) in [
        (
            r#"{"/cup":5,"/bridge-closes":9,"/":100}"#,
            &["Harbor bridge closes", "Rovers win the cup &"][..],
        ),
        (
            r#"["http://www.feed.test/cup?utm_source=x"]"#,
            &["Rovers win the cup &"],
        ),
        (
            r#"{"/elsewhere":5}"#,
            &[
                "Harbor bridge opens",
                "Rovers win the cup &",
                "Harbor bridge closes",
            ],
        ),
    ] {
        with_feeds(&[(FEED, answer(own)), (counts, answer(export))]);
        let list = place(
            "popular",
            &[("feed", FEED), ("popular", counts), ("half-life", "0")],
            "",
        );
        let _mounted = list.mount();
        settled().await;
        assert_eq!(list.text("h2"), "Popular", "{export}");
        assert_eq!(list.headlines(), wanted, "{export}");
    }
}
