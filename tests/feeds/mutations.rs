//! Broken feeds: whatever the bytes, reading ends, without a panic, within
//! its limits.

use crate::corpora::{files, folder};
use crate::valid::VALID;
use newsrail_core::feed::discovery::{self, Head};
use newsrail_core::feed::{self, counts};
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, RngSeed, TestError, TestRunner};

const URL: &str = "https://paper.example/feed";

/// What once failed, tried first in every run. The file is made by the first
/// failure and belongs into the repository.
const FAILED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/feeds/failed.txt");

/// One change to some bytes.
#[derive(Clone, Debug)]
enum Change {
    Cut(prop::sample::Index),
    Remove(prop::sample::Index, u8),
    Replace(prop::sample::Index, u8),
    Insert(prop::sample::Index, &'static [u8]),
    Repeat(prop::sample::Index, u8),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    let pieces: Vec<&'static [u8]> = vec![
        b"<",
        b">",
        b"&",
        b"\"",
        b"'",
        b"{",
        b"[",
        b"}",
        b"]",
        b",",
        b":",
        b"\\u",
        b"<![CDATA[",
        b"<!--",
        b"<!DOCTYPE",
        b"</",
        b"/>",
        b"&#x110000;",
        b"\xff",
        b"\0",
        b"xmlns:a='",
        b"xml:base='//'",
        b"\xc3",
        b"1e999",
        b"-",
        b"=",
        b"charset",
    ];
    prop_oneof![
        at().prop_map(Change::Cut),
        (at(), any::<u8>()).prop_map(|(at, n)| Change::Remove(at, n)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (at(), prop::sample::select(pieces)).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at(), any::<u8>()).prop_map(|(at, n)| Change::Repeat(at, n)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    match change {
        Change::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Change::Remove(at, n) => {
            let at = at.index(bytes.len());
            let end = bytes.len().min(at + usize::from(*n));
            bytes.drain(at..end);
        }
        Change::Replace(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Change::Insert(at, piece) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, piece.iter().copied());
        }
        Change::Repeat(at, n) => {
            let at = at.index(bytes.len());
            let end = bytes.len().min(at + usize::from(*n));
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece.iter().copied().cycle().take(piece.len() * 3));
        }
    }
}

/// Reads the bytes in every way there is.
fn read_all(bytes: &[u8]) {
    for content_type in [None, Some("text/xml; charset=iso-8859-1")] {
        if let Ok(feed) = feed::read(bytes, URL, content_type) {
            for article in &feed.articles {
                assert!(!article.title.is_empty(), "{article:?}");
                assert!(
                    article.url.is_empty() || article.url.starts_with("http"),
                    "{article:?}"
                );
            }
            for note in &feed.notes {
                let _ = note.to_string();
            }
        }
    }
    let _ = counts::read(bytes, URL);
    let head = Head::read(
        String::from_utf8_lossy(bytes)
            .split('\0')
            .map(str::to_owned),
    );
    let _ = (discovery::sources(&head), discovery::article(&head));
}

#[test]
fn each_is_what_it_says() {
    for (text, format) in VALID {
        let feed = feed::read(text.as_bytes(), URL, None).expect("a feed");
        assert_eq!((feed.format, feed.articles.len()), (format, 1), "{text}");
        for at in 0..text.len() {
            read_all(&text.as_bytes()[..at]);
        }
    }
}

/// It once was beside the tests of another folder, where nobody looks and no
/// commit takes it up.
#[test]
fn what_fails_is_noted_beside_the_tests() {
    let beside = std::path::Path::new(FAILED).parent().expect("a folder");
    assert!(beside.join("main.rs").is_file(), "{FAILED}");
}

/// How many feeds are changed: a tenth, or all where `make test-all` says so.
fn cases() -> u32 {
    let is_whole = std::env::var_os("NEWSRAIL_WHOLE").is_some();
    let cases = if is_whole { 100_000 } else { 10_000 };
    println!("{cases} changed feeds");
    cases
}

/// The changes are the same in each run, but for another `PROPTEST_RNG_SEED`.
fn config(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(FAILED))),
        ..ProptestConfig::default()
    };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(1);
    }
    config
}

proptest! {
    #![proptest_config(config(cases()))]

    #[test]
    fn changed_feeds(which in 0..VALID.len(), changes in prop::collection::vec(change(), 1..6)) {
        let mut bytes = VALID[which].0.as_bytes().to_vec();
        for change in &changes {
            apply(&mut bytes, change);
        }
        read_all(&bytes);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read_all(&bytes);
    }
}

/// A reader that cannot do with one of the changes is seen.
#[test]
fn a_reader_that_panics_is_seen() {
    let config = ProptestConfig {
        failure_persistence: None,
        ..config(1000)
    };
    let changes = (0..VALID.len(), prop::collection::vec(change(), 1..6));
    let tried = TestRunner::new(config).run(&changes, |(which, changes)| {
        let mut bytes = VALID[which].0.as_bytes().to_vec();
        for change in &changes {
            apply(&mut bytes, change);
        }
        let text = String::from_utf8(bytes);
        assert!(text.is_ok(), "a reader of UTF-8 alone");
        Ok(())
    });
    assert!(matches!(tried, Err(TestError::Fail(..))), "{tried:?}");
}

#[test]
#[ignore = "needs NEWSRAIL_CORPORA, a folder of public test data"]
fn every_file_of_the_corpora_whole_and_changed() {
    let files = files(&folder("feeds"), &[""]);
    for (_, bytes) in &files {
        read_all(bytes);
    }
    let config = ProptestConfig {
        // A seed says which file by its place in a folder that others may have not.
        failure_persistence: None,
        ..config(3000)
    };
    let (cases, seed) = (config.cases, config.rng_seed);
    println!(
        "{} files, whole and with {cases} changes, {seed}",
        files.len()
    );
    let changes = (0..files.len(), prop::collection::vec(change(), 1..4));
    let tried = TestRunner::new(config).run(&changes, |(which, changes)| {
        let mut bytes = files[which].1.clone();
        for change in &changes {
            apply(&mut bytes, change);
        }
        read_all(&bytes);
        Ok(())
    });
    match tried {
        Ok(()) => {}
        Err(TestError::Fail(reason, (which, changes))) => {
            panic!("{} with {changes:?}, {seed}: {reason}", files[which].0)
        }
        Err(error) => panic!("{seed}: {error}"),
    }
}
