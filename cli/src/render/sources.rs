//! What pages' lists are chosen from: each feed read once, several that are read as one
//! merged and indexed once, for all pages.

use super::Site;
use crate::fetch::{self, Reply};
use crate::input;
use crate::out::tell;
use newsrail_core::article::{Feed, Format};
use newsrail_core::feed::merge::Merger;
use newsrail_core::feed::paging::is_last;
use newsrail_core::feed::{common, write};
use newsrail_core::rank::engine::{Index, language};
use newsrail_core::text::link::{resolve, same_origin};
use std::collections::HashMap;
use std::hash::Hash;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The most pages of one feed, as in src/ui/source.rs.
const MOST_PAGES: usize = 20;

/// Up to how many articles further pages are asked for where no element says so.
const USUAL: usize = 100;

/// Where a feed that is a file counts as being, where nobody says where the site is.
const NOWHERE: &str = "https://feed.invalid/";

/// Articles, and their index once somebody asks for it.
pub(super) struct Set {
    pub(super) feed: Feed,
    /// The address of the first of its feeds.
    pub(super) url: String,
    index: OnceLock<Index>,
}

impl Set {
    pub(super) fn new(feed: Feed, url: &str) -> Self {
        Self {
            feed,
            url: url.to_owned(),
            index: OnceLock::new(),
        }
    }

    /// The index, with all that it can learn of the articles. `tag` is the language of
    /// a feed that names none.
    pub(super) fn index(&self, tag: &str) -> &Index {
        self.index.get_or_init(|| {
            let named = &self.feed.language;
            let tag = if named.is_empty() { tag } else { named };
            let mut index = Index::new(language(tag, &self.feed.articles));
            index.extend(&self.feed.articles);
            index.learn();
            index
        })
    }
}

/// What could be had, or why it could not.
pub(super) type Had<T> = Result<Arc<T>, String>;

/// All that has been asked for.
pub(super) struct Sources<'s> {
    site: &'s Site,
    /// What stands in for every feed, where it was named.
    given: Option<Arc<Set>>,
    sets: Once<(Vec<String>, usize, String), Set>,
    feeds: Once<(String, usize), Vec<Feed>>,
    lists: Once<String, Feed>,
}

impl<'s> Sources<'s> {
    /// Reads what stands in for the pages' own feeds, where some are named.
    pub(super) fn new(site: &'s Site, named: &[String]) -> Result<Self, String> {
        let mut feeds = Vec::new();
        for feed in named {
            feeds.push(given(feed, site)?);
        }
        let url = named.first().filter(|url| is_remote(url));
        let given = merged(feeds.into_iter().map(|feed| vec![feed]).collect());
        Ok(Self {
            site,
            given: given.map(|feed| Arc::new(Set::new(feed, url.map_or(NOWHERE, String::as_str)))),
            sets: Once::default(),
            feeds: Once::default(),
            lists: Once::default(),
        })
    }

    /// What stands in for every feed.
    pub(super) fn given(&self) -> Option<Arc<Set>> {
        self.given.clone()
    }

    /// The feeds at some addresses as one, further pages up to `most` articles among it.
    /// `tag` is the language of the page that reads them.
    pub(super) fn set(&self, urls: &[String], most: usize, tag: &str) -> Had<Set> {
        let key = (urls.to_vec(), most, tag.to_owned());
        self.sets.get(key, || {
            let share = most.div_ceil(urls.len().max(1));
            let mut all = Vec::new();
            let mut failed = String::new();
            for url in urls {
                let key = (url.clone(), share);
                match self.feeds.get(key, || pages(url, share, self.site)) {
                    Ok(pages) => all.push(pages.to_vec()),
                    Err(why) => failed = format!("{url}: {why}"),
                }
            }
            let feed = merged(all).ok_or(failed)?;
            Ok(Set::new(feed, urls.first().map_or("", String::as_str)))
        })
    }

    /// The list that a publisher made, at an address.
    pub(super) fn list(&self, url: &str) -> Had<Feed> {
        self.lists.get(url.to_owned(), || {
            let (feed, _) = read(url, self.site)?;
            Ok(feed)
        })
    }
}

/// What is made of each key once, while whoever else asks for it waits.
struct Once<K, T>(Mutex<HashMap<K, Arc<OnceLock<Had<T>>>>>);

impl<K, T> Default for Once<K, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, T> Once<K, T> {
    fn get(&self, key: K, make: impl FnOnce() -> Result<T, String>) -> Had<T> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let one = Arc::clone(all.entry(key).or_default());
        drop(all);
        one.get_or_init(|| make().map(Arc::new)).clone()
    }
}

fn is_remote(target: &str) -> bool {
    target.starts_with("http://") || target.starts_with("https://")
}

/// A feed that was named on the command line: an address, a feed's file, or an archive
/// with one article a line.
fn given(target: &str, site: &Site) -> Result<Feed, String> {
    let of = |error: String| format!("{target}: {error}");
    if is_remote(target) {
        let pages = pages(target, USUAL, site).map_err(of)?;
        return merged(vec![pages]).ok_or_else(|| of("no feed".to_owned()));
    }
    let path = Path::new(target);
    let base = site.address(path).unwrap_or_else(|| NOWHERE.to_owned());
    let is_archive = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("jsonl"));
    let mut feed = if is_archive {
        input::feed(path).map_err(|error| error.to_string())?
    } else {
        as_read(&fetch::fetch(target, &base, &base).map_err(of)?).map_err(of)?
    };
    let mut lost = 0;
    for article in &mut feed.articles {
        // An archive has its addresses as they were written.
        let url = resolve(&base, &article.url).filter(|url| !url.starts_with(NOWHERE));
        lost += usize::from(url.is_none());
        article.url = url.unwrap_or_default();
    }
    if lost > 0 {
        tell(&of(format!(
            "{lost} articles have no address that leads anywhere, and are not listed (--base says where the site is)"
        )));
    }
    Ok(feed)
}

/// The pages of a feed, as far as articles are wanted. One that cannot be had ends them.
fn pages(url: &str, most: usize, site: &Site) -> Result<Vec<Feed>, String> {
    let mut url = url.to_owned();
    let (mut pages, mut count): (Vec<Feed>, usize) = (Vec::new(), 0);
    loop {
        let (mut feed, last) = match read(&url, site) {
            Err(why) if pages.is_empty() => return Err(why),
            Err(_) => return Ok(pages),
            Ok(read) => read,
        };
        if !pages.is_empty() {
            feed.articles.truncate(most - count);
        }
        count += feed.articles.len();
        let next = feed.next.take().filter(|next| same_origin(next, &url));
        let goes_on = count < most && pages.len() + 1 < MOST_PAGES && !feed.articles.is_empty();
        pages.push(feed);
        match next {
            Some(next) if goes_on && !last => url = next,
            _ => return Ok(pages),
        }
    }
}

/// What is at an address, in the site's own folder or on the network, and whether its
/// server says that it is the last page.
fn read(url: &str, site: &Site) -> Result<(Feed, bool), String> {
    if !is_remote(url) {
        return Err("not an http or https address".to_owned());
    }
    let reply = match site.file(url) {
        Some(path) => fetch::fetch(&path.to_string_lossy(), url, url)?,
        None => fetch::fetch(url, url, site.base.as_deref().unwrap_or(url))?,
    };
    let last = reply.header("x-wp-totalpages");
    let last = last.is_some_and(|pages| is_last(url, pages));
    Ok((as_read(&reply)?, last))
}

/// A feed as the program of lists has it: what is in another format is handed to that as
/// a JSON Feed.
fn as_read(reply: &Reply) -> Result<Feed, String> {
    let feed = reply.feed().map_err(|error| error.to_string())?;
    if matches!(feed.format, Format::JsonFeed | Format::WordPress) {
        return Ok(feed);
    }
    let json = write::json_feed(&feed);
    Ok(common::read(json.as_bytes(), &reply.url).unwrap_or(feed))
}

/// Several feeds as one, of each its pages; of one page that page.
fn merged(feeds: Vec<Vec<Feed>>) -> Option<Feed> {
    let own = feeds.first().map_or(0, Vec::len);
    let mut pages = feeds.into_iter().flatten().enumerate();
    let (_, first) = pages.next()?;
    let mut rest = pages.peekable();
    if rest.peek().is_none() {
        return Some(first);
    }
    let mut merger = Merger::new(first);
    for (at, page) in rest {
        merger.add(page, at < own);
    }
    Some(merger.done())
}
