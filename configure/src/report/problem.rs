//! What stands in the way of a feed, and what the server would have to send: in words for
//! a publisher, and in words to pass on to whoever runs the server.

use newsrail_core::feed::FeedError;
use serde::{Deserialize, Serialize};

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Problem {
    /// What was typed is no address.
    NoAddress {
        /// What was typed.
        written: String,
    },
    /// It is not https, and the configurator's own page is: no browser asks for it.
    Insecure {
        /// The address.
        url: String,
    },
    /// Nobody answers at all.
    Unreachable {
        /// The address.
        url: String,
    },
    /// There is an answer, which no other site's page may read.
    Forbidden {
        /// The address.
        url: String,
        /// What else was tried on the same site.
        tried: Vec<String>,
    },
    /// The server answers that there is nothing, or that it will not give it.
    Status {
        /// The address.
        url: String,
        /// The HTTP status.
        status: u16,
    },
    /// The answer is more than is read.
    TooLarge {
        /// The address.
        url: String,
    },
    /// A page that names no feed.
    NoFeed {
        /// The address.
        url: String,
        /// What else was tried on the same site.
        tried: Vec<String>,
    },
    /// There is an answer, and it is no feed.
    Unreadable {
        /// The address; empty where it was handed over.
        url: String,
        /// Why not.
        why: String,
    },
    /// A feed with nothing in it that could be listed.
    Empty {
        /// The address; empty where it was handed over.
        url: String,
    },
}

impl Problem {
    pub(super) fn unreadable(url: &str, error: &FeedError) -> Self {
        Self::Unreadable {
            url: url.to_owned(),
            why: error.to_string(),
        }
    }

    /// What it is, for the publisher.
    #[must_use]
    pub fn what(&self) -> String {
        match self {
            Self::NoAddress { written } => format!("“{written}” is no web address."),
            Self::Insecure { url } => format!(
                "{url} is not https. A browser asks for nothing that is not, on a page that is."
            ),
            Self::Unreachable { url } => format!(
                "{url} gives no answer. The address may be misspelt, the server may be down, or you may be offline."
            ),
            Self::Forbidden { url, .. } => format!(
                "{url} answers, but does not let pages of other sites read it: the header Access-Control-Allow-Origin (CORS) is missing."
            ),
            Self::Status { url, status } => {
                format!("{url}: the server answered {status}{}.", meaning(*status))
            }
            Self::TooLarge { url } => {
                format!("{url} is larger than 5 MB. newsrail reads no such feed.")
            }
            Self::NoFeed { url, .. } => format!(
                "{url} is a page that announces no feed and lists no articles in its JSON-LD."
            ),
            Self::Unreadable { url, why } if url.is_empty() => {
                format!("What you handed over is no feed: {why}.")
            }
            Self::Unreadable { url, why } => format!("{url} is no feed: {why}."),
            Self::Empty { url } if url.is_empty() => {
                "What you handed over has no article in it that has a link.".to_owned()
            }
            Self::Empty { url } => format!("{url} has no article in it that has a link."),
        }
    }

    /// What to do about it, for the publisher.
    #[must_use]
    pub fn advice(&self) -> &'static str {
        match self {
            Self::NoAddress { .. } => {
                "Type an address such as https://paper.example/ or that of a feed."
            }
            Self::Insecure { .. } => "Type it with https, or paste the feed below.",
            Self::Unreachable { .. } => {
                "Open it in a tab of its own. If it opens there, paste the feed below to go on."
            }
            Self::Forbidden { .. } => {
                "Pages of that site itself may show it, and others may not. Pass the words below on to whoever runs that server. Until then you can paste the feed to see what you will get."
            }
            Self::Status { .. } => "Look at the address. A feed may not need a login.",
            Self::TooLarge { .. } => "Serve a shorter feed, with further pages.",
            Self::NoFeed { .. } => {
                "Type the address of the feed itself, or have the page announce it."
            }
            Self::Unreadable { .. } => {
                "Look whether the address is that of the feed. If it is, its author finds what is wrong below."
            }
            Self::Empty { .. } => "Every item needs a link to its article.",
        }
    }

    /// What to tell whoever runs the server; `None` where the server has no part in it.
    #[must_use]
    pub fn to_pass_on(&self) -> Option<String> {
        Some(match self {
            Self::NoAddress { .. } => return None,
            Self::Insecure { url } => format!("Please serve {url} by https too."),
            Self::Unreachable { url } => format!(
                "{url} cannot be reached from a reader's browser.\nPlease look whether the name is known to DNS, the certificate is valid, and a GET from outside is answered with status 200."
            ),
            Self::Forbidden { url, tried } => cors(url, tried),
            Self::Status { url, status } => format!(
                "A GET of {url} is answered with status {status}. Please answer it with status 200 and the feed, without cookies or a login, and with the header\n\n    Access-Control-Allow-Origin: *"
            ),
            Self::TooLarge { url } => format!(
                "{url} has more than 5 MB. Please put fewer articles into it, or none of their bodies. Further pages can be named by next_url in JSON Feed, and by rel=\"next\" in Atom and RSS."
            ),
            Self::NoFeed { url, tried } => announce(url, tried),
            Self::Unreadable { url, why } => format!(
                "{} was read as a feed: {why}.\nPlease serve JSON Feed (application/feed+json), RSS (application/rss+xml), Atom (application/atom+xml), the posts of the WordPress REST API or the Ghost Content API, in UTF-8 and nothing around it.",
                subject(url)
            ),
            Self::Empty { url } => format!(
                "{} has no article with an address. Each item needs one: \"url\" in JSON Feed, <link> in RSS and Atom.",
                subject(url)
            ),
        })
    }
}

fn subject(url: &str) -> &str {
    if url.is_empty() { "The file" } else { url }
}

fn meaning(status: u16) -> &'static str {
    match status {
        401 | 403 => " (it wants a login, or refuses)",
        404 | 410 => " (there is nothing at this address)",
        429 => " (too many requests)",
        500..=599 => " (an error of its own)",
        _ => "",
    }
}

/// The words about CORS, with the line for the servers that most sites have.
fn cors(url: &str, tried: &[String]) -> String {
    let also = match tried {
        [] => String::new(),
        _ => format!(
            "\n\nThe same holds for what else was tried: {}.",
            tried.join(", ")
        ),
    };
    format!(
        "newsrail reads the feed {url} in the reader's browser. On pages of other sites a browser lets it do so only if the answer has this header (CORS, https://fetch.spec.whatwg.org/#http-cors-protocol):

    Access-Control-Allow-Origin: *

nginx:      add_header Access-Control-Allow-Origin \"*\" always;
Apache:     Header always set Access-Control-Allow-Origin \"*\"
Caddy:      header Access-Control-Allow-Origin *
PHP:        header('Access-Control-Allow-Origin: *');

An answer that redirects needs it as well. The request has no cookies and no headers of its own, so no preflight is sent, and no other header is needed.{also}"
    )
}

/// The words about a page that names no feed.
fn announce(url: &str, tried: &[String]) -> String {
    let also = match tried {
        [] => String::new(),
        _ => format!("\nThere was no feed at {}.", tried.join(", ")),
    };
    format!(
        "The page {url} announces no feed. Please put one of these lines into the head of every page, with the feed's address:

    <link rel=\"alternate\" type=\"application/feed+json\" href=\"/feed.json\">
    <link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss.xml\">

The feed has to be served with the header Access-Control-Allow-Origin: * if pages of other sites are to show it.{also}"
    )
}
