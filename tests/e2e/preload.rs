//! The lines that `make dist` prints for the head: by them the program is asked for before
//! the loader is there, and once.

use std::process::Command;

use crate::lab::{BOTH_LISTS, SOON, assert_calm, bundle, paper, until};
use crate::support::browser::Browser;
use crate::support::origin::{Gate, Reply, Routes};
use crate::support::project;

/// The lines, with the bundle's origin in place of the publisher's.
fn lines(cdn: &str) -> String {
    let output = Command::new("node")
        .args(["tools/snippet.mjs", "dist"])
        .current_dir(project())
        .output();
    let output = output.expect("node runs");
    let said = String::from_utf8(output.stdout).expect("text");
    let links: Vec<&str> = said.lines().filter(|line| line.contains("<link")).collect();
    assert_eq!(links.len(), 2, "{said}");
    links.concat().replace("https://cdn.example", cdn)
}

#[tokio::test]
async fn the_program_comes_before_the_loader_and_once() {
    let gate = Gate::closed();
    let loader =
        std::fs::read(project().join("dist/newsrail.js")).expect("`make dist` has been run");
    let held = Reply::file(".js", loader).held_by(&gate);
    let (widget, paper) = (bundle().reply("/newsrail.js", held).serve(), paper());
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Page</title><link rel=icon href=data:,>{}
         <body><script async src='{}' data-feed='{}' data-rails='popular more-like-this'></script>",
        lines(&widget.url("")),
        widget.url("/newsrail.js"),
        paper.url("/feed.json")
    );
    let site = Routes::default().reply("/", Reply::html(&page)).serve();
    let browser = Browser::start(900, 1600).await;
    let asked = |end: &str| {
        let is_of_lists = |path: &str| {
            path.starts_with("/newsrail-") && path.len() == "/newsrail-0a1b2c3d".len() + end.len()
        };
        let requests = widget.requests();
        requests
            .iter()
            .filter(|one| is_of_lists(&one.path) && one.path.ends_with(end))
            .count()
    };
    // A page is complete once its loader is there.
    let url = site.url("/");
    tokio::join!(browser.goto(&url), async {
        until("both files are asked for", async || {
            asked(".js") + asked(".wasm") == 2
        })
        .await;
        gate.open();
    });
    browser.wait_until(BOTH_LISTS, SOON).await;
    browser.quiet(SOON).await;
    assert_eq!((asked(".js"), asked(".wasm")), (1, 1));
    assert_calm(&browser).await;
}
