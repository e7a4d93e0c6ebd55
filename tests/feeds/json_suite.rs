//! The JSON parsing test suite: what must be read, what must be refused.

use crate::corpora::{files, folder};
use newsrail_core::{feed, json};

#[test]
#[ignore = "needs NEWSRAIL_CORPORA, a folder of public test data"]
fn what_is_json_is_read_and_what_is_not_is_refused() {
    let files = files(&folder("json"), &[".json"]);
    let (mut read, mut refused) = (0, 0);
    for (name, bytes) in &files {
        let alone = json::read(bytes);
        let as_feed = feed::read(bytes, "https://paper.example/feed.json", None);
        match name.as_bytes()[0] {
            b'y' => {
                read += 1;
                assert!(alone.is_ok(), "{name}: {alone:?}");
                assert!(
                    !matches!(as_feed, Err(feed::FeedError::Json(_))),
                    "{name}: {as_feed:?}"
                );
            }
            b'n' => {
                refused += 1;
                assert!(alone.is_err(), "{name}");
                assert!(as_feed.is_err(), "{name}");
            }
            _ => {}
        }
    }
    println!("{read} that must be read, {refused} that must not");
    assert!(read > 0 && refused > 0, "nothing was compared");
}
