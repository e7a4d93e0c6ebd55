//! What a form sends: one POST, why there may be no answer, and whose words are said of
//! it.

use crate::host::{console, page};
use crate::net::{self, Answered};
use newsrail_core::outbox::server_message;
use newsrail_core::outbox::wire::RequestBody;
use web_sys::Element;

/// Said to the publisher of an address that answers with a redirect.
const REDIRECTED: &str = "it answers with a redirect, which is not followed, so the reader is told that it is not known what became of it; let it answer itself, or name the address that it leads to";

/// Why nothing is known of what was posted.
pub(crate) enum Lost {
    /// The device says that it has no connection.
    Offline,
    /// There is no answer that may be read. The console says why.
    Unreachable,
}

/// What is said of an act beside newsrail's own words for its outcome.
#[derive(Clone, PartialEq)]
pub(crate) enum Words {
    /// What a server said, behind newsrail's own; maybe nothing.
    OfServer(String),
    /// What the page says that has taken the act upon itself, in their place.
    OfPage(String),
}

impl Words {
    /// Those of a page, where it has any.
    pub(crate) fn of_page(words: String) -> Self {
        if words.is_empty() {
            Self::OfServer(words)
        } else {
            Self::OfPage(words)
        }
    }

    /// What a server said, as a reader may see it.
    pub(crate) fn of_server(words: &str) -> Self {
        Self::OfServer(server_message(words))
    }

    /// None but newsrail's own.
    pub(crate) fn none() -> Self {
        Self::OfServer(String::new())
    }
}

/// Posts what a form of `element` says.
///
/// # Errors
/// Where there is no answer.
pub(crate) async fn post(
    element: &Element,
    url: &str,
    body: &RequestBody,
) -> Result<Answered, Lost> {
    match net::post(url, body).await {
        Ok(answered) => {
            if answered.status == 0 {
                console::noted(url, REDIRECTED);
            }
            Ok(answered)
        }
        Err(_) if page::is_offline() => Err(Lost::Offline),
        Err(error) => {
            console::failed(element, url, error.words());
            Err(Lost::Unreachable)
        }
    }
}
