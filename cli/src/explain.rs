//! `newsrail explain`: a list with the terms that made it.

use crate::out::Lines;
use crate::related::beside;
use crate::{Failure, input};
use newsrail_core::article::Article;
use newsrail_core::choose::rules::Current;
use newsrail_core::rank::engine::{Hit, Index, Query, Scratch, names};
use newsrail_core::rank::popular::latest;
use newsrail_core::rank::reason::Reason;
use newsrail_core::rank::related::{RelatedOptions, related};
use std::path::PathBuf;
use std::process::ExitCode;

/// Terms that are shown of each article.
const TERMS: usize = 8;
/// Hits among which a listed article is looked for.
const DEPTH: usize = 200;

/// Show what is listed beside an article, and which terms brought it there
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A feed's file, or one article a line (.jsonl)
    feed: PathBuf,
    /// Identifier or address of the article that is read
    article: String,
    /// How many articles to list
    #[arg(long, default_value_t = 5)]
    count: usize,
    /// Language of the articles; the feed's, or guessed, if not given
    #[arg(long, default_value = "", hide_default_value = true)]
    language: String,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let feed = input::feed(&self.feed)?;
        let articles = &feed.articles;
        let current = Current {
            id: Some(self.article.clone()),
            urls: vec![self.article.clone()],
            ..Current::default()
        };
        let Some(at) = articles.iter().position(|article| current.is(article)) else {
            let path = self.feed.display();
            return Err(format!(
                "{path}: no article {:?} among {}",
                self.article,
                articles.len()
            )
            .into());
        };
        let language = input::language(&feed, &self.language);
        let mut index = Index::new(language);
        index.extend(articles);
        index.learn();
        let mut scratch = Scratch::default();
        let options = RelatedOptions {
            count: self.count,
            ..RelatedOptions::default()
        };
        let latest = latest(articles, Some(input::now()));
        let list = related(
            &index,
            articles,
            &latest,
            Query::Known(at),
            &beside(&feed, at, self.count),
            &options,
            &mut scratch,
        );
        let hits = index.like(Query::Known(at), DEPTH, &|_| true, &mut scratch);
        let mut out = Lines::new();
        out.line(&articles[at].title)?;
        let (all, memory) = (articles.len(), index.memory());
        let tongue = match language.tag() {
            "" => "in no known language".to_owned(),
            tag => format!("language {tag}"),
        };
        out.line(&format!(
            "{all} articles, {tongue}, {memory} bytes of index"
        ))?;
        out.line("")?;
        out.line("  #  score  cosine")?;
        for (rank, listed) in (1..).zip(&list) {
            let article = &articles[listed.article];
            let hit = hits
                .iter()
                .find(|hit| hit.article == listed.article)
                .copied()
                .unwrap_or_default();
            out.line(&format!(
                "{rank:3} {:6.3} {:7.3}  {}",
                hit.score, hit.cosine, article.title
            ))?;
            out.line(&format!("{:20}{}", "", reason(&listed.reason)))?;
            if hit.score > 0.0 {
                terms(&mut out, &index, article, &hit, &scratch)?;
            }
        }
        out.finish()?;
        Ok(ExitCode::SUCCESS)
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Shares(about) => format!("about: {}", about.join(", ")),
        Reason::Section(section) => format!("same section: {section}"),
        Reason::Views { rank } => format!("number {rank} in views"),
        Reason::Latest => "among the latest".to_owned(),
        Reason::Given => "as the publisher lists it".to_owned(),
    }
}

/// One line a term: what it gave because both articles have it, and what
/// because the nearest articles do.
fn terms(
    out: &mut Lines,
    index: &Index,
    article: &Article,
    hit: &Hit,
    scratch: &Scratch,
) -> std::io::Result<()> {
    let mut shares = index.explain(hit, scratch);
    shares.truncate(TERMS);
    let found = names(
        index,
        article,
        &shares.iter().map(|share| share.term).collect::<Vec<_>>(),
    );
    for share in shares {
        let name = found.iter().find(|name| name.term == share.term);
        let name = name.map_or("?", |name| name.text.as_str());
        out.line(&format!(
            "{:22}{:.3} + {:.3}  {name}",
            "", share.direct, share.feedback
        ))?;
    }
    Ok(())
}
