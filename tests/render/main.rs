//! `newsrail render`, as a publisher runs it on a folder of pages.
#![cfg(not(target_arch = "wasm32"))]

mod bad_input;
mod interrupted;
mod looks;
mod pages;

use serde_json::{Value, json};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The address of the folders.
const BASE: &str = "https://paper.example/";

/// A folder of pages, with a feed of twelve articles beside them.
struct Site {
    folder: PathBuf,
}

impl Site {
    fn new(name: &str, pages: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("newsrail-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder to write in");
        let site = Self { folder };
        site.write("feed.json", feed(12, "The").to_string());
        for (place, html) in pages {
            site.write(place, html);
        }
        site
    }

    fn path(&self, place: &str) -> PathBuf {
        self.folder.join(place)
    }

    fn write(&self, place: &str, text: impl AsRef<[u8]>) {
        let path = self.path(place);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, place: &str) -> String {
        fs::read_to_string(self.path(place)).expect("a file")
    }

    /// Renders the folder: the exit status, and what is said.
    fn render(&self, options: &[&str]) -> (i32, String) {
        said(&self.command(options).output().expect("the command runs"))
    }

    fn command(&self, options: &[&str]) -> Command {
        let mut command = newsrail();
        command
            .arg(&self.folder)
            .args(["--base", BASE])
            .args(options);
        command
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn newsrail() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsrail"));
    command.arg("render");
    command
}

fn said(output: &Output) -> (i32, String) {
    let text = String::from_utf8(output.stderr.clone()).expect("text");
    (output.status.code().expect("a status"), text)
}

/// Renders what comes on the standard input: status, page, and what is said.
fn piped(html: &[u8], options: &[&str]) -> (i32, Vec<u8>, String) {
    let mut command = newsrail();
    command.arg("-").args(options);
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = pipes.stderr(Stdio::piped()).spawn().expect("it runs");
    let mut input = child.stdin.take().expect("a pipe");
    // One that says what is wrong with its options does not read.
    if let Err(error) = input.write_all(html) {
        assert_eq!(error.kind(), ErrorKind::BrokenPipe);
    }
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let (status, said) = said(&output);
    (status, output.stdout, said)
}

/// A feed of so many articles on three subjects, read less and less.
fn feed(count: usize, word: &str) -> Value {
    let subjects = ["harbour strike", "school budget", "river flood"];
    let items: Vec<Value> = (1..=count)
        .map(|number| {
            let subject = subjects[number % 3];
            json!({ "id": format!("story-{number}"), "url": format!("{BASE}{number}.html"),
                "title": format!("{word} {subject}, day {number}"),
                "summary": format!("What is known of the {subject}."),
                "_newsrail": { "views": 1000 - number } })
        })
        .collect();
    json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "items": items })
}

/// A page with both lists.
const PAGE: &str = "<!doctype html>\r\n<html lang=en><head><title>A &amp; B</title></head>\n\
    <body class='x'><h1>A</h1>\n<newsrail-popular feed=/feed.json count=3></newsrail-popular>\n\
    <newsrail-more-like-this feed=/feed.json count=3 >\n </newsrail-more-like-this>\n\
    <script async src=/newsrail.js></script><!-- end -->\n</body></html>\n";

/// Where the links that were written lead, in their order.
fn links(html: &str) -> Vec<String> {
    let behind = html
        .split("<a part=\"headline\" dir=\"auto\" href=\"")
        .skip(1);
    behind
        .filter_map(|rest| rest.split('"').next())
        .map(|url| url.trim_start_matches(BASE).to_owned())
        .collect()
}

/// A page without what was written into it.
fn without_lists(html: &str) -> String {
    let mut left = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<div data-newsrail") {
        left.push_str(before);
        let (_, after) = after.split_once("</section></div>").expect("its end");
        rest = after;
    }
    left + rest
}

/// What stands beside the pages but they and their feed.
fn left_behind(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let names = entries.map(|entry| entry.expect("one").file_name().into_string());
    let names = names.map(|name| name.expect("text"));
    names.filter(|name| name.starts_with('.')).collect()
}
