//! `newsrail rank`: rankings of a labelled set, for a scorer.

use crate::out::Lines;
use crate::{Failure, input};
use indicatif::{ProgressBar, ProgressStyle};
use newsrail_core::rank::engine::{Index, Query, Scratch, language};
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::related::{RelatedOptions, related};
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

/// Related articles a query has at most, as `score.py` looks at ten of them.
const COUNT: usize = 20;

/// Rank the articles of a set for each of them: {"id", "related"} a line
#[derive(clap::Args)]
pub(crate) struct Args {
    /// One article a line, as JSON
    set: PathBuf,
    /// Use titles and summaries only
    #[arg(long)]
    no_body: bool,
    /// Only articles published up to so many days before the one they are ranked for
    #[arg(long, value_name = "N", value_parser = days)]
    days: Option<f64>,
    /// Language of the articles, as "en" or "pt-BR"; guessed if not given
    #[arg(long, default_value = "", hide_default_value = true)]
    language: String,
    /// List as the element does: copies last, varied, above the floor
    #[arg(long)]
    as_listed: bool,
    /// With --as-listed, how much likeness within the list counts, 0 to 1
    #[arg(long, requires = "as_listed")]
    diversity: Option<f32>,
}

/// The identifiers of what is related to an article, best first.
#[derive(Serialize)]
struct Ranking<'a> {
    id: &'a str,
    related: Vec<&'a str>,
}

fn days(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(days) if days >= 0.0 => Ok(days),
        _ => Err("a number of days, 0 or more".to_owned()),
    }
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let mut articles = input::lines(&self.set)?;
        if self.no_body {
            for article in &mut articles {
                article.body.clear();
            }
        }
        let mut index = Index::new(language(&self.language, &articles));
        index.extend(&articles);
        index.learn();
        let latest = latest(&articles, None);
        let bar = progress(articles.len());
        let mut out = Lines::new();
        let mut scratch = Scratch::default();
        for (at, article) in articles.iter().enumerate() {
            let candidate = |other: usize| {
                let Some(days) = self.days else { return true };
                match (article.published, articles[other].published) {
                    #[expect(clippy::cast_precision_loss, reason = "days need no more digits")]
                    (Some(one), Some(two)) => {
                        (0.0..=days).contains(&((one - two) as f64 / 86_400.0))
                    }
                    _ => false,
                }
            };
            let order: Vec<usize> = if self.as_listed {
                let mut options = RelatedOptions {
                    count: COUNT,
                    now: article.published,
                    ..RelatedOptions::default()
                };
                options.diversity = self.diversity.unwrap_or(options.diversity);
                let list = related(
                    &index,
                    &articles,
                    &latest,
                    Query::Known(at),
                    &candidate,
                    &options,
                    &mut scratch,
                );
                list.into_iter().map(|listed| listed.article).collect()
            } else {
                let hits = index.like(Query::Known(at), COUNT, &candidate, &mut scratch);
                hits.into_iter().map(|hit| hit.article).collect()
            };
            let related = order
                .iter()
                .map(|&other| articles[other].id.as_str())
                .collect();
            let ranking = Ranking {
                id: &article.id,
                related,
            };
            out.line(&serde_json::to_string(&ranking)?)?;
            bar.inc(1);
        }
        out.finish()?;
        bar.finish_and_clear();
        Ok(ExitCode::SUCCESS)
    }
}

/// A bar on stderr; hidden where that is no terminal.
pub(crate) fn progress(steps: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {eta}");
    let bar = ProgressBar::new(steps as u64);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}
