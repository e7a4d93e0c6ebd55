//! Feeds that are more than is read, or are not what they say: an error or the
//! items before the limit, one line that names it, and no request beside.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread::JoinHandle;

use crate::lab::{SOON, headlines, partner, until, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};

const SHOWN: &str = "e.shadowRoot?.querySelector('h3 a, .notice')";

const START: &str = r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://p.example/1","title":"First"}"#;

fn page(widget: &Origin, feed: &str) -> Origin {
    partner(&format!(
        "<newsrail-popular id=e feed='{feed}'><a href=/own>Own link</a></newsrail-popular><script async src='{}'></script>",
        widget.url("/newsrail.js")
    ))
}

/// What the console says of newsrail.
async fn said(browser: &Browser) -> Vec<String> {
    let mut lines = browser.console().await;
    lines.retain(|line| line.contains("newsrail: "));
    lines
}

/// An RSS feed of what stands in its channel.
fn rss(before: &str, channel: &str) -> Vec<u8> {
    format!("{before}<rss><channel>{channel}</channel></rss>").into_bytes()
}

fn item(number: usize) -> String {
    format!("<item><title>First</title><link>https://p.example/{number}</link></item>")
}

/// A feed at a path, the headline that is shown of it, and what is said.
struct Case {
    path: &'static str,
    body: Vec<u8>,
    headline: &'static str,
    limit: &'static str,
}

fn case(
    path: &'static str,
    body: impl Into<Vec<u8>>,
    headline: &'static str,
    limit: &'static str,
) -> Case {
    let body = body.into();
    Case {
        path,
        body,
        headline,
        limit,
    }
}

/// More than is read.
fn beyond() -> Vec<Case> {
    let (mut items, mut more) = (item(1), String::new());
    for number in 2..=10_005 {
        items += &item(number);
        more += ",{\"title\":\"First\",\"url\":\"/";
        more += &number.to_string();
        more += "\"}";
    }
    let deep = format!("{}{}", item(1), "<a>".repeat(100_000));
    let cut = format!("<rss><channel>{}<item><title>Sec", item(1));
    vec![
        case(
            "/deep.json",
            format!("{START},{}", "[".repeat(100_000)),
            "First",
            "nested deeper than 64 levels",
        ),
        case(
            "/deep.xml",
            rss("", &deep),
            "First",
            "nested deeper than 64 levels",
        ),
        case(
            "/many.json",
            format!("{START}{more}]}}"),
            "First",
            "more than 10,000 items",
        ),
        case(
            "/many.xml",
            rss("", &items),
            "First",
            "more than 10,000 items",
        ),
        case(
            "/heavy.json",
            format!("{START},[{}1]]}}", "1,".repeat(600_000)),
            "First",
            "more than 500,000 values",
        ),
        case(
            "/cut.json",
            format!("{START},{{\"tit"),
            "First",
            "ends too early",
        ),
        case("/cut.xml", cut, "First", "ends too early"),
    ]
}

/// What is not what it says, or asks for more.
fn sly(elsewhere: &str) -> Vec<Case> {
    let external = format!(
        "<!DOCTYPE rss SYSTEM '{elsewhere}/rss.dtd' [<!ENTITY x SYSTEM '{elsewhere}/x'><!ENTITY % p SYSTEM '{elsewhere}/p'>%p;]>"
    );
    let mut bomb = "<!DOCTYPE rss [<!ENTITY l0 'First'>".to_owned();
    for level in 1..10 {
        let inner = format!("&l{};", level - 1).repeat(10);
        bomb += &["<!ENTITY l", &level.to_string(), " '", &inner, "'>"].concat();
    }
    bomb += "]>";
    let titled =
        |title| format!("<item><title>{title}</title><link>https://p.example/1</link></item>");
    let latin = b"<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>Caf\xe9</title><link>/1</link></item></channel></rss>";
    let entities = "declares entities of its own, which are not expanded";
    vec![
        case("/bomb.xml", rss(&bomb, &titled("&l9;")), "&l9;", entities),
        case(
            "/external.xml",
            rss(&external, &titled("A &x;")),
            "A &x;",
            entities,
        ),
        case(
            "/charset.xml",
            latin,
            "Caf\u{e9}",
            "not UTF-8, and no other charset is declared",
        ),
    ]
}

#[tokio::test]
async fn what_is_beyond_a_limit_is_not_read_and_the_console_says_which() {
    let widget = widget();
    let elsewhere = Routes::default().cors(true).serve();
    let mut cases = beyond();
    cases.extend(sly(&elsewhere.url("")));
    let mut feeds = Routes::default().cors(true);
    for Case { path, body, .. } in &cases {
        let kind = if path.ends_with("json") {
            "application/json"
        } else {
            "application/xml"
        };
        feeds = feeds.reply(path, Reply::new(kind, body.clone()));
    }
    let feeds = feeds.serve();
    let browser = Browser::start(800, 900).await;
    for Case {
        path,
        headline,
        limit,
        ..
    } in &cases
    {
        let url = feeds.url(path);
        let page = page(&widget, &url);
        browser.goto(&page.url("/")).await;
        browser.wait_until(SHOWN, SOON).await;
        let shown = headlines(&browser, "#e").await;
        assert_eq!(shown.first().map(String::as_str), Some(*headline), "{path}");
        let lines = said(&browser).await;
        assert!(
            lines.len() == 1 && lines[0].contains(&url) && lines[0].contains(limit),
            "{path}: {lines:#?}"
        );
        assert_eq!(feeds.requests_to(path).len(), 1, "{path}");
    }
    assert_eq!(feeds.requests().len(), cases.len());
    assert!(
        elsewhere.requests().is_empty(),
        "{:?}",
        elsewhere.requests()
    );
}

/// A server whose one answer has this head, and then what `write` sends until
/// the browser hangs up; with that it ends, and says how many bytes that were.
fn raw(
    head: &'static str,
    write: impl Fn(&mut dyn Write) -> std::io::Result<usize> + Send + 'static,
) -> (String, JoinHandle<usize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let sent = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let lines = BufReader::new(stream.try_clone().expect("a reader")).lines();
        for line in lines {
            if line.is_ok_and(|line| line.is_empty()) {
                break;
            }
        }
        let start = format!(
            "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: application/json\r\n{head}Connection: close\r\n\r\n{START}"
        );
        stream.write_all(start.as_bytes()).expect("a head");
        let mut sent = 0;
        while let Ok(bytes @ 1..) = write(&mut stream) {
            sent += bytes;
        }
        sent
    });
    (format!("http://{address}/feed.json"), sent)
}

/// Has a page read a feed, and looks for one line about it, with these words.
/// The page stays open as long as what is given back is kept.
async fn one_line_says(url: &str, words: &str) -> (Browser, Origin, Origin) {
    let (widget, browser) = (widget(), Browser::start(800, 900).await);
    browser.expects(&["/feed.json - Failed", "newsrail: "]);
    let page = page(&widget, url);
    browser.goto(&page.url("/")).await;
    browser.wait_until(SHOWN, SOON).await;
    let lines = said(&browser).await;
    assert!(
        lines.len() == 1 && lines[0].contains(url) && lines[0].contains(words),
        "{lines:#?}"
    );
    (browser, page, widget)
}

#[tokio::test]
async fn an_answer_without_end_is_hung_up_on() {
    let (url, sent) = raw("", |stream| stream.write(&[b' '; 1 << 14]));
    let _open = one_line_says(&url, "larger than 5 MB").await;
    until("the browser hangs up", async || sent.is_finished()).await;
    // What lies in the buffers of both ends comes on top.
    let sent = sent.join().expect("the server has sent it");
    assert!(sent < 40 << 20, "{sent} bytes");
}

#[tokio::test]
async fn a_connection_that_breaks_off_says_so() {
    let (url, _) = raw("Content-Length: 100000\r\n", |_| Ok(0));
    one_line_says(&url, "broken off").await;
}
