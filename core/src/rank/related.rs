//! The "More like this" list: what the index finds, without repeats, not too
//! old, and with a reason for each.

use super::diversify::{COPY, NO_COPY, diversified};
use super::engine::{Index, Query, Scratch};
use super::math::exp2;
use super::reason::{Reason, shared};
use crate::article::Article;
use crate::text::date::Timestamp;
use std::cell::Cell;

/// Least cosine. Set by judgement, not measured: it costs little nDCG.
const FLOOR: f32 = 0.06;
/// The part of its score that an article keeps however old it is: twice as close, it comes first. Not measured.
const OLD: f32 = 0.5;
/// Days after which half of the rest is gone: a season. Not measured: one set alone has dates.
const OLD_DAYS: f32 = 90.0;
/// Weight of likeness to what is listed already, in percent of the best score: costs .002 to .003 of nDCG@10 beside 0.
pub const DIVERSITY: u8 = 30;
/// Hits that are looked at for each that is listed.
const POOL: usize = 4;
/// The least hits that are looked at, whatever the length of the list.
const LEAST_POOL: usize = 16;
/// The most articles that are looked at to fill a list: where so many are copies of its articles, so are the others.
const LOOKS: usize = 200;

const DAY: Timestamp = 86_400;

/// How the list is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RelatedOptions {
    /// The most articles.
    pub count: usize,
    /// How much likeness to what is listed counts against an article, 0 to 1, in
    /// parts of the best score: see `diversify`.
    pub diversity: f32,
    /// Least cosine of an article that is listed for its words, 0 to 1.
    pub floor: f32,
    /// The present, from which ages count; without it the newest article's date.
    pub now: Option<Timestamp>,
    /// Whether a short list is filled from the same section, then the latest.
    pub fill: bool,
}

impl Default for RelatedOptions {
    fn default() -> Self {
        Self {
            count: 5,
            diversity: f32::from(DIVERSITY) / 100.0,
            floor: FLOOR,
            now: None,
            fill: true,
        }
    }
}

/// An article of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its position among the articles.
    pub article: usize,
    /// Why it is there.
    pub reason: Reason,
}

/// The list for one article, of those that `filter` admits. `articles` are those of the
/// index, in its order, and `latest` their positions by [date](super::popular::latest).
pub fn related(
    index: &Index,
    articles: &[Article],
    latest: &[usize],
    query: Query<'_>,
    filter: &dyn Fn(usize) -> bool,
    options: &RelatedOptions,
    scratch: &mut Scratch,
) -> Vec<Listed> {
    let newest = latest.first().and_then(|&at| articles[at].published);
    let now = options.now.or(newest);
    let itself = match query {
        Query::Known(itself) => Some(itself),
        Query::Other(_) => None,
    };
    let admitted = |at: usize| Some(at) != itself && filter(at);

    let pool = options.count.saturating_mul(POOL) + LEAST_POOL;
    let mut hits = index.like(query, pool, &admitted, scratch);
    // A copy of the article that is being read is no further reading.
    hits.retain(|hit| {
        hit.cosine >= options.floor
            && (hit.cosine < NO_COPY || index.repeats_query(hit.article, scratch) < COPY)
    });
    for hit in &mut hits {
        hit.score *= freshness(now, articles[hit.article].published);
    }
    let mut list = Vec::new();
    for hit in diversified(index, &hits, options.count, options.diversity, scratch) {
        let about = shared(index, &articles[hit.article], &index.explain(&hit, scratch));
        // One that shares no more than the section comes with the section.
        if !about.is_empty() {
            let reason = Reason::Shares(about);
            list.push(Listed {
                article: hit.article,
                reason,
            });
        }
    }
    if options.fill && list.len() < options.count {
        let section = match query {
            Query::Known(itself) => articles.get(itself).map(|a| a.section.as_str()),
            Query::Other(article) => Some(article.section.as_str()),
        };
        let looks = Cell::new(LOOKS);
        let other = |at: usize| {
            let is_looked_at = looks.get() > 0 && admitted(at);
            looks.set(looks.get() - usize::from(is_looked_at));
            is_looked_at && index.repeats_query(at, scratch) < COPY
        };
        fill(
            index,
            articles,
            latest,
            section.unwrap_or_default(),
            &other,
            options.count,
            &mut list,
        );
    }
    list
}

/// The part of its score that is left of an article at its age.
fn freshness(now: Option<Timestamp>, published: Option<Timestamp>) -> f32 {
    let (Some(now), Some(published)) = (now, published) else {
        return 1.0;
    };
    #[expect(clippy::cast_precision_loss, reason = "days need no more digits")]
    let days = (now.saturating_sub(published).max(0) / DAY) as f32;
    OLD + (1.0 - OLD) * exp2(-days / OLD_DAYS)
}

/// Fills a list with the latest of the same section, then the latest of all.
fn fill(
    index: &Index,
    articles: &[Article],
    latest: &[usize],
    section: &str,
    admitted: &dyn Fn(usize) -> bool,
    count: usize,
    list: &mut Vec<Listed>,
) {
    for same_section in [true, false] {
        if same_section && section.is_empty() {
            continue;
        }
        for &article in latest {
            if list.len() >= count {
                return;
            }
            let stands = |listed: &Listed| {
                listed.article == article || index.repeats(listed.article, article) >= COPY
            };
            if same_section && articles[article].section != section
                || !admitted(article)
                || list.iter().any(stands)
            {
                continue;
            }
            let reason = if same_section {
                Reason::Section(section.to_owned())
            } else {
                Reason::Latest
            };
            list.push(Listed { article, reason });
        }
    }
}

#[cfg(test)]
mod tests;
