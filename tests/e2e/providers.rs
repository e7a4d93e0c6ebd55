//! Signing up at every provider, against servers that answer as each says that
//! it does: what they are sent, and what the reader is told.

mod cases;

use self::cases::{BUSY, CASES, LOST, ONWARD, REFUSED};

use crate::lab::{SOON, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::newsletters::{DOUBLE, SINGLE, newsletters};

#[tokio::test]
async fn each_is_sent_what_it_wants_and_believed_what_it_says() {
    assert!(CASES.iter().any(|case| case.sends.contains(SINGLE)));
    assert!(CASES.iter().any(|case| case.sends.contains(DOUBLE)));
    let (widget, news) = (widget(), newsletters());
    let browser = Browser::start(800, 900).await;
    browser.expects(&["Failed to load resource", "blocked by CORS", "newsrail: "]);
    for (number, case) in CASES.iter().enumerate() {
        let name = format!("{number}: {} {} {}", case.attributes, case.at, case.email);
        let page = partner(&format!(
            "<newsrail-subscribe id=e subscribe='{}' {}></newsrail-subscribe><script async src='{}'></script>",
            news.url(case.at),
            case.attributes,
            widget.url("/newsrail.js")
        ));
        let before = news.requests_to(case.arrives).len();
        browser.goto(&page.url("/")).await;
        browser
            .wait_until("e.shadowRoot?.querySelector('form')", SOON)
            .await;
        if case.attributes.contains("names") {
            browser.click("e.shadowRoot.querySelector('#name')").await;
            browser.keys("Ana").await;
        }
        // Of several the first.
        let ticks = "return e.shadowRoot.querySelectorAll('.tick').length";
        if browser.run(ticks, &[]).await != 0 {
            browser.click("e.shadowRoot.querySelector('.tick')").await;
        }
        browser.click("e.shadowRoot.querySelector('#email')").await;
        browser.keys(case.email).await;
        browser
            .click("e.shadowRoot.querySelector('[type=submit]')")
            .await;
        let message = "e.shadowRoot.querySelector('#message').textContent";
        browser
            .wait_until(&format!("{message}.includes({:?})", case.says), SOON)
            .await;
        let arrived = || {
            let mut requests = news.requests_to(case.arrives).split_off(before);
            requests.retain(|request| request.method == "POST");
            requests
        };
        // What may not be read is asked for permission first, and gets none.
        let wanted = usize::from(!case.at.starts_with("/closed-"));
        // A form that the browser sends is on its way when that is said.
        until(&name, async || arrived().len() >= wanted).await;
        browser.quiet(SOON).await;
        let posts = arrived();
        assert_eq!(posts.len(), wanted, "{name}");
        if !case.sends.is_empty() {
            assert_eq!(posts[0].text(), case.sends, "{name}");
        }
        let marked = browser
            .run(
                "return e.shadowRoot.querySelectorAll('img, script, #message b').length",
                &[],
            )
            .await;
        assert_eq!(marked, 0, "{name}: a provider's words are text");
        let kept = browser
            .run("return e.shadowRoot.querySelector('#email').value", &[])
            .await;
        if [REFUSED, BUSY, ONWARD, LOST].contains(&case.says) {
            assert_eq!(kept, case.email, "{name}: the address is kept");
        }
    }
    browser.quiet(SOON).await;
    assert!(news.requests_to("/own/page").is_empty());
}
