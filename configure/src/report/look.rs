//! Looking for the feeds of what was typed: the address itself, what the page there
//! announces, and where the usual systems have theirs.

use super::{FeedReport, Problem, Report, origin};
use newsrail_core::article::{Feed, Format};
use newsrail_core::feed::discovery::{self, Source};
use newsrail_core::feed::{self, FeedError, LARGEST, write};
use newsrail_core::shared::WORDPRESS_POSTS;
use newsrail_core::text::link::resolve;

/// What a server has answered.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The address after redirects.
    pub url: String,
    /// The HTTP status.
    pub status: u16,
    /// What it says of its type.
    pub content_type: Option<String>,
    /// What it says of caches.
    pub cache_control: Option<String>,
    /// The body.
    pub bytes: Vec<u8>,
}

/// Gives the text of bytes in a character set by its label, if it knows that.
pub type Decode<'d> = &'d dyn Fn(&[u8], &str) -> Option<String>;

/// Where the usual systems have their feeds: WordPress's REST API, which other sites may
/// read; what static sites and Ghost have; WordPress's own feed.
const USUAL: [&str; 6] = [
    "/wp-json/",
    "/feed.json",
    "/rss.xml",
    "/atom.xml",
    "/index.xml",
    "/feed/",
];

/// The base of what is handed over: a reserved name (RFC 2606), so that nobody is asked
/// for what is relative.
const NOWHERE: &str = "https://your-site.example/";

/// Looks for the feeds of each address that is written, with white space between them.
/// `get` asks a server; `is_secure` says whether the page that asks is https.
pub async fn look(
    written: &str,
    is_secure: bool,
    decode: Decode<'_>,
    get: impl AsyncFn(&str) -> Result<Answer, Problem>,
) -> Report {
    let mut report = Report::default();
    for written in written.split_whitespace() {
        let found = match address(written) {
            Some(url) if is_secure && url.starts_with("http://") && !is_local(&url) => {
                Err(Problem::Insecure { url })
            }
            Some(url) => find(&url, decode, &get).await,
            None => Err(Problem::NoAddress {
                written: written.to_owned(),
            }),
        };
        match found {
            Ok(feed) if report.feeds.iter().any(|known| known.url == feed.url) => {}
            Ok(feed) => report.feeds.push(feed),
            Err(problem) => report.problems.push(problem),
        }
    }
    report
}

/// The report on a feed that was pasted or dropped.
#[must_use]
pub fn handed_over(bytes: &[u8], decode: Decode<'_>) -> Report {
    let mut report = Report::default();
    let found = match feed::read_any(bytes, NOWHERE, None, decode) {
        Ok(feed) => listed(&feed, NOWHERE, true),
        Err(error) => Err(Problem::unreadable("", &error)),
    };
    match found {
        Ok(mut feed) => {
            // Two that were handed over one after the other are two addresses.
            feed.url = format!("{NOWHERE}feed-{}.json", mark(bytes));
            report.feeds.push(feed);
        }
        Err(problem) => report.problems.push(problem),
    }
    report
}

/// A number that tells one feed from another (FNV-1a, 32 bits).
fn mark(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// What was typed as an address; few people type a scheme.
fn address(written: &str) -> Option<String> {
    let url = if written.contains("://") {
        written.to_owned()
    } else {
        format!("https://{written}")
    };
    let url = resolve(&url, &url)?;
    let host = &origin(&url)[origin(&url).find("://")? + 3..];
    let is_host = host.contains('.') || is_local(&url);
    let stands = host
        .chars()
        .all(|c| c.is_alphanumeric() || ".-_:[]@".contains(c));
    (is_host && stands && !host.starts_with('.')).then_some(if origin(&url) == url {
        url + "/"
    } else {
        url
    })
}

fn is_local(url: &str) -> bool {
    let host = origin(url);
    ["http://localhost", "http://127.", "http://[::1]"]
        .iter()
        .any(|local| host.starts_with(local))
}

async fn find(
    url: &str,
    decode: Decode<'_>,
    get: &impl AsyncFn(&str) -> Result<Answer, Problem>,
) -> Result<FeedReport, Problem> {
    let page = match get(url).await {
        Ok(answer) => match read(&answer, decode) {
            Ok(feed) => return listed(&feed, &answer.url, false).map(|feed| served(feed, &answer)),
            Err(FeedError::Html) => answer,
            Err(error) => return Err(Problem::unreadable(&answer.url, &error)),
        },
        Err(Problem::Forbidden { .. }) => {
            let (found, tried) = usual(url, decode, get).await;
            return found.ok_or(Problem::Forbidden {
                url: url.to_owned(),
                tried,
            });
        }
        Err(problem) => return Err(problem),
    };
    let html = String::from_utf8_lossy(&page.bytes);
    let mut problem = None;
    for source in discovery::sources(&discovery::collect(&html, &page.url)) {
        let found = match source {
            Source::Here(feed) => listed(&feed, &page.url, true),
            Source::At(url) => feed_at(&url, decode, get).await,
        };
        match found {
            Ok(feed) => {
                return Ok(FeedReport {
                    page: Some(page.url),
                    ..feed
                });
            }
            Err(why) => problem = problem.or(Some(why)),
        }
    }
    if let Some(problem) = problem {
        return Err(problem);
    }
    let (found, tried) = usual(&page.url, decode, get).await;
    found.ok_or(Problem::NoFeed {
        url: page.url,
        tried,
    })
}

/// The first feed where the usual systems have theirs; else the addresses that were tried.
async fn usual(
    url: &str,
    decode: Decode<'_>,
    get: &impl AsyncFn(&str) -> Result<Answer, Problem>,
) -> (Option<FeedReport>, Vec<String>) {
    let mut tried = Vec::new();
    for path in USUAL {
        let mut at = [origin(url), path].concat();
        if path == "/wp-json/" {
            at += WORDPRESS_POSTS;
        }
        if at == url {
            continue;
        }
        if let Ok(feed) = feed_at(&at, decode, get).await {
            return (
                Some(FeedReport {
                    page: Some(url.to_owned()),
                    ..feed
                }),
                tried,
            );
        }
        tried.push(at.split('?').next().unwrap_or_default().to_owned());
    }
    (None, tried)
}

async fn feed_at(
    url: &str,
    decode: Decode<'_>,
    get: &impl AsyncFn(&str) -> Result<Answer, Problem>,
) -> Result<FeedReport, Problem> {
    let answer = get(url).await?;
    let feed = read(&answer, decode).map_err(|error| Problem::unreadable(&answer.url, &error))?;
    // The address is the one that was announced: what it redirects to may change.
    listed(&feed, url, false).map(|feed| served(feed, &answer))
}

fn read(answer: &Answer, decode: Decode<'_>) -> Result<Feed, FeedError> {
    feed::read_any(
        &answer.bytes,
        &answer.url,
        answer.content_type.as_deref(),
        decode,
    )
}

/// The report on a feed, unless nothing in it can be listed. Where no address has it, it
/// goes along.
fn listed(feed: &Feed, url: &str, goes_along: bool) -> Result<FeedReport, Problem> {
    let has_links = feed.articles.iter().any(|article| !article.url.is_empty());
    if !has_links || feed.format == Format::Counts {
        let url = if url == NOWHERE {
            String::new()
        } else {
            url.to_owned()
        };
        return Err(Problem::Empty { url });
    }
    let text = goes_along.then(|| write::json_feed(feed));
    Ok(FeedReport {
        text,
        ..FeedReport::of(feed, url)
    })
}

/// With what is amiss in how it is served, as far as a page may know.
fn served(mut feed: FeedReport, answer: &Answer) -> FeedReport {
    if answer.bytes.len() > LARGEST {
        feed.notes
            .push("larger than 5 MB: on a page nothing of it is read".to_owned());
    }
    if answer.url != feed.url {
        feed.notes
            .push(format!("redirected: {} answers for it", answer.url));
    }
    let caching = answer.cache_control.as_deref().unwrap_or_default();
    if caching.to_ascii_lowercase().contains("no-store") {
        feed.notes.push(
            "Cache-Control: no-store: nothing of it is kept, and each page waits for it".to_owned(),
        );
    }
    if answer.url.starts_with("http://") && !is_local(&answer.url) {
        feed.notes
            .push("not https: browsers refuse it on pages that are".to_owned());
    }
    feed
}
