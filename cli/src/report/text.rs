//! The report as people read it.

use super::{Report, SHOWN};
use crate::out::Lines;
use newsrail_core::article::Feed;
use newsrail_core::article::Format;
use newsrail_core::feed::missing;
use std::io;

/// How many notes people are shown.
const NOTES: usize = 20;

/// A terminal's numbers for what a line is printed in.
const BOLD: u8 = 1;
const RED: u8 = 31;
const GREEN: u8 = 32;
const YELLOW: u8 = 33;

/// Writes a report, a line for each thing that was found.
pub(crate) fn text(report: &Report, out: &mut Lines) -> io::Result<()> {
    out.coloured(BOLD, &report.target)?;
    if report.is_page {
        out.line("  an HTML page")?;
        if let Some(article) = &report.article {
            field(out, "article", &article.title)?;
        }
        for url in &report.announced {
            field(out, "announces", url)?;
        }
    }
    if let Some(status) = report.status {
        field(out, "status", &status.to_string())?;
    }
    for (name, value) in &report.headers {
        field(out, name, value)?;
    }
    if let Some(feed) = &report.feed {
        of_feed(out, feed, &report.url)?;
        for note in feed.notes.iter().take(NOTES) {
            out.coloured(YELLOW, &format!("  note: {note}"))?;
        }
        if feed.notes.len() > NOTES {
            out.line(&format!("  and {} more notes", feed.notes.len() - NOTES))?;
        }
    }
    for warning in &report.warnings {
        out.coloured(YELLOW, &format!("  warning: {warning}"))?;
    }
    match (&report.failure, report.status()) {
        (Some(why), _) => out.coloured(RED, &format!("unusable: {why}"))?,
        (None, 0) => out.coloured(GREEN, "fine")?,
        (None, _) => out.coloured(YELLOW, "usable, with warnings")?,
    }
    if let (None, Some(snippet)) = (&report.failure, &report.snippet) {
        out.line("")?;
        out.line("To paste:")?;
        out.line(&format!("  {snippet}"))?;
    }
    Ok(())
}

fn of_feed(out: &mut Lines, feed: &Feed, url: &str) -> io::Result<()> {
    field(out, "feed", url)?;
    field(out, "format", feed.format.name())?;
    field(out, "title", &feed.title)?;
    field(out, "language", &feed.language)?;
    let all = feed.articles.len();
    let dropped = feed.dropped;
    field(out, "articles", &format!("{all}, {dropped} items dropped"))?;
    for (name, without) in missing(feed) {
        if without > 0 && feed.format != Format::Counts {
            field(out, "without", &format!("{name}: {without} of {all}"))?;
        }
    }
    field(out, "next page", feed.next.as_deref().unwrap_or_default())?;
    for article in feed.articles.iter().take(SHOWN) {
        out.line(&format!("    • {}", article.title))?;
    }
    Ok(())
}

/// A line of a name and a value; none where there is no value.
fn field(out: &mut Lines, name: &str, value: &str) -> io::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    out.line(&format!("  {name}: {value}"))
}
