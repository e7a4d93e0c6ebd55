//! What the servers of one test note and say for a browser without `DevTools`:
//! what they were asked for, what is on its way, and the scripts that come first
//! in each page of theirs.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::http::{HeaderMap, HeaderValue, header};

use super::engine::Engine;
use super::origin::Received;

/// A request that the browser made.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Sent {
    /// `GET`, `POST` …
    pub(crate) method: String,
    /// The full address.
    pub(crate) url: String,
    /// What for, in Chromium's words: `Document`, `Script`, `Fetch`, `Image`, `Preflight` …
    pub(crate) kind: String,
}

/// The nonce under which the first script runs where a page has a policy. A policy
/// that knew of no nonce forbids the page's own scripts as before.
const NONCE: &str = "newsrail-witness";

#[derive(Debug, Default)]
struct Notes {
    scripts: Vec<String>,
    sent: Vec<Sent>,
    /// Answers that were an error, as a console would have it.
    failed: Vec<String>,
    pending: BTreeMap<usize, String>,
    count: usize,
}

/// The notes of all servers that a test starts.
#[derive(Debug, Default)]
pub(crate) struct Witness(Mutex<Notes>);

/// An answer that is on its way until this is dropped, also where nobody waits for
/// it any more.
pub(super) struct OnItsWay(Arc<Witness>, usize);

impl Drop for OnItsWay {
    fn drop(&mut self) {
        self.0.with(|notes| notes.pending.remove(&self.1));
    }
}

impl Witness {
    /// That of the test that runs in this thread: each has a thread of its own.
    pub(crate) fn here() -> Arc<Self> {
        thread_local!(static HERE: OnceCell<Arc<Witness>> = const { OnceCell::new() });
        HERE.with(|here| Arc::clone(here.get_or_init(Arc::default)))
    }

    fn with<T>(&self, act: impl FnOnce(&mut Notes) -> T) -> T {
        act(&mut self
            .0
            .lock()
            .expect("nothing panics with the notes in hand"))
    }

    /// Adds a script that runs before those of each page from the next on.
    pub(crate) fn add_script(&self, script: &str) {
        self.with(|notes| notes.scripts.push(format!("{{ {script}\n}}")));
    }

    /// Forgets what was asked for so far.
    pub(crate) fn forget(&self) {
        self.with(|notes| {
            notes.sent.clear();
            notes.failed.clear();
        });
    }

    /// Every request so far.
    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.with(|notes| notes.sent.clone())
    }

    /// What was answered with an error.
    pub(crate) fn failed(&self) -> Vec<String> {
        self.with(|notes| notes.failed.clone())
    }

    /// What changes as long as the servers are asked for something or answer.
    pub(crate) fn movement(&self) -> Vec<String> {
        let count = self.with(|notes| notes.count.to_string());
        [vec![count], self.pending()].concat()
    }

    /// The addresses of what has no answer yet.
    pub(crate) fn pending(&self) -> Vec<String> {
        self.with(|notes| notes.pending.values().cloned().collect())
    }

    /// Notes a request to the server at `base`.
    pub(super) fn asked(self: &Arc<Self>, base: &str, received: &Received) -> OnItsWay {
        let query = if received.query.is_empty() { "" } else { "?" };
        let url = format!("{base}{}{query}{}", received.path, received.query);
        let number = self.with(|notes| {
            notes.count += 1;
            notes.pending.insert(notes.count, url.clone());
            notes.sent.push(Sent {
                method: received.method.clone(),
                kind: kind(received).to_owned(),
                url,
            });
            notes.count
        });
        OnItsWay(Arc::clone(self), number)
    }

    /// Notes an answer, and puts the scripts into it if it is a page.
    pub(super) fn answers(
        &self,
        base: &str,
        received: &Received,
        status: u16,
        headers: &mut HeaderMap,
        body: Vec<u8>,
    ) -> Vec<u8> {
        if status >= 400 {
            let line = format!(
                "SEVERE network: {base}{} - Failed to load resource: the server responded with a status of {status}",
                received.path
            );
            self.with(|notes| notes.failed.push(line));
        }
        let is_page = headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        let scripts = self.with(|notes| notes.scripts.concat());
        if !is_page || scripts.is_empty() || Engine::here().has_devtools() {
            return body;
        }
        if let Some(policy) = headers.get_mut(header::CONTENT_SECURITY_POLICY) {
            let allowed = with_nonce(policy.to_str().unwrap_or_default());
            *policy = HeaderValue::from_str(&allowed).expect("a policy with a nonce is one");
        }
        // After the doctype: before it, the page would be shown as one without.
        let start = String::from_utf8_lossy(&body[..body.len().min(15)]).to_lowercase();
        let at = if start == "<!doctype html>" { 15 } else { 0 };
        let script =
            format!("<script nonce={NONCE}>document.currentScript.remove();{scripts}</script>");
        [&body[..at], script.as_bytes(), &body[at..]].concat()
    }
}

/// A policy that allows the witness's script, and else what it allowed before.
fn with_nonce(policy: &str) -> String {
    let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
    let named = |name: &str| {
        directives
            .iter()
            .position(|directive| directive.split(' ').next() == Some(name))
    };
    let Some(at) = named("script-src").or_else(|| named("default-src")) else {
        return policy.to_owned();
    };
    let old = directives[at];
    // A nonce would take back that inline scripts may run.
    if old.contains("'unsafe-inline'") {
        return policy.to_owned();
    }
    let sources = old.split_once(' ').map_or("", |(_, sources)| sources);
    let sources = sources.replace("'none'", "");
    let mut all: Vec<String> = directives.iter().map(ToString::to_string).collect();
    let allowed = format!("script-src {sources} 'nonce-{NONCE}'");
    if old.starts_with("script-src") {
        all[at] = allowed;
    } else {
        all.push(allowed);
    }
    all.join("; ")
}

/// What a request is for, as the browser says or the address lets guess.
fn kind(received: &Received) -> &'static str {
    match received.header("sec-fetch-dest") {
        _ if received.method == "OPTIONS" => "Preflight",
        "document" | "iframe" => "Document",
        "script" => "Script",
        "style" => "Stylesheet",
        "image" => "Image",
        "font" => "Font",
        "empty" => "Fetch",
        _ => guessed(received),
    }
}

fn guessed(received: &Received) -> &'static str {
    match received.path.rsplit('.').next().unwrap_or_default() {
        "js" => "Script",
        "css" => "Stylesheet",
        "svg" | "png" | "jpg" | "jpeg" => "Image",
        _ if received.header("accept").contains("text/html") => "Document",
        _ => "Fetch",
    }
}
