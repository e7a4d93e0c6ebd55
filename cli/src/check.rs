//! `newsrail check`: what newsrail makes of a feed or a page.
//!
//! The exit status is 0 where everything is well, 1 where it can be used but
//! something is amiss, 2 where it cannot be used.

use crate::Failure;
use crate::fetch::{self, Reply};
use crate::head;
use crate::out::Lines;
use crate::report::{self, Report};
use newsrail_core::article::{Feed, Format};
use newsrail_core::feed::discovery::{self, Source};
use newsrail_core::feed::{FeedError, LARGEST, missing};
use newsrail_core::text::link::same_origin;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The address of a feed or of a page, or a file.
    target: String,
    /// Prints the report as JSON.
    #[arg(long)]
    json: bool,
    /// The site that the widget will stand on; its origin goes with the
    /// request, as a browser sends it.
    #[arg(long, value_name = "URL", default_value = "https://partner.example")]
    origin: String,
    /// The address that a file's relative links are resolved against.
    #[arg(long, value_name = "URL", default_value = "https://localhost/")]
    base: String,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Failure> {
    let report = check(args);
    let mut out = Lines::new();
    if args.json {
        out.line(&report::json(&report)?)?;
    } else {
        report::text(&report, &mut out)?;
    }
    out.finish()?;
    Ok(ExitCode::from(report.status()))
}

fn check(args: &Args) -> Report {
    let mut report = Report::new(&args.target);
    let reply = match fetch::fetch(&args.target, &args.base, &args.origin) {
        Ok(reply) => reply,
        Err(why) => return report.unusable(why),
    };
    match reply.feed() {
        Ok(feed) => {
            let name = match feed.format {
                Format::Counts => "popular",
                _ => "feed",
            };
            report.snippet = reply.is_remote.then(|| snippet(Some((name, &reply.url))));
            of_feed(&mut report, &reply, feed, &args.origin);
        }
        Err(FeedError::Html) => of_page(&mut report, &reply, &args.origin),
        Err(_) if is_large(&reply) => return report.answered(&reply).unusable(LARGE.to_owned()),
        Err(error) => return report.answered(&reply).unusable(error.to_string()),
    }
    report
}

/// What the widget says of a feed that it hangs up on.
const LARGE: &str = "larger than 5 MB: on a page nothing of it is read";

fn is_large(reply: &Reply) -> bool {
    reply.bytes.len() > LARGEST
}

fn of_page(report: &mut Report, reply: &Reply, origin: &str) {
    let html = String::from_utf8_lossy(&reply.bytes);
    let mut head = discovery::collect(&html, &reply.url);
    head.links.extend(head::from_headers(reply));
    report.is_page = true;
    report.article = discovery::article(&head);
    report.snippet = Some(snippet(None));
    let mut failed = Vec::new();
    for source in discovery::sources(&head) {
        let url = match source {
            // Nothing is asked for: how the page is served does not matter.
            Source::Here(feed) => {
                report.warnings.append(&mut failed);
                report.here(&reply.url);
                report.warnings.extend(lacks(&feed));
                report.feed = Some(feed);
                return;
            }
            Source::At(url) => url,
        };
        report.announced.push(url.clone());
        let found = fetch::fetch(&url, &url, origin)
            .and_then(|reply| Ok((reply.feed().map_err(|e| e.to_string())?, reply)));
        match found {
            Ok((feed, reply)) => {
                report.warnings.append(&mut failed);
                return of_feed(report, &reply, feed, origin);
            }
            Err(why) => failed.push(format!("{url}: {why}")),
        }
    }
    report.warnings.append(&mut failed);
    let why = if report.announced.is_empty() {
        "this page announces no feed and lists no articles in its JSON-LD"
    } else {
        "none of the feeds that this page announces can be used"
    };
    report.fail(why.to_owned());
}

fn of_feed(report: &mut Report, reply: &Reply, feed: Feed, origin: &str) {
    *report = std::mem::take(report).answered(reply);
    if is_large(reply) {
        report.fail(LARGE.to_owned());
    }
    if reply.is_remote {
        report.warnings.extend(headers(reply, origin));
    }
    let next = feed.next.as_deref();
    if next.is_some_and(|next| !same_origin(next, &reply.url)) {
        report
            .warnings
            .push("its next page has another origin and is not asked for".to_owned());
    }
    if feed.format != Format::Counts {
        report.warnings.extend(lacks(&feed));
        if feed.articles.iter().all(|article| article.url.is_empty()) {
            report.fail("no article in it has a link".to_owned());
        }
    }
    report.feed = Some(feed);
}

/// What is amiss in how it is served.
fn headers(reply: &Reply, origin: &str) -> Vec<String> {
    let mut amiss = Vec::new();
    let allowed = reply.header("access-control-allow-origin");
    if !allowed.is_some_and(|allowed| allowed == "*" || allowed == origin) {
        amiss.push(format!(
            "no Access-Control-Allow-Origin for {origin}: browsers refuse it on any site but its own"
        ));
    }
    // The answers on the way need that header, too, and few of them have it.
    if reply.is_redirected {
        amiss.push(format!(
            "redirected: name {} itself, since browsers refuse most redirects between sites",
            reply.url
        ));
    }
    let caching = reply.header("cache-control").unwrap_or_default();
    if caching.to_ascii_lowercase().contains("no-store") {
        amiss.push(
            "Cache-Control: no-store: nothing of it is kept, and each page waits for it".to_owned(),
        );
    }
    let fresh = ["etag", "last-modified", "cache-control"];
    if !fresh.iter().any(|name| reply.header(name).is_some()) {
        amiss.push(
            "no ETag, Last-Modified or Cache-Control: it is loaded anew every time".to_owned(),
        );
    }
    if reply.url.starts_with("http://") {
        amiss.push("not https: browsers refuse it on pages that are".to_owned());
    }
    amiss
}

/// What a quarter of the articles or more are without.
fn lacks(feed: &Feed) -> Vec<String> {
    let all = feed.articles.len();
    missing(feed)
        .into_iter()
        .filter(|&(name, without)| name != "views" && without > 0 && without * 4 >= all)
        .map(|(name, without)| format!("{without} of {all} articles have no {name}"))
        .collect()
}

/// What to paste: nothing but the tag where the page announces its feed, else
/// what the attribute is that names an address, and that.
fn snippet(named: Option<(&str, &str)>) -> String {
    let named = named.map_or(String::new(), |(name, url)| {
        format!(
            " data-{name}=\"{}\"",
            url.replace('&', "&amp;").replace('"', "&quot;")
        )
    });
    format!(
        "<script async src=\"https://cdn.example/newsrail.js\"{named} data-rails=\"popular more-like-this\"></script>"
    )
}
