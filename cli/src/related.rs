//! `newsrail related`: lists for every article of an archive, as small JSON
//! Feed files that a CDN serves and the element reads.

use crate::{Failure, input, rank::progress};
use newsrail_core::article::Article;
use newsrail_core::rank::archive::file_stem;
use newsrail_core::rank::engine::{Index, Query, Scratch};
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::reason::Reason;
use newsrail_core::rank::related::{Wish, related};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Write the related list of every article of an archive as a JSON Feed file
///
/// Files whose list has not changed are not written again, so that only what
/// changed has to be sent to the CDN. Lists of articles that are no longer in
/// the archive stay, unless --prune is given: DIR may be that of two archives.
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

impl Args {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let mut feed = input::feed(&self.archive)?;
        // Two with one identifier have one file, and who would write it last?
        let mut seen = HashSet::new();
        let before = feed.articles.len();
        feed.articles
            .retain(|article| seen.insert(article.id.clone()));
        let doubles = before - feed.articles.len();
        if doubles > 0 {
            eprintln!("{doubles} left out: an earlier article has the identifier");
        }
        let mut index = Index::new(input::language(&feed, &self.language));
        index.extend(&feed.articles);
        // The index has what it needs of the texts; lists need headlines.
        feed.articles
            .iter_mut()
            .for_each(|article| article.body = String::new());
        let articles = &feed.articles;
        std::fs::create_dir_all(&self.out)
            .map_err(|error| format!("{}: {error}", self.out.display()))?;
        let latest = latest(articles);
        let bar = progress(articles.len());
        let wish = Wish {
            count: self.count,
            ..Wish::default()
        };
        let written: usize = (0..articles.len())
            .into_par_iter()
            .map_init(Scratch::default, |scratch, at| {
                let list = related(
                    &index,
                    articles,
                    &latest,
                    Query::Known(at),
                    &|_| true,
                    &wish,
                    scratch,
                );
                let items: Vec<Value> = list
                    .iter()
                    .map(|listed| item(&articles[listed.article], &listed.reason))
                    .collect();
                let text = json!({
                    "version": "https://jsonfeed.org/version/1.1",
                    "_newsrail": { "related": articles[at].id },
                    "title": articles[at].title,
                    "items": items,
                })
                .to_string();
                bar.inc(1);
                let path = self.out.join(file(&articles[at].id));
                write_if_new(&path, &text).map_err(|error| format!("{}: {error}", path.display()))
            })
            .try_reduce(|| 0, |one, other| Ok(one + other))?;
        bar.finish_and_clear();
        let removed = if self.prune {
            let lists = articles.iter().map(|article| file(&article.id)).collect();
            prune(&self.out, &lists).map_err(|error| format!("{}: {error}", self.out.display()))?
        } else {
            0
        };
        let (all, memory) = (articles.len(), index.memory() / 1_000_000);
        let removed = match removed {
            0 => String::new(),
            removed => format!(", {removed} removed"),
        };
        eprintln!("{all} articles, {written} files written{removed}, {memory} MB of index");
        Ok(())
    }
}

/// The name of an article's file.
fn file(id: &str) -> String {
    file_stem(id) + ".json"
}

/// Removes what is none of `lists` but says of itself that it was one, under
/// the name that it then had; how many were removed.
fn prune(folder: &Path, lists: &HashSet<String>) -> std::io::Result<usize> {
    let mut removed = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let json = Path::new(name).extension().is_some_and(|end| end == "json");
        if !json || lists.contains(name) || !entry.file_type()?.is_file() {
            continue;
        }
        let said: Value = serde_json::from_slice(&std::fs::read(entry.path())?).unwrap_or_default();
        let of = said["_newsrail"]["related"].as_str();
        if of.is_some_and(|id| file(id) == name) {
            std::fs::remove_file(entry.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}

fn item(article: &Article, reason: &Reason) -> Value {
    let mut item = json!({ "id": article.id, "title": article.title });
    if !article.url.is_empty() {
        item["url"] = json!(article.url);
    }
    if !article.summary.is_empty() {
        item["summary"] = json!(article.summary);
    }
    if let Some(image) = &article.image {
        item["image"] = json!(image.url);
    }
    if let Reason::Shares(about) = reason {
        item["_newsrail"] = json!({ "about": about });
    }
    item
}

/// Writes a file unless it says the same already; how many were written.
fn write_if_new(path: &Path, text: &str) -> std::io::Result<usize> {
    if std::fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(0);
    }
    std::fs::write(path, text)?;
    Ok(1)
}
