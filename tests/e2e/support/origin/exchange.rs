//! What goes in and out of a test's web server.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use tokio::sync::watch;

/// A request as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// `GET`, `POST` …
    pub(crate) method: String,
    /// Where it went, without the query.
    pub(crate) path: String,
    /// What stood after the question mark, as it was sent; empty when nothing did.
    pub(crate) query: String,
    /// Its headers.
    pub(crate) headers: HeaderMap,
    /// Its body.
    pub(crate) body: Vec<u8>,
}

impl Received {
    /// A header's value, or the empty string.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Holds answers back until the test lets them go.
#[derive(Clone, Debug)]
pub(crate) struct Gate(watch::Sender<bool>);

impl Gate {
    /// A gate that lets nothing through yet.
    pub(crate) fn closed() -> Self {
        Self(watch::Sender::new(false))
    }

    /// Lets through what waits and what comes later.
    pub(crate) fn open(&self) {
        self.0.send_replace(true);
    }

    /// Lets nothing through any more.
    pub(crate) fn close(&self) {
        self.0.send_replace(false);
    }

    pub(super) async fn opened(&self) {
        // It fails where there is no sender any more, and this is one.
        self.0.subscribe().wait_for(|open| *open).await.ok();
    }
}

/// What a route answers.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
    pub(super) delay: Duration,
    pub(super) gate: Option<Gate>,
}

impl Reply {
    /// An answer of that media type.
    pub(crate) fn new(media_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(media_type))];
        Self {
            status: StatusCode::OK,
            headers: HeaderMap::from_iter(headers),
            body: body.into(),
            delay: Duration::ZERO,
            gate: None,
        }
    }

    /// A file under the media type that its name's ending stands for.
    pub(crate) fn file(name: &str, body: Vec<u8>) -> Self {
        Self::new(media_type(name), body)
    }

    /// A page.
    pub(crate) fn html(body: &str) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    /// JSON.
    pub(crate) fn json(value: &serde_json::Value) -> Self {
        Self::new("application/json", value.to_string())
    }

    /// The same answer under another status.
    pub(crate) fn status(mut self, status: u16) -> Self {
        self.status = StatusCode::from_u16(status).expect("the test names a valid status");
        self
    }

    /// The same answer with one more header.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("the test names a valid header");
        let value = value.parse().expect("the test gives a valid header value");
        self.headers.insert(name, value);
        self
    }

    /// The same answer, sent once the gate is open.
    pub(crate) fn held_by(mut self, gate: &Gate) -> Self {
        self.gate = Some(gate.clone());
        self
    }

    /// The same answer, sent that much later.
    pub(crate) fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

/// By the name's ending, as a publisher's server does.
fn media_type(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" if file.ends_with("feed.json") => "application/feed+json",
        "json" => "application/json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
