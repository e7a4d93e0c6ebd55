//! A site of one page with its feed, which the built command has rendered, and what
//! holds the program back there.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use newsrail_core::feed::write;
use newsrail_core::rank::engine::{Index, Query, Scratch, language};
use newsrail_core::rank::popular::{HALF_LIFE, by_rate};
use serde_json::{Value, json};

use crate::lab::bundle;
use crate::support::origin::{Gate, Origin, Reply, Routes};
use crate::support::{project, scratch, target};

/// The native command, as cargo builds it.
fn newsrail() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let build = || {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--package", "newsrail-cli"]);
        let built = cargo.current_dir(project()).status();
        assert!(built.expect("cargo runs").success());
        target().join("debug/newsrail")
    };
    BUILT.get_or_init(build).clone()
}

/// A folder of pages that is gone after the test.
pub(super) struct Folder(pub(super) PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left lies among temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What holds the program back.
pub(super) enum Program {
    Held(Gate),
    Missing,
}

/// The bundle on an origin of its own, whose WebAssembly comes late or never.
pub(super) fn widget(program: &Program) -> Origin {
    let mut routes = bundle();
    for file in std::fs::read_dir(project().join("dist")).expect("`make dist` has been run") {
        let path = file.expect("a file").path();
        if path.extension().is_some_and(|kind| kind == "wasm") {
            let bytes = std::fs::read(&path).expect("it can be read");
            let name = path.file_name().expect("a name").to_string_lossy();
            let reply = match program {
                Program::Held(gate) => Reply::file(".wasm", bytes).held_by(gate),
                Program::Missing => Reply::new("text/plain", "none").status(404),
            };
            routes = routes.reply(&format!("/{name}"), reply);
        }
    }
    routes.serve()
}

/// As many articles as the program learns more of, on a few subjects, each of which has
/// some words of its subject and not the others.
fn feed() -> Value {
    let subjects = [
        "harbour strike dockers crane pier union cargo pilot quay tug",
        "school budget teachers pupils exam classroom headmaster lessons canteen bus",
        "river flood dike rain sandbags pumps meadow bridge weir cellar",
        "tram line rails drivers tickets depot timetable stops wires viaduct",
    ];
    let mut random = 7_u32;
    let mut any = |words: &str| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let words: Vec<&str> = words.split(' ').collect();
        words[(random >> 16) as usize % words.len()].to_owned()
    };
    let items: Vec<Value> = (1..=120)
        .map(|number| {
            let subject = subjects[number % 4];
            let [one, two, three, four] = [(); 4].map(|()| any(subject));
            // What is most like the seventh is read most, too: both lists want it.
            let views = if number == 27 || number == 47 { 100_000 } else { number * 7919 % 1000 * 10 };
            json!({ "id": format!("story-{number}"), "url": format!("/{number}.html"),
                "title": format!("The {one} and the {two}, day {number}: a headline that needs two lines"),
                "summary": format!("What is known of the {three} and the {four}, and what everybody would like to be told before the week is over."),
                "authors": [{ "name": format!("Reporter {}", number % 7) }],
                "content_text": "word ".repeat(number * 30 % 2000),
                "_newsrail": { "views": views, "section": "News", "kicker": "Live" } })
        })
        .collect();
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Paper", "language": "en", "items": items });
    dated(&feed)
}

/// A feed whose articles were published every twenty minutes, the first an hour ago: what
/// leads among them changes within hours.
fn dated(feed: &Value) -> Value {
    const ORIGIN: &str = "https://p.example";
    let mut feed =
        newsrail_core::feed::read(feed.to_string().as_bytes(), ORIGIN, None).expect("a feed");
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("after 1970")
        .as_secs();
    let mut published = i64::try_from(now).expect("before 292 billion") - 3600;
    for article in &mut feed.articles {
        article.published = Some(published);
        published -= 1200;
    }
    // They are of the site that serves it, wherever that is.
    let text = write::json_feed(&feed).replace(ORIGIN, "");
    serde_json::from_str(&text).expect("JSON")
}

/// What is like the seventh article, before and after the index has learnt more. Were it
/// the same, no test here would see whether the program waits for that.
#[test]
fn there_is_more_to_learn_of_the_feed() {
    let feed = newsrail_core::feed::read(feed().to_string().as_bytes(), "https://p.example/", None);
    let articles = feed.expect("a feed").articles;
    let mut index = Index::new(language("en", &articles));
    index.extend(&articles);
    let like = |index: &Index| -> Vec<usize> {
        let hits = index.like(Query::Known(6), 5, &|_| true, &mut Scratch::default());
        hits.into_iter().map(|hit| hit.article).collect()
    };
    let before = like(&index);
    index.learn();
    assert_ne!(before, like(&index));
}

/// Were the order of what is read the same five hours later, no test here would see by
/// which time it is chosen.
#[test]
fn what_leads_in_the_feed_changes() {
    let feed = newsrail_core::feed::read(feed().to_string().as_bytes(), "https://p.example/", None);
    let articles = feed.expect("a feed").articles;
    let newest = articles
        .iter()
        .filter_map(|article| article.published)
        .max();
    let newest = newest.expect("they have dates");
    let lead = |now| by_rate(&articles, HALF_LIFE, Some(now)).expect("an order")[..5].to_vec();
    assert_ne!(lead(newest + 3600), lead(newest + 6 * 3600));
}

/// A page with some lists, in the style of a newspaper that has one of its own for
/// everything that a list is made of.
pub(super) fn page(lists: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Story</title>
         <link rel=icon href=data:,><link rel=canonical href=/7.html>
         <style>
           html {{ scrollbar-gutter: stable }}
           body {{ font: 17px/1.6 Georgia, serif; color: #222; margin: 1em auto; max-width: 44em }}
           h2 {{ color: teal; text-transform: uppercase; letter-spacing: .1em; margin: 2em 0 1em; border-bottom: 3px double }}
           h3 {{ font-style: italic; font-size: 1.4em }}
           ul, ol {{ padding-left: 3em; list-style: square }}
           li {{ margin: 1em 0; display: list-item }}
           a {{ color: crimson; text-decoration: underline }}
           a:hover {{ background: yellow }}
           section {{ padding: 2em; background: #eee }}
           div {{ max-width: 90% }}
           .rail {{ float: right }} .text {{ display: none }} .cards {{ border: 9px solid }}
         </style></head>
         <body><h1>Story</h1><p>What stands above.</p>{lists}<p id=after>What stands below.</p>
         <script async src='{script}'></script></body></html>"
    )
}

/// Both lists.
pub(super) const BOTH: &str = "<newsrail-popular feed=/feed.json></newsrail-popular>
    <newsrail-more-like-this feed=/feed.json></newsrail-more-like-this>";

/// Writes a page and its feed into a folder, has them rendered, and serves that.
pub(super) fn site(html: &str, options: &[&str]) -> (Origin, Folder) {
    let folder = Folder(scratch("render"));
    let write = |name: &str, text: &str| std::fs::write(folder.0.join(name), text);
    write("7.html", html).expect("a file");
    write("feed.json", &feed().to_string()).expect("a file");
    let origin = Routes::default().folder("/", &folder.0).serve();
    render(&folder.0, &origin, options);
    (origin, folder)
}

fn render(folder: &Path, origin: &Origin, options: &[&str]) {
    let mut command = Command::new(newsrail());
    let command = command.arg("render").arg(folder).args(options);
    let output = command.args(["--base", &origin.url("/")]).output();
    let output = output.expect("the command runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("2 lists, 1 files written"), "{said}");
}
