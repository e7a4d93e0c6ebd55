//! `newsrail check` against a server of its own: what it says, how it exits.
#![cfg(not(target_arch = "wasm32"))]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::Command;
use std::thread;

const FEED: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"The Paper","language":"en","items":[
    {"id":"1","url":"/a","title":"A","content_html":"<p>Text</p>","image":"/a.jpg","date_published":"2026-11-20T10:00:00Z",
    "authors":[{"name":"Ana"}],"tags":["t"]}]}"#;

const OPEN: &str = "Access-Control-Allow-Origin: *\r\nETag: \"1\"\r\n";

/// A server with these answers: path, status and headers, body.
fn serve(answers: Vec<(&'static str, String, String)>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let root = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut lines = BufReader::new(stream.try_clone().expect("a reader")).lines();
            let request = lines.next().and_then(Result::ok).unwrap_or_default();
            while lines
                .next()
                .and_then(Result::ok)
                .is_some_and(|l| !l.is_empty())
            {}
            let path = request.split(' ').nth(1).unwrap_or_default();
            let found = answers.iter().find(|(of, _, _)| *of == path);
            let (head, body) = found.map_or(("404 Not Found\r\n", ""), |(_, h, b)| (h, b));
            let length = body.len();
            write!(
                stream,
                "HTTP/1.1 {head}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            )
            .expect("an answer");
        }
    });
    root
}

fn check(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_newsrail"))
        .arg("check")
        .args(arguments)
        .output()
        .expect("the tool");
    let text = String::from_utf8(output.stdout).expect("text");
    (output.status.code().expect("a status"), text)
}

fn ok(headers: &str) -> String {
    format!("200 OK\r\n{headers}")
}

#[test]
fn a_feed_from_fine_to_unusable() {
    let root = serve(vec![
        ("/fine.json", ok(OPEN), FEED.into()),
        ("/closed.json", ok(""), FEED.into()),
        ("/moved.json", "302 Found\r\nLocation: /fine.json\r\n".into(), String::new()),
        ("/secret.json", ok(&format!("{OPEN}Cache-Control: private, No-Store\r\n")), FEED.into()),
        ("/none.json", ok(OPEN), "{\"a\":1}".into()),
        ("/counts.json", ok(OPEN), "[{\"path\":\"/a\",\"views\":3}]".into()),
        ("/away.json", ok(OPEN), FEED.replacen('{', "{\"next_url\":\"https://other.example/2\",", 1)),
        ("/large.json", ok(OPEN), FEED.replacen('{', &format!("{{\"x\":\"{}\",", "x".repeat(6 << 20)), 1)),
        ("/chatty.json", ok(OPEN), FEED.to_owned() + "<!-- cached \u{1b}[2J by a plugin -->"),
        ("/koi8.xml", ok(OPEN), "<?xml version='1.0' encoding='koi8-r'?><rss><channel><item><title>x</title><link>/a</link></item></channel></rss>".into()),
    ]);
    // Served without TLS, which is a warning of its own.
    let (status, text) = check(&[&format!("{root}/fine.json")]);
    assert_eq!(status, 1, "{text}");
    for wanted in [
        "format: JSON Feed",
        "articles: 1, 0 items dropped",
        "not https",
        "data-feed=",
    ] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    for unwanted in ["Access-Control-Allow-Origin for", "redirected", "no-store"] {
        assert!(!text.contains(unwanted), "{text}");
    }
    let (_, text) = check(&[&format!("{root}/moved.json")]);
    let name = format!("redirected: name {root}/fine.json itself");
    assert!(text.contains(&name), "{text}");
    let (_, text) = check(&[&format!("{root}/secret.json")]);
    assert!(text.contains("no-store: nothing of it is kept"), "{text}");
    let (_, text) = check(&[&format!("{root}/closed.json")]);
    assert!(text.contains("no Access-Control-Allow-Origin"), "{text}");
    assert!(text.contains("no ETag"), "{text}");
    assert_eq!(check(&[&format!("{root}/none.json")]).0, 2);
    let (status, text) = check(&[&format!("{root}/counts.json")]);
    assert!(
        status == 1
            && text.contains("counts of readers")
            && text.contains("data-popular=")
            && !text.contains("without"),
        "{text}"
    );
    let (_, text) = check(&[&format!("{root}/away.json")]);
    assert!(text.contains("another origin"), "{text}");
    assert_eq!(check(&[&format!("{root}/missing.json")]).0, 2);
    // The widget hangs up on it, whatever its first five megabytes say.
    let (status, text) = check(&[&format!("{root}/large.json")]);
    assert!(status == 2 && text.contains("larger than 5 MB"), "{text}");
    let (status, text) = check(&[&format!("{root}/chatty.json")]);
    let note = r#"was passed over: "<!-- cached [2J by a plugin -->""#;
    assert!(status == 1 && text.contains(note), "{text}");
    let (status, text) = check(&[&format!("{root}/koi8.xml")]);
    assert!(status == 1 && text.contains("format: RSS"), "{text}");
}

#[test]
fn a_page_that_announces_its_feed() {
    let page = r#"<!doctype html><html lang="en"><title>Rain</title>
        <link rel="alternate" type="application/rss+xml" href="/gone.xml">
        <link rel="alternate" type="application/feed+json" href="/feed.json">
        <meta property="og:type" content="article"><meta property="og:title" content="Rain &amp; wind">"#;
    let root = serve(vec![
        ("/rain", ok(""), page.into()),
        ("/feed.json", ok(OPEN), FEED.into()),
        ("/empty", ok(""), "<!doctype html><p>nothing".into()),
        (
            "/listed",
            ok(""),
            r#"<!doctype html><script type="application/ld+json">{"@type":"ItemList","itemListElement":[
            {"@type":"ListItem","url":"/1","name":"One"}]}</script>"#
                .into(),
        ),
    ]);
    let (status, text) = check(&["--json", &format!("{root}/rain")]);
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(status, 1);
    assert_eq!(report["page"]["article"]["title"], "Rain & wind");
    assert_eq!(report["feed"]["format"], "JSON Feed");
    assert_eq!(report["feed"]["url"], format!("{root}/feed.json"));
    assert!(
        !report["snippet"]
            .as_str()
            .expect("a snippet")
            .contains("data-feed")
    );
    let (status, text) = check(&[&format!("{root}/empty")]);
    assert_eq!(status, 2);
    assert!(text.contains("announces no feed"), "{text}");
    let (status, text) = check(&[&format!("{root}/listed")]);
    assert_eq!(status, 1, "it has no dates: {text}");
    for wanted in ["• One", "format: JSON-LD", "no date", "To paste"] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    assert!(!text.contains("Access-Control-Allow-Origin"), "{text}");
}

#[test]
fn a_file() {
    let path = std::env::temp_dir().join(format!("newsrail-check-{}.json", std::process::id()));
    std::fs::write(&path, FEED).expect("a file");
    let (status, text) = check(&[path.to_str().expect("a name")]);
    assert_eq!(status, 0, "{text}");
    assert!(text.ends_with("fine\n"), "{text}");
    let name = path.to_str().expect("a name");
    let (_, text) = check(&["--json", name]);
    std::fs::remove_file(&path).expect("the file");
    assert_eq!(
        text,
        format!(
            r#"{{"exit":0,"feed":{{"articles":1,"dropped":0,"first":[{{"authors":["Ana"],"image":"https://localhost/a.jpg","published":1795168800,"section":"","tags":["t"],"title":"A","url":"https://localhost/a","views":null}}],"format":"JSON Feed","language":"en","next":null,"notes":[],"title":"The Paper","url":"https://localhost/","without":{{"author":0,"date":0,"link":0,"picture":0,"section or tag":0,"summary":0,"views":1}}}},"headers":{{}},"page":null,"snippet":null,"status":null,"target":"{name}","unusable":null,"warnings":[]}}"#
        ) + "\n"
    );
    assert_eq!(check(&["/no/such/file"]).0, 2);
    // The second item goes on past what is read; the first is no consolation.
    let second = "Text ".repeat(1 << 20);
    let second = format!("]}},{{\"id\":\"2\",\"title\":\"{second}\"}}]}}");
    let whole = FEED.replacen("]}]}", &("]".to_owned() + &second[1..]), 1);
    assert!(whole.len() > 5 << 20, "{}", whole.len());
    std::fs::write(&path, whole).expect("a file");
    let (status, text) = check(&[path.to_str().expect("a name")]);
    std::fs::remove_file(&path).expect("the file");
    assert!(status == 2 && text.contains("larger than 5 MB"), "{text}");
}
