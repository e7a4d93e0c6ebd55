//! What ranking knows of languages beside English comes where a feed needs it,
//! and only there.

use serde_json::{Value, json};

use crate::lab::{SOON, assert_calm, headlines, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};

const LIST: &str = "newsrail-more-like-this";

/// Five articles of which the third has words of the first in other forms.
fn feed(language: &str) -> Value {
    let items = [
        (
            "1",
            "Brücken gesperrt",
            "Die Brücken der Stadt bleiben gesperrt.",
        ),
        ("2", "Neues Museum eröffnet", "Ein Museum zeigt Bilder."),
        (
            "3",
            "Sperrung einer Brücke",
            "Was die Brücke den Städten bedeutet.",
        ),
        ("4", "Regen am Wochenende", "Das Wetter wird schlechter."),
        ("5", "Neue Bilder im Museum", "Das Wetter ist kein Thema."),
    ];
    let item = |(id, title, summary)| json!({ "id": id, "title": title, "summary": summary, "url": format!("/{id}") });
    json!({
        "version": "https://jsonfeed.org/version/1.1", "language": language,
        "items": items.map(item),
    })
}

/// How often the file of languages was asked for.
fn loads(widget: &Origin) -> usize {
    let requests = widget.requests();
    let languages = |path: &str| path.starts_with("/newsrail-languages-");
    requests.iter().filter(|r| languages(&r.path)).count()
}

/// The first headline beside the first article of a feed, and how often the file
/// was asked for.
async fn first_beside(feed: &Value, browser: &Browser) -> (String, usize) {
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(feed))
        .serve();
    let widget = widget();
    let page = partner(&format!(
        "<{LIST} feed='{}' article=1 count=1></{LIST}><script async src='{}'></script>",
        feeds.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    browser.goto(&page.url("/")).await;
    let there = format!("document.querySelector('{LIST}').shadowRoot?.querySelector('h3 a')");
    browser.wait_until(&there, SOON).await;
    assert_calm(browser).await;
    (headlines(browser, LIST).await.remove(0), loads(&widget))
}

#[tokio::test]
async fn they_come_for_a_feed_in_another_language_alone() {
    let browser = Browser::start(800, 900).await;
    let beside = "Sperrung einer Brücke".to_owned();
    assert_eq!(first_beside(&feed("de-DE"), &browser).await, (beside, 1));
    assert_eq!(first_beside(&feed("en"), &browser).await.1, 0);
    // The page says it where the feed does not.
    assert_eq!(first_beside(&feed(""), &browser).await.1, 0);
}

/// The lists' program has no tables of Unicode: it asks the browser's.
#[tokio::test]
async fn words_are_one_however_their_letters_are_written() {
    let browser = Browser::start(800, 900).await;
    for (written, other) in [
        (
            "Bundes\u{ad}verfassungs\u{ad}gericht",
            "Bundesverfassungsgericht",
        ),
        ("Ｆｌｏｏｄｇａｔｅｓ", "Floodgates"),
        ("Nguyễn", "Nguyen"),
        ("ﬁnancial", "Financial"),
        ("\u{1103}\u{1162}\u{1110}\u{1169}\u{11bc}", "대통"),
    ] {
        // Alike, and no copies of one another.
        let (read, like) = (
            format!("{written} opens today"),
            format!("Crowds wait for {other}"),
        );
        let items = [&*read, "Rain", "Snow", "Wind", &*like]
            .into_iter()
            .enumerate();
        let item = |(at, title)| json!({ "id": format!("{}", at + 1), "title": title, "url": format!("/{at}"), "date_published": format!("2026-11-0{}T10:00:00Z", 9 - at) });
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "language": "en", "items": items.map(item).collect::<Vec<_>>() });
        // The likest is the oldest: nothing else brings it to the top.
        assert_eq!(first_beside(&feed, &browser).await.0, like, "{written}");
    }
}

/// What is read here in another language is nothing further to read, and neither is what is
/// in another language as long as there is enough in this one.
#[tokio::test]
async fn no_translation_is_listed_and_no_other_language_before_enough_of_the_own() {
    let item = |id: &str, language: &str, title: &str| json!({ "id": id, "title": title, "language": language, "url": format!("https://p.example/{id}") });
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "language": "en",
        "items": [
            item("1", "", "Harbor bridge of Sellet closes"),
            item("2", "fr", "Sellet: le pont Harbor ferme"),
            item("3", "de", "Sellet: Harbor Bridge gesperrt"),
            item("4", "en-GB", "Sellet counts its bridges"),
            item("5", "", "Rovers win the cup"),
        ],
    });
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed))
        .serve();
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    for (count, expected) in [
        (2, &["4", "5"][..]),
        // The French article is this one.
        (3, &["3", "4", "5"][..]),
    ] {
        let page = partner(&format!(
            "<script>
               const link = (rel, href, hreflang) => document.head.append(Object.assign(document.createElement('link'), {{ rel, href, hreflang }}));
               link('canonical', 'https://p.example/1', '');
               link('alternate', 'https://p.example/1', 'en');
               link('alternate', 'https://www.p.example/2?utm_source=x', 'fr');
             </script>
             <{LIST} feed='{}' count={count}></{LIST}><script async src='{}'></script>",
            feeds.url("/feed.json"),
            widget.url("/newsrail.js")
        ));
        browser.goto(&page.url("/")).await;
        let there = format!("document.querySelector('{LIST}').shadowRoot?.querySelector('h3 a')");
        browser.wait_until(&there, SOON).await;
        let links = format!(
            "return [...document.querySelector('{LIST}').shadowRoot.querySelectorAll('h3 a')].map((a) => a.pathname.slice(1)).sort()"
        );
        assert_eq!(browser.run(&links, &[]).await, json!(expected), "{count}");
        assert_calm(&browser).await;
    }
}
