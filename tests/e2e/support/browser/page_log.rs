//! What was noted about the page that the browser shows: its console and its requests.

use std::collections::BTreeMap;

use serde_json::Value;
use thirtyfour::BrowserLogEntry;

use crate::support::witness::{Sent, Witness};

/// A request without an end yet.
#[derive(Debug)]
struct Pending {
    url: String,
    /// Chromium's name for the page that has made it.
    page: String,
}

/// The notes since the last navigation. Chromium hands each of them out once, so
/// they are kept here.
#[derive(Debug, Default)]
pub(super) struct PageLog {
    console: Vec<String>,
    /// What the script in each page noted, by when the page began.
    noted: BTreeMap<String, Vec<String>>,
    sent: Vec<Sent>,
    /// The requests without an end yet, by Chromium's names for them.
    pending: BTreeMap<String, Pending>,
    /// What dialogs have said.
    dialogs: Vec<String>,
}

impl PageLog {
    /// Adds new entries of the log named `browser`.
    pub(super) fn add_console(&mut self, entries: &[BrowserLogEntry]) {
        self.console.extend(entries.iter().map(line));
    }

    /// Adds new entries of the log named `performance`.
    pub(super) fn add_performance(&mut self, entries: &[BrowserLogEntry]) {
        for entry in entries {
            let event: Value = serde_json::from_str(&entry.message).unwrap_or_default();
            let event = &event["message"];
            let name = event["params"]["requestId"].as_str().unwrap_or_default();
            match event["method"].as_str() {
                Some("Network.requestWillBeSent") => {
                    if let Some(sent) = sent(&event["params"]) {
                        let url = sent.url.clone();
                        let page = event["params"]["loaderId"].as_str().unwrap_or_default();
                        let page = page.to_owned();
                        self.pending.insert(name.to_owned(), Pending { url, page });
                        self.sent.push(sent);
                    }
                }
                Some("Network.loadingFinished" | "Network.loadingFailed") => {
                    self.pending.remove(name);
                }
                // A page that is left takes its requests with it, and not all of them are
                // said to have ended.
                Some("Page.frameNavigated") if event["params"]["frame"]["parentId"].is_null() => {
                    let page = event["params"]["frame"]["loaderId"].as_str();
                    self.pending
                        .retain(|_, pending| Some(pending.page.as_str()) == page);
                }
                Some("Page.javascriptDialogOpening") => {
                    self.dialogs.push(event["params"]["message"].to_string());
                }
                _ => {}
            }
        }
    }

    /// What no page may do unless its test has said so, a line each.
    pub(super) fn offences(&self) -> Vec<String> {
        // A server of the test's that is gone already says nothing of the page.
        let is_error = |line: &&String| {
            line.starts_with("SEVERE ") && !line.contains("net::ERR_CONNECTION_REFUSED")
        };
        let errors = self.console.iter().filter(is_error).cloned();
        let dialogs = self.dialogs.iter().map(|said| format!("a dialog: {said}"));
        let is_elsewhere = |sent: &&Sent| {
            let mut parts = sent.url.split('/');
            // What the browser's own pages ask for is none of these.
            let is_web = parts
                .next()
                .is_some_and(|scheme| scheme.starts_with("http"));
            let host = parts.nth(1).unwrap_or_default();
            let host = host.split(':').next().unwrap_or_default();
            is_web && host != "127.0.0.1" && host != "localhost" && !host.ends_with(".localhost")
        };
        let elsewhere = self.sent.iter().filter(is_elsewhere);
        let elsewhere = elsewhere.map(|sent| format!("a request to elsewhere: {}", sent.url));
        errors.chain(dialogs).chain(elsewhere).collect()
    }

    /// Takes what the page's own script and the servers have noted so far.
    pub(super) fn set_noted(&mut self, noted: &Value, witness: &Witness) {
        if let Some(lines) = noted["notes"].as_array() {
            let lines = lines.iter().filter_map(Value::as_str).map(str::to_owned);
            self.noted
                .insert(noted["page"].to_string(), lines.collect());
        }
        self.console = self.noted.values().flatten().cloned().collect();
        self.console.extend(witness.failed());
        self.sent = witness.sent();
        self.pending = witness
            .pending()
            .into_iter()
            .enumerate()
            .map(|(number, url)| {
                let page = String::new();
                (number.to_string(), Pending { url, page })
            })
            .collect();
    }

    /// Every line, whatever its level.
    pub(super) fn console(&self) -> Vec<String> {
        self.console.clone()
    }

    /// The lines at which a publisher who has the console open would ask questions.
    pub(super) fn problems(&self) -> Vec<String> {
        self.console
            .iter()
            .filter(|line| line.starts_with("SEVERE ") || line.starts_with("WARNING "))
            .cloned()
            .collect()
    }

    /// The addresses of what is on its way.
    pub(super) fn pending(&self) -> Vec<String> {
        let pending = self.pending.values();
        pending.map(|pending| pending.url.clone()).collect()
    }

    /// The requests.
    pub(super) fn sent(&self) -> Vec<Sent> {
        self.sent.clone()
    }
}

fn line(entry: &BrowserLogEntry) -> String {
    let source = entry.source.as_deref().unwrap_or("unknown");
    format!("{} {source}: {}", entry.level, entry.message)
}

/// The request that a `DevTools` event tells of.
fn sent(parameters: &Value) -> Option<Sent> {
    let request = &parameters["request"];
    let url = request["url"].as_str()?;
    // What never leaves the page, and what the browser asks for by itself.
    if url.starts_with("data:") || url.starts_with("blob:") || url.ends_with("/favicon.ico") {
        return None;
    }
    Some(Sent {
        method: request["method"].as_str()?.to_owned(),
        url: url.to_owned(),
        kind: parameters["type"].as_str().unwrap_or("Other").to_owned(),
    })
}
