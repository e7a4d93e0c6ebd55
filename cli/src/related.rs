//! `newsrail related`: lists for every article of an archive, as small JSON
//! Feed files that a CDN serves and the element reads.

mod files;
mod list;
mod one_each;

use crate::files::{Written, write_if_new};
use crate::out::tell;
use crate::{Failure, input, rank::progress};
use newsrail_core::article::{Article, Feed};
use newsrail_core::rank::archive::{HASHED, file_stem};
use newsrail_core::rank::engine::{Index, Query, Scratch};
use newsrail_core::rank::own_language::{is_mixed, is_same, language_of, leaves_out_others};
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::related::{RelatedOptions, related};
use rayon::prelude::*;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// How many of the lists that could not be written are named.
const NAMED: usize = 5;

/// Write the related list of every article of an archive as a JSON Feed file
///
/// Files whose list has not changed are not written again, so that only what
/// changed has to be sent to the CDN. Lists of articles that are no longer in
/// the archive stay, unless --prune is given: DIR may be that of two archives.
/// Where there is a symbolic link in DIR under a list's name, the list takes its
/// place; DIR itself may be one.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A feed's file, or one article a line (.jsonl)
    archive: PathBuf,
    /// Folder for the files, one {id}.json for each article
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Remove the lists of articles that the archive no longer has; only files
    /// that this command wrote
    #[arg(long)]
    prune: bool,
    /// How many articles a list has
    #[arg(long, default_value_t = 10)]
    count: usize,
    /// Language of the articles; the feed's, or guessed, if not given
    #[arg(long, default_value = "", hide_default_value = true)]
    language: String,
}

/// What came of writing lists.
#[derive(Default)]
struct Tally {
    written: usize,
    /// Files that stand in a symbolic link's place.
    replaced: usize,
    /// What could not be written, and why.
    failed: Vec<String>,
}

impl Tally {
    fn of(written: Written) -> Self {
        Self {
            written: usize::from(written != Written::Same),
            replaced: usize::from(written == Written::InPlaceOfLink),
            ..Self::default()
        }
    }

    fn failed(why: String) -> Self {
        Self {
            failed: vec![why],
            ..Self::default()
        }
    }

    fn and(mut self, other: Self) -> Self {
        self.written += other.written;
        self.replaced += other.replaced;
        self.failed.extend(other.failed);
        self
    }
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let mut feed = input::feed(&self.archive)?;
        let in_folder = |error: io::Error| format!("{}: {error}", self.out.display());
        std::fs::create_dir_all(&self.out).map_err(in_folder)?;
        one_each::leave_out(&mut feed.articles, &self.out).map_err(in_folder)?;
        let mut index = Index::new(input::language(&feed, &self.language));
        index.extend(&feed.articles);
        index.learn();
        // The index has what it needs of the texts; lists need headlines.
        feed.articles
            .iter_mut()
            .for_each(|article| article.body = String::new());
        let feed = &feed;
        let articles = &feed.articles;
        let latest = latest(articles, Some(input::now()));
        let is_mixed = is_mixed(feed);
        let bar = progress(articles.len());
        let options = RelatedOptions {
            count: self.count,
            ..RelatedOptions::default()
        };
        let tally = (0..articles.len())
            .into_par_iter()
            .map_init(Scratch::default, |scratch, at| {
                // Whoever has one language is not looked through for each article.
                let may_stand: Box<dyn Fn(usize) -> bool> = if is_mixed {
                    Box::new(beside(feed, at, self.count))
                } else {
                    Box::new(|_| true)
                };
                let list = related(
                    &index,
                    articles,
                    &latest,
                    Query::Known(at),
                    &*may_stand,
                    &options,
                    scratch,
                );
                let text = list::json(&articles[at], articles, &list);
                bar.inc(1);
                let name = files::name(&articles[at].id);
                let written = text.map_err(io::Error::from);
                let written =
                    written.and_then(|text| write_if_new(&self.out, &name, text.as_bytes()));
                written.map_or_else(
                    |error| Tally::failed(format!("{}: {error}", self.out.join(name).display())),
                    Tally::of,
                )
            })
            .reduce(Tally::default, Tally::and);
        bar.finish_and_clear();
        let removed = if self.prune {
            let lists = articles.iter().map(|one| files::name(&one.id)).collect();
            files::prune(&self.out, &lists).map_err(in_folder)?
        } else {
            0
        };
        tell_of(articles, &tally, removed, index.memory());
        let failed = tally.failed.len();
        if failed > 0 {
            return Err(format!("lists that could not be written: {failed}").into());
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Which articles may stand beside one: those in its language, where there are enough.
pub(crate) fn beside(feed: &Feed, at: usize, count: usize) -> impl Fn(usize) -> bool {
    let language = language_of(&feed.articles[at], feed);
    let own = move |other: usize| is_same(language_of(&feed.articles[other], feed), language);
    let others = |other: usize| other != at && own(other);
    let is_strict = leaves_out_others(feed.articles.len(), count, &others);
    move |other| !is_strict || own(other)
}

fn tell_of(articles: &[Article], tally: &Tally, removed: usize, memory: usize) {
    let is_hashed = |article: &&Article| file_stem(&article.id).starts_with(HASHED);
    let mut hashed = articles.iter().filter(is_hashed);
    if let Some(one) = hashed.next() {
        tell(&format!(
            "called by a hash, since the identifier is too long for a file's name: {}, as {}",
            hashed.count() + 1,
            files::name(&one.id)
        ));
    }
    if tally.replaced > 0 {
        let replaced = tally.replaced;
        tell(&format!(
            "symbolic links replaced by files, since nothing is written through one: {replaced}"
        ));
    }
    for failed in tally.failed.iter().take(NAMED) {
        tell(failed);
    }
    let removed = match removed {
        0 => String::new(),
        removed => format!(", {removed} removed"),
    };
    tell(&format!(
        "{} articles, {} files written{removed}, {} MB of index",
        articles.len(),
        tally.written,
        memory / 1_000_000
    ));
}
