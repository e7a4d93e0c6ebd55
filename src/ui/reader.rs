//! Reads a feed's bytes: here where it is in one of the usual formats, else by
//! the program that reads all, which is loaded for that.

use crate::host::clock::turn;
use crate::host::programs;
use crate::net::Body;
use js_sys::Uint8Array;
use newsrail_core::article::Feed;
use newsrail_core::choose::Wanted;
use newsrail_core::feed::chunks::chunks;
use newsrail_core::feed::common;
use newsrail_core::feed::merge::Merger;

/// The feed in one of the usual formats that came from `url`, read a chunk at a
/// time, each in a task of its own; `None` where it is no such feed.
pub(super) async fn in_turns(bytes: &[u8], url: &str) -> Option<Feed> {
    let mut next = None;
    let mut merged: Option<Merger> = None;
    for chunk in chunks(bytes) {
        turn().await;
        let mut feed = common::read(&chunk, url)?;
        if let Some(merged) = &mut merged {
            merged.add(feed, true);
        } else {
            next = feed.next.take();
            merged = Some(Merger::new(feed));
        }
    }
    let mut feed = merged?.done();
    feed.next = next;
    Some(feed)
}

/// What is wanted and in none of the usual formats, and the bytes of the JSON Feed
/// that it was made into.
///
/// # Errors
/// Where it could not be made into one: why, in words.
pub(super) async fn converted(
    of: &Wanted,
    page: &Body,
    url: &str,
) -> Result<(Feed, Vec<u8>), String> {
    let answer = match of {
        Wanted::Feed(_) => {
            let bytes = Uint8Array::from(&*page.bytes);
            programs::convert(bytes, url, &page.content_type)
        }
        Wanted::ListOfPage(_) => programs::list_of_page(),
        Wanted::ArticleOfPage(_) => programs::article_of_page(),
    };
    let text = programs::json_feed(answer).await?;
    let feed = in_turns(text.as_bytes(), url).await;
    Ok((feed.unwrap_or_default(), text.into_bytes()))
}
