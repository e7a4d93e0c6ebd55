//! The same titles, links and dates as the files themselves expect and as
//! feed-rs reads, in at least 99 of 100 items.

use crate::corpora::{File, files, folder};
use crate::expectation::{self, Field};
use crate::known::KNOWN;
use crate::reference;
use newsrail_core::article::{Article, Feed, What};
use newsrail_core::feed;
use newsrail_core::text::date::rfc3339;
use newsrail_core::text::plain::plain;

/// What came of comparing.
#[derive(Default)]
struct Tally {
    items: usize,
    agree: usize,
    differences: Vec<String>,
    /// What is read here where the other says nothing.
    more: Vec<String>,
    unexplained: usize,
}

impl Tally {
    /// Counts one item with its differences, `field: ours, theirs`.
    fn count(&mut self, file: &str, item: usize, differences: &[(&str, String)]) {
        self.items += 1;
        if differences.is_empty() {
            self.agree += 1;
        }
        for (field, text) in differences {
            let line = self.line(file, item, field, text);
            self.differences.push(line);
        }
    }

    /// Keeps what only this reader found of an item.
    fn found_more(&mut self, file: &str, item: usize, field: &str, text: &str) {
        let line = self.line(file, item, field, text);
        self.more.push(line);
    }

    fn line(&mut self, file: &str, item: usize, field: &str, text: &str) -> String {
        let reason = KNOWN
            .iter()
            .find(|(name, of, _)| file.contains(name) && *of == field)
            .map(|(_, _, reason)| *reason);
        self.unexplained += usize::from(reason.is_none());
        let reason = reason.unwrap_or("NOT EXPLAINED");
        format!("{file} item {item} {field}: {text} ({reason})")
    }

    fn finish(self, what: &str) {
        println!("{what}: {} of {} items agree", self.agree, self.items);
        for difference in &self.differences {
            println!("  {difference}");
        }
        for more in &self.more {
            println!("  only here: {more}");
        }
        assert!(self.items > 0, "nothing was compared");
        assert!(self.agree * 100 >= self.items * 99, "less than 99 %");
        assert_eq!(self.unexplained, 0, "differences without a reason");
    }
}

/// The articles by the place of their items, from 0; `None` where an item was
/// dropped.
fn by_place(feed: &Feed) -> Vec<Option<&Article>> {
    let mut articles = feed.articles.iter();
    let total = feed.articles.len() + feed.dropped;
    (1..=total)
        .map(|item| {
            let dropped = feed
                .notes
                .iter()
                .any(|note| note.item == item && note.what.drops());
            if dropped { None } else { articles.next() }
        })
        .collect()
}

fn feeds() -> Vec<File> {
    files(&folder("feeds"), &[".xml", ".json"])
}

#[test]
#[ignore = "needs NEWSRAIL_CORPORA, a folder of public test data"]
fn what_the_files_expect() {
    let mut tally = Tally::default();
    let mut nameless = 0;
    for (name, bytes) in feeds() {
        let text = String::from_utf8_lossy(&bytes);
        let expected = expectation::expected(&text);
        if expected.is_empty() || !text.contains("Expect:      not bozo") {
            continue;
        }
        let feed = feed::read(&bytes, &expectation::base(&text), None).unwrap_or_default();
        let places = by_place(&feed);
        let items = expected.iter().map(|e| e.item).max().unwrap_or_default();
        for item in 0..=items {
            let article = places.get(item).copied().flatten();
            let of_item: Vec<_> = expected.iter().filter(|e| e.item == item).collect();
            if of_item.is_empty() {
                continue;
            }
            // Dropped by the rule that an item needs one of the two.
            let wanted = [Field::Title, Field::Link];
            if article.is_none() && !of_item.iter().any(|e| wanted.contains(&e.field)) {
                nameless += 1;
                continue;
            }
            let mut differences = Vec::new();
            for expected in of_item {
                let value = &expected.value;
                let (field, same) = match expected.field {
                    Field::Title => ("title", article.is_some_and(|a| a.title == plain(value))),
                    Field::Link => ("link", article.is_some_and(|a| a.url == *value)),
                    Field::Published => (
                        "published",
                        article.is_some_and(|a| a.published == rfc3339(value)),
                    ),
                    Field::Updated => (
                        "updated",
                        article
                            .is_some_and(|a| [a.modified, a.published].contains(&rfc3339(value))),
                    ),
                };
                if !same {
                    let ours = article.map(|a| (&a.title, &a.url, a.published));
                    differences.push((field, format!("{ours:?}, expected {value:?}")));
                }
            }
            tally.count(&name, item, &differences);
        }
    }
    println!("left out: {nameless} items without title and link");
    tally.finish("what the files expect");
}

#[test]
#[ignore = "needs NEWSRAIL_CORPORA, a folder of public test data"]
fn what_feed_rs_reads() {
    let mut tally = Tally::default();
    let (mut nameless, mut doubles) = (0, 0);
    for (name, bytes) in feeds() {
        let text = String::from_utf8_lossy(&bytes);
        let base = expectation::base(&text);
        let expected = expectation::expected(&text);
        let Some(items) = reference::items(&bytes, &base) else {
            continue;
        };
        let feed = feed::read(&bytes, &base, None).unwrap_or_default();
        let places = by_place(&feed);
        for (at, theirs) in items.iter().enumerate() {
            let noted = |what| {
                feed.notes
                    .iter()
                    .any(|n| n.item == at + 1 && n.what == what)
            };
            if theirs.title.is_empty() && theirs.links.is_empty() && noted(What::Nameless) {
                nameless += 1;
                continue;
            }
            if noted(What::Double) {
                doubles += 1;
                continue;
            }
            let Some(ours) = places.get(at).copied().flatten() else {
                tally.count(&name, at, &[("item", format!("not there, {theirs:?}"))]);
                continue;
            };
            let title = if noted(What::NoHeadline) {
                ""
            } else {
                &ours.title
            };
            let mut differences = Vec::new();
            for (field, fields, same, none, text) in [
                (
                    "title",
                    [Field::Title].as_slice(),
                    title == theirs.title,
                    theirs.title.is_empty(),
                    format!("{title:?}, {:?}", theirs.title),
                ),
                (
                    "link",
                    &[Field::Link],
                    same_link(ours, &theirs.links),
                    theirs.links.is_empty(),
                    format!("{:?}, {:?}", ours.url, theirs.links),
                ),
                (
                    "date",
                    &[Field::Published, Field::Updated],
                    ours.published == theirs.date,
                    theirs.date.is_none(),
                    format!("{:?}, {:?}", ours.published, theirs.date),
                ),
            ] {
                // Where the file says itself what is right, feed-rs does not.
                let said = expected
                    .iter()
                    .any(|e| e.item == at && fields.contains(&e.field));
                if !same && none {
                    tally.found_more(&name, at, field, &text);
                } else if !same && !said {
                    differences.push((field, text));
                }
            }
            tally.count(&name, at, &differences);
        }
    }
    println!("left out: {nameless} items without title and link, {doubles} doubles");
    tally.finish("what feed-rs reads");
}

/// Whether the article's address is one of these, as a browser writes them.
fn same_link(ours: &Article, theirs: &[String]) -> bool {
    let normal = |url: &String| url::Url::parse(url).ok();
    if theirs.is_empty() {
        ours.url.is_empty()
    } else {
        theirs.iter().any(|url| normal(url) == normal(&ours.url))
    }
}
