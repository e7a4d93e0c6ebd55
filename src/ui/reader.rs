//! Reads a feed's bytes: here where it is in one of the usual formats, else by
//! the program that reads all, which is loaded for that.

use crate::article::Feed;
use crate::feed::{FeedError, usual};
use crate::host::{console, programs};
use crate::net::Body;

/// The feed that came from `url`, and the JSON Feed that it was made into where
/// it was in another than the usual formats.
///
/// # Errors
/// Where it is no feed in a known format: why, in words.
pub(crate) async fn read(body: &Body, url: &str) -> Result<(Feed, Option<String>), String> {
    let mut converted = None;
    let read = if url.starts_with("http") {
        usual::read(&body.bytes, url)
    } else {
        // What the page says of itself, which the other program asks it.
        Err(FeedError::Unknown)
    };
    let feed = match read {
        Err(error) if error.needs_more() => {
            let text = programs::convert(&body.bytes, url, &body.content_type).await?;
            let feed = usual::read(text.as_bytes(), url);
            converted = Some(text);
            feed
        }
        read => read,
    };
    let feed = feed.map_err(|error| error.words())?;
    for note in feed.limits() {
        console::noted(url, &note.words());
    }
    Ok((feed, converted))
}
