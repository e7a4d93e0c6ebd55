//! Elements that are mounted, removed, moved and set anew many times, also while their
//! feed is on its way: nothing is left of what is gone, and what stays shows what was
//! asked for last.

use serde_json::json;

use super::count;
use crate::lab::{SOON, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Origin, Reply, Routes};

/// A feed of this one story.
fn feed(title: &str) -> Reply {
    Reply::json(
        &json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper",
        "items": [{ "id": title, "url": format!("https://p.example/{title}"), "title": title }] }),
    )
}

fn page(widget: &Origin, feed: &str) -> Origin {
    partner(&format!(
        "<div id=place style='position: fixed; top: 0; width: 20rem; height: 40rem; contain: strict'></div><newsrail-popular id=e feed='{feed}'></newsrail-popular><script async src='{}'></script>",
        widget.url("/newsrail.js")
    ))
}

/// Mounts and unmounts so many elements, each until it shows its list.
const MOUNT: &str = "const [times, feed] = arguments;
    for (let turn = 0; turn < times; turn++) {
      const list = document.createElement(turn % 2 ? 'newsrail-popular' : 'newsrail-more-like-this');
      list.feed = feed;
      list.count = 1;
      place.append(list);
      while (!list.shadowRoot.querySelector('h3 a, .notice')) await new Promise((go) => setTimeout(go));
      list.remove();
      await 0;
    }
    return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);";

const MEMORIES: &str = "self.memories = [];
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const instance = await instantiate.apply(WebAssembly, given);
      memories.push(Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory));
      return instance;
    };";

#[tokio::test]
async fn of_ten_thousand_elements_nothing_is_left() {
    let (widget, feeds) = (
        widget(),
        Routes::default()
            .cors(true)
            .reply("/feed", feed("one"))
            .serve(),
    );
    let page = page(&widget, &feeds.url("/feed"));
    let browser = Browser::start(800, 900).await;
    browser.before_each_page(MEMORIES).await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
        .await;
    let feed = feeds.url("/feed");
    // What is made once is made by the thousandth.
    let pages = browser
        .run_async(MOUNT, &[1000.into(), feed.clone().into()])
        .await;
    browser.quiet(SOON).await;
    let before = browser.taken().await;
    let after_all = browser.run_async(MOUNT, &[9000.into(), feed.into()]).await;
    browser.quiet(SOON).await;
    let after = browser.taken().await;
    count(&format!(
        "10,000 elements mounted and taken down: {before:?}, then {after:?}"
    ));
    assert_eq!(pages, after_all, "WebAssembly has grown");
    assert!(
        after.heap < before.heap + 1024.0 * 1024.0,
        "{before:?} {after:?}"
    );
    // The log of requests and the driver's own values aside.
    assert!(after.nodes <= before.nodes + 20.0, "{before:?} {after:?}");
    assert!(
        after.listeners <= before.listeners + 5.0,
        "{before:?} {after:?}"
    );
    // The look sees what is left.
    let left = "self.left = Array.from({ length: 1000 }, () => document.createElement('p'))";
    browser.run(left, &[]).await;
    assert!(browser.taken().await.nodes >= after.nodes + 900.0);
}

#[tokio::test]
async fn removed_and_moved_while_the_feed_is_on_its_way() {
    let (widget, held) = (widget(), Gate::closed());
    let feeds = Routes::default()
        .cors(true)
        .reply("/feed", feed("one").held_by(&held))
        .reply("/right", feed("two"))
        .serve();
    let page = page(&widget, &feeds.url("/right"));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
        .await;
    let remove = "for (let turn = 0; turn < 1000; turn++) {
          const list = document.createElement('newsrail-popular');
          list.feed = arguments[0];
          place.append(list);
          if (turn % 3) await new Promise((go) => setTimeout(go));
          list.remove();
        }";
    browser
        .run_async(remove, &[feeds.url("/feed").into()])
        .await;
    until("it was asked for", async || {
        !feeds.requests_to("/feed").is_empty()
    })
    .await;
    held.open();
    browser.quiet(SOON).await;
    assert_eq!(browser.run("return place.childElementCount", &[]).await, 0);
    assert_eq!(feeds.requests_to("/feed").len(), 1, "once for all");

    let moves = "self.first = e.shadowRoot.querySelector('h3 a');
        for (let turn = 0; turn < 1000; turn++) {
          (turn % 2 ? place : document.querySelector('aside')).append(e);
          if (turn % 10 === 0) await new Promise((go) => setTimeout(go));
        }
        return first.isConnected && first === e.shadowRoot.querySelector('h3 a');";
    assert_eq!(
        browser.run_async(moves, &[]).await,
        true,
        "it is the same list"
    );
    // One made anew is another.
    let anew = "e.shadowRoot.querySelector('section').replaceChildren(...e.shadowRoot.querySelector('section').cloneNode(true).childNodes);
        return first.isConnected";
    assert_eq!(browser.run(anew, &[]).await, false);
}

#[tokio::test]
async fn of_many_changes_the_last_is_shown_and_nothing_is_on_its_way() {
    let widget = widget();
    let mut feeds = Routes::default().cors(true);
    for number in 0..50 {
        feeds = feeds.reply(&format!("/{number}"), feed(&format!("story {number}")));
    }
    let feeds = feeds.serve();
    let page = page(&widget, &feeds.url("/0"));
    let browser = Browser::start(800, 900).await;
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('h3 a')", SOON)
        .await;
    let change = "for (let turn = 0; turn < 1000; turn++) {
          e.feed = arguments[0] + '/' + turn % 50;
          if (turn % 7 === 0) await new Promise((go) => setTimeout(go));
          if (turn % 31 === 0) await 0;
        }
        e.feed = arguments[0] + '/17'";
    browser.run_async(change, &[feeds.url("").into()]).await;
    let last = "e.shadowRoot.querySelector('h3 a')?.textContent === 'story 17'";
    browser.wait_until(last, SOON).await;
    browser.quiet(SOON).await;
    assert_eq!(browser.run(&format!("return {last}"), &[]).await, true);
    let asked = feeds.requests().len();
    browser.quiet(SOON).await;
    assert_eq!(feeds.requests().len(), asked);
    // A later change is seen, and that it asks for something.
    browser
        .run("e.feed = arguments[0]", &[feeds.url("/21").into()])
        .await;
    browser
        .wait_until(
            "e.shadowRoot.querySelector('h3 a')?.textContent === 'story 21'",
            SOON,
        )
        .await;
    assert_eq!(browser.run(&format!("return {last}"), &[]).await, false);
}
