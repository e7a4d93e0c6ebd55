//! What is read: feeds and comments.

use super::{NetError, options, read, request, settled};
use crate::feed::paging::is_last;
use js_sys::Promise;
use web_sys::RequestCache;

/// What a server has answered with success.
#[derive(Default)]
pub(crate) struct Body {
    pub(crate) bytes: Vec<u8>,
    /// Empty where it says nothing.
    pub(crate) content_type: String,
    /// Whether its server lets it be kept: it does not say `no-store`.
    pub(crate) may_be_kept: bool,
    /// Whether it is the last page, as WordPress says it.
    pub(crate) is_last: bool,
}

/// The body at an address. `early` is a `Promise` of a `Response` that somebody
/// has asked for already. `anew` has the browser ask the server whatever its own
/// cache holds, with the `ETag` or date of that, so that what has not changed is
/// not sent again.
///
/// # Errors
/// Where there is no readable answer of success, or too large a one.
pub(crate) async fn get(url: &str, early: Option<Promise>, anew: bool) -> Result<Body, NetError> {
    let promise = early.unwrap_or_else(|| {
        let init = options("GET");
        if anew {
            init.set_cache(RequestCache::NoCache);
        }
        request(url, &init)
    });
    let response = settled(promise).await?;
    if !response.ok() {
        return Err(NetError::Status(response.status()));
    }
    // One of the few headers that a page may read across origins.
    let said = response.headers().get("cache-control").unwrap_or_default();
    let no_store = |words: &[u8]| words.eq_ignore_ascii_case(b"no-store");
    let may_be_kept = !said.as_bytes().windows(8).any(no_store);
    let bytes = read(&response).await?;
    let pages = response.headers().get("x-wp-totalpages");
    Ok(Body {
        bytes,
        content_type: response.headers().get("content-type").unwrap_or_default(),
        may_be_kept,
        is_last: pages.is_some_and(|pages| is_last(url, &pages)),
    })
}
