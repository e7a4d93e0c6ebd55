//! Lines for a page's head that have the browser ask for newsrail's files before it has
//! come to the tag.

use super::{Given, escaped};
use crate::report::origin;
use std::fmt::Write;

/// The lines: the files that the preview has loaded, and the servers of feeds and pictures.
/// The names of these files have a hash in them, so the lines are of this release.
#[must_use]
pub fn head(given: &Given) -> String {
    let mut lines = String::new();
    let integrity = given.integrity.as_ref().map_or(String::new(), |hash| {
        format!(" integrity=\"{}\" crossorigin=\"anonymous\"", escaped(hash))
    });
    let _ = writeln!(
        lines,
        "<link rel=\"preload\" href=\"{}\" as=\"script\"{integrity}>",
        escaped(&given.script())
    );
    for name in &given.seen.files {
        let url = escaped(&[&given.files, name.as_str()].concat());
        let is_program = name
            .rsplit_once('.')
            .is_some_and(|(_, kind)| kind == "wasm");
        let _ = if is_program {
            writeln!(
                lines,
                "<link rel=\"preload\" href=\"{url}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
            )
        } else {
            writeln!(lines, "<link rel=\"modulepreload\" href=\"{url}\">")
        };
    }
    for server in servers(given) {
        // Feeds are asked for without cookies, which is a connection of its own.
        let _ = writeln!(
            lines,
            "<link rel=\"preconnect\" href=\"{}\" crossorigin>",
            escaped(server)
        );
    }
    lines
}

/// The origins of the feeds, each once.
fn servers(given: &Given) -> Vec<&str> {
    let mut servers: Vec<&str> = Vec::new();
    for feed in given.report.feeds.iter().filter(|feed| feed.text.is_none()) {
        if !servers.contains(&origin(&feed.url)) {
            servers.push(origin(&feed.url));
        }
    }
    servers
}
