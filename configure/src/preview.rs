//! The page that the preview shows: what is pasted, in a page of its own, and what that
//! page tells of it.

use crate::settings::Scheme;
use crate::snippet::{Given, body};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The script of that page, which measures it and tells.
const SCRIPT: &str = include_str!("frame.js");

/// What the preview's page tells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// Which page it is: one that is gone may still tell.
    pub page: u32,
    /// How high it is, in CSS pixels.
    pub height: f64,
    /// The height that is held for each element, by its kind: a length of CSS.
    pub space: BTreeMap<String, String>,
    /// The heights that are held from a width of the viewport on, in pixels.
    pub wider: BTreeMap<String, Vec<(u32, String)>>,
    /// The names of newsrail's files that it has loaded.
    pub files: Vec<String>,
    /// newsrail's lines in the console.
    pub lines: Vec<String>,
}

/// A feed that no address has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandedOver {
    /// The address by which the page asks for it.
    pub url: String,
    /// Where the browser has it.
    pub blob: String,
}

/// The page's own look, which an element takes its font and colours from.
fn look(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Light => "color-scheme: light; color: #1d1f23; background: #fff",
        Scheme::Dark => "color-scheme: dark; color: #e9e7e2; background: #15171b",
    }
}

/// The page as HTML. `own` is the folder of the configurator's own files: the preview
/// runs no script from anywhere else, whatever an address has named.
#[must_use]
pub fn page(given: &Given, number: u32, own: &str, handed_over: &[HandedOver]) -> String {
    let settings = &given.settings;
    let mut here = given.clone();
    // What is handed over is found by the address that it has been given here.
    if given.report.is_handed_over() || given.report.is_sample {
        here.settings
            .all
            .insert("feed".to_owned(), given.report.addresses());
    }
    // The loader holds the space itself; the properties have to be said.
    here.seen = Seen::default();
    let told = serde_json::json!({ "page": number, "own": own, "handedOver": handed_over });
    let reading = if settings.reading.is_empty() {
        given
            .report
            .articles()
            .next()
            .map_or("", |article| &article.url)
    } else {
        &settings.reading
    };
    // An article that the feed does not have is told by its headline.
    let mut articles = given.report.articles();
    let title = articles
        .find(|article| article.url == *reading)
        .map_or("Preview", |article| &article.title);
    let canonical = if reading.is_empty() {
        String::new()
    } else {
        format!("<link rel=\"canonical\" href=\"{}\">", attribute(reading))
    };
    format!(
        "<!doctype html>
<html{}><head><meta charset=\"utf-8\"><title>{}</title>
<meta name=\"viewport\" content=\"width=device-width\">{canonical}
<base target=\"_blank\">
<style>html {{ {}; font: 16px/1.5 system-ui, sans-serif }} body {{ margin: 0 auto; padding: 16px; max-width: 40rem }}</style>
<script>({SCRIPT})({})</script>
</head><body>
{}{}</body></html>",
        crate::snippet::of_page(&settings.lang),
        attribute(title),
        look(settings.scheme),
        told.to_string().replace('<', "\\u003c"),
        crate::snippet::space(&here),
        body(&here, &[own, "newsrail.js"].concat()),
    )
}

fn attribute(text: &str) -> String {
    crate::snippet::escaped(text)
}
