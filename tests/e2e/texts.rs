//! What newsrail says, in the language of the element that says it.

mod bad;
mod live;
mod right_to_left;

use serde_json::{Value, json};

use crate::lab::{SOON, assert_accessible, bundle};
use crate::standalone::{ARTICLE, FOUND, FRONT};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Received, Reply};
use crate::support::project;

/// What an element says: its texts, and those for readers who hear them.
pub(crate) const SAYS: &str = "
    const says = (node) => [...node.childNodes].flatMap((child) => child.nodeType === 3
        ? child.data.trim() || []
        : [child.getAttribute?.('aria-label') ?? [], says(child)].flat());
    const said = (name) => [...document.querySelectorAll(name)].flatMap((element) => says(element.shadowRoot));";

/// The texts of a language by group and key.
pub(crate) fn locale(tag: &str) -> Value {
    let path = project().join("locales").join(format!("{tag}.json"));
    let text = std::fs::read_to_string(path).expect("a file of locales/");
    serde_json::from_str(&text).expect("JSON")
}

/// All texts of a language that have nothing to be replaced in them.
fn plain_texts(tag: &str) -> Vec<String> {
    let locale = locale(tag);
    let groups = locale.as_object().expect("groups").values();
    let texts = groups.flat_map(|group| group.as_object().expect("texts").values());
    let texts = texts.filter_map(Value::as_str).map(str::to_owned);
    texts.filter(|text| !text.contains('{')).collect()
}

/// How often a file of texts was asked for, whatever its language.
pub(crate) fn texts_asked(origin: &Origin) -> Vec<String> {
    let is_texts = |request: &Received| {
        let end = request.path.strip_suffix(".js").unwrap_or_default();
        let tag = end.rsplit_once('-').map_or("", |(_, tag)| tag);
        request.path.starts_with("/newsrail") && (tag == "Hant" || tag.len() == 2)
    };
    let requests = origin.requests().into_iter().filter(is_texts);
    requests.map(|request| request.path).collect()
}

/// A news site with forms, and two replies to its article.
fn site() -> Origin {
    let replies = json!([
        { "id": "1", "name": "Ana", "content": "<p>Good.</p>", "date": "2026-11-20T10:00:00Z" },
        { "id": "2", "parent": "1", "content": "<p>True.</p>", "date": "2026-11-20T11:00:00Z" }
    ]);
    bundle()
        .reply("/comments.json", Reply::json(&replies))
        .serve()
}

/// A view of the standalone page, the element that is looked at, and what it says
/// among else.
type Case = (&'static str, &'static str, &'static [&'static str]);

const VIEW_OF_ARTICLE: &str = "id=chandlers-bridge-reopens";

const GERMAN: [Case; 9] = [
    ("", "front", &["Startseite", "20. November 2026"]),
    ("", "subscribe", &["Abonnieren", "E-Mail-Adresse"]),
    (
        "q=chandlers+bridge",
        "search",
        &["Suche", "13 Artikel zu „chandlers bridge“"],
    ),
    (VIEW_OF_ARTICLE, "article", &["Von ", "1 Min. Lesezeit"]),
    (
        VIEW_OF_ARTICLE,
        "share",
        &["Teilen", "Link kopieren", "E-Mail"],
    ),
    (VIEW_OF_ARTICLE, "author", &["Zur Person", "Mehr von "]),
    (
        VIEW_OF_ARTICLE,
        "reply",
        &[
            "Kommentar schreiben",
            "Kommentar absenden",
            "Anonym",
            "Antwort an Ana",
            "Anonym antworten",
            "Kommentare",
        ],
    ),
    (VIEW_OF_ARTICLE, "popular", &["Meistgelesen"]),
    (VIEW_OF_ARTICLE, "more-like-this", &["Mehr zum Thema"]),
];

const ARABIC: [Case; 9] = [
    ("", "front", &["الرئيسية", "نوفمبر"]),
    ("", "subscribe", &["اشتراك", "البريد الإلكتروني"]),
    (
        "q=chandlers+bridge",
        "search",
        &["بحث", "13 مادة عن «\u{2068}chandlers bridge\u{2069}»"],
    ),
    (
        VIEW_OF_ARTICLE,
        "article",
        &["بقلم ", "دقيقة واحدة للقراءة"],
    ),
    (VIEW_OF_ARTICLE, "share", &["مشاركة", "نسخ الرابط"]),
    (VIEW_OF_ARTICLE, "author", &["الكاتب", "المزيد بقلم "]),
    (
        VIEW_OF_ARTICLE,
        "reply",
        &["أضف تعليقًا", "نشر التعليق", "ردًا على \u{2068}Ana\u{2069}"],
    ),
    (VIEW_OF_ARTICLE, "popular", &["الأكثر قراءة"]),
    (VIEW_OF_ARTICLE, "more-like-this", &["اقرأ أيضًا"]),
];

const JAPANESE: [Case; 9] = [
    ("", "front", &["トップページ", "2026年11月20日"]),
    ("", "subscribe", &["購読する", "メールアドレス"]),
    (
        "q=chandlers+bridge",
        "search",
        &["検索", "「chandlers bridge」の検索結果：13 件"],
    ),
    (VIEW_OF_ARTICLE, "article", &["文：", "読了 1 分"]),
    (VIEW_OF_ARTICLE, "share", &["共有", "リンクをコピー"]),
    (VIEW_OF_ARTICLE, "author", &["筆者", "の他の記事"]),
    (
        VIEW_OF_ARTICLE,
        "reply",
        &["コメントを書く", "コメントを投稿", "Anaさんへの返信"],
    ),
    (VIEW_OF_ARTICLE, "popular", &["人気の記事"]),
    (VIEW_OF_ARTICLE, "more-like-this", &["関連記事"]),
];

/// Each view in a language: each element says its texts in it and none in English,
/// nothing stands out to the side, and one file was asked for.
async fn speaks(tag: &str, direction: &str, cases: &[Case]) {
    let site = site();
    let browser = Browser::start(1280, 900).await;
    let english = plain_texts("en");
    let own = plain_texts(tag);
    let foreign: Vec<&String> = english.iter().filter(|text| !own.contains(text)).collect();
    assert!(foreign.len() > 50, "{foreign:?}");
    for (view, name, stands) in [
        ("", "front", FRONT),
        ("q=chandlers+bridge", "search", FOUND),
        (VIEW_OF_ARTICLE, "article", ARTICLE),
    ] {
        let before = texts_asked(&site).len();
        let forms = "comments=/comments.json&subscribe=/sign-up";
        let url = format!("/?lang={tag}&{forms}&{view}");
        for (width, height) in [(320, 640), (1280, 900)] {
            browser.resize(width, height).await;
            browser.goto(&site.url(&url)).await;
            browser.wait_until(stands, SOON).await;
            for (_, element, _) in cases.iter().filter(|(of, ..)| *of == view) {
                let here = format!("document.querySelector('newsrail-{element}')");
                let scroll = format!("{here}.scrollIntoView()");
                browser.run(&scroll, &[]).await;
                let there = format!("{here}.shadowRoot.querySelector('section, article')");
                browser.wait_until(&there, SOON).await;
            }
            if view == VIEW_OF_ARTICLE {
                let replies = "document.querySelector('newsrail-reply').shadowRoot.querySelectorAll('li').length === 2";
                browser.wait_until(replies, SOON).await;
                browser.scroll_to("newsrail-share").await;
                browser
                    .screenshot(&format!("texts-{tag}-forms-{width}"))
                    .await;
            }
            let wide = "const e = document.documentElement; return e.scrollWidth - e.clientWidth";
            assert_eq!(browser.run(wide, &[]).await, 0, "{name} at {width}");
            browser.run("scrollTo(0, 0)", &[]).await;
            browser
                .screenshot(&format!("texts-{tag}-{name}-{width}"))
                .await;
            assert_accessible(&browser, name).await;
        }
        let root = browser
            .run("return document.documentElement.dir", &[])
            .await;
        assert_eq!(root, direction);
        for (_, element, wanted) in cases.iter().filter(|(of, ..)| *of == view) {
            let script = format!("{SAYS} return said('newsrail-{element}')");
            let said = browser.run(&script, &[]).await;
            let said: Vec<&str> = said
                .as_array()
                .expect("texts")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            for text in *wanted {
                assert!(
                    said.iter().any(|said| said.contains(text.trim())),
                    "{element}: {text} in {said:#?}"
                );
            }
            for text in &foreign {
                assert!(
                    !said.contains(&text.as_str()),
                    "{element} says {text} in English"
                );
            }
        }
        // One for the page's program at most, and one for the form's.
        let asked = &texts_asked(&site)[before..];
        let end = format!("-{tag}.js");
        assert!(asked.iter().all(|path| path.ends_with(&end)), "{asked:?}");
        assert!((2..=4).contains(&asked.len()), "{asked:?}");
    }
}

#[tokio::test]
async fn the_standalone_page_speaks_german() {
    speaks("de", "ltr", &GERMAN).await;
}

#[tokio::test]
async fn the_standalone_page_speaks_arabic() {
    speaks("ar", "rtl", &ARABIC).await;
}

#[tokio::test]
async fn the_standalone_page_speaks_japanese() {
    speaks("ja", "ltr", &JAPANESE).await;
}

/// The page around the elements, and the names of its views.
#[tokio::test]
async fn the_standalone_page_itself_follows_its_language() {
    let site = site();
    let browser = Browser::start(1280, 900).await;
    browser.goto(&site.url("/?lang=de&q=harbour")).await;
    browser.wait_until(FOUND, SOON).await;
    let page = "return [document.title.split(' – ').slice(0, 2), document.querySelector('.skip').textContent,
        document.querySelector('nav').getAttribute('aria-label'), document.querySelector('h1').textContent,
        document.querySelector('nav li a').textContent, /lang=de/.test(document.querySelector('nav li a').href)]";
    assert_eq!(
        browser.run(page, &[]).await,
        json!([
            ["„harbour“", "Suche"],
            "Zu den Artikeln springen",
            "Ressorts",
            "Suche",
            "Startseite",
            true
        ])
    );
    browser
        .run("document.documentElement.lang = 'en'", &[])
        .await;
    browser
        .wait_until(
            "document.querySelector('h1').textContent === 'Search'",
            SOON,
        )
        .await;
    assert_eq!(
        browser.run(page, &[]).await,
        json!([
            ["“harbour”", "Search"],
            "Skip to the stories",
            "Sections",
            "Search",
            "Front page",
            true
        ])
    );
}
