//! Every element on one page, at two widths, light and dark: that they stand
//! still and fit, that all can read them.

use crate::lab::{SOON, assert_accessible, assert_calm, paper, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use serde_json::json;

/// Each has mounted and shows what it is for.
const ALL: &str = "['article h1', 'share li', 'author .author', 'reply .comments li', 'subscribe input', 'slot slot', 'popular h3', 'more-like-this h3', 'search .story', 'front .lead']
    .every((one) => { const [name, inside] = one.split(' '); return document.querySelector('newsrail-' + name).shadowRoot?.querySelector(inside) })";

/// Takes sign-ups and replies, and has some of these.
pub(crate) fn site() -> Origin {
    Routes::default()
        .cors(true)
        .answer("/replies", |received| {
            if received.method == "POST" {
                return Reply::json(&json!({})).status(202);
            }
            Reply::json(&json!([
                { "id": 1, "name": "Ana", "date": "2026-11-20T09:00:00Z", "content": "<p>I crossed it on the <a href='https://paper.example/1'>first day</a>.</p>" },
                { "id": 2, "parent": 1, "name": "Bo", "url": "https://bo.example", "date": "2026-11-20T10:00:00Z", "content": "<p>So did I, on foot.</p>" },
            ]))
        })
        .reply("/s", Reply::json(&json!({ "status": "pending" })))
        .serve()
}

/// A page that has them all.
pub(crate) fn page(widget: &Origin, paper: &Origin, site: &Origin) -> Origin {
    partner(&format!(
        "<style>article, newsrail-article, newsrail-front {{ display: block; min-height: 100vh }}
         @media (prefers-color-scheme: dark) {{ body {{ background: #14161a; color: #e8e6e1 }} }}</style>
         <newsrail-article></newsrail-article><newsrail-share networks='copy email facebook x whatsapp mastodon'></newsrail-share>
         <newsrail-slot sizes='300x100 600:300x250'></newsrail-slot><newsrail-author count=2></newsrail-author>
         <newsrail-popular count=3 reasons></newsrail-popular><newsrail-more-like-this count=3 subscribe='{0}'></newsrail-more-like-this>
         <newsrail-subscribe subscribe='{0}' names topics='a=Morning,b=Sport' consent='One letter a day.' privacy='/p'></newsrail-subscribe>
         <newsrail-reply comments='{1}'></newsrail-reply>
         <newsrail-search query='chandlers bridge' count=2></newsrail-search><newsrail-front count=2></newsrail-front>
         <script async data-feed='{2}' data-article=chandlers-bridge-reopens src='{3}'></script>",
        site.url("/s"),
        site.url("/replies"),
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ))
}

/// Opens it and scrolls through it, step by step, as a reader does: each
/// element comes as it nears.
pub(crate) async fn open(browser: &Browser, page: &Origin) {
    browser.goto(&page.url("/")).await;
    // An article's length is known when it is there, before anybody scrolls.
    let article = "document.querySelector('newsrail-article').shadowRoot?.querySelector('h1')";
    browser.wait_until(article, SOON).await;
    browser
        .run_async(
            "for (let y = 0; y < document.documentElement.scrollHeight; y += 400) { scrollTo(0, y); await new Promise((done) => setTimeout(done, 60)) }",
            &[],
        )
        .await;
    browser.wait_until(ALL, SOON).await;
}

#[tokio::test]
async fn all_of_them_stand_still_fit_and_can_be_read() {
    let (widget, paper, site) = (widget(), paper(), site());
    let page = page(&widget, &paper, &site);
    let browser = Browser::start(1280, 900).await;
    for (scheme, width) in [
        ("light", 1280),
        ("dark", 1280),
        ("light", 320),
        ("dark", 320),
    ] {
        browser.media(&[("prefers-color-scheme", scheme)]).await;
        browser.resize(width, 800).await;
        open(&browser, &page).await;
        for name in [
            "share",
            "slot",
            "author",
            "subscribe",
            "reply",
            "search",
            "front",
        ] {
            browser.scroll_to(&format!("newsrail-{name}")).await;
            browser
                .screenshot(&format!("page-{scheme}-{width}-{name}"))
                .await;
        }
        let wide = "const e = document.documentElement; return e.scrollWidth - e.clientWidth";
        assert_eq!(
            browser.run(wide, &[]).await,
            0,
            "nothing stands out to the side"
        );
        for name in ["slot", "author", "subscribe"] {
            let script = "const e = document.querySelector(arguments[0]);
                return e.getBoundingClientRect().height - parseFloat(getComputedStyle(e).minHeight)";
            let more = browser
                .run(script, &[format!("newsrail-{name}").into()])
                .await;
            assert!(
                more.as_f64().is_some_and(|more| more.abs() < 0.1),
                "{name} takes {more} more than is held"
            );
        }
        let shifts = browser.layout_shifts().await;
        assert!(shifts.score < 0.001, "{shifts:?}");
        assert_calm(&browser).await;
        let what = format!("{scheme} {width}");
        assert_accessible(&browser, &what).await;
        // And where something is wrong.
        for name in ["subscribe", "reply"] {
            browser
                .click(&format!(
                    "document.querySelector('newsrail-{name}').shadowRoot.querySelector('[type=submit]')"
                ))
                .await;
            browser
                .wait_until(
                    &format!("document.querySelector('newsrail-{name}').shadowRoot.querySelector('.wrong')"),
                    SOON,
                )
                .await;
            browser
                .screenshot(&format!("page-{what}-{name}-wrong"))
                .await;
        }
        assert_accessible(&browser, &format!("{what}, fields that are wrong")).await;
    }
}

/// The names of sections are for a front page's navigation; a page of lists was told of
/// them too.
#[tokio::test]
async fn a_page_of_lists_is_told_of_no_sections() {
    let (widget, paper) = (widget(), paper());
    let page = partner(&format!(
        "<script>document.addEventListener('newsrail-load', ({{ detail }}) => {{ self.told = Object.keys(detail).join() }})</script>
         <newsrail-popular feed='{}'></newsrail-popular><script async src='{}'></script>",
        paper.url("/feed.json"),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    browser.wait_until("self.told", SOON).await;
    let told = browser.run("return told", &[]).await;
    assert_eq!(told, "basis,feed,age,items");
}
