//! A feed that is down for an hour, on a page with ten elements, whose clock the test
//! moves: the server is asked seldom, at times of the page's own, as it wishes, and not
//! at all while nobody looks.

use super::count;
use super::faults::Faulty;
use crate::lab::{SOON, headlines, partner, until, widget};
use crate::support::browser::Browser;

const FEED: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Paper","items":[{"id":"1","url":"https://p.example/1","title":"A story"}]}"#;

/// The most requests within an hour.
const MOST: usize = 12;

/// Seconds that pass at a time.
const STEP: u32 = 120;

const SHOWN: &str =
    "document.querySelector('newsrail-popular')?.shadowRoot?.querySelector('h3 a, .notice')";

/// An hour of a page whose feed fails: by each of its seconds in which the server was
/// asked, the first included. `script` is the page's own, with the feed as `feed`.
async fn an_hour(
    browser: &Browser,
    fault: &'static str,
    is_hidden: bool,
    script: &str,
) -> Vec<u32> {
    let (widget, server) = (widget(), Faulty::start(FEED, None));
    server.fail(fault);
    let list = format!(
        "<newsrail-popular refresh=1 feed='{}'></newsrail-popular>",
        server.url()
    );
    let page = partner(&format!(
        "<style>aside > * {{ position: absolute; top: 0 }}</style>{}<script async src='{}'></script>
         <script>const feed = '{}'; {script}</script>",
        list.repeat(10),
        widget.url("/newsrail.js"),
        server.url()
    ));
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    if is_hidden {
        let hide = "Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => true });
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
        browser.run(hide, &[]).await;
    }
    let mut asked = Vec::new();
    for second in (0..3600).step_by(usize::try_from(STEP).expect("small")) {
        browser.quiet(SOON).await;
        let now = server.arrived("GET").len();
        assert!(now <= asked.len() + 1, "{fault}: {now} at once");
        if now > asked.len() {
            asked.push(second);
        }
        browser.run("pass(arguments[0])", &[STEP.into()]).await;
    }
    if is_hidden {
        return asked;
    }
    // It is back, and so is the list, without anybody's doing.
    server.fail("");
    until("it is asked again", async || {
        browser.run("pass(7200)", &[]).await;
        browser.quiet(SOON).await;
        server.arrived("GET").len() > asked.len()
    })
    .await;
    let back = "document.querySelector('newsrail-popular').shadowRoot.querySelector('h3 a')";
    browser.wait_until(back, SOON).await;
    assert_eq!(headlines(browser, "newsrail-popular").await, ["A story"]);
    asked
}

#[tokio::test]
async fn a_feed_that_is_down_for_an_hour_is_asked_seldom() {
    let browser = Browser::start(800, 900).await;
    browser.before_each_page(include_str!("clock.js")).await;
    browser.expects(&["Failed to load resource", "newsrail: "]);
    let mut runs = Vec::new();
    for _ in 0..3 {
        let asked = an_hour(&browser, "500", false, "").await;
        assert!((3..=MOST).contains(&asked.len()), "{asked:?}");
        runs.push(asked);
    }
    count(&format!("within an hour asked at the seconds {runs:?}"));
    // Each page has times of its own.
    assert!(runs[0] != runs[1] || runs[1] != runs[2], "{runs:?}");
    for fault in ["429-seconds", "503"] {
        let asked = an_hour(&browser, fault, false, "").await;
        assert!((2..=MOST).contains(&asked.len()), "{fault}: {asked:?}");
        let apart = asked.windows(2).map(|pair| pair[1] - pair[0]);
        // They say 600 seconds.
        assert!(
            apart.min().is_some_and(|least| least >= 600),
            "{fault}: {asked:?}"
        );
    }
    assert_eq!(an_hour(&browser, "429-date", false, "").await.len(), 1);
    assert_eq!(an_hour(&browser, "500", true, "").await.len(), 1);
}

/// A page that asks again every two minutes, whatever the answer, is seen to.
#[tokio::test]
async fn a_server_that_is_asked_too_often_is_seen() {
    let browser = Browser::start(800, 900).await;
    browser.before_each_page(include_str!("clock.js")).await;
    browser.expects(&["Failed to load resource", "newsrail: "]);
    let eager = "const again = () => setTimeout(() => { fetch(feed).catch(() => {}); again(); }, 100_000); again();";
    let asked = an_hour(&browser, "500", true, eager).await;
    assert!(asked.len() > MOST, "{asked:?}");
}
