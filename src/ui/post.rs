//! What a form sends: one POST, and why there may be no answer.

use crate::host::{console, page};
use crate::net::{self, Answered};
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
