//! Addresses of every kind, as the address of an article, of a picture, and of what an
//! article's text leads to: each is http or https, and the one that the browser's own
//! parser makes of what the feed says, or it is none.

use std::process::Command;

use serde_json::{Value, json};

use super::attacks;
use super::count;
use crate::lab::{SOON, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Reply, Routes};
use crate::support::project;

/// The addresses of the `url` crate's own tests, wherever cargo keeps its source.
fn of_url_crate() -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(project())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let manifest = packages
        .iter()
        .filter(|package| package["name"] == "url")
        .find_map(|package| package["manifest_path"].as_str())
        .expect("the tests use it");
    let data = manifest.replace("Cargo.toml", "tests/urltestdata.json");
    let data = std::fs::read_to_string(data).expect("the crate brings its tests along");
    let data: Value = serde_json::from_str(&data).expect("JSON");
    let cases = data.as_array().expect("a list").iter();
    cases
        .filter_map(|case| case["input"].as_str())
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn every_address_is_of_the_web_and_the_browser_s_own_or_none() {
    let widget = widget();
    let mut addresses = of_url_crate();
    assert!(addresses.len() > 500, "{}", addresses.len());
    addresses.extend(attacks::addresses());
    let items = addresses.iter().enumerate().map(|(number, address)| {
        json!({ "id": format!("story {number}"), "title": format!("{number}"), "url": address, "image": address })
    });
    let links = addresses.iter().enumerate().map(|(number, address)| {
        let address = address.replace('&', "&amp;").replace('"', "&quot;");
        format!("<p><a href=\"{address}\">{number}</a> <img alt={number} src=\"{address}\"></p>")
    });
    let whole = json!({ "id": "whole", "title": "whole", "url": "/whole", "content_html": links.collect::<String>() });
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper",
        "items": std::iter::once(whole).chain(items).collect::<Value>() });
    let feeds = Routes::default()
        .cors(true)
        .reply("/a/feed.json", Reply::json(&feed))
        .serve();
    let url = feeds.url("/a/feed.json");
    let lists = addresses.len() / 20 + 1;
    let page = partner(&format!(
        "<style>main > * > * {{ position: absolute; top: 0; width: 20rem }}</style>{}<newsrail-article id=e article=whole feed='{url}'></newsrail-article>
         <script async src='{}'></script>",
        format!("<newsrail-popular count=20 images feed='{url}'></newsrail-popular>").repeat(lists),
        widget.url("/newsrail.js")
    ));
    let browser = Browser::start(1000, 900).await;
    // Pictures that lead somewhere else, or nowhere.
    browser.expects(&[
        "a request to elsewhere",
        "Failed to load resource",
        "Mixed Content",
    ]);
    browser.goto(&page.url("/")).await;
    browser
        .wait_until("e.shadowRoot?.querySelector('.body a')", SOON)
        .await;
    browser.quiet(SOON).await;
    let look = "const [addresses, feed] = arguments;
        const base = { headline: feed, picture: feed, link: new URL('/whole', feed), image: new URL('/whole', feed) };
        const shown = [];
        for (const { shadowRoot } of document.querySelectorAll('newsrail-popular')) {
          for (const item of shadowRoot.querySelectorAll('li')) {
            const link = item.querySelector('h3 a');
            shown.push(['headline', +link.textContent, link.getAttribute('href')]);
            const picture = item.querySelector('img');
            if (picture) shown.push(['picture', +link.textContent, picture.getAttribute('src')]);
          }
        }
        const body = e.shadowRoot.querySelector('.body');
        for (const link of body.querySelectorAll('a[href]')) shown.push(['link', +link.textContent, link.getAttribute('href')]);
        for (const picture of body.querySelectorAll('img[src]')) shown.push(['image', +picture.alt, picture.getAttribute('src')]);
        const parsed = (...address) => { try { return new URL(...address).href } catch { return 'none' } };
        const wrong = shown.filter(([what, number, address]) =>
          !/^(https?:|none$)/.test(parsed(address)) || parsed(address) !== parsed(addresses[number], base[what]));
        // What no parser takes is no link, whatever is written there.
        const dead = shown.filter(([, , address]) => parsed(address) === 'none').length;
        const web = addresses.filter((address) => /^https?:/.test(parsed(address, feed)));
        return { wrong: wrong.map(([what, number, address]) => [what, addresses[number], address, parsed(addresses[number], base[what])]),
          count: shown.length, dead, links: shown.filter(([what]) => what === 'link').length, web: web.length };";
    let found = browser.run(look, &[json!(addresses), url.into()]).await;
    assert_eq!(found["wrong"], json!([]));
    // Most of those that the browser takes are links here, too.
    let (links, web) = (found["links"].as_u64(), found["web"].as_u64());
    assert!(links > web.map(|web| web / 2), "{found}");
    count(&format!(
        "{} addresses in {} places: all of the web or none; in {} the browser knows no host",
        addresses.len(),
        found["count"],
        found["dead"]
    ));
    // The look tells a wrong one.
    let astray = "e.shadowRoot.querySelector('.body a[href]').setAttribute('href', 'javascript:0')";
    browser.run(astray, &[]).await;
    let found = browser
        .run(look, &[json!(addresses), feeds.url("/a/feed.json").into()])
        .await;
    assert_ne!(found["wrong"], json!([]));
}
