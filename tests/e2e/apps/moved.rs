//! Elements that a page moves: they stay what they were.

use serde_json::json;

use crate::lab::{SOON, assert_calm, listed};
use crate::support::browser::Browser;

/// By `moveBefore` where the browser has it, and by what takes it out and puts it in.
#[tokio::test]
async fn an_element_that_is_moved_keeps_its_list() {
    let browser = Browser::start(1000, 900).await;
    let [widget, paper, _page] =
        listed(&browser, "<newsrail-popular id=e></newsrail-popular>").await;
    browser.quiet(SOON).await;
    let asked = (
        widget.requests().len(),
        paper.requests_to("/feed.json").len(),
    );
    let move_it = "const first = e.shadowRoot.querySelector('h3 a');
        let told = 0;
        e.addEventListener('newsrail-load', () => told++);
        const places = [document.querySelector('article'), document.querySelector('aside'), document.body];
        for (const place of places) {
            for (const by of ['moveBefore', 'insertBefore']) {
                if (!place[by]) continue;
                place[by](e, place.firstChild);
                await new Promise((go) => setTimeout(go, 100));
            }
        }
        return [e.shadowRoot.querySelector('h3 a') === first, told, e.parentNode.localName];";
    assert_eq!(
        browser.run_async(move_it, &[]).await,
        json!([true, 0, "body"])
    );
    // It still hears what is set.
    browser.run("e.count = 2", &[]).await;
    let two = "e.shadowRoot.querySelectorAll('h3 a').length === 2";
    browser.wait_until(two, SOON).await;
    browser.quiet(SOON).await;
    let since = (
        widget.requests().len(),
        paper.requests_to("/feed.json").len(),
    );
    assert_eq!(asked, since);
    assert_calm(&browser).await;
}
