//! Each article has a file of its own, or is left out.

use super::files::{knows_no_case, name};
use crate::out::tell;
use newsrail_core::article::Article;
use std::collections::HashSet;
use std::io;
use std::path::Path;

/// Leaves out what has no file of its own, and says so: who would write it last?
pub(super) fn leave_out(articles: &mut Vec<Article>, folder: &Path) -> io::Result<()> {
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
    let names: Vec<String> = articles.iter().map(|article| name(&article.id)).collect();
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
        let mut name = name(&article.id);
        if no_case {
            name.make_ascii_lowercase();
        }
        seen.insert(name)
    });
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
