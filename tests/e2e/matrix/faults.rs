//! A server that answers wrongly, in every way in which servers and what stands between
//! them and a reader do. It speaks HTTP by hand, since no library lets it do that.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What goes wrong, by name: the last part of an address's path.
pub(super) const FAULTS: [&str; 27] = [
    "400",
    "401",
    "403",
    "404",
    "410",
    "429",
    "429-seconds",
    "429-date",
    "429-nonsense",
    "500",
    "502",
    "503",
    "204",
    "empty",
    "html",
    "challenge",
    "wrong-type",
    "wrong-charset",
    "byte-order-mark",
    "short",
    "reset",
    "no-cors",
    "redirect-loop",
    "silence",
    "drip",
    "bad-gzip",
    "hang-up",
];

/// A request that has arrived whole.
#[derive(Clone, Debug)]
pub(super) struct Arrived {
    pub(super) method: String,
    pub(super) path: String,
}

/// The server, which goes on until the tests end.
pub(super) struct Faulty {
    base: String,
    state: Arc<State>,
}

/// What it answers, and what it was asked.
struct State {
    /// To a GET, where nothing goes wrong.
    read: &'static str,
    /// To a POST, where nothing goes wrong.
    post: Option<&'static str>,
    /// What goes wrong now; nothing where it is empty.
    fault: Mutex<&'static str>,
    log: Mutex<Vec<Arrived>>,
}

impl Faulty {
    /// Starts it. Where it takes POSTs, only those go wrong, else what is read.
    pub(super) fn start(read: &'static str, post: Option<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::new(State {
            read,
            post,
            fault: Mutex::default(),
            log: Mutex::default(),
        });
        let of_all = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&of_all);
                // A connection that is broken off is what the test is about.
                std::thread::spawn(move || answer(stream, &state).ok());
            }
        });
        Self {
            base: format!("http://{address}"),
            state,
        }
    }

    /// Its one address.
    pub(super) fn url(&self) -> String {
        format!("{}/now", self.base)
    }

    /// From now on that goes wrong; nothing does for the empty name.
    pub(super) fn fail(&self, fault: &'static str) {
        *self.state.fault.lock().expect(SOUND) = fault;
    }

    /// What has arrived by this method.
    pub(super) fn arrived(&self, method: &str) -> Vec<Arrived> {
        let mut log = self.state.log.lock().expect(SOUND).clone();
        log.retain(|arrived| arrived.method == method);
        log
    }
}

const SOUND: &str = "nothing panics with it in hand";

fn read(stream: &TcpStream) -> std::io::Result<Arrived> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut head, mut line) = (String::new(), String::new());
    while reader.read_line(&mut line)? > 2 {
        head += &line;
        line.clear();
    }
    let lower = head.to_ascii_lowercase();
    let length = lower.split("content-length: ").nth(1);
    let length = length.and_then(|rest| rest.lines().next()?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body)?;
    let mut words = head.split(' ');
    let mut word = || words.next().unwrap_or_default().to_owned();
    Ok(Arrived {
        method: word(),
        path: word(),
    })
}

/// A whole answer.
fn whole(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let cors = "Access-Control-Allow-Origin: *\r\nAccess-Control-Expose-Headers: Retry-After\r\n";
    let head = format!(
        "HTTP/1.1 {status}\r\n{cors}{headers}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

const JSON: &str = "Content-Type: application/json\r\n";
const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

const CHALLENGE: &str = "<!doctype html><title>Just a moment</title><noscript>Enable JavaScript</noscript><script>location.reload()</script>";

fn answer(mut stream: TcpStream, state: &State) -> std::io::Result<()> {
    let arrived = read(&stream)?;
    let method = arrived.method.clone();
    let is_loop = arrived.path == "/redirect-loop";
    state.log.lock().expect(SOUND).push(arrived);
    if method == "OPTIONS" {
        let allowed = "Access-Control-Allow-Methods: GET, POST\r\nAccess-Control-Allow-Headers: content-type\r\n";
        return stream.write_all(&whole("204 No Content", allowed, b""));
    }
    let is_post = method == "POST";
    let right = match state.post {
        Some(post) if is_post => post,
        _ => state.read,
    };
    let mut fault = "";
    if is_post == state.post.is_some() {
        fault = *state.fault.lock().expect(SOUND);
    }
    if is_loop {
        fault = "redirect-loop";
    }
    let status = |status: &str, more: &str| whole(status, &format!("{JSON}{more}"), b"{}");
    let bytes = match fault {
        "400" => status("400 Bad Request", ""),
        "401" => status("401 Unauthorized", "WWW-Authenticate: Basic\r\n"),
        "403" => status("403 Forbidden", ""),
        "404" => status("404 Not Found", ""),
        "410" => status("410 Gone", ""),
        "429" => status("429 Too Many Requests", ""),
        "429-seconds" => status("429 Too Many Requests", "Retry-After: 600\r\n"),
        "429-date" => status(
            "429 Too Many Requests",
            "Retry-After: Fri, 31 Dec 2999 23:59:59 GMT\r\n",
        ),
        "429-nonsense" => status("429 Too Many Requests", "Retry-After: soon\r\n"),
        "500" => status("500 Internal Server Error", ""),
        "502" => whole("502 Bad Gateway", HTML, b"<html><h1>502 Bad Gateway</h1>"),
        "503" => status("503 Service Unavailable", "Retry-After: 600\r\n"),
        "204" => whole("204 No Content", "", b""),
        "empty" => whole("200 OK", JSON, b""),
        "html" => whole(
            "200 OK",
            HTML,
            b"<!doctype html><title>Our site</title><p>Hello",
        ),
        "challenge" => whole("200 OK", HTML, CHALLENGE.as_bytes()),
        "wrong-type" => whole("200 OK", "Content-Type: image/png\r\n", right.as_bytes()),
        "wrong-charset" => whole(
            "200 OK",
            "Content-Type: application/json; charset=utf-16le\r\n",
            right.as_bytes(),
        ),
        "byte-order-mark" => {
            let marked = ["\u{feff}", right].concat();
            whole("200 OK", JSON, marked.as_bytes())
        }
        "short" => {
            // More was announced than comes.
            let all = whole("200 OK", JSON, right.as_bytes());
            all[..all.len() - right.len() / 2].to_vec()
        }
        "no-cors" => {
            let all = whole("200 OK", JSON, right.as_bytes());
            let text = String::from_utf8_lossy(&all);
            text.replace("Access-Control-Allow-Origin: *\r\n", "")
                .into_bytes()
        }
        "redirect-loop" => whole("302 Found", "Location: /redirect-loop\r\n", b""),
        "bad-gzip" => whole(
            "200 OK",
            &format!("{JSON}Content-Encoding: gzip\r\n"),
            b"\x1f\x8b\x08 this is none",
        ),
        "hang-up" => return stream.shutdown(Shutdown::Both),
        "silence" => return until_gone(&mut stream, b""),
        "reset" => {
            let all = whole("200 OK", JSON, right.as_bytes());
            stream.write_all(&all[..all.len() / 2])?;
            stream.flush()?;
            return stream.shutdown(Shutdown::Both);
        }
        "drip" => {
            let all = whole("200 OK", JSON, right.as_bytes());
            let body = all.len() - right.len();
            stream.write_all(&all[..body])?;
            // A byte a second, and no end: the page's clock does not wait for it.
            return until_gone(&mut stream, b" ");
        }
        _ => whole("200 OK", JSON, right.as_bytes()),
    };
    stream.write_all(&bytes)
}

/// Sends the same again and again until whoever asked has gone.
fn until_gone(stream: &mut TcpStream, piece: &[u8]) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    loop {
        match stream.read(&mut [0; 64]) {
            Ok(0) => return Ok(()),
            _ => stream.write_all(piece)?,
        }
    }
}
