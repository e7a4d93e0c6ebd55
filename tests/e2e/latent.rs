//! What learns more of a feed of many articles comes once its lists are there, and only
//! there. A list that nobody sees is then chosen again.

use newsrail_core::article::Article;
use newsrail_core::feed::common::read;
use newsrail_core::rank::engine::{Index, Query, Scratch};
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::related::{RelatedOptions, related};
use newsrail_core::text::language::Language;
use serde_json::{Value, json};

use crate::lab::{SOON, assert_calm, bundle, headlines, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::patience::Patience;
use crate::support::project;

const LIST: &str = "newsrail-more-like-this";
const COUNT: usize = 10;

/// Articles of twenty subjects, each of two of its subject's ten words: the first shares no
/// word with most of its own subject.
fn feed(articles: usize) -> Value {
    let word = |subject: usize, n: usize| format!("w{}x", subject * 10 + n);
    let pairs = (0..10).flat_map(|first| {
        (first + 1..10)
            .step_by(3)
            .map(move |second| (first, second))
    });
    let of = |subject: usize| {
        pairs
            .clone()
            .map(move |(one, other)| (word(subject, one), word(subject, other)))
    };
    let all = (0..20).flat_map(of).take(articles).enumerate();
    let item = |(at, (title, summary)): (usize, (String, String))| json!({ "id": at.to_string(), "title": format!("{title} {at}"), "summary": summary, "url": format!("/{at}") });
    json!({
        "version": "https://jsonfeed.org/version/1.1", "language": "en",
        "items": all.map(item).collect::<Vec<_>>(),
    })
}

/// The headlines beside its first article, before more is learnt of the feed and after.
fn lists(feed: &Value) -> [Vec<String>; 2] {
    let feed = read(feed.to_string().as_bytes(), "https://p.example/").expect("a feed");
    let articles: &[Article] = &feed.articles;
    let mut index = Index::new(Language::ENGLISH);
    index.extend(articles);
    let options = RelatedOptions {
        count: COUNT,
        ..RelatedOptions::default()
    };
    let latest = latest(articles, None);
    [false, true].map(|learns| {
        if learns {
            index.learn();
        }
        let mut scratch = Scratch::default();
        let list = related(
            &index,
            articles,
            &latest,
            Query::Known(0),
            &|_| true,
            &options,
            &mut scratch,
        );
        list.iter()
            .map(|listed| articles[listed.article].title.clone())
            .collect()
    })
}

/// How often the files of the program were asked for.
fn loads(widget: &Origin) -> usize {
    let requests = widget.requests();
    let is_it = |path: &str| path.starts_with("/newsrail-latent-");
    requests.iter().filter(|r| is_it(&r.path)).count()
}

/// A page with a list beside the first article of a feed, a little below what is seen.
async fn below(feed: &Value, widget: &Origin, browser: &Browser) -> (Origin, Origin) {
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(feed))
        .serve();
    let page = partner(&format!(
        "<div style='height:1100px'></div><{LIST} feed='{}' article=0 count={COUNT}></{LIST}>
         <script async src='{}'></script>",
        feeds.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    let there = format!("document.querySelector('{LIST}').shadowRoot?.querySelector('h3 a')");
    browser.wait_until(&there, SOON).await;
    (page, feeds)
}

#[tokio::test]
async fn a_list_that_nobody_sees_is_chosen_again_by_what_is_learnt() {
    let feed = feed(400);
    let [before, after] = lists(&feed);
    assert_ne!(before, after);
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    let _servers = below(&feed, &widget, &browser).await;
    let first = serde_json::to_string(&after).expect("texts");
    let is_after = format!(
        "JSON.stringify([...document.querySelector('{LIST}').shadowRoot.querySelectorAll('h3 a')].map((a) => a.textContent)) === {}",
        serde_json::to_string(&first).expect("a text")
    );
    browser.wait_until(&is_after, SOON).await;
    assert_eq!(loads(&widget), 2, "glue and WebAssembly, once");
    assert_calm(&browser).await;
}

#[tokio::test]
async fn a_feed_of_fewer_asks_for_nothing() {
    let feed = feed(99);
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    let _servers = below(&feed, &widget, &browser).await;
    let [before, after] = lists(&feed);
    assert_eq!(before, after);
    assert_eq!(headlines(&browser, LIST).await, before);
    // Two requests for it would be out before a script of the page's own is there.
    let idle = "return new Promise((go) => requestIdleCallback(() => setTimeout(() => go(true))))";
    assert_eq!(browser.run(idle, &[]).await, true);
    assert_eq!(loads(&widget), 0);
    assert_calm(&browser).await;
}

/// The reader is told nothing, and the list is that of before.
#[tokio::test]
async fn where_it_cannot_be_loaded_the_list_stays_and_the_console_has_a_line() {
    let mut routes = bundle();
    for entry in std::fs::read_dir(project().join("dist")).expect("`make dist` has built it") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_str().expect("a name");
        if name.starts_with("newsrail-latent-") {
            routes = routes.reply(
                &format!("/{name}"),
                Reply::new("text/plain", "gone").status(404),
            );
        }
    }
    let feed = feed(400);
    let [before, _] = lists(&feed);
    let (widget, browser) = (routes.serve(), Browser::start(800, 900).await);
    browser.expects(&["status of 404", "newsrail: could not be loaded"]);
    let _servers = below(&feed, &widget, &browser).await;
    let mut patience = Patience::of(SOON);
    let why = loop {
        let mut lines = browser.console().await;
        lines.retain(|line| line.contains("newsrail-latent-") && line.contains("be loaded"));
        if !lines.is_empty() || patience.is_over() {
            break lines;
        }
    };
    assert_eq!(why.len(), 1, "{why:#?}");
    assert_eq!(headlines(&browser, LIST).await, before);
    let notice =
        format!("return !!document.querySelector('{LIST}').shadowRoot.querySelector('.notice')");
    assert_eq!(browser.run(&notice, &[]).await, false);
}
