//! `newsrail related`: lists for every article of an archive, as small JSON
//! Feed files that a CDN serves and the element reads.

use crate::out::tell;
use crate::{Failure, input, rank::progress};
use newsrail_core::article::Article;
use newsrail_core::rank::archive::{HASHED, file_stem};
use newsrail_core::rank::engine::{Index, Query, Scratch};
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::reason::Reason;
use newsrail_core::rank::related::{RelatedOptions, related};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

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
        let in_folder = |error: std::io::Error| format!("{}: {error}", self.out.display());
        std::fs::create_dir_all(&self.out).map_err(in_folder)?;
        leave_out(&mut feed.articles, &self.out).map_err(in_folder)?;
        let mut index = Index::new(input::language(&feed, &self.language));
        index.extend(&feed.articles);
        // The index has what it needs of the texts; lists need headlines.
        feed.articles
            .iter_mut()
            .for_each(|article| article.body = String::new());
        let articles = &feed.articles;
        let latest = latest(articles);
        let bar = progress(articles.len());
        let options = RelatedOptions {
            count: self.count,
            ..RelatedOptions::default()
        };
        let tally = (0..articles.len())
            .into_par_iter()
            .map_init(Scratch::default, |scratch, at| {
                let list = related(
                    &index,
                    articles,
                    &latest,
                    Query::Known(at),
                    &|_| true,
                    &options,
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
                let name = file(&articles[at].id);
                write_if_new(&self.out, &name, &text).unwrap_or_else(|error| Tally {
                    failed: vec![format!("{}: {error}", self.out.join(name).display())],
                    ..Tally::default()
                })
            })
            .reduce(Tally::default, Tally::and);
        bar.finish_and_clear();
        let removed = if self.prune {
            let lists = articles.iter().map(|article| file(&article.id)).collect();
            prune(&self.out, &lists).map_err(in_folder)?
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

/// Leaves out what has no file of its own, and says so: who would write it last?
fn leave_out(articles: &mut Vec<Article>, folder: &Path) -> std::io::Result<()> {
    let told = |before: usize, after: usize, why: &str| {
        if before > after {
            tell(&format!("{} left out: {why}", before - after));
        }
    };
    let before = articles.len();
    let mut seen = HashSet::new();
    articles.retain(|article| seen.insert(article.id.clone()));
    let one_each = articles.len();
    told(before, one_each, "an earlier article has the identifier");
    let mut seen = HashSet::new();
    let names: Vec<String> = articles.iter().map(|article| file(&article.id)).collect();
    let is_double = |name: &String| !seen.insert(name.to_ascii_lowercase());
    if names.iter().any(is_double) {
        let no_case = knows_no_case(folder)?;
        keep_one_each(articles, no_case);
        let why = "an earlier article has a file of that name";
        told(one_each, articles.len(), why);
    }
    let before = articles.len();
    if cfg!(windows) {
        articles.retain(|article| !is_device(&article.id));
    }
    let why = "Windows keeps that name for a device";
    told(before, articles.len(), why);
    Ok(())
}

/// Keeps the first of those with files of one name, in a folder that may know no
/// difference between `a` and `A`.
fn keep_one_each(articles: &mut Vec<Article>, no_case: bool) {
    let mut seen = HashSet::new();
    articles.retain(|article| {
        let mut name = file(&article.id);
        if no_case {
            name.make_ascii_lowercase();
        }
        seen.insert(name)
    });
}

/// Whether a folder takes two names for one where only their case differs.
fn knows_no_case(folder: &Path) -> std::io::Result<bool> {
    let (path, _) = begin_file(folder)?;
    let name = path.file_name().unwrap_or_default().to_ascii_uppercase();
    let found = folder.join(name).symlink_metadata().is_ok();
    std::fs::remove_file(path)?;
    Ok(found)
}

/// Whether a file of that name, whatever it ends in, is a device to Windows.
fn is_device(stem: &str) -> bool {
    let stem = stem.to_ascii_lowercase();
    let numbered = stem
        .strip_prefix("com")
        .or_else(|| stem.strip_prefix("lpt"))
        .is_some_and(|number| number.len() == 1 && number.as_bytes()[0].is_ascii_digit());
    numbered || ["con", "prn", "aux", "nul"].contains(&stem.as_str())
}

fn tell_of(articles: &[Article], tally: &Tally, removed: usize, memory: usize) {
    let is_hashed = |article: &&Article| file_stem(&article.id).starts_with(HASHED);
    let mut hashed = articles.iter().filter(is_hashed);
    if let Some(one) = hashed.next() {
        tell(&format!(
            "called by a hash, since the identifier is too long for a file's name: {}, as {}",
            hashed.count() + 1,
            file(&one.id)
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

/// Writes a file unless it says the same already. It is written beside its place and
/// put there whole: never through a symbolic link, which somebody else may have laid
/// there, and never half.
fn write_if_new(folder: &Path, name: &str, text: &str) -> std::io::Result<Tally> {
    let path = folder.join(name);
    let there = std::fs::symlink_metadata(&path).ok();
    let file = there.as_ref().filter(|there| there.is_file());
    // Read only where it can be the same: what is there may be of any size.
    let same_size = file.is_some_and(|file| file.len() == text.len() as u64);
    if same_size && std::fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(Tally::default());
    }
    let (beside, mut new) = begin_file(folder)?;
    let written = new
        .write_all(text.as_bytes())
        .and_then(|()| file.map_or(Ok(()), |old| new.set_permissions(old.permissions())))
        .and_then(|()| std::fs::rename(&beside, &path));
    if let Err(error) = written {
        // It is nothing without its name; where it cannot be removed, that stays so.
        let _ = std::fs::remove_file(&beside);
        return Err(error);
    }
    Ok(Tally {
        written: 1,
        replaced: usize::from(there.is_some_and(|there| there.is_symlink())),
        ..Tally::default()
    })
}

/// A new file in a folder, and where it is. What has that name already is somebody
/// else's, and is neither opened nor followed.
fn begin_file(folder: &Path) -> std::io::Result<(PathBuf, File)> {
    static BEGUN: AtomicUsize = AtomicUsize::new(0);
    loop {
        let number = BEGUN.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".newsrail-{}-{number}", std::process::id()));
        match File::create_new(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(file) => return Ok((path, file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On a disk that knows no case two lists had one file, and which of them it was
    /// about hung on which core was quicker.
    #[test]
    fn one_article_has_each_file() {
        let of = |id: &str| Article {
            id: id.into(),
            ..Article::default()
        };
        let kept = |no_case| {
            let mut articles = ["Abc", "abc", "x", "aBC"].map(of).to_vec();
            keep_one_each(&mut articles, no_case);
            articles
                .into_iter()
                .map(|article| article.id)
                .collect::<Vec<_>>()
        };
        assert_eq!(kept(false), ["Abc", "abc", "x", "aBC"]);
        assert_eq!(kept(true), ["Abc", "x"]);
    }

    #[test]
    fn names_that_are_devices() {
        for name in ["con", "NUL", "Com1", "lpt9"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["", "console", "com", "com10", "comx", "nul-1"] {
            assert!(!is_device(name), "{name}");
        }
    }
}
