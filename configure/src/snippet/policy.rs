//! What a content security policy has to let through (docs/publish/embed.md), for these
//! settings alone.

use super::Given;
use crate::report::origin;
use newsrail_core::config::Attributes;
use newsrail_core::config::sign_up::Form;
use newsrail_core::outbox::provider::Provider;
use std::collections::BTreeSet;

/// The header. It says what newsrail needs, and not what else a page loads.
#[must_use]
pub fn policy(given: &Given) -> String {
    let files = addresses(&given.files);
    let mut connect: BTreeSet<String> = files.iter().cloned().collect();
    let mut forms = BTreeSet::new();
    let feed = given.feed();
    connect.extend(feed.iter().flat_map(|feed| addresses(feed)));
    for element in &given.settings.show {
        for name in ["feed", "popular", "related", "comments"] {
            let said = given.settings.value(element, name).unwrap_or_default();
            connect.extend(addresses(said));
        }
        if let Some(address) = given.settings.value(element, "subscribe") {
            let provider = provider(given, element, address);
            let to = addresses(&provider.endpoint(address));
            match provider {
                Provider::Page => {}
                _ if provider.is_native() => forms.extend(to),
                _ => connect.extend(to),
            }
        }
    }
    let pictures: BTreeSet<String> = given
        .report
        .feeds
        .iter()
        .flat_map(|feed| feed.pictures.clone())
        .collect();
    let mut directives = vec![format!(
        "script-src 'self' {} 'wasm-unsafe-eval'",
        files.join(" ")
    )];
    directives.push(format!("connect-src 'self' {}", joined(&connect)));
    if !pictures.is_empty() {
        directives.push(format!("img-src 'self' {}", joined(&pictures)));
    }
    if !forms.is_empty() {
        directives.push(format!("form-action 'self' {}", joined(&forms)));
    }
    format!("Content-Security-Policy: {}\n", directives.join("; "))
}

fn joined(origins: &BTreeSet<String>) -> String {
    let all: Vec<&str> = origins.iter().map(String::as_str).collect();
    all.join(" ")
}

/// The origins of the addresses in a value; what is relative is the page's own.
fn addresses(said: &str) -> Vec<String> {
    let is_source =
        |origin: &&str| origin.starts_with("http") && !origin.contains([';', ',', '\'', '"']);
    said.split_whitespace()
        .map(origin)
        .filter(is_source)
        .map(str::to_owned)
        .collect()
}

/// Who takes the sign-ups of an element, as newsrail itself finds out.
fn provider(given: &Given, element: &str, address: &str) -> Provider {
    let value = |name: &'static str| given.settings.value(element, name).map(str::to_owned);
    let mut complaints = Vec::new();
    Form::read(&mut Attributes::new(&value, &mut complaints)).provider_at(address)
}
