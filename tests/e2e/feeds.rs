//! Several feeds as one, further pages, counts of readers, and pages that have
//! no feed but what they tell search engines.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::lab::{BOTH_LISTS, SOON, assert_calm, headlines, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Origin, Reply, Routes};

/// An article of the number's own day: a higher number is younger.
fn item(number: usize) -> Value {
    json!({ "id": format!("{number}"), "url": format!("https://p.example/{number}"), "title": format!("Story {number}"),
        "date_published": format!("2026-10-{:02}T10:00:00Z", number) })
}

fn feed(numbers: impl Iterator<Item = usize>, next: Option<&str>) -> Reply {
    let items: Vec<_> = numbers.map(item).collect();
    Reply::json(
        &json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "next_url": next, "items": items }),
    )
}

fn tag(widget: &Origin) -> String {
    format!(
        "<script async src='{}'></script>",
        widget.url("/newsrail.js")
    )
}

/// The latest of a feed, as many as a list can have.
fn latest(feeds: &str, attributes: &str) -> String {
    format!("<newsrail-popular id=e count=20 feed='{feeds}' {attributes}></newsrail-popular>")
}

async fn until_shown(browser: &Browser, count: usize) {
    let shown = format!("e.shadowRoot?.querySelectorAll('h3 a').length === {count}");
    browser.wait_until(&shown, SOON).await;
}

#[tokio::test]
async fn two_feeds_are_one_without_doubles() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let mut other = item(3);
    other["url"] = "http://www.p.example/3/?utm_source=feed#top".into();
    let second = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [other, item(4), item(5)] });
    let gate = Gate::closed();
    let feeds = Routes::default()
        .cors(true)
        .reply("/one.json", feed([1, 2, 3].into_iter(), None))
        .reply("/two.json", Reply::json(&second).held_by(&gate))
        .serve();
    let both = format!("{} \n {}", feeds.url("/one.json"), feeds.url("/two.json"));
    let page = partner(&format!(
        "<style>newsrail-popular, newsrail-more-like-this {{ display: flow-root; min-height: 17em }}</style>
         {}<newsrail-more-like-this feed='{both}' article='https://p.example/1' count=2></newsrail-more-like-this>{}",
        latest(&both, "count=3").replacen("count=20", "", 1),
        tag(&widget)
    ));
    browser.goto(&page.url("/")).await;
    let first = "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('/one.json') && responseEnd)";
    browser.wait_until(first, SOON).await;
    gate.open();
    browser.wait_until(BOTH_LISTS, SOON).await;
    let latest = headlines(&browser, "#e").await;
    assert_eq!(latest, ["Story 5", "Story 4", "Story 3"]);
    let others = headlines(&browser, "newsrail-more-like-this").await;
    assert_eq!(
        others,
        ["Story 2"],
        "neither the article nor what stands above"
    );
    assert_eq!(feeds.requests().len(), 2, "each once for both lists");
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score == 0.0, "{shifts:#?}");
    assert_calm(&browser).await;
}

#[tokio::test]
async fn one_feed_that_fails_is_named_and_the_others_are_shown() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let feeds = Routes::default()
        .cors(true)
        .reply("/one.json", feed(1..=2, None))
        .reply("/two.json", Reply::json(&json!({})).status(503))
        .serve();
    let set = format!(
        "{} {} javascript:void",
        feeds.url("/one.json"),
        feeds.url("/two.json")
    );
    let page = partner(&(latest(&set, "") + &*tag(&widget)));
    browser.goto(&page.url("/")).await;
    until_shown(&browser, 2).await;
    let lines = browser.console().await;
    let ours: Vec<_> = lines
        .iter()
        .filter(|line| line.contains("newsrail: "))
        .collect();
    assert_eq!(ours.len(), 2, "{lines:#?}");
    assert!(
        ours[0].contains("/two.json: the server answered 503"),
        "{ours:?}"
    );
    assert!(
        ours[1].contains("javascript:void: not an http or https address"),
        "{ours:?}"
    );
}

/// Ten pages of three articles, the last of which has no next one.
fn paged() -> Origin {
    let mut routes = Routes::default().cors(true);
    for page in 1..=10 {
        let next = (page < 10).then(|| format!("/{}.json", page + 1));
        let first = 33 - page * 3;
        let numbers = (first - 2..=first).rev();
        routes = routes.reply(&format!("/{page}.json"), feed(numbers, next.as_deref()));
    }
    routes.serve()
}

#[tokio::test]
async fn further_pages_are_asked_for_up_to_max_articles_and_no_further() {
    let browser = Browser::start(1280, 900).await;
    for (most, pages, shown) in [
        ("", 10, 20),
        ("max-articles=7", 3, 7),
        ("max-articles=1", 1, 3),
    ] {
        let (widget, feeds) = (widget(), paged());
        // Out of view, so that the list takes in what comes.
        let list = latest(&feeds.url("/1.json"), most);
        let page = partner(&format!(
            "<div style='height: 1000px'></div>{list}{}",
            tag(&widget)
        ));
        browser.goto(&page.url("/")).await;
        until_shown(&browser, shown).await;
        browser.quiet(SOON).await;
        assert_eq!(
            feeds.requests().len(),
            pages,
            "{most}: {:?}",
            feeds.requests()
        );
        assert_eq!(headlines(&browser, "#e").await[0], "Story 30");
        assert_calm(&browser).await;
    }
}

#[tokio::test]
async fn a_list_in_view_does_not_change_under_the_readers_eyes_and_the_next_view_has_all() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let (first, second) = (Gate::closed(), Gate::closed());
    let again = first.clone();
    let asked = AtomicUsize::new(0);
    let feeds = Routes::default()
        .cors(true)
        .answer("/1.json", move |_| {
            let reply = feed(1..=4, Some("/2.json"));
            match asked.fetch_add(1, Ordering::Relaxed) {
                0 => reply,
                // Later than the browser's storage has what it has kept.
                _ => reply.held_by(&again),
            }
        })
        // Younger than the first page's, so that the list would change.
        .reply("/2.json", feed(5..=8, None).held_by(&second))
        .serve();
    let list = |kind: &str| {
        format!(
            "<newsrail-popular id={kind} style='display: flow-root; min-height: 23em' feed='{}' count=2></newsrail-popular>",
            feeds.url("/1.json")
        )
    };
    let page = partner(&format!(
        "<script>window.loads = 0; document.addEventListener('newsrail-load', () => loads++)</script>
         {}<div style='height: 1000px'></div>{}{}",
        list("near"),
        list("far"),
        tag(&widget)
    ));
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("near.shadowRoot?.querySelector('h3 a')", SOON)
        .await;
    assert_eq!(
        headlines(&browser, "#near").await,
        ["Story 4", "Story 3"],
        "without the second page"
    );
    second.open();
    browser
        .wait_until(
            "far.shadowRoot?.querySelector('h3 a')?.textContent === 'Story 8'",
            SOON,
        )
        .await;
    assert_eq!(headlines(&browser, "#near").await, ["Story 4", "Story 3"]);
    assert_eq!(browser.run("return loads", &[]).await, 3);
    let kept = "(self.kept ??= (caches.open('newsrail').then((cache) => cache.keys()).then((keys) => { kept = keys.length === 2 || undefined }), 0)) === true";
    browser.wait_until(kept, SOON).await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("near.shadowRoot?.querySelector('h3 a')", SOON)
        .await;
    assert_eq!(headlines(&browser, "#near").await, ["Story 8", "Story 7"]);
    browser.wait_until("loads === 2", SOON).await;
    first.open();
    browser.wait_until("loads === 4", SOON).await;
    browser.quiet(SOON).await;
    assert_eq!(feeds.requests_to("/1.json").len(), 2);
    assert_eq!(
        feeds.requests_to("/2.json").len(),
        1,
        "the first page is the same still"
    );
    let shifts = browser.layout_shifts().await;
    assert!(shifts.score == 0.0, "{shifts:#?}");
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_next_page_that_the_publisher_has_not_named_is_not_asked_for() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let other = Routes::default()
        .cors(true)
        .reply("/2.json", feed(3..=4, None))
        .serve();
    let feeds = Routes::default()
        .cors(true)
        .reply("/1.json", feed(1..=2, Some(&other.url("/2.json"))))
        .reply("/circle.json", feed(1..=2, Some("/circle.json")))
        .answer("/endless.json", |received| {
            let page: usize = received.query.parse().unwrap_or(1);
            let next = format!("/endless.json?{}", page + 1);
            feed(page..=page, Some(&next))
        })
        .serve();
    let page = partner(&(latest(&feeds.url("/1.json"), "") + &*tag(&widget)));
    browser.goto(&page.url("/")).await;
    until_shown(&browser, 2).await;
    until("the other origin is named", async || {
        !browser.problems().await.is_empty()
    })
    .await;
    browser.quiet(SOON).await;
    assert!(other.requests().is_empty());
    let lines = browser.problems().await;
    assert!(
        lines.len() == 1 && lines[0].contains("another origin"),
        "{lines:#?}"
    );

    // Of a page that is its own next one nothing new comes, but who can tell.
    for (path, shown) in [("/circle.json", 2), ("/endless.json", 20)] {
        // Out of view, so that the list takes in what comes.
        let list = latest(&feeds.url(path), "max-articles=1000");
        let page = partner(&format!(
            "<div style='height: 1000px'></div>{list}{}",
            tag(&widget)
        ));
        browser.goto(&page.url("/")).await;
        until_shown(&browser, shown).await;
        browser.quiet(SOON).await;
        assert_eq!(feeds.requests_to(path).len(), 20, "{:?}", feeds.requests());
    }
}

#[tokio::test]
async fn counts_from_an_export_make_a_feed_popular() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let by_path = json!({ "results": [{ "page": "/", "visitors": 900 }, { "page": "/2", "visitors": 3 }, { "page": "/gone", "visitors": 500 }, { "page": "/4/", "visitors": 80 }] });
    let by_address = json!([{ "label": "https://www.p.example/4?utm_source=x", "nb_hits": 80 }, { "label": "https://other.example/1", "nb_hits": 90 }, { "label": "p.example/2", "nb_hits": 3 }]);
    let ranks = json!(["https://p.example/4", "/2", "/nowhere"]);
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed.json", feed(1..=5, None))
        .reply("/path.json", Reply::json(&by_path))
        .reply("/address.json", Reply::json(&by_address))
        .reply("/ranks.json", Reply::json(&ranks))
        .reply("/none.json", Reply::json(&json!({ "/elsewhere": 5 })))
        .serve();
    for path in ["/path.json", "/address.json", "/ranks.json"] {
        let counts = format!("popular='{}'", feeds.url(path));
        let page = partner(&(latest(&feeds.url("/feed.json"), &counts) + &*tag(&widget)));
        browser.goto(&page.url("/")).await;
        until_shown(&browser, 2).await;
        assert_eq!(
            headlines(&browser, "#e").await,
            ["Story 4", "Story 2"],
            "{path}"
        );
        let heading = "return e.shadowRoot.querySelector('h2').textContent";
        assert_eq!(browser.run(heading, &[]).await, "Popular", "{path}");
        assert_calm(&browser).await;
    }
    let counts = format!("popular='{}'", feeds.url("/none.json"));
    let page = partner(&(latest(&feeds.url("/feed.json"), &counts) + &*tag(&widget)));
    browser.goto(&page.url("/")).await;
    until_shown(&browser, 5).await;
    let heading = "return e.shadowRoot.querySelector('h2').textContent";
    assert_eq!(browser.run(heading, &[]).await, "Latest");
    let lines = browser.problems().await;
    assert!(
        lines.len() == 1 && lines[0].contains("names no article"),
        "{lines:#?}"
    );
}

/// A page that announces no feed, whose head has this in it.
fn bare_page(widget: &Origin, head: &str, lists: &str) -> Origin {
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Front page</title>{head}</head>
         <body><main><article><h1>Harbor bridge shut</h1><p>Cracks were found in the cables of the harbor bridge.</p></article>{lists}</main>{}</body></html>",
        tag(widget)
    );
    Routes::default().reply("/", Reply::html(&page)).serve()
}

#[tokio::test]
async fn a_page_without_a_feed_has_the_lists_of_its_json_ld() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let list = json!({ "@context": "https://schema.org", "@graph": [
        { "@type": "Organization", "name": "Paper" },
        { "@type": "NewsArticle", "headline": "Harbor bridge shut", "url": "/" },
        { "@type": "ItemList", "itemListElement": [
            { "@type": "ListItem", "position": 1, "item": { "@type": "NewsArticle", "headline": "Rovers win the cup", "url": "/cup", "datePublished": "2026-11-20" } },
            { "@type": "ListItem", "position": 2, "url": "/cables", "name": "New cables for the harbor bridge" },
            { "@type": "ListItem", "position": 3, "url": "javascript:alert(1)", "name": "No link" },
            { "@type": "ListItem", "position": 4, "url": "/budget", "name": "Council sets the budget" },
        ] },
    ] });
    let head = format!("<script type='application/ld+json'>{list}</script>");
    let page = bare_page(
        &widget,
        &head,
        "<newsrail-popular id=e count=1></newsrail-popular><newsrail-more-like-this count=1></newsrail-more-like-this>",
    );
    browser.goto(&page.url("/")).await;
    browser.wait_until(BOTH_LISTS, SOON).await;
    assert_eq!(headlines(&browser, "#e").await, ["Rovers win the cup"]);
    let related = headlines(&browser, "newsrail-more-like-this").await;
    assert_eq!(related, ["New cables for the harbor bridge"]);
    assert_eq!(
        page.requests().len(),
        1,
        "the page itself: {:?}",
        page.requests()
    );
    browser.screenshot("json-ld-lists").await;
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_page_with_neither_says_so() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let head = "<script type='application/ld+json'>{\"@type\":\"Organization\",\"name\":\"Paper\"}</script>";
    let page = bare_page(&widget, head, "<newsrail-popular id=e></newsrail-popular>");
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('.notice')", SOON)
        .await;
    let lines = browser.problems().await;
    assert!(
        lines.len() == 1 && lines[0].contains("set the attribute feed"),
        "{lines:#?}"
    );
    let formats = |path: &str| path.starts_with("/newsrail-formats-");
    assert!(
        !widget
            .requests()
            .iter()
            .any(|request| formats(&request.path))
    );
}

/// An article that is in no feed is known by what its page says of it: JSON-LD,
/// else Open Graph, else its text.
#[tokio::test]
async fn more_like_an_article_that_is_in_no_feed() {
    let browser = Browser::start(1280, 900).await;
    let stories = [
        (
            "Lighthouse keeper retires",
            "After forty years at the lamp.",
        ),
        (
            "Harbor bridge closes",
            "Cracks were found in two cables of the harbor bridge.",
        ),
        (
            "Cables are worn",
            "Engineers found cracks in the cables of the bridge.",
        ),
        (
            "Rovers win the cup",
            "A late goal by Okafor decides the final.",
        ),
        (
            "Okafor stays",
            "The Rovers keep their striker after the final.",
        ),
        ("Orchestra opens its season", "Mahler with a new conductor."),
        (
            "Who conducts Mahler",
            "The orchestra has found a conductor.",
        ),
        ("Council sets the budget", "Fees rise for the ferries."),
    ];
    let items: Vec<_> = stories
        .iter()
        .enumerate()
        .map(|(at, (title, summary))| json!({ "id": at.to_string(), "url": format!("https://p.example/{at}"), "title": title, "summary": summary }))
        .collect();
    let paper = Routes::default()
        .cors(true)
        .reply(
            "/feed.json",
            Reply::json(&json!({ "version": "https://jsonfeed.org/version/1.1", "items": items })),
        )
        .serve();
    let json_ld = json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "What we know", "articleBody": "Okafor scored the goal that decided the final for the Rovers.", "keywords": ["Rovers"] });
    for (head, wanted, loads) in [
        (format!("<script type='application/ld+json'>{json_ld}</script>"), ["Rovers win the cup", "Okafor stays"], 2),
        ("<meta property=og:title content='Mahler, and who conducts him'><meta property=og:description content='The orchestra has a new conductor.'><meta property=og:type content=article>".to_owned(), ["Orchestra opens its season", "Who conducts Mahler"], 0),
        (String::new(), ["Harbor bridge closes", "Cables are worn"], 0),
    ] {
        let widget = widget();
        let list = format!("<newsrail-more-like-this id=e count=1 reasons feed='{}'></newsrail-more-like-this>", paper.url("/feed.json"));
        let page = bare_page(&widget, &head, &list);
        browser.goto(&page.url("/")).await;
        until_shown(&browser, 1).await;
        let found = headlines(&browser, "#e").await;
        assert!(wanted.contains(&found[0].as_str()), "{found:?} for {head}");
        let formats = |path: &str| path.starts_with("/newsrail-formats-");
        let loaded = widget.requests().iter().filter(|request| formats(&request.path)).count();
        assert_eq!(loaded, loads, "{head}");
        assert_calm(&browser).await;
    }
}

#[tokio::test]
async fn a_search_engines_answer_is_the_list_it_gives() {
    let (widget, browser) = (widget(), Browser::start(1280, 900).await);
    let hit = |number: usize| json!({ "_index": "articles", "_id": number.to_string(), "_score": 2.5, "_source": item(number) });
    let answer = json!({ "took": 2, "timed_out": false, "hits": { "total": { "value": 2, "relation": "eq" }, "hits": [hit(2), hit(1), hit(4)] } });
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed.json", feed(1..=5, None))
        .reply("/like/1", Reply::json(&answer))
        .serve();
    let page = partner(&format!(
        "<newsrail-more-like-this id=e feed='{0}' article=1 related='{1}/{{id}}'></newsrail-more-like-this>{2}",
        feeds.url("/feed.json"),
        feeds.url("/like"),
        tag(&widget)
    ));
    browser.goto(&page.url("/")).await;
    until_shown(&browser, 2).await;
    assert_eq!(
        headlines(&browser, "#e").await,
        ["Story 2", "Story 4"],
        "without the article itself"
    );
    assert_calm(&browser).await;
}
